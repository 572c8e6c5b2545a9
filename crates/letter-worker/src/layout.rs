//! The module `letter-layout`: a letter's spec in, pages as SVG and the display list out.
//!
//! `frontend/js/letter-worker.js` loads it before the first preview. What a writer can mend is thrown
//! as the JSON of a [`letter::form::Fault`], anything else as a sentence.

// A browser starts it by calling it; there is nothing to run.
#![no_main]

use letter::{Document, Fonts, LetterError, LetterSpec, form::Fault};
use wasm_bindgen::prelude::wasm_bindgen;

/// Sets letters in the fonts that it was given and remembers the last one.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Typesetter {
    fonts: Fonts,
    document: Option<Document>,
}

#[wasm_bindgen]
impl Typesetter {
    /// A typesetter without fonts.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The files that a letter needs and that were not added yet, by name.
    ///
    /// # Errors
    /// When it is no letter.
    pub fn missing(&self, spec: &str) -> Result<Vec<String>, String> {
        let spec: LetterSpec = serde_json::from_str(spec).map_err(|error| error.to_string())?;
        Ok(letter::missing(&spec, &self.fonts).into_iter().map(str::to_owned).collect())
    }

    /// Adds a file.
    ///
    /// # Errors
    /// When it is not what its name says.
    pub fn add(&mut self, file: &str, content: Vec<u8>) -> Result<(), String> {
        self.fonts = self.fonts.clone().with_file(file, content).map_err(|error| told(&error))?;
        Ok(())
    }

    /// Sets a letter (the JSON of a [`LetterSpec`]) and gives the number of its pages.
    ///
    /// # Errors
    /// When the letter cannot be set; then there is none.
    pub fn set(&mut self, spec: &str) -> Result<usize, String> {
        self.document = None;
        let spec: LetterSpec = serde_json::from_str(spec).map_err(|error| error.to_string())?;
        let document = letter::layout(&spec, &self.fonts).map_err(|error| told_of(&error, &spec.recipient))?;
        let pages = document.page_count();
        self.document = Some(document);
        Ok(pages)
    }

    /// A page of the letter as SVG, counted from 0.
    ///
    /// # Errors
    /// When there is no letter or no such page.
    pub fn svg(&self, page: usize) -> Result<String, String> {
        letter::svg::page(self.letter()?, &self.fonts, page).map_err(|error| told(&error))
    }

    /// The letter's display list, for `PdfWriter`.
    ///
    /// # Errors
    /// When there is no letter.
    pub fn frames(&self) -> Result<Vec<u8>, String> {
        serde_json::to_vec(self.letter()?).map_err(|error| error.to_string())
    }

    fn letter(&self) -> Result<&Document, String> {
        self.document.as_ref().ok_or_else(|| "no letter was set".to_owned())
    }
}

fn told(error: &LetterError) -> String {
    told_of(error, &[])
}

fn told_of(error: &LetterError, address: &[String]) -> String {
    let fault = Fault::of(error).map(|fault| fault.naming(address));
    fault.and_then(|fault| serde_json::to_string(&fault).ok()).unwrap_or_else(|| error.to_string())
}
