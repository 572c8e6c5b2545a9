//! The last look at a sheet: nothing stands beside its pages.

use crate::error::LetterError;
use crate::frame::{Clip, Document, Item};

/// How much of the type size, in micrometres for each tenth of a point, letters reach above and below their baseline: 0.95 and 0.35.
const UP: i32 = 34;
const DOWN: i32 = 13;

/// The document, if all of it stands on its pages.
///
/// # Errors
/// [`LetterError::SheetFull`] with the text that does not, or with the sheet's title.
pub(super) fn within(document: Document) -> Result<Document, LetterError> {
    let size = document.size;
    let inside =
        |x: i32, y: i32, right: i32, bottom: i32| x >= 0 && y >= 0 && right <= size.width && bottom <= size.height;
    let around =
        |clip: &Clip| inside(clip.x, clip.y, clip.x.saturating_add(clip.width), clip.y.saturating_add(clip.height));
    let mut full = None;
    for item in document.pages.iter().flat_map(|page| &page.items) {
        let outside = item.lines().find(|line| {
            let (up, down) = (line.line.size * UP, line.line.size * DOWN);
            !inside(
                line.x,
                line.y.saturating_sub(up),
                line.x.saturating_add(line.line.width()),
                line.y.saturating_add(down),
            )
        });
        let good = match item {
            Item::Rule(rule) => inside(rule.x, rule.y, rule.x + rule.width, rule.y.saturating_add(rule.height)),
            Item::Drawing(drawing) => drawing.bounds().is_none_or(|bounds| around(&bounds)),
            Item::Line(_) | Item::Shared(_) => true,
        };
        full = match outside {
            Some(line) => Some(line.line.text.chars().take(60).collect()),
            None if !good => Some(document.title.clone()),
            None => None,
        };
        if full.is_some() {
            break;
        }
    }
    full.map_or(Ok(document), |part| Err(LetterError::SheetFull { part }))
}
