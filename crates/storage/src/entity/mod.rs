//! The tables as SeaORM entities.

pub mod action;
pub mod audit;
pub mod campaign;
pub mod case;
pub mod open_letter;
pub mod setting;
pub mod source;
pub mod statement;
pub mod tally;
pub mod target;
