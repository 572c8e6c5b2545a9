//! The display list as plain text: for tests, and to read what was set.

use crate::clean::SOFT_HYPHEN;
use crate::frame::{Document, Role};

/// The lines in reading order. A blank line stands before each block, a form feed between pages, and a hyphen set at a
/// line's end is a hyphen.
#[must_use]
pub fn write(document: &Document) -> String {
    let mut text = String::new();
    for (index, page) in document.pages.iter().enumerate() {
        if index > 0 {
            text.push('\u{c}');
        }
        let mut first = true;
        for line in page.lines() {
            if line.opens && !first {
                text.push('\n');
            }
            first = false;
            match line.text.strip_suffix(SOFT_HYPHEN) {
                Some(divided) => {
                    text.push_str(divided);
                    text.push('-');
                }
                None => text.push_str(&line.text),
            }
            // An item's text stands beside its mark.
            text.push(if line.role == Role::Mark { ' ' } else { '\n' });
        }
    }
    text
}
