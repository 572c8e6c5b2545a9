//! What somebody needs to write a card to a person: four to a page, to be cut apart.

use crate::error::LetterError;
use crate::fonts::{Fonts, Style};
use crate::frame::{Document, Ink, Tag};

use super::canvas::{Canvas, Place, Type};
use super::cover::heading;
use super::spec::CardSheet;

/// From a card's edge to its text.
const INSET: i32 = 9_000;
/// A QR code on a card: 25 mm is the least.
const CODE: i32 = 25_000;
const NAMES: &[i32] = &[180, 160, 140, 120];
const SIZES: &[i32] = &[100, 95, 90, 85, 80, 75];

/// Sets a page of four.
///
/// # Errors
/// [`LetterError::SheetFull`] when address and rules are more than a quarter of a page holds; others when a text cannot be set.
pub fn cards(sheet: &CardSheet, fonts: &Fonts) -> Result<Document, LetterError> {
    let mut canvas = Canvas::new(&sheet.stock, fonts);
    let (width, height) = (canvas.size.width / 2, canvas.size.height / 2);
    for (column, row) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
        canvas.element(Tag::Section, |canvas| {
            card(canvas, sheet, Place::new(column * width, row * height, width), height)
        })?;
    }
    // where to cut, without the strip that no printer reaches
    canvas.rule(crate::frame::Rule {
        x: width - 75,
        y: 6_000,
        width: 150,
        height: 2 * height - 12_000,
        ink: Ink::Rule,
    });
    canvas.line(Place::new(6_000, height - 75, 2 * width - 12_000), Ink::Rule, 150);
    canvas.finish()
}

fn card(canvas: &mut Canvas, sheet: &CardSheet, place: Place, height: i32) -> Result<(), LetterError> {
    let inside = Place::new(place.x + INSET, place.y + INSET, place.width - 2 * INSET);
    let bottom = place.y + height - INSET;
    let mut y = canvas.paragraph(&sheet.label, Type::LABEL, inside)? + 400;
    let name =
        canvas.fitting(&sheet.name, Type::new(Style::LabelBold, 180, 196, Ink::Black), NAMES, inside.width, 2)?;
    y = canvas.tagged(Tag::Heading(1), &sheet.name, name, inside.at(y))?;
    if let Some(native) = &sheet.native {
        y = canvas.native(native, Type::NATIVE.sized(110), inside.at(y))?;
    }
    y += 2_500;
    let foot = bottom - if sheet.code.is_some() { CODE + 3_000 } else { 0 };
    let address = sheet.address.entries.join("\n");
    let titles = i32::from(!address.is_empty()) + i32::from(!sheet.rules.entries.is_empty());
    let mut fitting = None;
    for size in SIZES {
        let ty = Type::BODY.sized(*size);
        let texts = canvas.height(&address, ty, inside.width)?;
        let needed = texts + canvas.list_height(&sheet.rules.entries, ty, inside.width)? + titles * 9_500;
        if y + needed <= foot {
            fitting = Some(ty);
            break;
        }
    }
    let ty = fitting.ok_or_else(|| LetterError::SheetFull { part: sheet.rules.heading.clone() })?;
    if !address.is_empty() {
        y = heading(canvas, &sheet.address.heading, inside.at(y))?;
        y = canvas.paragraph(&address, ty, inside.at(y))? + 3_000;
    }
    if !sheet.rules.entries.is_empty() {
        y = heading(canvas, &sheet.rules.heading, inside.at(y))?;
        canvas.list(&sheet.rules.entries, false, ty, inside.at(y))?;
    }
    let Some(code) = &sheet.code else { return Ok(()) };
    let beside = Place::new(inside.x, bottom - CODE, inside.width);
    canvas.code_beside(code, CODE, beside)
}
