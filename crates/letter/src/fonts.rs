//! The fonts a letter is set in.

use harfrust::font::Blob;
use harfrust::font::glyph::outline::OutlineSource;
use harfrust::{Font, GlyphId};

use crate::error::LetterError;

/// Source Serif 4 Regular, under the SIL Open Font License 1.1 (`fonts/OFL.txt`).
#[cfg(feature = "embedded-fonts")]
static SOURCE_SERIF: &[u8] = include_bytes!("../fonts/SourceSerif4-Regular.ttf");

/// Fonts in the order in which they are asked for a character: the first that has it sets it.
///
/// Cloning is cheap: the font data is shared.
#[derive(Clone)]
pub struct Fonts {
    faces: Vec<Face>,
}

/// One font.
#[derive(Clone)]
pub(crate) struct Face {
    pub font: Font,
    #[cfg(feature = "pdf")]
    pub data: Blob,
    /// Units per em, never 0.
    pub upem: i32,
}

impl Fonts {
    /// The fonts in these files (TrueType outlines, one face each), asked in this order.
    ///
    /// # Errors
    ///
    /// [`LetterError::NoFonts`] if the list is empty, [`LetterError::BadFont`] if one is no such font.
    pub fn new(files: Vec<Vec<u8>>) -> Result<Self, LetterError> {
        Self::from_blobs(files.into_iter().map(Blob::from).collect())
    }

    /// Source Serif 4 Regular, which the crate carries: Latin, Greek and Cyrillic.
    ///
    /// Were the file damaged, which a test rules out, there would be no font and layout would say so.
    #[cfg(feature = "embedded-fonts")]
    #[must_use]
    pub fn embedded() -> Self {
        Self::from_blobs(vec![Blob::from(SOURCE_SERIF)]).unwrap_or(Self { faces: Vec::new() })
    }

    fn from_blobs(blobs: Vec<Blob>) -> Result<Self, LetterError> {
        if blobs.is_empty() {
            return Err(LetterError::NoFonts);
        }
        let faces = blobs.into_iter().enumerate().map(|(index, data)| {
            let font = Font::new(data.clone(), 0).ok_or(LetterError::BadFont { index })?;
            let upem = i32::from(font.units_per_em());
            // The PDF's table from codes to glyphs is for TrueType outlines only.
            let outlines = font.outline_glyphs().source() == Some(OutlineSource::Glyf);
            let usable = outlines && (16..=16_384).contains(&upem);
            let face = Face {
                font,
                #[cfg(feature = "pdf")]
                data,
                upem,
            };
            if usable { Ok(face) } else { Err(LetterError::BadFont { index }) }
        });
        Ok(Self { faces: faces.collect::<Result<_, _>>()? })
    }

    pub(crate) fn faces(&self) -> &[Face] {
        &self.faces
    }

    /// The face at an index of a display list.
    #[cfg(any(feature = "pdf", feature = "svg"))]
    pub(crate) fn face(&self, index: u8) -> Result<&Face, LetterError> {
        self.faces.get(usize::from(index)).ok_or(LetterError::BadFont { index: usize::from(index) })
    }

    /// Whether some font has a glyph for the character.
    pub(crate) fn has(&self, character: char) -> bool {
        self.faces.iter().any(|face| face.maps(character))
    }
}

impl Face {
    /// Whether the font's own character map has the character.
    pub fn maps(&self, character: char) -> bool {
        self.font.charmap().map_unicode(character).is_some_and(|glyph| glyph != GlyphId::new(0))
    }
}

impl std::fmt::Debug for Fonts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Fonts").field("faces", &self.faces.len()).finish()
    }
}

#[cfg(test)]
#[cfg(feature = "embedded-fonts")]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_font_has_the_letters_of_our_languages() {
        let fonts = Fonts::embedded();
        let letters = "ABCäßéłőřğışçñåøþ ĄĆĘŁŃÓŚŹŻ ΑΩάήώϊΐ ЖЯёїєґўђћљњџ ңөүҢӨҮ әғқұһ ĐđơưẶ “”‘’„«»–—…€§·№";
        for letter in letters.chars() {
            assert!(fonts.has(letter), "{letter}");
        }
        assert!(!fonts.has('ע'));
        assert!(!fonts.has('漢'));
    }

    #[test]
    fn what_is_no_font_is_refused() {
        assert_eq!(Fonts::new(vec![]).unwrap_err(), LetterError::NoFonts);
        assert_eq!(Fonts::new(vec![b"no font".to_vec()]).unwrap_err(), LetterError::BadFont { index: 0 });
    }
}
