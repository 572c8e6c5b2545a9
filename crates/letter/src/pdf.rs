//! The display list as a PDF file: tagged (PDF/UA-1 in structure), archivable (PDF/A-2b), text extractable as typed.
//!
//! printpdf writes the fonts. Its saver keeps all pages in memory and has no structure tree, so pages, structure and the file's
//! frame are streamed beside it. Names, numbers, dates and `/ID` come from the content alone: the same documents give the same
//! bytes everywhere.

mod base;
mod codes;
mod content;
mod file;
mod metadata;
mod outline;
mod pages;
mod press;
mod srgb;
mod syntax;
mod thread;
mod tree;
mod writer;

use crate::error::LetterError;
use crate::fonts::Fonts;
use crate::frame::Document;

pub use metadata::Meta;
pub use writer::Writer;

/// Writes one document as a file. `fonts` are the ones that it was set with.
///
/// # Errors
///
/// As [`Writer::add`] and [`Writer::finish`].
pub fn write(document: &Document, fonts: &Fonts) -> Result<Vec<u8>, LetterError> {
    let meta = Meta { title: document.title.clone(), lang: document.lang.clone(), date: document.date };
    let mut writer = Writer::new(Vec::new(), meta, fonts)?;
    writer.add(document, None)?;
    writer.finish()
}
