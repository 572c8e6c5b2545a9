//! What a letter's lines are to a reader who does not see the page: one section of paragraphs, quotations and lists.

use crate::frame::{Item, Line, Page, Role, Structure, Tag};

/// Gives every line its element. A line that opens a block opens a paragraph; page numbers are not read.
pub(super) fn tag(pages: &mut [Page]) -> Structure {
    let mut structure = Structure::default();
    let letter = structure.add(Tag::Section, None);
    let mut reader = Reader { structure, letter, open: Open::Nothing };
    for item in pages.iter_mut().flat_map(|page| &mut page.items) {
        if let Item::Line(line) = item
            && line.role != Role::Folio
        {
            line.element = Some(reader.element(line));
        }
    }
    reader.structure
}

/// Reads a letter line by line.
struct Reader {
    structure: Structure,
    letter: u32,
    open: Open,
}

/// What the line before belongs to.
#[derive(Clone, Copy)]
enum Open {
    Nothing,
    Paragraph(u32),
    /// A quotation, and its paragraph.
    Quote(u32, u32),
    /// A list, whether it has numbers, its item, and the item's text once it began.
    List(u32, bool, u32, Option<u32>),
}

impl Reader {
    /// The line's element. Items and quotations that follow each other are one list and one quotation, also with a blank line
    /// between them.
    fn element(&mut self, line: &Line) -> u32 {
        match line.role {
            Role::Quote => self.quote(line.opens),
            Role::Mark => self.mark(line.text.starts_with(|c: char| c.is_ascii_digit())),
            Role::Entry => self.entry(),
            _ => self.paragraph(line.opens),
        }
    }

    fn paragraph(&mut self, opens: bool) -> u32 {
        if let Open::Paragraph(paragraph) = self.open
            && !opens
        {
            return paragraph;
        }
        let paragraph = self.structure.add(Tag::Paragraph, Some(self.letter));
        self.open = Open::Paragraph(paragraph);
        paragraph
    }

    fn quote(&mut self, opens: bool) -> u32 {
        let quote = match self.open {
            Open::Quote(_, paragraph) if !opens => return paragraph,
            Open::Quote(quote, _) => quote,
            _ => self.structure.add(Tag::Quote, Some(self.letter)),
        };
        let paragraph = self.structure.add(Tag::Paragraph, Some(quote));
        self.open = Open::Quote(quote, paragraph);
        paragraph
    }

    fn mark(&mut self, numbered: bool) -> u32 {
        let list = match self.open {
            Open::List(list, same, ..) if same == numbered => list,
            _ => self.structure.add(if numbered { Tag::NumberedList } else { Tag::List }, Some(self.letter)),
        };
        let item = self.structure.add(Tag::ListItem, Some(list));
        self.open = Open::List(list, numbered, item, None);
        self.structure.add(Tag::Label, Some(item))
    }

    fn entry(&mut self) -> u32 {
        match self.open {
            Open::List(.., Some(body)) => body,
            Open::List(list, numbered, item, None) => {
                let body = self.structure.add(Tag::ListBody, Some(item));
                self.open = Open::List(list, numbered, item, Some(body));
                body
            }
            _ => self.paragraph(true),
        }
    }
}
