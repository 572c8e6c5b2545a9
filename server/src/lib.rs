//! The binary `pillarbox`: command line, router, middleware.

pub mod cli;
mod commands;
pub mod config;
pub mod database;
pub mod web;

pub use commands::run;
