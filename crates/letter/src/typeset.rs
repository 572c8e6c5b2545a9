//! Text into lines: what letters and sheets share.

mod justify;

use std::sync::Arc;

use crate::breaks::{Breakable, Words, breakable, unbroken};
use crate::clean::SOFT_HYPHEN;
use crate::error::{Field, LetterError};
use crate::fit::{Cut, Paragraph, first_fit, nanometres, total_fit};
use crate::fonts::{Fonts, Style};
use crate::frame::{Line, Role, Run};
use crate::hyphens::Hyphens;
use crate::memory::{Memory, Source};
use crate::order::{Base, Order, levels};
use crate::shape::{Shaped, Shaper};
use crate::spec::Alignment;

/// A style at a size in tenths of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Type {
    pub style: Style,
    pub size: i32,
}

impl Type {
    pub const fn new(style: Style, size: i32) -> Self {
        Self { style, size }
    }
}

/// The type size where none is given: 8 pt.
const SMALLEST: i32 = 80;

/// How often a paragraph is broken anew because a line came out wider than it was measured.
const TRIES: usize = 4;

/// How far beside its width a justified line may end, in micrometres: its spaces are whole font units.
const ROUNDING: i32 = 60;

/// Sets text of one language. Keeps what shaping costs, so one serves a whole document.
pub(crate) struct Typeset<'f> {
    lang: String,
    base: Base,
    shaper: Shaper<'f>,
    hyphens: Option<Hyphens<'f>>,
    dictionaries: &'f [Arc<Words>],
    alignment: Alignment,
    memory: Memory,
    hyphen_widths: Vec<(Type, Option<i64>)>,
}

impl<'f> Typeset<'f> {
    /// For a language as a BCP 47 tag; empty if unknown.
    pub fn new(fonts: &'f Fonts, lang: &str) -> Self {
        let (shaper, hyphens) = (Shaper::new(fonts, lang), Hyphens::for_language(lang, fonts));
        let (lang, base) = (lang.to_owned(), Base::of_language(lang));
        Self {
            lang,
            base,
            shaper,
            hyphens,
            dictionaries: fonts.dictionaries(),
            alignment: Alignment::Ragged,
            memory: Memory::default(),
            hyphen_widths: Vec::new(),
        }
    }

    /// The same, with paragraphs set so.
    pub fn aligned(self, alignment: Alignment) -> Self {
        Self { alignment, ..self }
    }

    /// Whether the language runs from right to left.
    pub fn is_rtl(&self) -> bool {
        self.base == Base::RightToLeft
    }

    /// The text on one line, however wide. It stands at 0, 0 and has the role [`Role::Body`]: move it where it belongs.
    ///
    /// # Errors
    ///
    /// [`LetterError::NoGlyph`] with the field given, if no font has a character.
    pub fn line(&mut self, text: &str, face: Type, field: Field) -> Result<Line, LetterError> {
        let source =
            Source { text, style: face.style, size: face.size, alignment: self.alignment, width: None, most: 1 };
        if let Some(line) = self.memory.recall(source).and_then(|lines| lines.into_iter().next()) {
            return Ok(line);
        }
        let line = self.set_line(text, face, field)?;
        self.memory.note(source, std::slice::from_ref(&line));
        Ok(line)
    }

    fn set_line(&mut self, text: &str, face: Type, field: Field) -> Result<Line, LetterError> {
        let text = unbroken(text);
        let order = levels(&text, self.base);
        let runs = self.shaper.shape(&text, &order.levels, face.style, field)?.runs;
        Ok(Line { role: Role::Body, rtl: order.rtl, size: face.size, text, runs, ..Line::default() })
    }

    /// Lines that may not be broken, in the largest of the sizes in which all of them fit into `width` micrometres; `sizes` come
    /// from the largest to the smallest. The first line opens a block. Lines stand at 0, 0.
    ///
    /// # Errors
    ///
    /// [`LetterError::LineTooWide`] if one does not fit in the smallest, and as [`Self::line`].
    pub fn fitted(
        &mut self,
        texts: &[String],
        style: Style,
        sizes: &[i32],
        width: i32,
        field: Field,
    ) -> Result<Vec<Line>, LetterError> {
        let smallest = sizes.last().copied().unwrap_or(SMALLEST);
        let mut lines = Vec::with_capacity(texts.len());
        for (index, text) in texts.iter().enumerate() {
            let line = self.line(text, Type::new(style, smallest), field)?;
            let over = line.width() - width;
            if over > 0 {
                let text = text.chars().take(60).collect();
                let over_mm = over.saturating_add(999) / 1_000;
                return Err(LetterError::LineTooWide { field, line: index + 1, text, over_mm });
            }
            lines.push(Line { opens: index == 0, ..line });
        }
        let fits = |size: &&i32| lines.iter().all(|line| line.width_at(**size) <= width);
        let size = sizes.iter().find(fits).copied().unwrap_or(smallest);
        Ok(lines.into_iter().map(|line| Line { size, ..line }).collect())
    }

    /// A paragraph broken into lines no wider than `width` micrometres, at most `most` of them: text beyond is not set, so ask
    /// for one more than may be. Newlines are spaces here. The first line opens a block. Lines stand at 0, 0.
    ///
    /// # Errors
    ///
    /// As [`Self::line`].
    pub fn paragraph(
        &mut self,
        text: &str,
        face: Type,
        width: i32,
        most: usize,
        field: Field,
    ) -> Result<Vec<Line>, LetterError> {
        let source =
            Source { text, style: face.style, size: face.size, alignment: self.alignment, width: Some(width), most };
        if let Some(lines) = self.memory.recall(source) {
            return Ok(lines);
        }
        let lines = self.set_paragraph(text, face, width, most, field)?;
        self.memory.note(source, &lines);
        Ok(lines)
    }

    fn set_paragraph(
        &mut self,
        text: &str,
        face: Type,
        width: i32,
        most: usize,
        field: Field,
    ) -> Result<Vec<Line>, LetterError> {
        let source = breakable(text, &self.lang, self.dictionaries);
        let order = levels(&source.text, self.base);
        let shaped = self.shaper.shape(&source.text, &order.levels, face.style, field)?;
        let hyphen = self.hyphen(face);
        let hyphens = self.hyphens.filter(|_| hyphen.is_some());
        let paragraph = Paragraph::new(&source, &shaped.runs, face.size, hyphen.unwrap_or(0), hyphens);
        let mut measure = width;
        let mut lines = Vec::new();
        for _ in 0..TRIES {
            let cuts = self.cuts(&paragraph, measure, most);
            let nexts = cuts.iter().skip(1).map(|next| Some(next.start)).chain([None]);
            let set = |(cut, next): (&Cut, Option<usize>)| {
                let hyphen = cut.hyphen && hyphen.is_some();
                let line = self.cut(&source.text, (&order, &shaped), Cut { hyphen, ..*cut }, face, field)?;
                Ok(Line { runs_on: next == Some(cut.end), ..line })
            };
            lines = cuts.iter().zip(nexts).map(set).collect::<Result<Vec<Line>, LetterError>>()?;
            if self.alignment == Alignment::Justified {
                justify_lines(&source, &mut lines, width);
            }
            // Letters that join change their forms where a word is cut.
            let over = lines.iter().map(|line| line.width() - width).max().unwrap_or(0);
            if over <= if self.alignment == Alignment::Justified { ROUNDING } else { 0 } {
                break;
            }
            measure -= over;
        }
        if let Some(line) = lines.first_mut() {
            line.opens = true;
        }
        Ok(lines)
    }

    fn cuts(&self, paragraph: &Paragraph, measure: i32, most: usize) -> Vec<Cut> {
        let measure = i64::from(measure) * 1_000;
        let mut cuts =
            total_fit(paragraph, measure, self.alignment).unwrap_or_else(|| first_fit(paragraph, measure, most));
        cuts.truncate(most);
        cuts
    }

    /// A line of a paragraph; a hyphen at its end is drawn as a hyphen and read as a soft one.
    fn cut(
        &mut self,
        text: &str,
        (order, shaped): (&Order, &Shaped),
        cut: Cut,
        face: Type,
        field: Field,
    ) -> Result<Line, LetterError> {
        let range = cut.start..cut.end;
        let mut shown = text.get(range.clone()).unwrap_or_default().to_owned();
        let known = if cut.hyphen || !order.levels.is_empty() { None } else { shaped.part(range.clone()) };
        let runs = match known {
            Some(runs) => runs,
            None => {
                let mut part = order.part(range).to_vec();
                if cut.hyphen {
                    shown.push('-');
                    part.extend(part.last().copied());
                }
                self.shaper.shape(&shown, &part, face.style, field)?.runs
            }
        };
        let line = Line { role: Role::Body, rtl: order.rtl, size: face.size, text: shown, runs, ..Line::default() };
        Ok(if cut.hyphen { softened(line) } else { line })
    }

    /// The width of a hyphen in nanometres; none if no font has one.
    fn hyphen(&mut self, face: Type) -> Option<i64> {
        if let Some((_, known)) = self.hyphen_widths.iter().find(|known| known.0 == face) {
            return *known;
        }
        let shaped = self.shaper.shape("-", &[], face.style, Field::Body).ok();
        let width = shaped.map(|shaped| {
            let of_run =
                |run: &Run| nanometres(run.glyphs.iter().map(|glyph| glyph.advance).sum(), face.size, run.upem);
            shaped.runs.iter().map(of_run).sum()
        });
        self.hyphen_widths.push((face, width));
        width
    }
}

/// All lines as wide as the column, the last one no wider. Scripts without spaces are widened between characters.
fn justify_lines(source: &Breakable, lines: &mut [Line], width: i32) {
    let between = !source.text.contains(' ');
    if let Some((last, full)) = lines.split_last_mut() {
        full.iter_mut().for_each(|line| justify::justify(line, width, between));
        if last.width() > width {
            justify::justify(last, width, between);
        }
    }
}

/// The line with the hyphen at its end said as a soft one.
fn softened(mut line: Line) -> Line {
    let at = line.text.len().saturating_sub(1);
    line.text.truncate(at);
    line.text.push(SOFT_HYPHEN);
    let drawn = line.runs.iter_mut().flat_map(|run| &mut run.glyphs).find(|glyph| glyph.start as usize == at);
    if let Some(glyph) = drawn {
        glyph.len += 1;
    }
    line
}

#[cfg(test)]
#[cfg(all(feature = "embedded-labels", feature = "hyphens"))]
mod tests;
