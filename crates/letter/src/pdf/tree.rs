//! The structure tree: what the marked content of the pages is (ISO 32000-1, 14.7 and 14.8).

use std::io::Write;

use super::content::{Content, rectangle};
use super::file::File;
use super::syntax::{Ref, Syntax};
use crate::error::LetterError;
use crate::frame::{Document, Element, Item, Tag};

/// How many entries a leaf of the tree from pages to elements has.
const LEAF: usize = 64;

/// The tree, written as documents come; what is kept are the numbers of its topmost elements.
pub(super) struct Tree {
    root: Ref,
    document: Ref,
    tops: Vec<Ref>,
    /// The leaf being filled: its entries, how many, and the first one's key.
    leaf: Vec<u8>,
    filled: usize,
    /// The next page's key.
    key: i64,
    /// The leaves written, each with its first and last key.
    leaves: Vec<(Ref, i64, i64)>,
}

/// A document about to be written: its pages and what was marked on them.
pub(super) struct Marked<'d> {
    pub document: &'d Document,
    /// The language if it is not the file's.
    pub lang: Option<&'d str>,
    pub contents: &'d [Content],
}

impl Tree {
    pub fn new<W: Write>(file: &mut File<W>) -> Self {
        let (root, document) = (file.reserve(), file.reserve());
        Self { root, document, tops: Vec::new(), leaf: Vec::new(), filled: 0, key: 0, leaves: Vec::new() }
    }

    /// The key of the next page that has marked content.
    pub const fn next_key(&self) -> i64 {
        self.key
    }

    /// Writes a document's elements; `pages` are the objects of its pages.
    pub fn add<W: Write>(&mut self, marked: &Marked, pages: &[Ref], file: &mut File<W>) -> Result<(), LetterError> {
        let elements = &marked.document.structure.elements;
        let first = file.reserve_row(elements.len());
        let object = |element: u32| first + element;
        let kids = children(elements)?;
        let stretches = stretches(marked.contents);
        let mut rest = stretches.as_slice();
        for ((number, element), kids) in (0..).zip(elements).zip(&kids) {
            let own = rest.iter().take_while(|stretch| stretch.element == number).count();
            let (own, after) = rest.split_at(own);
            rest = after;
            let parent = element.parent.map_or(self.document, object);
            let lang = if element.parent.is_none() && element.lang.is_empty() { marked.lang } else { None };
            let bounds = if element.tag == Tag::Figure { bounds(marked.document, number) } else { None };
            file.put(object(number), |out| {
                out.raw("<</S").name(name(element.tag)).raw("/P ").reference(parent);
                describe(element, lang, bounds, out);
                content(own, kids, pages, object, out);
                out.raw(">>");
            })?;
            if element.parent.is_none() {
                self.tops.push(object(number));
            }
        }
        for content in marked.contents.iter().filter(|content| !content.marks.is_empty()) {
            self.page(content, object, file)?;
        }
        Ok(())
    }

    /// The way back, from the stretches of a page to their elements.
    fn page<W: Write>(
        &mut self,
        content: &Content,
        object: impl Fn(u32) -> Ref,
        file: &mut File<W>,
    ) -> Result<(), LetterError> {
        self.leaf.int(self.key).raw("[");
        for element in &content.marks {
            self.leaf.reference(object(*element)).raw(" ");
        }
        self.leaf.raw("]");
        self.key += 1;
        self.filled += 1;
        if self.filled == LEAF { self.turn(file) } else { Ok(()) }
    }

    /// Writes the leaf.
    fn turn<W: Write>(&mut self, file: &mut File<W>) -> Result<(), LetterError> {
        let Some(count) = i64::try_from(self.filled).ok().filter(|count| *count > 0) else { return Ok(()) };
        let (low, high) = (self.key - count, self.key - 1);
        let (object, leaf) = (file.reserve(), std::mem::take(&mut self.leaf));
        self.filled = 0;
        self.leaves.push((object, low, high));
        file.put(object, |out| {
            out.raw("<</Limits[").int(low).raw(" ").int(high).raw("]/Nums[").extend_from_slice(&leaf);
            out.raw("]>>");
        })
    }

    /// Writes the top of the tree and gives its root.
    pub fn finish<W: Write>(mut self, file: &mut File<W>) -> Result<Ref, LetterError> {
        self.turn(file)?;
        let parents = file.reserve();
        file.put(parents, |out| {
            out.raw("<</Kids[");
            self.leaves.iter().for_each(|(leaf, ..)| {
                out.reference(*leaf).raw(" ");
            });
            out.raw("]>>");
        })?;
        file.put(self.document, |out| {
            out.raw("<</Type/StructElem/S/Document/P ").reference(self.root).raw("/K[");
            self.tops.iter().for_each(|top| {
                out.reference(*top).raw(" ");
            });
            out.raw("]>>");
        })?;
        file.put(self.root, |out| {
            out.raw("<</Type/StructTreeRoot/K ").reference(self.document).raw("/ParentTree ").reference(parents);
            out.raw("/ParentTreeNextKey ").int(self.key).raw(">>");
        })?;
        Ok(self.root)
    }
}

/// A stretch of marked content.
struct Stretch {
    element: u32,
    page: usize,
    number: usize,
}

/// All stretches by element, each element's in reading order.
fn stretches(contents: &[Content]) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    for (page, content) in contents.iter().enumerate() {
        let of_page = content.marks.iter().enumerate();
        stretches.extend(of_page.map(|(number, element)| Stretch { element: *element, page, number }));
    }
    stretches.sort_by_key(|stretch| stretch.element);
    stretches
}

/// The elements inside of each element.
fn children(elements: &[Element]) -> Result<Vec<Vec<u32>>, LetterError> {
    let mut children = vec![Vec::new(); elements.len()];
    for (number, element) in (0..).zip(elements) {
        let Some(parent) = element.parent else { continue };
        let before = parent < number;
        let kids = children.get_mut(parent as usize).filter(|_| before);
        kids.ok_or_else(|| LetterError::Pdf { reason: format!("element {number} stands before its parent") })?
            .push(number);
    }
    Ok(children)
}

fn content(own: &[Stretch], kids: &[u32], pages: &[Ref], object: impl Fn(u32) -> Ref, out: &mut Vec<u8>) {
    let page = own.first().map(|stretch| stretch.page);
    if let Some(page) = page.and_then(|page| pages.get(page)) {
        out.raw("/Pg ").reference(*page);
    }
    if own.len() + kids.len() == 0 {
        return;
    }
    let several = own.len() + kids.len() > 1;
    out.raw(if several { "/K[" } else { "/K " });
    for stretch in own {
        match pages.get(stretch.page) {
            Some(other) if Some(stretch.page) != page => {
                out.raw("<</Type/MCR/Pg ").reference(*other).raw("/MCID ").int(stretch.number as i64).raw(">>");
            }
            _ => {
                out.int(stretch.number as i64).raw(" ");
            }
        }
    }
    kids.iter().for_each(|kid| {
        out.reference(object(*kid)).raw(" ");
    });
    out.raw(if several { "]" } else { "" });
}

/// Alternative text, language, and the attributes that a tag needs.
fn describe(element: &Element, lang: Option<&str>, bounds: Option<[i64; 4]>, out: &mut Vec<u8>) {
    if let Some(lang) = lang.or(Some(&element.lang)).filter(|lang| !lang.is_empty()) {
        out.raw("/Lang").text(lang);
    }
    match element.tag {
        Tag::Figure => {
            out.raw("/Alt").text(&element.alt);
            if let Some(bounds) = bounds {
                out.raw("/A<</O/Layout/Placement/Block/BBox[");
                bounds.iter().for_each(|edge| {
                    out.thousandths(*edge).raw(" ");
                });
                out.raw("]>>");
            }
        }
        Tag::HeaderCell => {
            out.raw("/A<</O/Table/Scope/Column>>");
        }
        Tag::RowHeader => {
            out.raw("/A<</O/Table/Scope/Row>>");
        }
        Tag::List => {
            out.raw("/A<</O/List/ListNumbering/Disc>>");
        }
        Tag::NumberedList => {
            out.raw("/A<</O/List/ListNumbering/Decimal>>");
        }
        _ => {}
    }
}

/// What a figure's drawings cover together.
fn bounds(document: &Document, figure: u32) -> Option<[i64; 4]> {
    let items = document.pages.iter().flat_map(|page| &page.items);
    let drawings = items.filter_map(|item| match item {
        Item::Drawing(drawing) if drawing.element == Some(figure) => drawing.bounds(),
        _ => None,
    });
    let boxes = drawings.map(|clip| rectangle(&clip, document.size.height));
    boxes.reduce(|a, b| [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])])
}

/// The standard structure type (ISO 32000-1, 14.8.4).
pub(super) const fn name(tag: Tag) -> &'static str {
    match tag {
        Tag::Section => "Sect",
        Tag::Heading(0 | 1) => "H1",
        Tag::Heading(2) => "H2",
        Tag::Heading(3) => "H3",
        Tag::Heading(4) => "H4",
        Tag::Heading(5) => "H5",
        Tag::Heading(_) => "H6",
        Tag::Paragraph => "P",
        Tag::List | Tag::NumberedList => "L",
        Tag::ListItem => "LI",
        Tag::Label => "Lbl",
        Tag::ListBody => "LBody",
        Tag::Table => "Table",
        Tag::Row => "TR",
        Tag::HeaderCell | Tag::RowHeader => "TH",
        Tag::Cell => "TD",
        Tag::Figure => "Figure",
        Tag::Caption => "Caption",
        Tag::Quote => "BlockQuote",
    }
}
