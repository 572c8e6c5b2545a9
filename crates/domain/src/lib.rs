//! The vocabulary of Pillarbox and its rules.
//!
//! Names are the field's (campaign, case, target, appeal, action, outcome, consent, open letter, statement); what may become what, what may be
//! counted and what may be shown is decided here and nowhere else. No I/O, no clock, no randomness: the callers pass
//! the day in. Compiles to WASM.

#[macro_use]
mod wire;

pub mod action;
pub mod appeal;
#[cfg(feature = "bundle")]
pub mod bundle;
pub mod campaign;
pub mod case;
pub mod consent;
pub mod correction;
pub mod country;
pub mod counts;
pub mod date;
pub mod field;
pub mod greeting;
pub mod group;
pub mod id;
pub mod lang;
pub mod ledger;
#[cfg(feature = "bundle")]
mod locate;
pub mod open_letter;
pub mod outcome;
pub mod pack;
pub mod reference;
pub mod report;
pub mod section;
pub mod section_totals;
pub mod slug;
pub mod source;
pub mod staff;
pub mod state;
pub mod statement;
pub mod status;
pub mod target;
pub mod totals;

pub use date::PartialDate;
pub use lang::Lang;
pub use slug::Slug;
