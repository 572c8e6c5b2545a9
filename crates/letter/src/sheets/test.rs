//! A sheet to be printed first: does the printer scale, and does the address stand in the window?

use crate::error::LetterError;
use crate::fonts::Fonts;
use crate::frame::{Clip, Document, Drawing, Ink, Item, Path, Tag};
use crate::geometry::Geometry;
use crate::spec::{LetterSpec, LetterStyle};

use super::canvas::{Canvas, Place, SIDE, Type};
use super::cover::ruler;
use super::spec::{Stock, TestSheet};
use super::stamp::rectangle;

/// From the page's top to the words, below every window.
const BELOW: i32 = 125_000;

/// Sets a test sheet: the letter's address and marks where a letter has them, the window's edge around it, a ruler.
///
/// # Errors
/// As [`crate::layout`], and when a text cannot be set.
pub fn test(sheet: &TestSheet, fonts: &Fonts) -> Result<Document, LetterError> {
    let letter = LetterSpec { style: LetterStyle::Blank, ..sheet.letter.clone() };
    let stock = Stock { paper: letter.paper, ..sheet.stock.clone() };
    let mut canvas = Canvas::new(&stock, fonts).fixed();
    let sample = crate::layout(&letter, fonts)?;
    canvas.element(Tag::Section, |canvas| {
        let place = Place::new(SIDE, BELOW, canvas.measure());
        let y = canvas.tagged(Tag::Heading(1), &sheet.heading, Type::H1, place)? + 2_000;
        let y = canvas.paragraph(&sheet.intro, Type::BODY, place.at(y))?;
        ruler(canvas, &sheet.ruler, SIDE, y + 6_000)?;
        if let Some(window) = Geometry::of(letter.profile, letter.paper).window {
            let edge = Clip { x: window.left(letter.paper), y: window.top, width: window.width, height: window.height };
            let path = Path { steps: rectangle(&edge), stroke: Some(Ink::Rule), width: 200, ..Path::default() };
            canvas.unread(|canvas| {
                canvas.drawing(Drawing { paths: vec![path], ..Drawing::default() });
                Ok(())
            })?;
        }
        canvas.element(Tag::Paragraph, |canvas| {
            for item in sample.pages.into_iter().take(1).flat_map(|page| page.items) {
                canvas.placed(item);
            }
            Ok(())
        })
    })?;
    canvas.finish()
}

/// Whether the letter's envelope has a window.
#[must_use]
pub fn has_window(letter: &LetterSpec) -> bool {
    Geometry::of(letter.profile, letter.paper).window.is_some()
}

impl Canvas<'_> {
    /// Something that is set already, in the element that is open.
    fn placed(&mut self, item: Item) {
        let element = self.open_element();
        self.paint(match item {
            Item::Line(line) => Item::Line(crate::frame::Line { element, ..line }),
            Item::Shared(shared) => Item::Shared(crate::frame::Shared { element, ..shared }),
            other => other,
        });
    }
}
