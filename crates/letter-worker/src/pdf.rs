//! The module `letter-pdf`: a display list in, a PDF file out.
//!
//! It is several times as heavy as `letter-layout`, so it is loaded when nothing else is to do or when somebody asks for the
//! file.

// A browser starts it by calling it; there is nothing to run.
#![no_main]

use letter::fonts::FontName;
use letter::{Document, Fonts};
use wasm_bindgen::prelude::wasm_bindgen;

/// Writes letters that were set in one font.
#[wasm_bindgen]
#[derive(Debug)]
pub struct PdfWriter {
    fonts: Fonts,
}

#[wasm_bindgen]
impl PdfWriter {
    /// A writer for the font file that the letters were set in.
    ///
    /// # Errors
    /// When it is no font with TrueType outlines.
    #[wasm_bindgen(constructor)]
    pub fn new(font: Vec<u8>) -> Result<Self, String> {
        let fonts = Fonts::new(vec![(FontName::Book, font)]).map_err(|error| error.to_string())?;
        Ok(Self { fonts })
    }

    /// The file of a display list (`Typesetter.frames`): the same bytes that the server and the command line make.
    ///
    /// # Errors
    /// When it is no display list or was set in another font.
    pub fn write(&self, frames: &[u8]) -> Result<Vec<u8>, String> {
        let document: Document = serde_json::from_slice(frames).map_err(|error| error.to_string())?;
        letter::pdf::write(&document, &self.fonts).map_err(|error| error.to_string())
    }
}
