//! The fonts that letters are set in: those that the program carries, and large ones from a folder, read when a letter first
//! needs them.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use letter::{Fonts, LetterSpec};

/// Where fonts come from. Reading blocks: ask on a thread that may.
#[derive(Debug)]
pub struct FontShelf {
    folder: Option<PathBuf>,
    fonts: Mutex<Fonts>,
}

impl FontShelf {
    /// The fonts that the program carries, and those of a folder.
    #[must_use]
    pub fn new(folder: Option<PathBuf>) -> Self {
        Self { folder, fonts: Mutex::new(Fonts::embedded()) }
    }

    /// The fonts for a letter. What is not in the folder is not in them: layout then names the character.
    #[must_use]
    pub fn for_letter(&self, spec: &LetterSpec) -> Fonts {
        self.with(|fonts| letter::missing(spec, fonts))
    }

    /// The fonts for texts in a language.
    #[must_use]
    pub fn for_texts<'t>(&self, lang: &str, texts: impl IntoIterator<Item = &'t str>) -> Fonts {
        self.with(|fonts| fonts.missing(lang, texts))
    }

    /// Adds what is missing, as far as it is there.
    fn with(&self, missing: impl FnOnce(&Fonts) -> Vec<&'static str>) -> Fonts {
        let mut fonts = self.fonts.lock().unwrap_or_else(PoisonError::into_inner);
        for file in missing(&fonts) {
            let Some(path) = self.folder.as_ref().map(|folder| folder.join(file)) else { continue };
            let added = std::fs::read(&path)
                .map_err(|error| error.to_string())
                .and_then(|content| fonts.clone().with_file(file, content).map_err(|error| error.to_string()));
            match added {
                Ok(more) => *fonts = more,
                Err(error) => {
                    tracing::warn!(file, error, "a font for a letter is not there: run scripts/fonts, or set fonts_dir")
                }
            }
        }
        fonts.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_without_the_font_gives_what_there_is() {
        let folder = tempfile::tempdir().unwrap();
        let shelf = FontShelf::new(Some(folder.path().to_owned()));
        std::fs::write(folder.path().join("NotoSerifSC-Regular.ttf"), b"no font").unwrap();
        assert_eq!(shelf.for_texts("zh", ["上"]).missing("zh", ["上"]), ["NotoSerifSC-Regular.ttf"]);
        assert!(FontShelf::new(None).for_texts("ar", ["س"]).missing("ar", ["س"]).is_empty(), "the program carries it");
    }

    #[test]
    fn a_font_is_read_when_a_text_needs_it() {
        let folder = tempfile::tempdir().unwrap();
        let book = concat!(env!("CARGO_MANIFEST_DIR"), "/../letter/fonts/SourceSerif4-Regular.ttf");
        std::fs::copy(book, folder.path().join("NotoSerifKR-Regular.ttf")).unwrap();
        let shelf = FontShelf::new(Some(folder.path().to_owned()));
        assert!(!shelf.for_texts("en", ["a"]).contains(letter::fonts::FontName::Korean));
        assert!(shelf.for_texts("ko", ["a"]).contains(letter::fonts::FontName::Korean));
    }
}
