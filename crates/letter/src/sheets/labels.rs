//! Addresses on sheets of labels, with a test sheet to hold against them.

use std::ops::RangeInclusive;

use crate::error::LetterError;
use crate::fonts::{Fonts, Style};
use crate::frame::{Clip, Document, Drawing, Ink, Path, Tag};

use super::canvas::{Canvas, Place, Type};
use super::cover::ruler;
use super::envelope::block;
use super::spec::{LabelSheet, LabelStock, Stock};
use super::stamp::rectangle;

/// From a label's edge to its text: printers and cutters are off by up to 2 mm.
const INSET: i32 = 3_500;
/// The sizes of an address, the best first.
const SIZES: &[i32] = &[110, 105, 100, 95, 90, 85, 80, 75, 70];
/// Closer to the sheet's edge no text stands.
const EDGE: i32 = 1_000;
/// How far a printer may be off: more is another sheet.
pub const MOST_OFFSET: i32 = 10_000;

/// Sets a test sheet, then the labels, over as many sheets as they take.
///
/// # Errors
/// [`LetterError::OffTheSheet`] with an offset that would print text beside the sheet; [`LetterError::SheetFull`] with the
/// address that fits on no label; others when a text cannot be set.
pub fn labels(sheet: &LabelSheet, fonts: &Fonts) -> Result<Document, LetterError> {
    let (right, down) = room_to_move(&sheet.labels);
    if !right.contains(&sheet.offset.0) || !down.contains(&sheet.offset.1) {
        return Err(LetterError::OffTheSheet {
            right: (*right.start(), *right.end()),
            down: (*down.start(), *down.end()),
        });
    }
    let stock = Stock { paper: sheet.labels.paper, ..sheet.stock.clone() };
    let mut canvas = Canvas::new(&stock, fonts).fixed();
    canvas.element(Tag::Section, |canvas| {
        test(canvas, sheet)?;
        let on_a_sheet = sheet.labels.labels();
        let mut at = sheet.first.saturating_sub(1).min(on_a_sheet - 1);
        canvas.turn();
        for (address, copies) in &sheet.addresses {
            for _ in 0..*copies {
                if at == on_a_sheet {
                    canvas.turn();
                    at = 0;
                }
                one(canvas, &label(sheet, at), address)?;
                at += 1;
            }
        }
        Ok(())
    })?;
    canvas.finish()
}

/// How far labels may be moved to the right and down, in whole tenths of a millimetre, so that no text leaves the sheet.
fn room_to_move(labels: &LabelStock) -> (RangeInclusive<i32>, RangeInclusive<i32>) {
    let range = |origin: i32, pitch: i32, count: i32, size: i32, paper: i32| {
        let before = (origin + INSET - EDGE) / 100 * 100;
        let after = (paper - EDGE - (origin + (count - 1) * pitch + size - INSET)) / 100 * 100;
        -before.min(MOST_OFFSET)..=after.min(MOST_OFFSET)
    };
    let LabelStock { paper, columns, rows, size, origin, pitch, .. } = *labels;
    (range(origin.0, pitch.0, columns, size.0, paper.width()), range(origin.1, pitch.1, rows, size.1, paper.height()))
}

/// The part of a label that stands on the sheet: its edge may be beside it, its text is not.
fn on_the_sheet(label: &Clip, canvas: &Canvas) -> Clip {
    let (right, below) = (label.x + label.width, label.y + label.height);
    let (x, y) = (label.x.max(0), label.y.max(0));
    Clip { x, y, width: right.min(canvas.size.width) - x, height: below.min(canvas.size.height) - y }
}

/// Where a label is printed, counted from 0.
fn label(sheet: &LabelSheet, at: usize) -> Clip {
    let LabelStock { columns, size, origin, pitch, .. } = sheet.labels;
    let at = i32::try_from(at).unwrap_or(0);
    Clip {
        x: origin.0 + at % columns * pitch.0 + sheet.offset.0,
        y: origin.1 + at / columns * pitch.1 + sheet.offset.1,
        width: size.0,
        height: size.1,
    }
}

fn one(canvas: &mut Canvas, label: &Clip, address: &[String]) -> Result<(), LetterError> {
    let ty = Type::new(Style::Label, 110, 132, Ink::Black);
    let room = Clip {
        x: label.x + INSET,
        y: label.y + INSET,
        width: label.width - 2 * INSET,
        height: label.height - 2 * INSET,
    };
    block(canvas, address, ty, SIZES, &room)
}

/// Every label's outline with its number, and a ruler above.
fn test(canvas: &mut Canvas, sheet: &LabelSheet) -> Result<(), LetterError> {
    let x = (canvas.size.width - 100_000) / 2;
    ruler(canvas, &sheet.ruler, x, 5_500)?;
    for at in 0..sheet.labels.labels() {
        let label = label(sheet, at);
        let seen = on_the_sheet(&label, canvas);
        let outline = Path { steps: rectangle(&seen), stroke: Some(Ink::Rule), width: 150, ..Path::default() };
        canvas.unread(|canvas| {
            canvas.drawing(Drawing { paths: vec![outline], ..Drawing::default() });
            canvas.text(&(at + 1).to_string(), Type::LABEL, Place::new(label.x + INSET, label.y + INSET, 20_000))
        })?;
    }
    let first = label(sheet, 0);
    let place = Place::new(first.x + INSET, first.y + INSET + 5_000, first.width - 2 * INSET);
    canvas.paragraph(&sheet.test, Type::LABEL, place).map(drop)
}
