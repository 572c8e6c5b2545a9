//! The module `letter-pdf`: a display list in, a PDF file out.
//!
//! It is several times as heavy as `letter-layout`, so it is loaded when nothing else is to do or when somebody asks for the
//! file.

// A browser starts it by calling it; there is nothing to run.
#![no_main]

use letter::{Document, Fonts};
use wasm_bindgen::prelude::wasm_bindgen;

/// Writes letters that were set in the fonts that it was given.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct PdfWriter {
    fonts: Fonts,
}

#[wasm_bindgen]
impl PdfWriter {
    /// A writer without fonts.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file that the typesetter was given.
    ///
    /// # Errors
    /// When it is not what its name says.
    pub fn add(&mut self, file: &str, content: Vec<u8>) -> Result<(), String> {
        self.fonts = self.fonts.clone().with_file(file, content).map_err(|error| error.to_string())?;
        Ok(())
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
