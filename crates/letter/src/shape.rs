//! Text to glyphs.

use harfrust::{Buffer, Direction, Language, Script, ShapeOptions, ShapePlan, ShaperFont, Tag};
use std::ops::Range;
use unicode_script::UnicodeScript;

use crate::error::{Field, LetterError, code};
use crate::fonts::Fonts;
use crate::frame::{Glyph, Run};

/// Shapes text in one language with a list of fonts. Keeps the shaping plans, which cost more than shaping a line.
pub(crate) struct Shaper<'f> {
    fonts: &'f Fonts,
    shapers: Vec<ShaperFont<'f, 'static>>,
    language: Option<Language>,
    plans: Vec<(usize, Script, ShapePlan)>,
}

/// A stretch of text to shape, and where it stands for an error.
#[derive(Clone, Copy)]
struct Stretch<'t> {
    text: &'t str,
    script: Script,
    field: Field,
}

impl<'f> Shaper<'f> {
    /// A shaper for a language given as a BCP 47 tag.
    pub fn new(fonts: &'f Fonts, lang: &str) -> Self {
        let shapers = fonts.faces().iter().map(|face| ShaperFont::new(&face.font)).collect();
        Self { fonts, shapers, language: Language::new(lang), plans: Vec::new() }
    }

    /// The text's glyphs, from left to right. Their offsets count from the text's beginning.
    ///
    /// # Errors
    ///
    /// [`LetterError::NoGlyph`] if no font has a character.
    pub fn shape(&mut self, text: &str, field: Field) -> Result<Vec<Run>, LetterError> {
        let mut runs = Vec::new();
        for (range, script) in script_runs(text) {
            self.shape_with(0, Stretch { text, script, field }, range, &mut runs)?;
        }
        Ok(runs)
    }

    /// Shapes a range with one font, and what it lacks with the next.
    fn shape_with(
        &mut self,
        face: usize,
        stretch: Stretch,
        range: Range<usize>,
        runs: &mut Vec<Run>,
    ) -> Result<(), LetterError> {
        let Some(known) = self.fonts.faces().get(face) else {
            return Err(self.missing(stretch, range));
        };
        let upem = known.upem;
        let glyphs = self.glyphs(face, stretch, range.clone())?;
        for (part, found) in parts(&glyphs, range.end) {
            if found {
                let within = |glyph: &&Glyph| part.contains(&(glyph.start as usize));
                let mut found: Vec<Glyph> = glyphs.iter().filter(within).copied().collect();
                share_out(&mut found, stretch.text);
                push(runs, face, upem, found);
            } else {
                self.shape_with(face + 1, stretch, part, runs)?;
            }
        }
        Ok(())
    }

    fn glyphs(&mut self, face: usize, stretch: Stretch, range: Range<usize>) -> Result<Vec<Glyph>, LetterError> {
        let slice = stretch.text.get(range.clone()).unwrap_or_default();
        let mut buffer = Buffer::new();
        for (offset, character) in slice.char_indices() {
            buffer.push(u32::from(character), u32::try_from(range.start + offset).unwrap_or(u32::MAX));
        }
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(Some(stretch.script));
        buffer.set_language(self.language.clone());
        let plan = self.plan(face, stretch.script)?;
        let (shaper, plan) = (&self.shapers[face], &self.plans[plan].2);
        harfrust::shape(shaper, &mut buffer, ShapeOptions::new().plan(Some(plan)))
            .map_err(|_| LetterError::BadFont { index: face })?;
        Ok(collect(&buffer, range.end))
    }

    /// The index of the plan for a font and a script, made when first asked for.
    fn plan(&mut self, face: usize, script: Script) -> Result<usize, LetterError> {
        if let Some(found) = self.plans.iter().position(|plan| plan.0 == face && plan.1 == script) {
            return Ok(found);
        }
        let font = &self.fonts.faces().get(face).ok_or(LetterError::BadFont { index: face })?.font;
        let plan = ShapePlan::new(font, Direction::LeftToRight, Some(script), self.language.as_ref(), &[]);
        self.plans.push((face, script, plan));
        Ok(self.plans.len() - 1)
    }

    fn missing(&self, stretch: Stretch, range: Range<usize>) -> LetterError {
        let cluster = stretch.text.get(range).unwrap_or_default();
        let unknown = cluster.chars().find(|character| !self.fonts.has(*character));
        match unknown.or_else(|| cluster.chars().next()) {
            Some(character) => LetterError::NoGlyph { field: stretch.field, character, code: code(character) },
            None => LetterError::NoFonts,
        }
    }
}

/// The buffer's glyphs with the text each stands for; `end` is where the shaped range ends.
fn collect(buffer: &Buffer, end: usize) -> Vec<Glyph> {
    let infos = buffer.glyph_infos();
    let mut glyphs = Vec::with_capacity(infos.len());
    for (index, (info, position)) in infos.iter().zip(buffer.glyph_positions()).enumerate() {
        let start = info.cluster;
        let continues = index > 0 && infos[index - 1].cluster == start;
        let next = infos[index..].iter().map(|info| info.cluster).find(|cluster| *cluster > start);
        let stop = next.unwrap_or(u32::try_from(end).unwrap_or(u32::MAX));
        glyphs.push(Glyph {
            id: u16::try_from(info.glyph_id).unwrap_or(0),
            advance: position.x_advance,
            dx: position.x_offset,
            dy: position.y_offset,
            start,
            len: if continues { 0 } else { u16::try_from(stop.saturating_sub(start)).unwrap_or(u16::MAX) },
        });
    }
    glyphs
}

/// The shaped range as stretches that the font has or has not, whole clusters each.
fn parts(glyphs: &[Glyph], end: usize) -> Vec<(Range<usize>, bool)> {
    let mut parts: Vec<(Range<usize>, bool)> = Vec::new();
    let mut at = 0;
    while let Some(first) = glyphs.get(at) {
        let cluster = glyphs[at..].iter().take_while(|glyph| glyph.start == first.start).count();
        let found = glyphs[at..at + cluster].iter().all(|glyph| glyph.id != 0);
        at += cluster;
        let range = first.start as usize..glyphs.get(at).map_or(end, |next| next.start as usize);
        match parts.last_mut() {
            Some((last, same)) if *same == found => last.end = range.end,
            _ => parts.push((range, found)),
        }
    }
    parts
}

/// Gives each glyph of a cluster its own character where there are as many characters as glyphs: a letter and its marks. A
/// glyph without a text of its own is read differently by each PDF reader.
fn share_out(glyphs: &mut [Glyph], text: &str) {
    for cluster in glyphs.chunk_by_mut(|one, other| one.start == other.start) {
        let Some(first) = cluster.first().copied() else { continue };
        let start = first.start as usize;
        let whole = text.get(start..start + usize::from(first.len)).unwrap_or_default();
        if cluster.len() < 2 || whole.chars().count() != cluster.len() {
            continue;
        }
        for (glyph, (offset, character)) in cluster.iter_mut().zip(whole.char_indices()) {
            glyph.start = first.start + u32::try_from(offset).unwrap_or(0);
            glyph.len = u16::try_from(character.len_utf8()).unwrap_or(0);
        }
    }
}

fn push(runs: &mut Vec<Run>, face: usize, upem: i32, glyphs: Vec<Glyph>) {
    let font = u8::try_from(face).unwrap_or(u8::MAX);
    match runs.last_mut() {
        Some(run) if run.font == font => run.glyphs.extend(glyphs),
        _ => runs.push(Run { font, upem, glyphs }),
    }
}

/// The text in stretches of one script. Spaces, digits, punctuation and marks go with what is before them.
fn script_runs(text: &str) -> Vec<(Range<usize>, Script)> {
    let mut runs: Vec<(Range<usize>, Option<Script>)> = Vec::new();
    for (at, character) in text.char_indices() {
        let script = own_script(character);
        let end = at + character.len_utf8();
        match runs.last_mut() {
            Some((range, current)) if script.is_none() || current.is_none() || *current == script => {
                range.end = end;
                *current = current.or(script);
            }
            _ => runs.push((at..end, script)),
        }
    }
    runs.into_iter().map(|(range, script)| (range, script.unwrap_or(Script::LATIN))).collect()
}

/// The script of a letter; none for what all scripts share.
fn own_script(character: char) -> Option<Script> {
    use unicode_script::Script as Of;
    match character.script() {
        Of::Common | Of::Inherited | Of::Unknown => None,
        script => Script::from_iso15924_tag(Tag::from_be_bytes(script.as_iso15924_tag().to_be_bytes())),
    }
}

#[cfg(test)]
#[cfg(feature = "embedded-fonts")]
mod tests {
    use super::*;

    fn shaped(text: &str) -> Result<Vec<Run>, LetterError> {
        let fonts = Fonts::embedded();
        Shaper::new(&fonts, "en").shape(text, Field::Body)
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
    fn scripts_are_shaped_apart() {
        let runs = script_runs("«Abad» дело 2024");
        assert_eq!(runs, [(0..9, Script::LATIN), (9..22, Script::CYRILLIC)]);
    }

    #[test]
    fn a_missing_character_is_named() {
        let error = shaped("a letter 漢 here").unwrap_err();
        assert_eq!(error, LetterError::NoGlyph { field: Field::Body, character: '漢', code: "U+6F22".into() });
        assert!(error.to_string().contains("U+6F22"));
    }

    #[test]
    fn no_fonts_at_all_is_an_error() {
        assert_eq!(Fonts::new(vec![]).err(), Some(LetterError::NoFonts));
    }
}
