//! What a letter's lines are to a reader who does not see the page: one section of paragraphs.

use crate::frame::{Item, Page, Role, Structure, Tag};

/// Gives every line its element. A line that opens a block opens a paragraph; page numbers are not read.
pub(super) fn tag(pages: &mut [Page]) -> Structure {
    let mut structure = Structure::default();
    let letter = structure.add(Tag::Section, None);
    let mut paragraph = None;
    for item in pages.iter_mut().flat_map(|page| &mut page.items) {
        let (opens, element) = match item {
            Item::Line(line) if line.role == Role::Folio => continue,
            Item::Line(line) => (line.opens, &mut line.element),
            Item::Shared(shared) => (shared.block.first().is_some_and(|line| line.opens), &mut shared.element),
            Item::Rule(_) | Item::Drawing(_) => continue,
        };
        if opens || paragraph.is_none() {
            paragraph = Some(structure.add(Tag::Paragraph, Some(letter)));
        }
        *element = paragraph;
    }
    structure
}
