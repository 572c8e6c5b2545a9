//! The sheet on which a group counts: a box for each case and kind, a stroke for each thing posted.

use crate::error::LetterError;
use crate::fonts::Fonts;
use crate::frame::{Document, Ink, Rule, Tag};

use super::canvas::{Canvas, Place, SIDE, TOP, Type};
use super::cover::head;
use super::spec::TallySheet;

/// A box's height, the best first: room for strokes.
const ROWS: &[i32] = &[24_000, 20_000, 16_000];
/// What is kept free below for place, date and name, on the last page.
const SIGNED: i32 = 34_000;
const SUM: i32 = 15_000;

/// Sets a tally sheet, over as many pages as its cases take.
///
/// # Errors
/// [`LetterError::SheetFull`] when a text is more than the paper holds; others when one has a character that cannot be set.
pub fn tally(sheet: &TallySheet, fonts: &Fonts) -> Result<Document, LetterError> {
    let mut canvas = Canvas::new(&sheet.stock, fonts);
    canvas.element(Tag::Section, |canvas| {
        let y = head(canvas, &sheet.label, &sheet.heading, sheet.code.as_ref())?;
        let place = Place::new(SIDE, y, canvas.measure());
        let y = canvas.paragraph(&sheet.intro, Type::BODY, place)? + 3_000;
        let y = table(canvas, sheet, y)?;
        signed(canvas, &sheet.fields, y)
    })?;
    canvas.finish()
}

/// Where the columns begin, and the last one's end.
fn columns(canvas: &mut Canvas, sheet: &TallySheet) -> Vec<i32> {
    let kinds = i32::try_from(sheet.kinds.len()).unwrap_or(1).max(1);
    let measure = canvas.measure();
    let case = measure * if kinds > 5 { 24 } else { 28 } / 100;
    let each = (measure - case - SUM) / kinds;
    let mut at = vec![SIDE, SIDE + case];
    at.extend((1..=kinds).map(|kind| SIDE + case + kind * each));
    at.push(SIDE + measure);
    at
}

fn table(canvas: &mut Canvas, sheet: &TallySheet, y: i32) -> Result<i32, LetterError> {
    let columns = columns(canvas, sheet);
    let boxes = i32::try_from(sheet.cases.len()).unwrap_or(i32::MAX / 100_000) + 1;
    let room = canvas.bottom() - SIGNED - y - 9_000;
    let high = ROWS.iter().copied().find(|row| row * boxes <= room).or(ROWS.last().copied()).unwrap_or(16_000);
    canvas.element(Tag::Table, |canvas| {
        let mut y = heads(canvas, sheet, &columns, y, true)?;
        for (index, (name, country)) in sheet.cases.iter().enumerate() {
            let last = index + 1 == sheet.cases.len();
            let needed = if last { 2 * high + SIGNED } else { high };
            if y + needed > canvas.bottom() {
                canvas.turn();
                canvas.edge();
                y = heads(canvas, sheet, &columns, TOP, false)?;
            }
            row(canvas, &columns, name, country, y, high)?;
            y += high;
            let (ink, height) = if last { (Ink::Black, 500) } else { (Ink::Rule, 150) };
            canvas.line(Place::new(SIDE, y, canvas.measure()), ink, height);
        }
        row(canvas, &columns, &sheet.all, "", y, high)?;
        y += high;
        canvas.line(Place::new(SIDE, y, canvas.measure()), Ink::Black, 500);
        Ok(y)
    })
}

fn heads(canvas: &mut Canvas, sheet: &TallySheet, columns: &[i32], y: i32, first: bool) -> Result<i32, LetterError> {
    let texts: Vec<&String> =
        std::iter::once(&sheet.case).chain(&sheet.kinds).chain(std::iter::once(&sheet.sum)).collect();
    let widths: Vec<i32> = columns.windows(2).map(|pair| pair[1] - pair[0] - 2_500).collect();
    let mut high = 0;
    for (text, width) in texts.iter().zip(&widths) {
        high = high.max(canvas.height(text, Type::LEDGER_HEAD, *width)?);
    }
    let paint = |canvas: &mut Canvas| {
        for ((text, width), x) in texts.iter().zip(&widths).zip(columns) {
            let inset = if *x == SIDE { 0 } else { 1_500 };
            let below = y + high - canvas.height(text, Type::LEDGER_HEAD, *width)?;
            let place = Place::new(x + inset, below, *width);
            if first {
                canvas.tagged(Tag::HeaderCell, text, Type::LEDGER_HEAD, place)?;
            } else {
                canvas.text(text, Type::LEDGER_HEAD, place)?;
            }
        }
        Ok(())
    };
    if first {
        canvas.element(Tag::Row, paint)?
    } else {
        canvas.unread(paint)?
    }
    let y = y + high + 1_200;
    canvas.line(Place::new(SIDE, y, canvas.measure()), Ink::Black, 500);
    Ok(y + 500)
}

/// A case's name and its empty boxes.
fn row(canvas: &mut Canvas, columns: &[i32], name: &str, country: &str, y: i32, high: i32) -> Result<(), LetterError> {
    let width = columns.get(1).copied().unwrap_or(SIDE) - SIDE - 2_000;
    canvas.element(Tag::Row, |canvas| {
        let ty = canvas.fitting(name, Type::LEDGER_BOLD, &[100, 90, 80], width, 2)?;
        let text = canvas.height(name, ty, width)? + canvas.height(country, Type::LABEL, width)?;
        canvas.element(Tag::RowHeader, |canvas| {
            let below = canvas.text(name, ty, Place::new(SIDE, y + (high - text) / 2, width))?;
            canvas.text(country, Type::LABEL, Place::new(SIDE, below, width))
        })?;
        for x in columns.get(1..).unwrap_or_default() {
            let x = if *x >= SIDE + canvas.measure() { x - 150 } else { *x };
            canvas.rule(Rule { x, y, width: 150, height: high, ink: Ink::Rule });
        }
        // the boxes are cells, empty ones
        for _ in columns.iter().skip(2) {
            canvas.element(Tag::Cell, |_| Ok(()))?;
        }
        Ok(())
    })
}

/// Lines to fill in.
fn signed(canvas: &mut Canvas, fields: &[String], y: i32) -> Result<(), LetterError> {
    let count = i32::try_from(fields.len()).unwrap_or(1).max(1);
    let gap = 12_000;
    let width = (canvas.measure() - gap * (count - 1)) / count;
    for (index, field) in (0..).zip(fields) {
        let place = Place::new(SIDE + index * (width + gap), y + 20_000, width);
        canvas.line(place, Ink::Black, 200);
        canvas.paragraph(field, Type::LABEL, place.at(place.y + 1_000))?;
    }
    Ok(())
}
