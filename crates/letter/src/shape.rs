//! Text to glyphs.

mod glyphs;
mod scripts;

use std::ops::Range;

use harfrust::{Buffer, Direction, Language, Script, ShapeOptions, ShapePlan, ShaperFont};

use crate::error::{Field, LetterError, code};
use crate::fonts::names::chain;
use crate::fonts::{FontName, Fonts, Style};
use crate::frame::{Glyph, Run};
use crate::order::visual_runs;
pub(crate) use glyphs::Shaped;
use glyphs::{collect, parts, share_out};
pub(crate) use scripts::own_script;
use scripts::{script_alone, script_runs};

/// Shapes text in one language. Keeps the shaping plans, which cost more than shaping a line.
pub(crate) struct Shaper<'f> {
    fonts: &'f Fonts,
    /// By the font's number, made when first asked for.
    shapers: Vec<Option<ShaperFont<'f, 'static>>>,
    lang: String,
    language: Option<Language>,
    plans: Vec<(FontName, Script, bool, ShapePlan)>,
    chains: Vec<(Style, Script, Vec<FontName>)>,
    /// Used again and again: its memory stays.
    buffer: Buffer,
    /// Where the text that is being shaped must not be cut.
    joins: Vec<u32>,
}

/// A stretch of text to shape, and where it stands for an error.
#[derive(Clone, Copy)]
struct Stretch<'t> {
    text: &'t str,
    style: Style,
    script: Script,
    field: Field,
    /// Whether it runs from right to left.
    rtl: bool,
}

impl<'f> Shaper<'f> {
    /// A shaper for a language given as a BCP 47 tag.
    pub fn new(fonts: &'f Fonts, lang: &str) -> Self {
        let shapers = FontName::ALL.iter().map(|_| None).collect();
        let (lang, language) = (lang.to_owned(), Language::new(lang));
        let (plans, chains) = (Vec::new(), Vec::new());
        Self { fonts, shapers, lang, language, plans, chains, buffer: Buffer::new(), joins: Vec::new() }
    }

    /// The text's glyphs, from left to right. Their offsets count from the text's beginning. `order` says which way its parts
    /// run, a level per byte; none if all of it runs from left to right.
    ///
    /// # Errors
    ///
    /// [`LetterError::NoGlyph`] if no font has a character.
    pub fn shape(&mut self, text: &str, order: &[u8], style: Style, field: Field) -> Result<Shaped, LetterError> {
        let mut runs = Vec::new();
        self.joins.clear();
        for (level_run, rtl) in visual_runs(text.len(), order) {
            let mut stretches = script_runs(text, level_run);
            if rtl {
                stretches.reverse();
            }
            for (range, script) in stretches {
                let mut pieces = Vec::new();
                self.shape_with(0, Stretch { text, style, script, field, rtl }, range, &mut pieces)?;
                if rtl {
                    pieces.reverse();
                }
                for (name, glyphs) in pieces {
                    self.push(&mut runs, name, glyphs);
                }
            }
        }
        Ok(Shaped::new(runs, &mut self.joins))
    }

    /// Shapes a range with one font, and what it lacks with the next. The pieces come in the order of the text, the glyphs of
    /// each from left to right.
    fn shape_with(
        &mut self,
        attempt: usize,
        stretch: Stretch,
        range: Range<usize>,
        pieces: &mut Vec<(FontName, Vec<Glyph>)>,
    ) -> Result<(), LetterError> {
        let Some(name) = self.font(stretch, attempt) else {
            return self.shape_apart(stretch, range, pieces);
        };
        let mut glyphs = self.glyphs(name, stretch, range.clone())?;
        if glyphs.iter().all(|glyph| glyph.id != 0) {
            share_out(&mut glyphs, stretch, &mut self.joins);
            pieces.push((name, glyphs));
            return Ok(());
        }
        for (part, found) in parts(&glyphs, &range, stretch.rtl) {
            if found {
                let within = |glyph: &&Glyph| part.contains(&(glyph.start as usize));
                let mut found: Vec<Glyph> = glyphs.iter().filter(within).copied().collect();
                share_out(&mut found, stretch, &mut self.joins);
                pieces.push((name, found));
            } else {
                self.shape_with(attempt + 1, stretch, part, pieces)?;
            }
        }
        Ok(())
    }

    /// Shapes what no font has as a whole, such as a Latin letter with an Arabic mark, character by character.
    fn shape_apart(
        &mut self,
        stretch: Stretch,
        range: Range<usize>,
        pieces: &mut Vec<(FontName, Vec<Glyph>)>,
    ) -> Result<(), LetterError> {
        let text = stretch.text.get(range.clone()).unwrap_or_default();
        let mut characters = text.chars();
        if let (Some(only), None) = (characters.next(), characters.next()) {
            return match script_alone(only).filter(|script| *script != stretch.script) {
                Some(script) => self.shape_with(0, Stretch { script, ..stretch }, range, pieces),
                None => Err(self.missing(stretch, range)),
            };
        }
        for (offset, character) in text.char_indices() {
            let (from, script) = (range.start + offset, script_alone(character).unwrap_or(stretch.script));
            self.shape_with(0, Stretch { script, ..stretch }, from..from + character.len_utf8(), pieces)?;
        }
        Ok(())
    }

    /// The font to ask at an attempt, counted from 0.
    fn font(&mut self, stretch: Stretch, attempt: usize) -> Option<FontName> {
        let Stretch { style, script, .. } = stretch;
        if let Some((.., chain)) = self.chains.iter().find(|one| one.0 == style && one.1 == script) {
            return chain.get(attempt).copied();
        }
        let mut chain = chain(style, script, &self.lang);
        chain.retain(|name| self.fonts.contains(*name));
        let font = chain.get(attempt).copied();
        self.chains.push((style, script, chain));
        font
    }

    fn push(&self, runs: &mut Vec<Run>, name: FontName, glyphs: Vec<Glyph>) {
        let font = u8::try_from(name.index()).unwrap_or(u8::MAX);
        match runs.last_mut() {
            Some(run) if run.font == font => run.glyphs.extend(glyphs),
            _ => runs.push(Run { font, upem: self.fonts.get(name).map_or(1_000, |face| face.upem), glyphs }),
        }
    }

    fn glyphs(&mut self, name: FontName, stretch: Stretch, range: Range<usize>) -> Result<Vec<Glyph>, LetterError> {
        let bad = || LetterError::BadFont { index: name.index() };
        let slice = stretch.text.get(range.clone()).unwrap_or_default();
        let plan = self.plan(name, stretch)?;
        let face = self.fonts.get(name).ok_or_else(bad)?;
        let Self { buffer, joins, language, shapers, .. } = self;
        buffer.reset();
        buffer.reserve(slice.len());
        for (offset, character) in slice.char_indices() {
            buffer.push(u32::from(character), u32::try_from(range.start + offset).unwrap_or(u32::MAX));
        }
        buffer.set_direction(direction(stretch.rtl));
        buffer.set_script(Some(stretch.script));
        buffer.set_language(language.clone());
        let shaper = shapers.get_mut(name.index()).ok_or_else(bad)?.get_or_insert_with(|| ShaperFont::new(&face.font));
        let plan = &self.plans.get(plan).ok_or_else(bad)?.3;
        harfrust::shape(shaper, buffer, ShapeOptions::new().plan(Some(plan))).map_err(|_| bad())?;
        joins.extend(buffer.glyph_infos().iter().filter(|info| info.unsafe_to_break()).map(|info| info.cluster));
        Ok(collect(buffer, range.end))
    }

    /// The index of the plan for a font, a script and a direction, made when first asked for.
    fn plan(&mut self, name: FontName, stretch: Stretch) -> Result<usize, LetterError> {
        let Stretch { script, rtl, .. } = stretch;
        if let Some(found) = self.plans.iter().position(|plan| plan.0 == name && plan.1 == script && plan.2 == rtl) {
            return Ok(found);
        }
        let font = &self.fonts.get(name).ok_or(LetterError::BadFont { index: name.index() })?.font;
        let plan = ShapePlan::new(font, direction(rtl), Some(script), self.language.as_ref(), &[]);
        self.plans.push((name, script, rtl, plan));
        Ok(self.plans.len() - 1)
    }

    fn missing(&self, stretch: Stretch, range: Range<usize>) -> LetterError {
        let cluster = stretch.text.get(range).unwrap_or_default();
        let unknown = cluster.chars().find(|character| !self.fonts.has(*character));
        match unknown.or_else(|| cluster.chars().next()) {
            Some(character) => {
                let (field, code) = (stretch.field, code(character));
                match self.fonts.lacked(character, &self.lang) {
                    Some(font) => LetterError::NoFont { field, character, code, file: font.file().to_owned() },
                    None => LetterError::NoGlyph { field, character, code },
                }
            }
            None => LetterError::NoFonts,
        }
    }
}

const fn direction(rtl: bool) -> Direction {
    if rtl { Direction::RightToLeft } else { Direction::LeftToRight }
}

#[cfg(test)]
#[cfg(feature = "embedded-fonts")]
mod tests {
    use super::*;
    use crate::order::{Base, levels};

    fn shaped(text: &str) -> Result<Vec<Run>, LetterError> {
        let fonts = Fonts::embedded();
        let order = levels(text, Base::LeftToRight).levels;
        Ok(Shaper::new(&fonts, "en").shape(text, &order, Style::Book, Field::Body)?.runs)
    }

    fn texts(text: &str) -> Vec<String> {
        let runs = shaped(text).unwrap();
        let glyphs = runs.iter().flat_map(|run| &run.glyphs);
        glyphs.map(|g| text[g.start as usize..g.start as usize + usize::from(g.len)].to_owned()).collect()
    }

    #[test]
    fn every_glyph_knows_its_text() {
        assert_eq!(texts("abc"), ["a", "b", "c"]);
        assert_eq!(texts("").len(), 0);
        for text in ["official", "Жаңы өкүм", "Καρασάρτοβα", "cafe\u{301}", "Kempir-Abad, кыргыз"]
        {
            assert_eq!(texts(text).concat(), text);
        }
    }

    #[test]
    fn a_mark_has_its_own_text() {
        assert_eq!(texts("x\u{301}y"), ["x", "\u{301}", "y"]);
    }

    #[test]
    fn a_missing_character_is_named() {
        let error = shaped("a letter \u{1f49b} here").unwrap_err();
        assert_eq!(error, LetterError::NoGlyph { field: Field::Body, character: '\u{1f49b}', code: "U+1F49B".into() });
        assert!(error.to_string().contains("U+1F49B"));
    }

    #[test]
    fn a_font_that_is_not_here_is_named() {
        let error = shaped("a letter 漢 here").unwrap_err();
        let (code, file) = ("U+6F22".into(), "NotoSerifSC-Regular.ttf".into());
        assert_eq!(error, LetterError::NoFont { field: Field::Body, character: '漢', code, file });
    }

    #[test]
    fn no_fonts_at_all_is_an_error() {
        assert_eq!(Fonts::new(vec![]).err(), Some(LetterError::NoFonts));
    }
}
