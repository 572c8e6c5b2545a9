//! The pages, islands and server functions of Pillarbox.
//!
//! Pages are compiled for the server only; a browser gets the islands and nothing else. So almost every `cfg` of this
//! crate stands in this file.

#[cfg(feature = "ssr")]
pub mod attempts;
pub mod islands;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod parts;
#[cfg(feature = "ssr")]
pub mod shell;
#[cfg(feature = "ssr")]
pub mod words;
