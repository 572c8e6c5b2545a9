//! Codes for glyphs.
//!
//! A PDF maps each code of a font to one text. One glyph can stand for several texts (the hyphen for a typed hyphen and for
//! a soft one, the space for a no-break space), so a code is given to each pair of glyph and text, and a table leads from
//! codes to glyphs. So what is copied from the file is what was typed.

use std::collections::{BTreeMap, BTreeSet};

use harfrust::font::name::NameId;
use harfrust::{GlyphId, ShaperFont};
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use crate::error::LetterError;
use crate::fonts::{Face, Fonts};
use crate::frame::Document;

/// The codes of all fonts that a document uses.
pub(super) struct Codes {
    fonts: Vec<FontCodes>,
}

/// One font of the file.
pub(super) struct FontCodes {
    /// The font's index in [`Fonts`].
    pub index: usize,
    /// The resource's name.
    pub resource: String,
    /// The font's name in the file, with the tag that marks a subset.
    pub name: String,
    /// The subset font.
    pub program: Vec<u8>,
    /// The advance of each code's glyph in font units.
    pub widths: BTreeMap<u16, u16>,
    /// Two bytes per code, from 0: the glyph in the subset.
    pub to_glyph: Vec<u8>,
    codes: BTreeMap<(u16, String), u16>,
    upem: i32,
}

impl Codes {
    pub fn of(document: &Document, fonts: &Fonts) -> Result<Self, LetterError> {
        let mut used: BTreeMap<u8, BTreeSet<(u16, String)>> = BTreeMap::new();
        for line in document.pages.iter().flat_map(|page| page.lines()) {
            for run in &line.line.runs {
                let pairs = used.entry(run.font).or_default();
                for glyph in &run.glyphs {
                    let text = line.text_of(glyph);
                    if !pairs.contains(&(glyph.id, text.to_owned())) {
                        pairs.insert((glyph.id, text.to_owned()));
                    }
                }
            }
        }
        let fonts = used.into_iter().map(|(index, pairs)| FontCodes::new(index, pairs, fonts.face(index)?));
        Ok(Self { fonts: fonts.collect::<Result<_, _>>()? })
    }

    pub fn fonts(&self) -> &[FontCodes] {
        &self.fonts
    }

    /// The font at an index of the display list.
    pub fn font(&self, index: u8) -> Result<&FontCodes, LetterError> {
        let index = usize::from(index);
        self.fonts.iter().find(|font| font.index == index).ok_or(LetterError::BadFont { index })
    }
}

impl FontCodes {
    fn new(index: u8, pairs: BTreeSet<(u16, String)>, face: &Face) -> Result<Self, LetterError> {
        let bad = || LetterError::BadFont { index: usize::from(index) };
        let glyphs: Vec<u16> = pairs.iter().map(|(glyph, _)| *glyph).collect();
        let remapper = GlyphRemapper::new_from_glyphs_sorted(&glyphs);
        let program = subsetter::subset(&face.data, 0, &remapper).map_err(|_| bad())?;
        let shaper = ShaperFont::new(&face.font);
        let (mut codes, mut widths, mut to_glyph) = (BTreeMap::new(), BTreeMap::new(), vec![0, 0]);
        for (code, (glyph, text)) in (1..).zip(pairs) {
            let code =
                u16::try_from(code).map_err(|_| LetterError::Pdf { reason: "too many different glyphs".into() })?;
            widths.insert(code, u16::try_from(shaper.glyph_h_advance(GlyphId::from(glyph))).unwrap_or(0));
            to_glyph.extend(remapper.get(glyph).ok_or_else(bad)?.to_be_bytes());
            codes.insert((glyph, text), code);
        }
        let name = format!("{}+{}", tag(&program), postscript_name(face, index));
        let resource = format!("F{index}");
        Ok(Self { index: index.into(), resource, name, program, widths, to_glyph, codes, upem: face.upem })
    }

    pub fn code(&self, glyph: u16, text: &str) -> Result<u16, LetterError> {
        self.codes.get(&(glyph, text.to_owned())).copied().ok_or(LetterError::BadFont { index: self.index })
    }

    /// The width that printpdf writes for a code: whole thousandths of an em, cut off.
    pub fn width_in_thousandths(&self, code: u16) -> f32 {
        let width = self.widths.get(&code).copied().unwrap_or(0);
        (f32::from(width) * 1_000.0 / self.upem as f32).trunc()
    }
}

/// Six capitals that tell one subset of a font from another (ISO 32000-1, 9.6.4).
fn tag(program: &[u8]) -> String {
    Sha256::digest(program).iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}

/// The font's PostScript name, or one of ours if it has none.
fn postscript_name(face: &Face, index: u8) -> String {
    let name = face.font.names().get(NameId::POSTSCRIPT_NAME).and_then(|name| name.english_or_first());
    let letters = name.into_iter().flat_map(|name| name.name().chars());
    let plain: String = letters.filter(|c| c.is_ascii_alphanumeric() || *c == '-').take(60).collect();
    if plain.is_empty() { format!("Font{index}") } else { plain }
}
