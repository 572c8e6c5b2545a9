//! Codes for glyphs, given when a glyph is first shown.
//!
//! A PDF maps each code of a font to one text. One glyph can stand for several texts (the hyphen for a typed hyphen and for
//! a soft one, the space for a no-break space), so a code is given to each pair of glyph and text, and a table leads from
//! codes to glyphs. So what is copied from the file is what was typed.

use harfrust::{GlyphId, ShaperFont};

use crate::error::LetterError;
use crate::fonts::{Face, Fonts};

/// The codes of the fonts that were used so far.
pub(super) struct Codes {
    fonts: Vec<Option<FontCodes>>,
}

/// One font of the file.
pub(super) struct FontCodes {
    /// Units per em of the font.
    pub upem: i64,
    /// The codes from 1 on.
    pub codes: Vec<Code>,
    /// For each glyph the code that was given to it last, 0 for none; the codes before it follow by [`Code::other`].
    last: Vec<u16>,
}

/// What a code stands for.
pub(super) struct Code {
    /// The glyph's number in the whole font.
    pub glyph: u16,
    /// The text.
    pub text: Box<str>,
    /// The glyph's width in thousandths of an em.
    pub width: i32,
    other: u16,
}

impl Codes {
    pub const fn new() -> Self {
        Self { fonts: Vec::new() }
    }

    /// The fonts that were used, with their index in [`Fonts`].
    pub fn used(&self) -> impl Iterator<Item = (u8, &FontCodes)> {
        (0..).zip(&self.fonts).filter_map(|(index, font)| font.as_ref().map(|font| (index, font)))
    }

    /// The font at an index of the display list.
    pub fn font(&mut self, index: u8, fonts: &Fonts) -> Result<&mut FontCodes, LetterError> {
        let at = usize::from(index);
        if self.fonts.len() <= at {
            self.fonts.resize_with(at + 1, || None);
        }
        let face = fonts.face(index)?;
        let slot = self.fonts.get_mut(at).ok_or(LetterError::BadFont { index: at })?;
        Ok(slot.get_or_insert_with(|| FontCodes { upem: face.upem.into(), codes: Vec::new(), last: Vec::new() }))
    }
}

impl FontCodes {
    /// The code for a glyph and its text, and the glyph's width in thousandths of an em.
    pub fn code(&mut self, glyph: u16, text: &str, face: &Face) -> Result<(u16, i32), LetterError> {
        let mut at = self.last.get(usize::from(glyph)).copied().unwrap_or(0);
        while let Some(code) = self.at(at) {
            if &*code.text == text {
                return Ok((at, code.width));
            }
            at = code.other;
        }
        self.give(glyph, text, face)
    }

    fn give(&mut self, glyph: u16, text: &str, face: &Face) -> Result<(u16, i32), LetterError> {
        let number = u16::try_from(self.codes.len() + 1)
            .map_err(|_| LetterError::Pdf { reason: "more than 65,535 different glyphs in one font".into() })?;
        let width = thousandths(ShaperFont::new(&face.font).glyph_h_advance(GlyphId::from(glyph)).into(), self.upem);
        let at = usize::from(glyph);
        if self.last.len() <= at {
            self.last.resize(at + 1, 0);
        }
        let other = self.last.get_mut(at).map_or(0, |last| std::mem::replace(last, number));
        self.codes.push(Code { glyph, text: text.into(), width, other });
        Ok((number, width))
    }

    fn at(&self, code: u16) -> Option<&Code> {
        usize::from(code).checked_sub(1).and_then(|index| self.codes.get(index))
    }
}

/// Font units as thousandths of an em, rounded to the nearest.
fn thousandths(units: i64, upem: i64) -> i32 {
    i32::try_from((2_000 * units + upem).div_euclid(2 * upem.max(1))).unwrap_or(0)
}
