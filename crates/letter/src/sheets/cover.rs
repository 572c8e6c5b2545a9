//! The cover of a pack: what is inside, how to print it, how to post it, where to report.

use crate::error::LetterError;
use crate::fonts::Fonts;
use crate::frame::{Document, Ink, Rule, Tag};

use super::canvas::{BOTTOM, CODE, Canvas, Place, SIDE, TOP, Type};
use super::ledger;
use super::spec::{Code, CoverSheet, Facts, Titled};

/// The sizes of a heading, the best first.
const HEADINGS: &[i32] = &[260, 220, 180, 150];
/// Between the two columns.
const GUTTER: i32 = 10_000;
/// The bar that shows whether the printer scaled.
const RULER: i32 = 100_000;

/// Sets a cover.
///
/// # Errors
/// [`LetterError::SheetFull`] when a text is more than the paper holds; others when one has a character that cannot be set or does not fit.
pub fn cover(sheet: &CoverSheet, fonts: &Fonts) -> Result<Document, LetterError> {
    let mut canvas = Canvas::new(&sheet.stock, fonts);
    canvas.element(Tag::Section, |canvas| {
        let mut y = head(canvas, &sheet.label, &sheet.heading, sheet.code.as_ref())?;
        y = ledger::paint(canvas, &sheet.contents, Place::new(SIDE, y, canvas.measure()))?;
        y = canvas.paragraph(&sheet.besides, Type::LABEL, Place::new(SIDE, y + 2_000, canvas.measure()))?;
        let foot = canvas.height(&sheet.foot, Type::LABEL, canvas.measure())?;
        let foot = foot + canvas.height(&sheet.notice, Type::LABEL, canvas.measure())?;
        advice(canvas, sheet, y + 5_000, foot + 4_000)?;
        let at = Place::new(SIDE, canvas.size.height - BOTTOM - foot, canvas.measure());
        let below = canvas.paragraph(&sheet.foot, Type::LABEL, at)?;
        canvas.paragraph(&sheet.notice, Type::LABEL, at.at(below))
    })?;
    canvas.finish()
}

/// The sheet's edge, label and heading at the left, a code at the right. Gives where the content may begin.
pub(super) fn head(canvas: &mut Canvas, label: &str, heading: &str, code: Option<&Code>) -> Result<i32, LetterError> {
    canvas.edge();
    let right = canvas.size.width - SIDE;
    let room = canvas.measure() - if code.is_some() { CODE + 8_000 } else { 0 };
    let mut y = canvas.paragraph(label, Type::LABEL, Place::new(SIDE, TOP, room))? + 800;
    let ty = canvas.fitting(heading, Type::H1, HEADINGS, room, 2)?;
    y = canvas.tagged(Tag::Heading(1), heading, ty, Place::new(SIDE, y, room))?;
    if let Some(code) = code {
        y = y.max(canvas.code(code, CODE, Place::new(right - CODE, TOP, CODE))?);
    }
    Ok(y + 6_000)
}

/// Printing at the left with the ruler below, posting at the right; `foot` is kept free at the bottom.
fn advice(canvas: &mut Canvas, sheet: &CoverSheet, y: i32, foot: i32) -> Result<(), LetterError> {
    let wide = RULER.min(canvas.measure());
    let narrow = canvas.measure() - wide - GUTTER;
    let printing = 9_000 + canvas.list_height(&sheet.printing.entries, Type::BODY, wide)? + 12_000;
    let mut y = y;
    if y + printing > canvas.bottom() - foot {
        canvas.turn();
        canvas.edge();
        y = TOP;
    }
    let below = heading(canvas, &sheet.printing.heading, Place::new(SIDE, y, wide))?;
    let below = canvas.list(&sheet.printing.entries, true, Type::BODY, Place::new(SIDE, below, wide))?;
    ruler(canvas, &sheet.ruler, SIDE, below + 4_000)?;
    facts(canvas, &sheet.posting, Place::new(SIDE + wide + GUTTER, y, narrow), foot)
}

/// A heading of the second level. Gives where its content may begin.
pub(super) fn heading(canvas: &mut Canvas, text: &str, place: Place) -> Result<i32, LetterError> {
    Ok(canvas.tagged(Tag::Heading(2), text, Type::H2, place)? + 1_200)
}

/// A heading with a list; nothing if the list is empty. Gives where the next may begin.
pub(super) fn titled(
    canvas: &mut Canvas,
    part: &Titled,
    numbered: bool,
    ty: Type,
    place: Place,
) -> Result<i32, LetterError> {
    if part.entries.is_empty() {
        return Ok(place.y);
    }
    let y = heading(canvas, &part.heading, place)?;
    Ok(canvas.list(&part.entries, numbered, ty, place.at(y))? + 5_000)
}

/// A bar of 100 mm with a tick each centimetre. Gives where the next may begin.
pub(super) fn ruler(canvas: &mut Canvas, text: &str, x: i32, y: i32) -> Result<i32, LetterError> {
    let (height, line) = (5_000, 300);
    let mut tick = |at: i32, high: i32, wide: i32| {
        canvas.rule(Rule { x: x + at - wide / 2, y: y + height - high, width: wide, height: high, ink: Ink::Black });
    };
    for centimetre in 1..10 {
        tick(centimetre * 10_000, if centimetre == 5 { 3_000 } else { 2_000 }, 150);
    }
    // the ends' outer edges are 100 mm apart
    tick(line / 2, height, line);
    tick(RULER - line / 2, height, line);
    canvas.rule(Rule { x, y: y + height - line, width: RULER, height: line, ink: Ink::Black });
    canvas.paragraph(text, Type::LABEL, Place::new(x + 1_500, y - 700, 40_000))?;
    Ok(y + height)
}

/// Pairs in two columns, over as many pages as it takes.
fn facts(canvas: &mut Canvas, facts: &Facts, place: Place, foot: i32) -> Result<(), LetterError> {
    let mut y = heading(canvas, &facts.heading, place)?;
    let mut term = 0;
    // a little more than the widest word: at exactly its own width a line breaks by rounding
    for (what, _) in &facts.pairs {
        term = term.max(canvas.width(what, Type::LABEL)? + 300);
    }
    let term = term.min(place.width * 45 / 100);
    let said = Place::new(place.x + term + 4_000, 0, place.width - term - 4_000);
    for (index, (what, words)) in facts.pairs.iter().enumerate() {
        let height = canvas.height(what, Type::LABEL, term)?.max(canvas.height(words, Type::BODY, said.width)?);
        if index > 0 && y + height > canvas.bottom() - foot {
            canvas.turn();
            canvas.edge();
            y = TOP;
        }
        canvas.element(Tag::Paragraph, |canvas| {
            let lower = Type::BODY.baseline() - Type::LABEL.baseline();
            canvas.text(what, Type::LABEL, Place::new(place.x, y + lower, term))?;
            canvas.text(words, Type::BODY, said.at(y))
        })?;
        y += height + 1_000;
    }
    Ok(())
}
