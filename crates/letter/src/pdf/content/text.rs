//! Lines of text as operators.

use harfrust::ShaperFont;

use super::super::codes::FontCodes;
use super::super::syntax::Syntax;
use super::{Painter, points};
use crate::clean::SOFT_HYPHEN;
use crate::error::LetterError;
use crate::fonts::Face;
use crate::frame::{Glyph, Line, Placed, Run, micrometres};

/// How far a glyph may stand beside its place before the pen is moved, in thousandths of an em: a fiftieth of a point in a
/// letter's text.
const TOLERANCE: i64 = 2;

/// A space at a line's end: readers who do not see the page would take the last word and the next line's first for one. A
/// line from right to left ends at its left.
#[derive(Clone, Copy)]
enum Space {
    None,
    Before(Glyph),
    After(Glyph),
}

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
        let ends = parted(line).then(|| if line.rtl { 0 } else { line.runs.len().saturating_sub(1) });
        for (number, run) in line.runs.iter().enumerate() {
            self.select(run.font, line.size);
            let space = if ends == Some(number) { self.space(run, line.rtl)? } else { Space::None };
            let before = if let Space::Before(space) = space {
                micrometres(space.advance.into(), line.size, run.upem)
            } else {
                0
            };
            self.move_to(points(x.saturating_sub(before)), self.up(placed.y));
            self.run(line, run, space)?;
            x = x.saturating_add(micrometres(run.advance(), line.size, run.upem));
        }
        Ok(())
    }

    /// The space that stands between a line and the next, where the line ends.
    fn space(&self, run: &Run, rtl: bool) -> Result<Space, LetterError> {
        let Some((id, advance)) = self.fonts.face(run.font)?.space else { return Ok(Space::None) };
        let space = Glyph { id, advance, dx: 0, dy: 0, start: 0, len: 0 };
        Ok(if rtl { Space::Before(space) } else { Space::After(space) })
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

    fn run(&mut self, line: &Line, run: &Run, space: Space) -> Result<(), LetterError> {
        let face = self.fonts.face(run.font)?;
        let font = self.codes.font(run.font, self.fonts)?;
        let mut pen = Pen { line, font, face, wanted: 0, actual: 0, shown: Vec::new(), rise: 0, open: false };
        if let Space::Before(space) = space {
            pen.glyph(&space, " ", &mut self.out)?;
        }
        let mut rest = run.glyphs.as_slice();
        while !rest.is_empty() {
            let (cluster, after) = rest.split_at(cluster(rest));
            pen.cluster(cluster, &mut self.out)?;
            rest = after;
        }
        if let Space::After(space) = space {
            pen.glyph(&space, " ", &mut self.out)?;
        }
        pen.close(&mut self.out);
        pen.rise(0, &mut self.out);
        Ok(())
    }
}

impl Pen<'_> {
    /// A letter with its marks. Readers disagree on where a mark belongs, and take for a space what stands between two glyphs that
    /// say something, so the text is said of all glyphs together. From right to left readers turn around what stands from left to
    /// right, this text too, so there it is said so of one character only; of several the letter says it and the others nothing.
    fn cluster(&mut self, glyphs: &[Glyph], out: &mut Vec<u8>) -> Result<(), LetterError> {
        let line = self.line;
        // Most letters are one glyph.
        if let [glyph] = glyphs
            && !line.text_of(glyph).is_empty()
        {
            return self.letter(glyph, line.text_of(glyph), false, out);
        }
        let widest = glyphs.iter().map(|glyph| glyph.advance).max();
        let letter = glyphs.iter().position(|glyph| Some(glyph.advance) == widest);
        let said = glyphs.iter().filter(|glyph| glyph.len > 0);
        let start = said.clone().map(|glyph| glyph.start as usize).min().unwrap_or(0);
        let end = said.map(|glyph| glyph.start as usize + usize::from(glyph.len)).max().unwrap_or(0);
        let text = line.text.get(start..end).unwrap_or_default();
        let turned = text.chars().any(is_rtl) && text.chars().nth(1).is_some();
        if let Some(id) = inkless(self.face)
            && !text.is_empty()
            && !turned
        {
            return self.together(glyphs, (letter, text), id, out);
        }
        for (place, glyph) in glyphs.iter().enumerate() {
            if Some(place) == letter && !text.is_empty() {
                self.letter(glyph, text, glyphs.len() > 1, out)?;
            } else {
                self.close(out);
                out.raw("/Span<</ActualText()>>BDC\n");
                self.glyph(glyph, ZERO_WIDTH, out)?;
                self.close(out);
                out.raw("EMC\n");
            }
        }
        Ok(())
    }

    /// Glyphs of one text. Readers take the place of such a text from where its first glyph begins to where its last one ends: so a
    /// glyph that takes room is the first to be shown, and where a mark would be the last, a glyph without ink is. Readers that know
    /// nothing of replaced text read what the letter says.
    fn together(
        &mut self,
        glyphs: &[Glyph],
        (letter, text): (Option<usize>, &str),
        inkless: u16,
        out: &mut Vec<u8>,
    ) -> Result<(), LetterError> {
        let mut ends = self.wanted;
        let mut placed = Vec::with_capacity(glyphs.len());
        for (place, glyph) in glyphs.iter().enumerate() {
            placed.push((ends, glyph, if Some(place) == letter { text } else { ZERO_WIDTH }));
            ends = ends.saturating_add(i64::from(glyph.advance) * 1_000);
        }
        let takes_room = |glyph: &Glyph| glyph.advance > 0 && (glyph.dx, glyph.dy) == (0, 0);
        if let Some(first) = placed.iter().position(|(_, glyph, _)| takes_room(glyph)) {
            placed.get_mut(..=first).unwrap_or_default().rotate_right(1);
        }
        let edge = Glyph { id: inkless, advance: 0, dx: 0, dy: 0, start: 0, len: 0 };
        if !placed.last().is_some_and(|(_, glyph, _)| takes_room(glyph)) {
            placed.push((ends, &edge, ZERO_WIDTH));
        }
        self.close(out);
        self.rise(0, out);
        out.raw("/Span<</ActualText").text(text).raw(">>BDC\n");
        for (at, glyph, said) in placed {
            self.wanted = at;
            self.glyph(glyph, said, out)?;
        }
        self.close(out);
        out.raw("EMC\n");
        self.wanted = ends;
        Ok(())
    }

    /// The glyph that says its cluster's text. From right to left readers turn around what stands from left to right, character by
    /// character, and would have the marks before their letter and a ligature's letters the wrong way round: so what follows the
    /// first one is said by glyphs without ink at the glyph's left.
    fn letter(&mut self, glyph: &Glyph, text: &str, marked: bool, out: &mut Vec<u8>) -> Result<(), LetterError> {
        let mut characters = text.chars();
        let several = marked || text.chars().nth(1).is_some();
        let first = if several { characters.next().filter(|first| is_rtl(*first)) } else { None };
        let Some((first, id)) = first.and_then(|first| Some((first, inkless(self.face)?))) else {
            return match !marked && separates(self.line, glyph) {
                true => self.glyph(glyph, &format!("{RIGHT_TO_LEFT}{text}{RIGHT_TO_LEFT}"), out),
                false => self.glyph(glyph, text, out),
            };
        };
        let carrier = Glyph { id, advance: 0, dx: 0, dy: 0, start: 0, len: 0 };
        for further in characters.rev() {
            self.glyph(&carrier, further.encode_utf8(&mut [0; 4]), out)?;
        }
        self.glyph(glyph, first.encode_utf8(&mut [0; 4]), out)
    }

    fn glyph(&mut self, glyph: &Glyph, text: &str, out: &mut Vec<u8>) -> Result<(), LetterError> {
        let (code, width) = self.font.code(glyph.id, text, self.face)?;
        if glyph.dy != self.rise {
            self.close(out);
            self.rise(glyph.dy, out);
        }
        self.adjust(self.wanted.saturating_add(i64::from(glyph.dx) * 1_000), out);
        self.shown.extend(code.to_be_bytes());
        self.actual = self.actual.saturating_add(i64::from(width) * self.font.upem);
        self.wanted = self.wanted.saturating_add(i64::from(glyph.advance) * 1_000);
        Ok(())
    }

    /// Brings the pen to where it should be. Numbers in an array move it to the left, in thousandths of an em.
    fn adjust(&mut self, to: i64, out: &mut Vec<u8>) {
        if self.actual == to {
            return;
        }
        let off = self.actual.saturating_sub(to).saturating_mul(2);
        let beside = off.saturating_add(self.font.upem).div_euclid(2 * self.font.upem);
        if beside.abs() >= TOLERANCE {
            self.flush(out);
            out.int(beside);
            self.actual = self.actual.saturating_sub(beside.saturating_mul(self.font.upem));
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
            let above = (i64::from(units) * 100).saturating_mul(self.line.size.into());
            out.thousandths(above.saturating_mul(2).saturating_add(self.font.upem).div_euclid(2 * self.font.upem))
                .raw(" Ts\n");
        }
    }
}

/// How many glyphs at the beginning are one letter with its marks: glyphs without a text or a width of their own, behind the
/// letter in scripts that run from left to right, before it in those that run from right to left.
fn cluster(glyphs: &[Glyph]) -> usize {
    let leans = |glyph: &Glyph| glyph.len == 0 || glyph.advance == 0;
    let mut count = 1;
    for pair in glyphs.windows(2) {
        let [glyph, next] = pair else { break };
        let end = |glyph: &Glyph| glyph.start.saturating_add(glyph.len.into());
        let behind = leans(next) && (next.len == 0 || next.start == end(glyph));
        let before = leans(glyph) && end(next) == glyph.start && glyph.len > 0;
        let textless = glyph.len == 0 && next.len == 0;
        if !(behind || before || textless) {
            break;
        }
        count += 1;
    }
    count
}

/// Whether a glyph is a comma, a stop or a hyphen in a line from right to left, not within a number. Readers guess the order of
/// such text from where its glyphs stand, and take the sign for a part of the number beside it unless they are told.
fn separates(line: &Line, glyph: &Glyph) -> bool {
    if !line.rtl || !matches!(line.text_of(glyph), "+" | "-" | "," | "." | "/" | ":" | "#" | "$" | "%" | "€" | "،") {
        return false;
    }
    let at = glyph.start as usize;
    let before = line.text.get(..at).and_then(|text| text.chars().next_back());
    let after = line.text.get(at + usize::from(glyph.len)..).and_then(|text| text.chars().next());
    let digit = |c: Option<char>| c.is_some_and(char::is_numeric);
    !(digit(before) && digit(after))
}

/// RIGHT-TO-LEFT MARK, which prints nothing.
const RIGHT_TO_LEFT: char = '\u{200f}';

/// Whether a letter is of a script that runs from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko and their like.
const fn is_rtl(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}')
}

/// A glyph that neither shows nor takes room, if the font has one.
fn inkless(face: &Face) -> Option<u16> {
    let shaper = ShaperFont::new(&face.font);
    // TrueType's second glyph, for NUL, is empty by convention.
    let inkless = ['\u{200c}', '\u{200d}', '\u{200b}', '\0'];
    let glyphs = inkless.into_iter().filter_map(|character| face.font.charmap().map_unicode(character));
    let mut glyphs = glyphs.filter(|glyph| shaper.glyph_h_advance(*glyph) == 0);
    glyphs.next().and_then(|glyph| u16::try_from(glyph.to_u32()).ok())
}

/// Whether a space belongs between the line's end and the next line.
fn parted(line: &Line) -> bool {
    let last = line.text.chars().next_back();
    !line.runs_on && last.is_some_and(|last| !last.is_whitespace() && last != SOFT_HYPHEN)
}

/// What a glyph means whose text is said by another one: nothing that shows.
const ZERO_WIDTH: &str = "\u{200b}";
