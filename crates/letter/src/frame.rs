//! The display list: what stands where on which page, and what it is to a reader who does not see the page.
//!
//! It serialises with serde in any format, so that one module can lay out and another can write.

mod drawing;
mod structure;

use std::ops::Deref;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::spec::{Paper, SpecDate};

pub use drawing::{Clip, Drawing, Ink, Path, Step};
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

/// What a line of text is.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The sender in small type above the address.
    ReturnAddress,
    /// The sender's block at the top.
    Sender,
    /// The address.
    Recipient,
    /// Place and date.
    Place,
    /// The salutation.
    Salutation,
    /// The text.
    Body,
    /// A quotation in the text.
    Quote,
    /// What stands before an item of a list in the text, on the same baseline: a dash or a number.
    Mark,
    /// An item of a list in the text.
    Entry,
    /// The closing.
    Closing,
    /// The name under the signature.
    Name,
    /// The page's number.
    Folio,
    /// Any line of a sheet that is no letter: its element says what it is.
    Sheet,
}

impl Role {
    /// Whether it is a part of the text between salutation and closing.
    #[must_use]
    pub const fn is_text(self) -> bool {
        matches!(self, Self::Body | Self::Quote | Self::Mark | Self::Entry)
    }
}

/// A line of text on its baseline.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub role: Role,
    /// The element of the document's structure that it belongs to; none for what is not to be read, such as a page's number.
    pub element: Option<u32>,
    /// Its colour.
    pub ink: Ink,
    /// Whether it opens a block or a paragraph.
    pub opens: bool,
    /// Whether it is read from right to left. Its text is in the order of reading all the same; its runs and their glyphs
    /// stand from left to right.
    pub rtl: bool,
    /// The left end, in micrometres from the page's left edge.
    pub x: i32,
    /// The baseline, in micrometres from the page's top edge.
    pub y: i32,
    /// The type size in tenths of a point.
    pub size: i32,
    /// The text as typed. A hyphen that the engine set at the end is a soft hyphen, U+00AD.
    pub text: String,
    /// Stretches of one font each, from left to right.
    pub runs: Vec<Run>,
}

/// Glyphs of one font, one after the other.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The font's index in [`crate::Fonts`].
    pub font: u8,
    /// Its units per em: what the glyphs' numbers are measured in.
    pub upem: i32,
    /// The glyphs from left to right.
    pub glyphs: Vec<Glyph>,
}

/// One glyph. Lengths are font units.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyph {
    /// The glyph's number in the font.
    pub id: u16,
    /// How far the pen moves to the right.
    pub advance: i32,
    /// Where the glyph stands, to the right of the pen.
    pub dx: i32,
    /// Where the glyph stands, above the baseline.
    pub dy: i32,
    /// Where the text that the glyph stands for begins, in bytes of the line's text.
    pub start: u32,
    /// The length of that text in bytes; 0 for the further glyphs of a cluster.
    pub len: u16,
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

impl Default for Line {
    fn default() -> Self {
        Self {
            role: Role::Sheet,
            element: None,
            ink: Ink::Black,
            opens: false,
            rtl: false,
            x: 0,
            y: 0,
            size: 110,
            text: String::new(),
            runs: Vec::new(),
        }
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

impl Line {
    /// The width in micrometres, rounded to the nearest.
    #[must_use]
    pub fn width(&self) -> i32 {
        self.width_at(self.size)
    }

    /// What the width would be in another type size.
    #[must_use]
    pub(crate) fn width_at(&self, size: i32) -> i32 {
        let widths = self.runs.iter().map(|run| micrometres(run.advance(), size, run.upem));
        widths.fold(0, i32::saturating_add)
    }

    /// The text that a glyph of this line stands for, empty for the further glyphs of a cluster.
    #[must_use]
    pub fn text_of(&self, glyph: &Glyph) -> &str {
        let start = glyph.start as usize;
        self.text.get(start..start + usize::from(glyph.len)).unwrap_or_default()
    }
}

impl Run {
    /// The sum of the advances in font units.
    #[must_use]
    pub fn advance(&self) -> i64 {
        self.glyphs.iter().map(|glyph| i64::from(glyph.advance)).sum()
    }
}

/// A length of `units` font units at `size` tenths of a point in micrometres, rounded to the nearest.
///
/// One point is 1/72 inch, 25,400/72 = 3,175/9 micrometres.
#[must_use]
pub fn micrometres(units: i64, size: i32, upem: i32) -> i32 {
    let (above, below) = (units.saturating_mul(i64::from(size) * 3_175), 90 * i64::from(upem.max(1)));
    let rounded = above.saturating_mul(2).saturating_add(below).div_euclid(2 * below);
    i32::try_from(rounded).unwrap_or(if rounded < 0 { i32::MIN } else { i32::MAX })
}

/// How many font units at `size` tenths of a point fit into a length in micrometres.
#[must_use]
pub fn font_units(length: i32, size: i32, upem: i32) -> i64 {
    (i64::from(length) * 90 * i64::from(upem)).div_euclid(i64::from(size.max(1)) * 3_175)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_em_of_eleven_points_is_3881_micrometres() {
        assert_eq!(micrometres(1_000, 110, 1_000), 3_881);
        assert_eq!(micrometres(-1_000, 110, 1_000), -3_881);
        assert_eq!(micrometres(2_048, 120, 2_048), 4_233);
        assert_eq!(font_units(3_881, 110, 1_000), 1_000);
    }
}
