//! The tables as SeaORM entities.

pub mod account;
pub mod action;
pub mod action_origin;
pub mod audit;
pub mod campaign;
pub mod case;
pub mod chain;
pub mod correction;
pub mod grp;
pub mod invitation;
pub mod open_letter;
pub mod pack;
pub mod report;
pub mod report_line;
pub mod section_key;
pub mod section_total;
pub mod sender;
pub mod sender_key;
pub mod session;
pub mod setting;
pub mod sign_in_try;
pub mod snapshot;
pub mod source;
pub mod statement;
pub mod target;
pub mod writer;
