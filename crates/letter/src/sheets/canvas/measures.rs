//! Margins, the looks of text, and where it goes.

use crate::fonts::Style;
use crate::frame::Ink;

/// What is asked of every sheet: nothing within 5 mm of the edge, because office printers do not reach it.
pub(in crate::sheets) const EDGE: i32 = 5_000;
/// From the paper's side to the text.
pub(in crate::sheets) const SIDE: i32 = 18_000;
/// From the paper's top to the first line's top.
pub(in crate::sheets) const TOP: i32 = 20_000;
/// From the paper's bottom to the end of the text.
pub(in crate::sheets) const BOTTOM: i32 = 12_000;
/// The side of a QR code; 25 mm is the least that a telephone reads with ease.
pub(in crate::sheets) const CODE: i32 = 28_000;

/// How a text is set.
#[derive(Clone, Copy, Debug)]
pub(in crate::sheets) struct Type {
    pub style: Style,
    /// In tenths of a point.
    pub size: i32,
    /// From baseline to baseline, in tenths of a point.
    pub leading: i32,
    pub ink: Ink,
}

impl Type {
    pub const H1: Self = Self::new(Style::LabelBold, 260, 281, Ink::Black);
    pub const H2: Self = Self::new(Style::LabelBold, 125, 145, Ink::Black);
    pub const NATIVE: Self = Self::new(Style::Label, 140, 180, Ink::Black);
    pub const LABEL: Self = Self::new(Style::Label, 90, 117, Ink::Grey);
    pub const BODY: Self = Self::new(Style::Book, 105, 152, Ink::Black);
    pub const LEDGER: Self = Self::new(Style::Label, 100, 130, Ink::Black);
    pub const LEDGER_HEAD: Self = Self::new(Style::Label, 100, 130, Ink::Grey);
    pub const LEDGER_BOLD: Self = Self::new(Style::LabelBold, 100, 130, Ink::Black);

    pub const fn new(style: Style, size: i32, leading: i32, ink: Ink) -> Self {
        Self { style, size, leading, ink }
    }

    /// The same at another size, with the leading in proportion.
    pub const fn sized(self, size: i32) -> Self {
        Self { size, leading: self.leading * size / self.size, ..self }
    }

    /// The leading in micrometres.
    pub const fn line_height(self) -> i32 {
        micrometres(self.leading)
    }

    /// From a line's top to its baseline, in micrometres: half of what the leading adds, then the letters' height.
    pub const fn baseline(self) -> i32 {
        micrometres((self.leading - self.size) / 2 + self.size * 78 / 100)
    }
}

/// Tenths of a point in micrometres: 72 points are 25,400.
const fn micrometres(tenths: i32) -> i32 {
    tenths * 25_400 / 720
}

/// Where a text goes: its left end, its first line's top, how wide it may be.
#[derive(Clone, Copy, Debug)]
pub(in crate::sheets) struct Place {
    pub x: i32,
    pub y: i32,
    pub width: i32,
}

impl Place {
    pub const fn new(x: i32, y: i32, width: i32) -> Self {
        Self { x, y, width }
    }

    pub const fn at(self, y: i32) -> Self {
        Self { y, ..self }
    }
}
