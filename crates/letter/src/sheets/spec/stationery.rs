//! Labels and envelopes: what is printed on stationery that somebody else cut.

use super::Stock;
use crate::spec::Paper;

/// A sheet of labels as its maker cut it. Lengths are micrometres from the sheet's top left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LabelStock {
    /// The maker's number.
    pub name: &'static str,
    /// The sheet.
    pub paper: Paper,
    /// How many stand side by side.
    pub columns: i32,
    /// How many stand one below the other.
    pub rows: i32,
    /// A label's width and height.
    pub size: (i32, i32),
    /// The first label's left and top edge.
    pub origin: (i32, i32),
    /// From label to label.
    pub pitch: (i32, i32),
}

impl LabelStock {
    /// The sheets that are known. Source: gLabels' templates.
    pub const ALL: &'static [Self] = &[
        Self {
            name: "L7160",
            paper: Paper::A4,
            columns: 3,
            rows: 7,
            size: (63_500, 38_100),
            origin: (7_480, 15_490),
            pitch: (66_040, 38_100),
        },
        Self {
            name: "L7163",
            paper: Paper::A4,
            columns: 2,
            rows: 7,
            size: (99_100, 38_100),
            origin: (3_350, 15_170),
            pitch: (103_010, 38_100),
        },
        Self {
            name: "5160",
            paper: Paper::Letter,
            columns: 3,
            rows: 10,
            size: (66_675, 25_400),
            origin: (3_969, 12_700),
            pitch: (70_644, 25_400),
        },
    ];

    /// The sheet with this number.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        Self::ALL.iter().find(|stock| stock.name.eq_ignore_ascii_case(name))
    }

    /// How many labels a sheet has.
    #[must_use]
    pub const fn labels(&self) -> usize {
        (self.columns * self.rows).unsigned_abs() as usize
    }
}

/// Addresses on sheets of labels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LabelSheet {
    /// What every sheet has; the paper is the labels' own.
    pub stock: Stock,
    /// The labels.
    pub labels: LabelStock,
    /// The first label that is free on the first sheet, from 1.
    pub first: usize,
    /// How far the printer prints off, to the right and down, in micrometres: what is added to every place.
    pub offset: (i32, i32),
    /// The addresses, line by line, and how often each is wanted.
    pub addresses: Vec<(Vec<String>, usize)>,
    /// What stands on the test sheet: "Print this on plain paper and hold it against the labels".
    pub test: String,
    /// What stands on the ruler: "100 mm".
    pub ruler: String,
}

/// An envelope. Width and height in micrometres.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EnvelopeSize {
    /// Its name.
    pub name: &'static str,
    /// From left to right.
    pub width: i32,
    /// From top to bottom.
    pub height: i32,
}

impl EnvelopeSize {
    /// The envelopes that are known. Source: ISO 269 and DIN 678 for DL, C5/6 and C5, ANSI for No. 10 (4 1/8 by 9 1/2 in).
    pub const ALL: &'static [Self] = &[
        Self { name: "DL", width: 220_000, height: 110_000 },
        Self { name: "C5/6", width: 229_000, height: 114_000 },
        Self { name: "C5", width: 229_000, height: 162_000 },
        Self { name: "#10", width: 241_300, height: 104_775 },
    ];

    /// The envelope with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        let plain = |name: &str| name.trim_start_matches('#').replace('/', "").to_ascii_uppercase();
        Self::ALL.iter().find(|size| plain(size.name) == plain(name))
    }
}

/// An addressed envelope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    /// What every sheet has; the paper does not count.
    pub stock: Stock,
    /// Its size.
    pub size: EnvelopeSize,
    /// The address, line by line.
    pub address: Vec<String>,
}
