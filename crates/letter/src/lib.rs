//! The typesetting engine: a letter's spec and fonts in, pages out.
//!
//! [`layout`] sets a [`spec::LetterSpec`] into a [`frame::Document`], a display list of positioned glyphs and rules. Three
//! writers turn it into something to look at: [`pdf`], [`svg`] and [`text`]. The preview is the print, because both draw the
//! same list. The crate does no input or output and knows no clock and no randomness: the same spec and the same fonts give
//! the same bytes, natively and in a browser.
//!
//! [`stamp`] engraves the line pattern that is a case's face, for the screen and for paper.
//!
//! Lengths on the page are micrometres, from the top left corner; type sizes are tenths of a point; lengths inside a font are
//! its own units. All of layout is integer arithmetic.
//!
//! Features: `spec` (the serde types alone), `layout`, `svg`, `pdf`, `sheets`, `embedded…` for the fonts that a program carries, and
//! `hyphens` for the hyphenation patterns.

pub mod address;
pub mod error;
pub mod form;
pub mod spec;
pub mod stamp;

#[cfg(feature = "layout")]
mod breaks;
#[cfg(feature = "layout")]
mod clean;
#[cfg(feature = "layout")]
mod compose;
#[cfg(feature = "layout")]
mod fit;
#[cfg(feature = "layout")]
mod flow;
#[cfg(feature = "layout")]
pub mod fonts;
#[cfg(feature = "layout")]
pub mod frame;
#[cfg(feature = "layout")]
mod geometry;
#[cfg(feature = "layout")]
mod hyphens;
#[cfg(feature = "layout")]
mod memory;
#[cfg(feature = "layout")]
mod order;
#[cfg(feature = "pdf")]
pub mod pdf;
#[cfg(feature = "layout")]
mod shape;
#[cfg(feature = "layout")]
mod sharing;
#[cfg(feature = "sheets")]
pub mod sheets;
#[cfg(feature = "svg")]
pub mod svg;
#[cfg(feature = "layout")]
pub mod text;
#[cfg(feature = "layout")]
mod typeset;
#[cfg(feature = "layout")]
mod typesetter;

#[cfg(feature = "layout")]
pub use compose::{layout, missing};
pub use error::{Field, LetterError};
#[cfg(feature = "layout")]
pub use fonts::Fonts;
#[cfg(feature = "layout")]
pub use frame::Document;
#[cfg(feature = "layout")]
pub use geometry::window;
pub use spec::{Alignment, LetterSpec, LetterStyle, Paper, Profile, Sender, SpecDate};
#[cfg(feature = "layout")]
pub use typesetter::Typesetter;
