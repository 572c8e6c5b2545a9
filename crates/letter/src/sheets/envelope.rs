//! Addressed envelopes: a page of the envelope's own size.

use crate::error::LetterError;
use crate::fonts::{Fonts, Style};
use crate::frame::{Clip, Document, Ink, Size, Tag};

use super::canvas::{Canvas, Place, Type};
use super::spec::Envelope;

/// Free at the right and at the bottom: the post prints its code there. Source: Deutsche Post, Automationsfähige Briefsendungen
/// (15 mm above the bottom edge).
const FREE: i32 = 15_000;
/// The sizes of an address, the best first.
const SIZES: &[i32] = &[120, 115, 110, 105, 100, 95, 90, 85, 80];

/// Sets an envelope.
///
/// # Errors
/// [`LetterError::SheetFull`] with the address that does not fit; others when a text cannot be set.
pub fn envelope(sheet: &Envelope, fonts: &Fonts) -> Result<Document, LetterError> {
    let size = Size { width: sheet.size.width, height: sheet.size.height };
    let mut canvas = Canvas::of_size(&sheet.stock, size, fonts).fixed();
    // the lower right part: sorting machines look there, and the stamp stands above
    let x = size.width * 45 / 100;
    let y = size.height * 45 / 100;
    let room = Clip { x, y, width: size.width - x - FREE, height: size.height - y - FREE };
    let ty = Type::new(Style::Book, 120, 156, Ink::Black);
    canvas.element(Tag::Section, |canvas| block(canvas, &sheet.address, ty, SIZES, &room))?;
    canvas.finish()
}

/// An address in the largest size in which all of it fits into a room; a line that is too wide goes on in the next.
pub(super) fn block(
    canvas: &mut Canvas,
    address: &[String],
    ty: Type,
    sizes: &[i32],
    room: &Clip,
) -> Result<(), LetterError> {
    let text = address.join("\n");
    let mut fitting: Option<Type> = None;
    for most in [address.len(), usize::MAX] {
        for size in sizes {
            let ty = ty.sized(*size);
            let lines = canvas.broken(&text, ty, room.width)?.len();
            let height = i32::try_from(lines).unwrap_or(i32::MAX / 20_000) * ty.line_height();
            // first without dividing a line, as long as that is not too small
            let small = most == address.len() && *size < 90;
            if !small && lines <= most && height <= room.height {
                fitting = Some(ty);
                break;
            }
        }
        if fitting.is_some() {
            break;
        }
    }
    let ty = fitting.ok_or_else(|| LetterError::SheetFull { part: address.join(", ") })?;
    canvas.paragraph(&text, ty, Place::new(room.x, room.y, room.width)).map(drop)
}
