//! Lines of text as operators.

use super::super::codes::FontCodes;
use super::super::syntax::Syntax;
use super::{Painter, points};
use crate::error::LetterError;
use crate::fonts::Face;
use crate::frame::{Glyph, Line, Placed, Run, micrometres};

/// How far a glyph may stand beside its place before the pen is moved, in thousandths of an em: a fiftieth of a point in a
/// letter's text.
const TOLERANCE: i64 = 2;

/// The pen in one run. Lengths are thousandths of a font unit, so that nothing is lost.
struct Pen<'c> {
    line: &'c Line,
    font: &'c mut FontCodes,
    face: &'c Face,
    /// Where the display list has the pen, and where the operators so far have it.
    wanted: i64,
    actual: i64,
    /// The codes to be shown next.
    shown: Vec<u8>,
    /// The rise that is set, in font units.
    rise: i32,
    /// Whether an array is open.
    open: bool,
}

impl Painter<'_> {
    /// Shows a line where it stands.
    pub(super) fn line(&mut self, placed: &Placed) -> Result<(), LetterError> {
        let line = placed.line;
        self.fill(line.ink);
        let mut x = placed.x;
        for run in &line.runs {
            self.move_to(points(x), points(self.height - placed.y));
            self.select(run.font, line.size);
            self.run(line, run)?;
            x = x.saturating_add(micrometres(run.advance(), line.size, run.upem));
        }
        Ok(())
    }

    /// Moves from the last line's beginning: lines below each other are all the same to the compressor.
    fn move_to(&mut self, x: i64, y: i64) {
        let (from_x, from_y) = self.text.replace((x, y)).unwrap_or((0, 0));
        if (from_x, from_y) != (x, y) {
            self.out.thousandths(x - from_x).raw(" ").thousandths(y - from_y).raw(" Td\n");
        }
    }

    fn select(&mut self, font: u8, size: i32) {
        if self.state.font != Some((font, size)) {
            self.state.font = Some((font, size));
            self.out.raw("/F").int(font.into()).raw(" ").thousandths(i64::from(size) * 100).raw(" Tf\n");
        }
    }

    fn run(&mut self, line: &Line, run: &Run) -> Result<(), LetterError> {
        let face = self.fonts.face(run.font)?;
        let font = self.codes.font(run.font, self.fonts)?;
        let mut pen = Pen { line, font, face, wanted: 0, actual: 0, shown: Vec::new(), rise: 0, open: false };
        let mut rest = run.glyphs.as_slice();
        while let Some(first) = rest.first() {
            // A cluster: a glyph with its text, and the glyphs without one that belong to it.
            let further = rest.iter().skip(1).take_while(|glyph| glyph.len == 0 && first.len > 0).count();
            let (cluster, after) = rest.split_at(1 + further);
            pen.cluster(cluster, &mut self.out)?;
            rest = after;
        }
        pen.close(&mut self.out);
        pen.rise(0, &mut self.out);
        Ok(())
    }
}

impl Pen<'_> {
    /// Glyphs that stand for one text. Where there are several, readers disagree on which of them means what: so the text is
    /// said for all of them.
    fn cluster(&mut self, glyphs: &[Glyph], out: &mut Vec<u8>) -> Result<(), LetterError> {
        let [first, further @ ..] = glyphs else { return Ok(()) };
        let text = self.line.text_of(first);
        if further.is_empty() {
            return self.glyph(first, text, out);
        }
        self.close(out);
        out.raw("/Span<</ActualText ").text(text).raw(">>BDC\n");
        self.glyph(first, text, out)?;
        further.iter().try_for_each(|glyph| self.glyph(glyph, "", out))?;
        self.close(out);
        out.raw("EMC\n");
        Ok(())
    }

    fn glyph(&mut self, glyph: &Glyph, text: &str, out: &mut Vec<u8>) -> Result<(), LetterError> {
        let text = if text.is_empty() { ZERO_WIDTH } else { text };
        let (code, width) = self.font.code(glyph.id, text, self.face)?;
        if glyph.dy != self.rise {
            self.close(out);
            self.rise(glyph.dy, out);
        }
        self.adjust(self.wanted + i64::from(glyph.dx) * 1_000, out);
        self.shown.extend(code.to_be_bytes());
        self.actual += i64::from(width) * self.font.upem;
        self.wanted += i64::from(glyph.advance) * 1_000;
        Ok(())
    }

    /// Brings the pen to where it should be. Numbers in an array move it to the left, in thousandths of an em.
    fn adjust(&mut self, to: i64, out: &mut Vec<u8>) {
        let beside = (2 * (self.actual - to) + self.font.upem).div_euclid(2 * self.font.upem);
        if beside.abs() >= TOLERANCE {
            self.flush(out);
            out.int(beside);
            self.actual -= beside * self.font.upem;
        }
    }

    fn flush(&mut self, out: &mut Vec<u8>) {
        if !self.open {
            out.push(b'[');
            self.open = true;
        }
        if !self.shown.is_empty() {
            out.literal(&self.shown);
            self.shown.clear();
        }
    }

    /// Ends the array.
    fn close(&mut self, out: &mut Vec<u8>) {
        if self.open || !self.shown.is_empty() {
            self.flush(out);
            out.raw("]TJ\n");
            self.open = false;
        }
    }

    /// Sets how far above the baseline glyphs stand.
    fn rise(&mut self, units: i32, out: &mut Vec<u8>) {
        if units != self.rise {
            self.rise = units;
            // Tenths of a point times font units, in thousandths of a point.
            let above = i64::from(units) * i64::from(self.line.size) * 100;
            out.thousandths((2 * above + self.font.upem).div_euclid(2 * self.font.upem)).raw(" Ts\n");
        }
    }
}

/// What a glyph means whose text is said by another one: nothing that shows.
const ZERO_WIDTH: &str = "\u{200b}";
