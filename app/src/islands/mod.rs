//! What moves on a page: each island enhances markup that already works without it.
//!
//! An island gets everything as props, words included: it has no context and no catalogue. It is found in the page by
//! `frontend/js/boot.js`, which the shell adds when a page says that islands stand on it.

mod composer;
mod letter_meter;

pub use composer::{Composer, ComposerWords, WrongWords};
pub use letter_meter::{LetterMeter, MeterWords, PageCapacity};
