//! Tables to be filled in by hand: who signs up, who signs a petition.

use crate::error::LetterError;
use crate::fonts::Fonts;
use crate::frame::{Document, Ink, Rule, Tag};

use super::canvas::{Canvas, Place, SIDE, Type};
use super::cover::{head, titled};
use super::spec::ListSheet;

/// A row's height: room for a signature.
const ROW: i32 = 10_500;

/// Sets a sheet with as many rows as fit.
///
/// # Errors
/// [`LetterError::SheetFull`] when what stands above leaves no room to sign; others when a text cannot be set.
pub fn list(sheet: &ListSheet, fonts: &Fonts) -> Result<Document, LetterError> {
    let mut canvas = Canvas::new(&sheet.stock, fonts);
    canvas.element(Tag::Section, |canvas| {
        let y = head(canvas, &sheet.label, &sheet.heading, None)?;
        let place = Place::new(SIDE, y, canvas.measure());
        let y = canvas.paragraph(&sheet.intro, Type::BODY, place)? + 3_000;
        let y = titled(canvas, &sheet.asks, true, Type::BODY, place.at(y))?;
        let foot = canvas.height(&sheet.foot, Type::LABEL, place.width)?;
        let end = canvas.bottom() - foot - 3_000;
        table(canvas, sheet, place.at(y), end)?;
        canvas.paragraph(&sheet.foot, Type::LABEL, place.at(canvas.bottom() - foot))
    })?;
    canvas.finish()
}

fn table(canvas: &mut Canvas, sheet: &ListSheet, place: Place, end: i32) -> Result<(), LetterError> {
    let edges = edges(sheet, place);
    let top = place.y + Type::LEDGER.line_height() + 3_000;
    let rows = (end - top) / ROW;
    if rows < 5 {
        return Err(LetterError::SheetFull { part: sheet.heading.clone() });
    }
    canvas.element(Tag::Table, |canvas| {
        canvas.element(Tag::Row, |canvas| {
            for ((head, _), (left, right)) in sheet.columns.iter().zip(&edges) {
                let cell = Place::new(*left, place.y + 1_500, right - left - 2_000);
                canvas.tagged(Tag::HeaderCell, head, Type::LEDGER_HEAD, cell)?;
            }
            Ok(())
        })?;
        canvas.line(place.at(top - 500), Ink::Black, 500);
        for row in 1..=rows {
            let y = top + (row - 1) * ROW;
            canvas.element(Tag::Row, |canvas| {
                for (column, (left, _)) in edges.iter().enumerate() {
                    // the first column numbers the rows
                    let tag = if column == 0 { Tag::RowHeader } else { Tag::Cell };
                    canvas.element(tag, |canvas| {
                        if column == 0 {
                            canvas.text(&row.to_string(), Type::LABEL, Place::new(*left, y + 4_500, 12_000))?;
                        }
                        Ok(())
                    })?;
                }
                Ok(())
            })?;
            let last = row == rows;
            let (ink, height) = if last { (Ink::Black, 500) } else { (Ink::Rule, 150) };
            canvas.line(place.at(y + ROW), ink, height);
        }
        for (left, _) in edges.iter().skip(1) {
            canvas.rule(Rule { x: left - 1_500, y: top, width: 150, height: rows * ROW, ink: Ink::Rule });
        }
        Ok(())
    })
}

/// Left and right edge of each column.
fn edges(sheet: &ListSheet, place: Place) -> Vec<(i32, i32)> {
    let all = sheet.columns.iter().map(|(_, share)| *share).sum::<i32>().max(1);
    let mut left = place.x;
    let edge = |(_, share): &(String, i32)| {
        let from = left;
        left += place.width * share / all;
        (from, left)
    };
    sheet.columns.iter().map(edge).collect()
}
