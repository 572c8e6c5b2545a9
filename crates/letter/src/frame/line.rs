//! Lines of text: what they are, their glyphs, how wide they are.

use serde::{Deserialize, Serialize};

use super::Ink;

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
    /// Whether the next line goes on without a space between: within a word, or in a script that sets none between words.
    pub runs_on: bool,
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

impl Default for Line {
    fn default() -> Self {
        Self {
            role: Role::Sheet,
            element: None,
            ink: Ink::Black,
            opens: false,
            runs_on: false,
            rtl: false,
            x: 0,
            y: 0,
            size: 110,
            text: String::new(),
            runs: Vec::new(),
        }
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
