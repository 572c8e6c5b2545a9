//! The display list as a PDF file.
//!
//! printpdf writes fonts, resources and pages; what it takes from counters, from the clock or not at all is set here: names,
//! `/ID`, dates, `/Lang`, and the table from codes to glyphs. So the same document gives the same bytes everywhere.

mod codes;
mod finish;

use printpdf::{
    Codepoint, DictItem, FontId, Mm, Op, PaintMode, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, PdfPage,
    PdfSaveOptions, Pt, Rect, TextItem, TextMatrix, to_lopdf_doc,
};

use crate::error::LetterError;
use crate::fonts::Fonts;
use crate::frame::{Document, Drawing, Ink, Item, Line, Page, Path, Placed, Rule, Run, Size, Step, micrometres};
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
    let Size { width, height } = document.size;
    let size = |length: i32| Mm(length as f32 / 1_000.0);
    let pages = document
        .pages
        .iter()
        .map(|page| Ok(PdfPage::new(size(width), size(height), Painter { codes: &codes, height }.page(page)?)));
    pdf.pages = pages.collect::<Result<_, LetterError>>()?;
    let options = PdfSaveOptions { secure: false, ..PdfSaveOptions::default() };
    let lo = to_lopdf_doc(&pdf, &options, &mut Vec::new());
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
        for placed in page.lines() {
            self.line(placed, &mut ops)?;
        }
        ops.push(Op::EndTextSection);
        for item in &page.items {
            match item {
                Item::Rule(rule) => ops.extend([colour("rg", rule.ink), self.rule(rule)]),
                Item::Drawing(drawing) => self.drawing(drawing, &mut ops),
                Item::Line(_) | Item::Shared(_) => {}
            }
        }
        Ok(ops)
    }

    fn line(&self, placed: Placed, ops: &mut Vec<Op>) -> Result<(), LetterError> {
        let line = &Line { x: placed.x, y: placed.y, ..placed.line.clone() };
        let mut x = line.x;
        ops.push(colour("rg", line.ink));
        for run in &line.runs {
            let font = self.codes.font(run.font)?;
            let handle = PdfFontHandle::External(FontId(font.resource.clone()));
            ops.push(Op::SetFont { font: handle, size: Pt(line.size as f32 / 10.0) });
            self.run(line, run, font, x, ops)?;
            x += micrometres(run.advance(), line.size, run.upem);
        }
        Ok(())
    }

    fn drawing(&self, drawing: &Drawing, ops: &mut Vec<Op>) {
        ops.push(raw("q", &[]));
        if let Some(clip) = &drawing.clip {
            let (x, y) = (points(clip.x), points(self.height - clip.y - clip.height));
            ops.push(raw("re", &[x, y, points(clip.width), points(clip.height)]));
            ops.extend([raw("W", &[]), raw("n", &[])]);
        }
        drawing.paths.iter().for_each(|path| self.path(path, ops));
        ops.push(raw("Q", &[]));
    }

    fn path(&self, path: &Path, ops: &mut Vec<Op>) {
        ops.extend(path.fill.map(|ink| colour("rg", ink)));
        ops.extend(path.stroke.map(|ink| colour("RG", ink)));
        ops.push(raw("w", &[points(path.width)]));
        let (x, y) = (points, |y: i32| points(self.height - y));
        ops.extend(path.steps.iter().map(|step| match *step {
            Step::Move(to_x, to_y) => raw("m", &[x(to_x), y(to_y)]),
            Step::Line(to_x, to_y) => raw("l", &[x(to_x), y(to_y)]),
            Step::Curve(x1, y1, x2, y2, to_x, to_y) => raw("c", &[x(x1), y(y1), x(x2), y(y2), x(to_x), y(to_y)]),
            Step::Close => raw("h", &[]),
        }));
        ops.push(match (path.fill, path.stroke) {
            (Some(_), Some(_)) => raw("B", &[]),
            (Some(_), None) => raw("f", &[]),
            (None, Some(_)) => raw("S", &[]),
            (None, None) => raw("n", &[]),
        });
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

/// An operator that printpdf has no word for.
fn raw(operator: &str, operands: &[Pt]) -> Op {
    Op::Unknown { key: operator.into(), value: operands.iter().map(|pt| DictItem::Real(pt.0)).collect() }
}

/// Sets the colour of filling (`rg`) or of strokes (`RG`).
fn colour(operator: &str, ink: Ink) -> Op {
    raw(operator, &ink.rgb().map(|part| Pt(f32::from(part) / 255.0)))
}

/// Micrometres in points, to a thousandth: 25,400 micrometres are 72 points.
fn points(length: i32) -> Pt {
    let thousandths = (i64::from(length) * 72_000 + 12_700).div_euclid(25_400);
    Pt(thousandths as f32 / 1_000.0)
}
