//! The display list: what stands where on which page, and what it is to a reader who does not see the page.
//!
//! It serialises with serde in any format, so that one module can lay out and another can write.

mod drawing;
mod line;
mod structure;

use std::ops::Deref;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::spec::{Paper, SpecDate};

pub use drawing::{Clip, Drawing, Ink, Path, Step};
pub use line::{Glyph, Line, Role, Run, font_units, micrometres};
pub use structure::{Element, Structure, Tag};

/// A set letter or sheet.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The language as a BCP 47 tag, or empty.
    pub lang: String,
    /// The title for the metadata.
    pub title: String,
    /// The date for the metadata.
    pub date: SpecDate,
    /// The pages' size.
    pub size: Size,
    /// The pages in order, at least one.
    pub pages: Vec<Page>,
    /// What the content is, for readers who do not see the page.
    pub structure: Structure,
}

/// The size of a page in micrometres.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Size {
    /// From left to right.
    pub width: i32,
    /// From top to bottom.
    pub height: i32,
}

impl From<Paper> for Size {
    fn from(paper: Paper) -> Self {
        Self { width: paper.width(), height: paper.height() }
    }
}

/// One page.
#[derive(Serialize, Deserialize, Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// What is painted, in reading order.
    pub items: Vec<Item>,
}

/// Something painted on a page.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A line of text.
    Line(Line),
    /// A bar: a mark or a rule. Never read aloud.
    Rule(Rule),
    /// Paths: a stamp, a code, a postmark.
    Drawing(Drawing),
    /// Lines of one paragraph that several letters have in common.
    Shared(Shared),
}

/// Lines that stand in several places: a PDF file has them once.
///
/// Whoever sets the same text again places the same `Arc`. Serialised, every place has its own.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// What is added to the lines' x, in micrometres.
    pub x: i32,
    /// What is added to the lines' y, in micrometres.
    pub y: i32,
    /// The element that all of it belongs to; none for what is not to be read. The lines' own elements do not count.
    pub element: Option<u32>,
    /// The lines.
    #[serde(with = "block")]
    pub block: Arc<Vec<Line>>,
}

/// serde's own `Arc` is a feature that would reach every crate of the workspace.
mod block {
    use std::sync::Arc;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::Line;

    pub fn serialize<S: Serializer>(block: &Arc<Vec<Line>>, serializer: S) -> Result<S::Ok, S::Error> {
        block.as_slice().serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Arc<Vec<Line>>, D::Error> {
        Vec::deserialize(deserializer).map(Arc::new)
    }
}

/// A bar.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rule {
    /// The left edge, in micrometres from the page's left edge.
    pub x: i32,
    /// The top edge, in micrometres from the page's top edge.
    pub y: i32,
    /// The width in micrometres.
    pub width: i32,
    /// The height in micrometres.
    pub height: i32,
    /// Its colour.
    pub ink: Ink,
}

/// A line where it stands on the page: its own `x`, `y` and `element` hide those of the line, which may be a shared one.
#[derive(Clone, Copy, Debug)]
pub struct Placed<'p> {
    /// The left end, in micrometres from the page's left edge.
    pub x: i32,
    /// The baseline, in micrometres from the page's top edge.
    pub y: i32,
    /// The element that it belongs to.
    pub element: Option<u32>,
    /// The line.
    pub line: &'p Line,
}

impl Deref for Placed<'_> {
    type Target = Line;

    fn deref(&self) -> &Line {
        self.line
    }
}

impl Document {
    /// How many pages the letter has.
    #[must_use]
    pub fn page_count(&self) -> usize {
        self.pages.len()
    }
}

impl Page {
    /// The lines of text in reading order, shared ones too, where they stand.
    pub fn lines(&self) -> impl Iterator<Item = Placed<'_>> {
        self.items.iter().flat_map(Item::lines)
    }
}

impl Item {
    /// The item's lines where they stand.
    pub fn lines(&self) -> impl Iterator<Item = Placed<'_>> {
        let (own, shared) = match self {
            Self::Line(line) => (Some(line), None),
            Self::Shared(shared) => (None, Some(shared)),
            Self::Rule(_) | Self::Drawing(_) => (None, None),
        };
        let own = own.into_iter().map(|line| Placed { x: line.x, y: line.y, element: line.element, line });
        own.chain(shared.into_iter().flat_map(Shared::lines))
    }
}

impl Shared {
    /// The lines where they stand.
    pub fn lines(&self) -> impl Iterator<Item = Placed<'_>> {
        let Self { x, y, element, block } = self;
        block.iter().map(move |line| Placed {
            x: x.saturating_add(line.x),
            y: y.saturating_add(line.y),
            element: *element,
            line,
        })
    }
}
