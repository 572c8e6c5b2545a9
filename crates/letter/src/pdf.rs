//! The display list as a PDF file.
//!
//! printpdf writes fonts, resources and pages; what it takes from counters, from the clock or not at all is set here: names,
//! `/ID`, dates, `/Lang`, and the table from codes to glyphs. So the same document gives the same bytes everywhere.

mod codes;
mod finish;

use printpdf::{
    Codepoint, FontId, Mm, Op, PaintMode, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions, Pt,
    Rect, TextItem, TextMatrix, to_lopdf_doc,
};

use crate::error::LetterError;
use crate::fonts::Fonts;
use crate::frame::{Document, Item, Line, Page, Rule, Run, micrometres};
use codes::{Codes, FontCodes};

/// Writes a document as a PDF 1.7 file: fonts subset and embedded, text extractable as typed, no scaling asked for in print.
///
/// `fonts` are the ones that the document was set with.
///
/// # Errors
///
/// [`LetterError::BadFont`] if the fonts are not those, [`LetterError::Pdf`] if the libraries refuse.
pub fn write(document: &Document, fonts: &Fonts) -> Result<Vec<u8>, LetterError> {
    let codes = Codes::of(document, fonts)?;
    let mut pdf = PdfDocument::new(&document.title);
    for font in codes.fonts() {
        pdf.resources.fonts.map.insert(FontId(font.resource.clone()), PdfFont::new(parsed(font)?));
    }
    let (width, height) = (document.paper.width(), document.paper.height());
    let size = |length: i32| Mm(length as f32 / 1_000.0);
    let pages = document
        .pages
        .iter()
        .map(|page| Ok(PdfPage::new(size(width), size(height), Painter { codes: &codes, height }.page(page)?)));
    pdf.pages = pages.collect::<Result<_, LetterError>>()?;
    let lo = to_lopdf_doc(&pdf, &PdfSaveOptions::default(), &mut Vec::new());
    finish::finish(lo, document, &codes)
}

/// The subset as printpdf wants it, with a width per code.
fn parsed(font: &FontCodes) -> Result<ParsedFont, LetterError> {
    let mut parsed =
        ParsedFont::from_bytes(&font.program, 0, &mut Vec::new()).ok_or(LetterError::BadFont { index: font.index })?;
    parsed.font_name = Some(font.name.clone());
    parsed.glyph_widths = font.widths.clone();
    Ok(parsed)
}

/// Paints pages of one height in micrometres.
struct Painter<'c> {
    codes: &'c Codes,
    height: i32,
}

impl Painter<'_> {
    fn page(&self, page: &Page) -> Result<Vec<Op>, LetterError> {
        let mut ops = vec![Op::StartTextSection];
        for line in page.lines() {
            self.line(line, &mut ops)?;
        }
        ops.push(Op::EndTextSection);
        let rules = page.items.iter().filter_map(|item| match item {
            Item::Rule(rule) => Some(self.rule(rule)),
            Item::Line(_) => None,
        });
        ops.extend(rules);
        Ok(ops)
    }

    fn line(&self, line: &Line, ops: &mut Vec<Op>) -> Result<(), LetterError> {
        let mut x = line.x;
        for run in &line.runs {
            let font = self.codes.font(run.font)?;
            let handle = PdfFontHandle::External(FontId(font.resource.clone()));
            ops.push(Op::SetFont { font: handle, size: Pt(line.size as f32 / 10.0) });
            self.run(line, run, font, x, ops)?;
            x += micrometres(run.advance(), line.size, run.upem);
        }
        Ok(())
    }

    /// The run's glyphs; one that does not stand at the pen gets a position of its own.
    fn run(&self, line: &Line, run: &Run, font: &FontCodes, x: i32, ops: &mut Vec<Op>) -> Result<(), LetterError> {
        let at = |pen: i64, up: i32| {
            self.at(x + micrometres(pen, line.size, run.upem), line.y - micrometres(up.into(), line.size, run.upem))
        };
        let mut pen: i64 = 0;
        let mut shown: Vec<Codepoint> = Vec::new();
        ops.push(at(0, 0));
        for glyph in &run.glyphs {
            let code = font.code(glyph.id, line.text_of(glyph))?;
            let moved = glyph.dx != 0 || glyph.dy != 0;
            if moved {
                show(&mut shown, ops);
                ops.push(at(pen + i64::from(glyph.dx), glyph.dy));
            }
            let natural = font.width_in_thousandths(code);
            let advance = glyph.advance as f32 * 1_000.0 / run.upem as f32;
            let offset = if moved { 0.0 } else { natural - advance };
            shown.push(Codepoint { gid: code, offset, cid: Some(line.text_of(glyph).to_owned()) });
            pen += i64::from(glyph.advance);
            if moved {
                show(&mut shown, ops);
                ops.push(at(pen, 0));
            }
        }
        show(&mut shown, ops);
        Ok(())
    }

    fn at(&self, x: i32, y: i32) -> Op {
        Op::SetTextMatrix { matrix: TextMatrix::Translate(points(x), points(self.height - y)) }
    }

    fn rule(&self, rule: &Rule) -> Op {
        let rectangle = Rect {
            x: points(rule.x),
            y: points(self.height - rule.y - rule.height),
            width: points(rule.width),
            height: points(rule.height),
            mode: Some(PaintMode::Fill),
            winding_order: None,
        };
        Op::DrawRectangle { rectangle }
    }
}

fn show(shown: &mut Vec<Codepoint>, ops: &mut Vec<Op>) {
    if !shown.is_empty() {
        ops.push(Op::ShowText { items: vec![TextItem::GlyphIds(std::mem::take(shown))] });
    }
}

/// Micrometres in points, to a thousandth: 25,400 micrometres are 72 points.
fn points(length: i32) -> Pt {
    let thousandths = (i64::from(length) * 72_000 + 12_700).div_euclid(25_400);
    Pt(thousandths as f32 / 1_000.0)
}
