//! The fonts a letter is set in, and which of them sets what.
//!
//! A [`FontName`] is a font's number in the display list, the same wherever the letter is set: a browser that fetched three
//! fonts and a server that has all of them make the same bytes.

mod beyond;
pub(crate) mod names;

use std::sync::{Arc, OnceLock};

use harfrust::font::Blob;
use harfrust::font::glyph::outline::OutlineSource;
use harfrust::{Font, GlyphId};

use crate::breaks::{UNSPACED, Words};
use crate::error::LetterError;
use crate::hyphens::{self, Patterns};
pub use names::FontName;

/// What a text is set in. Each has fonts of its own and falls back, character by character, on those of its script.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Style {
    /// The face of a letter and of running text: Source Serif 4 Regular.
    Book,
    /// Headings, labels and figures of a sheet: IBM Plex Sans Condensed Medium.
    Label,
    /// The heavier one of these: IBM Plex Sans Condensed Bold.
    LabelBold,
}

/// The fonts there are. Cloning is cheap: the font data is shared.
#[derive(Clone, Default)]
pub struct Fonts {
    /// By the font's number.
    faces: Vec<Option<Arc<Slot>>>,
    /// Where words begin and end in scripts without spaces: without them these are broken at their spaces alone.
    dictionaries: Vec<Arc<Words>>,
    /// Where words may be divided, by the file's name: without it a language's words stay whole.
    patterns: Vec<(&'static str, Patterns)>,
}

/// A font's file, read when a text first needs it.
struct Slot {
    file: Blob,
    face: OnceLock<Option<Face>>,
}

/// One font.
#[derive(Clone)]
pub(crate) struct Face {
    pub font: Font,
    #[cfg(feature = "pdf")]
    pub data: Blob,
    /// Units per em, never 0.
    pub upem: i32,
    /// The space's glyph and how far it moves the pen, if the font has one: asked for at the end of every line.
    #[cfg(feature = "pdf")]
    pub space: Option<(u16, i32)>,
}

impl Fonts {
    /// The fonts in these files (TrueType outlines, one face each).
    ///
    /// # Errors
    ///
    /// [`LetterError::NoFonts`] if the list is empty, [`LetterError::BadFont`] if one is no such font.
    pub fn new(files: Vec<(FontName, Vec<u8>)>) -> Result<Self, LetterError> {
        if files.is_empty() {
            return Err(LetterError::NoFonts);
        }
        files.into_iter().try_fold(Self::default(), |fonts, (name, file)| fonts.with(name, file))
    }

    /// These fonts and one more, in the place of one of the same name.
    ///
    /// # Errors
    ///
    /// [`LetterError::BadFont`] if it is no font with TrueType outlines.
    pub fn with(self, name: FontName, file: Vec<u8>) -> Result<Self, LetterError> {
        let file = Blob::from(file);
        let face = Face::read(file.clone()).ok_or(LetterError::BadFont { index: name.index() })?;
        Ok(self.with_slot(name, Slot { file, face: OnceLock::from(Some(face)) }))
    }

    /// The fonts that the crate carries.
    ///
    /// Were a file damaged, which a test rules out, its font would be missing and layout would say so.
    #[cfg(feature = "embedded-fonts")]
    #[must_use]
    pub fn embedded() -> Self {
        let mut fonts = Self::default();
        fonts.dictionaries.extend(UNSPACED.iter().filter_map(Words::carried).map(Arc::new));
        let patterns = hyphens::LANGUAGES.iter();
        fonts.patterns.extend(patterns.filter_map(|(_, name, file)| Some((*name, Patterns::read(Blob::from(*file))?))));
        let carried = FontName::ALL.iter().filter_map(|name| Some((*name, name.carried()?)));
        carried.fold(fonts, |fonts, (name, file)| {
            fonts.with_slot(name, Slot { file: Blob::from(file), face: OnceLock::new() })
        })
    }

    /// These fonts and what a file holds, told by its name: a font of [`FontName::file`], a dictionary such as
    /// `thai-words.bin`, or a language's hyphenation such as `hyphens-de.bin`.
    ///
    /// # Errors
    ///
    /// [`LetterError::BadFont`] if it is not what its name says; the index is beyond all fonts if the name is unknown.
    pub fn with_file(self, file: &str, content: Vec<u8>) -> Result<Self, LetterError> {
        if let Some(name) = FontName::ALL.iter().find(|name| name.file() == file) {
            return self.with(*name, content);
        }
        let bad = LetterError::BadFont { index: FontName::ALL.len() };
        if let Some((_, name, _)) = hyphens::LANGUAGES.iter().find(|(_, name, _)| *name == file) {
            let patterns = Patterns::read(Blob::from(content)).ok_or(bad)?;
            let mut fonts = self;
            fonts.patterns.retain(|known| known.0 != *name);
            fonts.patterns.push((name, patterns));
            return Ok(fonts);
        }
        let script = UNSPACED.iter().find(|script| script.file == file);
        let words = script.and_then(|script| Words::read(script, Blob::from(content))).ok_or(bad)?;
        let mut fonts = self;
        fonts.dictionaries.retain(|known| known.script.file != file);
        fonts.dictionaries.push(Arc::new(words));
        Ok(fonts)
    }

    pub(crate) fn dictionaries(&self) -> &[Arc<Words>] {
        &self.dictionaries
    }

    fn has_dictionary(&self, file: &str) -> bool {
        self.dictionaries.iter().any(|words| words.script.file == file)
    }

    /// The hyphenation in a file of this name.
    pub(crate) fn patterns(&self, file: &str) -> Option<&Patterns> {
        self.patterns.iter().find(|(name, _)| *name == file).map(|(_, patterns)| patterns)
    }

    /// The files that a text in a language needs and that are not here: the same on every machine, so that whoever has them
    /// sets the same page. A character that no font is made for needs none.
    #[must_use]
    pub fn missing<'t>(&self, lang: &str, texts: impl IntoIterator<Item = &'t str>) -> Vec<&'static str> {
        let mut needed = vec![FontName::Book];
        needed.extend(names::of_language(lang));
        for character in texts.into_iter().flat_map(str::chars).filter(|character| !character.is_ascii()) {
            let font = names::of_character(character, lang);
            needed.extend(font.filter(|font| !needed.contains(font)));
        }
        let words: Vec<&str> = needed.iter().filter_map(|name| name.words()).collect();
        let words = words.into_iter().filter(|file| !self.has_dictionary(file));
        let fonts = needed.into_iter().filter(|name| !self.contains(*name)).map(FontName::file);
        let patterns = hyphens::file(lang).filter(|file| self.patterns(file).is_none());
        fonts.chain(words).chain(patterns).collect()
    }

    /// The font that a character would be set in, if it is not here.
    pub(crate) fn lacked(&self, character: char, lang: &str) -> Option<FontName> {
        let name = names::of_character(character, lang)?;
        (!self.contains(name)).then_some(name)
    }

    fn with_slot(mut self, name: FontName, slot: Slot) -> Self {
        if self.faces.len() <= name.index() {
            self.faces.resize(name.index() + 1, None);
        }
        if let Some(place) = self.faces.get_mut(name.index()) {
            *place = Some(Arc::new(slot));
        }
        self
    }

    /// Whether the font is here.
    #[must_use]
    pub fn contains(&self, name: FontName) -> bool {
        self.faces.get(name.index()).is_some_and(Option::is_some)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.faces.iter().all(Option::is_none)
    }

    pub(crate) fn get(&self, name: FontName) -> Option<&Face> {
        self.at(name.index())
    }

    fn at(&self, index: usize) -> Option<&Face> {
        let slot = self.faces.get(index)?.as_ref()?;
        slot.face.get_or_init(|| Face::read(slot.file.clone())).as_ref()
    }

    /// The face with a number of a display list.
    #[cfg(any(feature = "pdf", feature = "svg"))]
    pub(crate) fn face(&self, index: u8) -> Result<&Face, LetterError> {
        let index = usize::from(index);
        self.at(index).ok_or(LetterError::BadFont { index })
    }

    /// Whether some font has a glyph for the character.
    pub(crate) fn has(&self, character: char) -> bool {
        (0..self.faces.len()).filter_map(|index| self.at(index)).any(|face| face.maps(character))
    }
}

impl Face {
    /// A font with TrueType outlines; none if it is no such file. The PDF's table from codes to glyphs is for these only.
    fn read(data: Blob) -> Option<Self> {
        let font = Font::new(data.clone(), 0)?;
        let upem = i32::from(font.units_per_em());
        let outlines = font.outline_glyphs().source() == Some(OutlineSource::Glyf);
        if !outlines || !(16..=16_384).contains(&upem) {
            return None;
        }
        #[cfg(feature = "pdf")]
        let space = space(&font);
        Some(Self {
            font,
            #[cfg(feature = "pdf")]
            data,
            upem,
            #[cfg(feature = "pdf")]
            space,
        })
    }

    /// Whether the font's own character map has the character.
    pub fn maps(&self, character: char) -> bool {
        self.font.charmap().map_unicode(character).is_some_and(|glyph| glyph != GlyphId::new(0))
    }
}

#[cfg(feature = "pdf")]
fn space(font: &Font) -> Option<(u16, i32)> {
    let glyph = font.charmap().map_unicode(' ')?;
    Some((u16::try_from(glyph.to_u32()).ok()?, harfrust::ShaperFont::new(font).glyph_h_advance(glyph)))
}

impl std::fmt::Debug for Fonts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let names = FontName::ALL.iter().filter(|name| self.contains(**name));
        f.debug_list().entries(names).finish()
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
        assert!(!fonts.has('漢'));
    }

    #[test]
    fn what_a_text_needs_is_told_by_its_letters_and_its_language() {
        let none = Fonts::default();
        assert_eq!(none.missing("en", ["Dear Sir, “50 €”"]), ["SourceSerif4-Regular.ttf", "hyphens-en.bin"]);
        assert_eq!(none.missing("ky", [""]), ["SourceSerif4-Regular.ttf"]);
        assert_eq!(none.missing("", ["Рита", "ริตา"])[1..], ["NotoSerifThai-Regular.ttf", "thai-words.bin"]);
        assert_eq!(none.missing("ja", [""])[1..], ["NotoSerifJP-Regular.ttf"]);
        assert_eq!(none.missing("de-CH", ["上"])[1..], ["NotoSerifSC-Regular.ttf", "hyphens-de.bin"]);
        assert_eq!(Fonts::embedded().missing("ar", ["ริตา и \u{1F54A}"]), Vec::<&str>::new());
    }

    #[test]
    fn a_file_is_known_by_its_name() {
        let words = include_bytes!("../fonts/thai-words.bin").to_vec();
        assert!(Fonts::default().with_file("thai-words.bin", words).unwrap().has_dictionary("thai-words.bin"));
        assert!(Fonts::default().with_file("thai-words.bin", vec![1]).is_err());
        assert!(Fonts::default().with_file("Comic.ttf", vec![1]).is_err());
        let german = include_bytes!("../fonts/hyphens-de.bin").to_vec();
        let fonts = Fonts::default().with_file("hyphens-de.bin", german).unwrap();
        assert!(fonts.patterns("hyphens-de.bin").is_some() && fonts.patterns("hyphens-nl.bin").is_none());
        assert!(Fonts::default().with_file("hyphens-nl.bin", vec![1]).is_err());
    }

    #[test]
    fn what_is_no_font_is_refused() {
        assert_eq!(Fonts::new(vec![]).unwrap_err(), LetterError::NoFonts);
        let bad = Fonts::new(vec![(FontName::LabelMedium, b"no font".to_vec())]).unwrap_err();
        assert_eq!(bad, LetterError::BadFont { index: 1 });
    }

    #[test]
    fn what_the_crate_says_it_carries_it_carries() {
        let fonts = Fonts::embedded();
        for name in FontName::ALL {
            assert_eq!(fonts.get(*name).is_some(), name.carried().is_some(), "{name:?}");
        }
        assert!(fonts.contains(FontName::Book));
    }
}
