//! What the content of pages is: headings, paragraphs, lists, tables, figures (ISO 32000-1, 14.8.4).

use serde::{Deserialize, Serialize};

/// The elements of a document as a tree: each names its parent, which stands before it. Siblings are read in their order here.
#[derive(Serialize, Deserialize, Clone, Debug, Default, PartialEq, Eq)]
pub struct Structure {
    /// The elements; a [`crate::frame::Line::element`] is an index here.
    pub elements: Vec<Element>,
}

/// One element. What belongs to it names it; what names none is an artifact: marks, rules, page numbers, repeated headers.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// What it is.
    pub tag: Tag,
    /// The element that it stands in; none at the top.
    pub parent: Option<u32>,
    /// What a figure shows, in words. Empty for everything else.
    pub alt: String,
    /// The language as a BCP 47 tag if it is not the parent's, else empty.
    pub lang: String,
}

/// What an element is.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[serde(rename_all = "kebab-case")]
pub enum Tag {
    /// A part of the document: a letter, a sheet, a stub.
    Section,
    /// A heading of level 1 to 6. Levels are not skipped on the way down.
    Heading(u8),
    /// A paragraph, a line of a form, an address.
    Paragraph,
    /// A list with dashes or dots, or nothing, before its [`Tag::ListItem`]s.
    List,
    /// A list with numbers before its [`Tag::ListItem`]s.
    NumberedList,
    /// An entry of a list: a [`Tag::Label`] if it has one, then a [`Tag::ListBody`].
    ListItem,
    /// An entry's number or dash.
    Label,
    /// An entry's text.
    ListBody,
    /// A table, of [`Tag::Row`]s.
    Table,
    /// A row, of cells.
    Row,
    /// A cell that names its column.
    HeaderCell,
    /// A cell that names its row.
    RowHeader,
    /// A cell.
    Cell,
    /// A picture, with [`Element::alt`].
    Figure,
    /// A figure's or a table's caption.
    Caption,
    /// A quotation of one or more paragraphs.
    Quote,
}

impl Structure {
    /// Adds an element inside another one, or at the top, and gives its number.
    pub fn add(&mut self, tag: Tag, parent: Option<u32>) -> u32 {
        self.push(Element { tag, parent, alt: String::new(), lang: String::new() })
    }

    /// Adds a figure with the words for those who do not see it.
    pub fn add_figure(&mut self, parent: Option<u32>, alt: impl Into<String>) -> u32 {
        self.push(Element { tag: Tag::Figure, parent, alt: alt.into(), lang: String::new() })
    }

    /// Adds an element as it is and gives its number.
    pub fn push(&mut self, element: Element) -> u32 {
        let number = u32::try_from(self.elements.len()).unwrap_or(u32::MAX);
        self.elements.push(element);
        number
    }
}
