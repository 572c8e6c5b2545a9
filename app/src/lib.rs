//! The pages, islands and server functions of Pillarbox.
//!
//! Pages are compiled for the server only; a browser gets the islands and nothing else. So almost every `cfg` of this
//! crate stands in this file.

pub mod islands;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod shell;
