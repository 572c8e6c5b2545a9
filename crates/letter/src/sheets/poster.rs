//! A poster: one case, for a wall.

use crate::error::LetterError;
use crate::fonts::{Fonts, Style};
use crate::frame::{Document, Ink, Tag};

use super::canvas::{Canvas, Place, SIDE, TOP, Type};
use super::spec::Poster;
use super::stamp;

const HEADINGS: &[i32] = &[480, 420, 360, 300, 240];
const SUMMARIES: &[i32] = &[170, 155, 140, 125, 110];
/// A QR code that is read from across a corridor.
const CODE: i32 = 45_000;

/// Sets a poster: one page.
///
/// # Errors
/// [`LetterError::SheetFull`] when the summary is too long for a wall; others when a text cannot be set.
pub fn poster(sheet: &Poster, fonts: &Fonts) -> Result<Document, LetterError> {
    let mut canvas = Canvas::new(&sheet.stock, fonts);
    canvas.element(Tag::Section, |canvas| {
        if sheet.mourned {
            canvas.black_edge()
        } else {
            canvas.edge()
        }
        let stamp_width = if canvas.size.height > 290_000 { 98_000 } else { 86_000 };
        let place = Place::new(SIDE, TOP, canvas.measure());
        let heading = Type::new(Style::LabelBold, 480, 500, Ink::Black);
        let heading = canvas.fitting(&sheet.heading, heading, HEADINGS, place.width, 2)?;
        let mut y = canvas.tagged(Tag::Heading(1), &sheet.heading, heading, place)? + 1_500;
        if let Some(native) = &sheet.native {
            y = canvas.native(native, Type::NATIVE.sized(200), place.at(y))?;
        }
        y += 6_000;
        let beside = Place::new(SIDE + stamp_width + 10_000, y, place.width - stamp_width - 10_000);
        stamp::paint(canvas, &sheet.stamp, Place::new(SIDE, y, stamp_width))?;
        let foot = canvas.height(&sheet.foot, Type::LABEL, place.width)?;
        let end = canvas.bottom() - foot - 4_000 - CODE;
        summary(canvas, sheet, beside, end - 8_000)?;
        fields(canvas, sheet, end)?;
        if let Some(code) = &sheet.code {
            canvas.code_beside(code, CODE, Place::new(SIDE, end, CODE + 45_000))?;
        }
        canvas.paragraph(&sheet.foot, Type::LABEL, place.at(canvas.bottom() - foot))
    })?;
    canvas.finish()
}

fn summary(canvas: &mut Canvas, sheet: &Poster, place: Place, end: i32) -> Result<(), LetterError> {
    for size in SUMMARIES {
        let ty = Type::BODY.sized(*size);
        if place.y + canvas.height(&sheet.summary, ty, place.width)? <= end {
            return canvas.paragraph(&sheet.summary, ty, place).map(drop);
        }
    }
    Err(LetterError::SheetFull { part: sheet.heading.clone() })
}

/// Lines to fill in with a thick pen, beside the code.
fn fields(canvas: &mut Canvas, sheet: &Poster, y: i32) -> Result<(), LetterError> {
    let x = SIDE + CODE + 52_000;
    let width = canvas.size.width - SIDE - x;
    for (index, field) in (0..).zip(&sheet.fields) {
        let place = Place::new(x, y + 14_000 + index * 20_000, width);
        canvas.line(place, Ink::Black, 300);
        canvas.paragraph(field, Type::LABEL, place.at(place.y + 1_000))?;
    }
    Ok(())
}
