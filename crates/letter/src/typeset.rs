//! Text into lines: what letters and sheets share.

use crate::breaks::breakable;
use crate::error::{Field, LetterError};
use crate::fit::{Cut, Paragraph, first_fit, nanometres};
use crate::fonts::{Fonts, Style};
use crate::frame::{Line, Role};
use crate::hyphens::Hyphens;
use crate::order::{Base, Order, levels};
use crate::shape::Shaper;

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

/// Sets text of one language. Keeps what shaping costs, so one serves a whole document.
pub(crate) struct Typeset<'f> {
    lang: String,
    base: Base,
    shaper: Shaper<'f>,
    hyphens: Option<Hyphens>,
}

impl<'f> Typeset<'f> {
    /// For a language as a BCP 47 tag; empty if unknown.
    pub fn new(fonts: &'f Fonts, lang: &str) -> Self {
        let (shaper, hyphens) = (Shaper::new(fonts, lang), Hyphens::for_language(lang));
        Self { lang: lang.to_owned(), base: Base::of_language(lang), shaper, hyphens }
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
        let text = breakable(text, &self.lang).text;
        let order = levels(&text, self.base);
        let runs = self.shaper.shape(&text, &order.levels, face.style, field)?;
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
        let fits = |size: &&i32| lines.iter().all(|line| Line { size: **size, ..line.clone() }.width() <= width);
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
        let source = breakable(text, &self.lang);
        let order = levels(&source.text, self.base);
        let runs = self.shaper.shape(&source.text, &order.levels, face.style, field)?;
        let hyphen = self.hyphen(face);
        let hyphens = self.hyphens.filter(|_| hyphen.is_some());
        let paragraph = Paragraph::new(&source, &runs, face.size, hyphen.unwrap_or(0), hyphens);
        let cuts = first_fit(&paragraph, i64::from(width) * 1_000, most);
        let mut lines = Vec::with_capacity(cuts.len());
        for cut in cuts {
            let cut = Cut { hyphen: cut.hyphen && hyphen.is_some(), ..cut };
            lines.push(self.cut(&source.text, &order, cut, face, field)?);
        }
        if let Some(line) = lines.first_mut() {
            line.opens = true;
        }
        Ok(lines)
    }

    /// A line of a paragraph; a hyphen at its end is drawn as a hyphen and read as a soft one.
    fn cut(&mut self, text: &str, order: &Order, cut: Cut, face: Type, field: Field) -> Result<Line, LetterError> {
        let mut shown = text.get(cut.start..cut.end).unwrap_or_default().to_owned();
        let mut part = order.part(cut.start..cut.end).to_vec();
        if cut.hyphen {
            shown.push('-');
            part.extend(part.last().copied());
        }
        let mut runs = self.shaper.shape(&shown, &part, face.style, field)?;
        if cut.hyphen {
            let at = shown.len() - 1;
            shown.truncate(at);
            shown.push(crate::clean::SOFT_HYPHEN);
            let drawn = runs.iter_mut().flat_map(|run| &mut run.glyphs).find(|glyph| glyph.start as usize == at);
            if let Some(glyph) = drawn {
                glyph.len += 1;
            }
        }
        Ok(Line { role: Role::Body, rtl: order.rtl, size: face.size, text: shown, runs, ..Line::default() })
    }

    /// The width of a hyphen in nanometres; none if no font has one.
    fn hyphen(&mut self, face: Type) -> Option<i64> {
        let runs = self.shaper.shape("-", &[], face.style, Field::Body).ok()?;
        let widths =
            runs.iter().flat_map(|run| run.glyphs.iter().map(|glyph| nanometres(glyph.advance, face.size, run.upem)));
        Some(widths.sum())
    }
}

#[cfg(test)]
#[cfg(all(feature = "embedded-labels", feature = "hyphens"))]
mod tests {
    use super::*;

    fn set(face: Type, width: i32) -> Vec<Line> {
        let fonts = Fonts::embedded();
        let text = "Letters to the prosecutor are counted by case, and Рита Карасартова is one of them.";
        Typeset::new(&fonts, "en").paragraph(text, face, width, 99, Field::Body).unwrap()
    }

    #[test]
    fn a_paragraph_stays_in_its_column_in_every_style() {
        for style in [Style::Book, Style::Label, Style::LabelBold] {
            let lines = set(Type::new(style, 100), 40_000);
            assert!(lines.len() >= 3 && lines[0].opens && !lines[1].opens);
            assert!(lines.iter().all(|line| line.width() <= 40_000 && line.size == 100));
        }
    }

    #[test]
    fn figures_in_labels_are_as_wide_as_each_other() {
        let fonts = Fonts::embedded();
        let mut typeset = Typeset::new(&fonts, "en");
        for style in [Style::Label, Style::LabelBold] {
            let mut width = |text: &str| typeset.line(text, Type::new(style, 100), Field::Body).unwrap().width();
            let one = width("1");
            assert!("023456789".chars().all(|figure| width(&figure.to_string()) == one), "{style:?}");
        }
    }

    #[test]
    fn labels_are_condensed_and_bold_is_wider() {
        let width = |style| set(Type::new(style, 100), i32::MAX / 4)[0].width();
        assert!(width(Style::Label) < width(Style::LabelBold));
        assert!(width(Style::LabelBold) < width(Style::Book));
    }
}
