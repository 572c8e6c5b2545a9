//! What stands on a sheet, word for word. The engine knows no language: every heading, caption and name comes from outside.

use crate::spec::{Paper, SpecDate};

/// What every sheet has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stock {
    /// The language of its words as a BCP 47 tag.
    pub lang: String,
    /// The document's title. Metadata only, not printed.
    pub title: String,
    /// The document's date. Metadata only, not printed.
    pub date: SpecDate,
    /// The paper.
    pub paper: Paper,
}

/// A QR code with the way round it: the address in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// The address that the code holds.
    pub url: String,
    /// What it leads to, and the address as somebody types it: "Report what you posted: scan, or example.org/r/K7QF-2M9D".
    pub caption: String,
    /// What a screen reader says for the picture.
    pub alt: String,
}

/// A name in another language than the sheet's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NativeName {
    /// The name.
    pub text: String,
    /// Its language as a BCP 47 tag.
    pub lang: String,
}

/// A heading and what stands below it, an entry each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Titled {
    /// The heading.
    pub heading: String,
    /// The entries.
    pub entries: Vec<String>,
}

/// A heading and pairs below it: "To Kyrgyzstan", "25, international rate".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The heading.
    pub heading: String,
    /// What it is, and what is said of it.
    pub pairs: Vec<(String, String)>,
}

/// A table with rules instead of boxes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// The columns.
    pub columns: Vec<LedgerColumn>,
    /// The rows, a text for each column.
    pub rows: Vec<Vec<String>>,
    /// The sums, a text for each column; no row of sums where empty.
    pub sums: Vec<String>,
}

/// A column of a ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerColumn {
    /// What stands above it.
    pub head: String,
    /// Whether it holds numbers, which stand at its end.
    pub number: bool,
    /// Whether it names the row.
    pub names: bool,
}

/// The first sheet of a pack: what is inside, how to print and how to post it, where to report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoverSheet {
    /// What every sheet has.
    pub stock: Stock,
    /// Above the heading: "Letter pack K7QF-2M9D".
    pub label: String,
    /// The heading: the pack's title.
    pub heading: String,
    /// Where what was posted is reported.
    pub code: Option<Code>,
    /// A line above everything, such as that the bundle demonstrates; may be empty.
    pub notice: String,
    /// What is inside, with its pages.
    pub contents: Ledger,
    /// The sheets beside the letters, in one sentence with their pages; may be empty.
    pub besides: String,
    /// How to print it.
    pub printing: Titled,
    /// What stands on the ruler: "100 mm".
    pub ruler: String,
    /// How to post it, country by country.
    pub posting: Facts,
    /// In small type at the foot.
    pub foot: String,
}

/// One case on one page: to read before writing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseSheet {
    /// What every sheet has.
    pub stock: Stock,
    /// The stamp.
    pub stamp: StampFace,
    /// The name.
    pub name: String,
    /// The name in its own script.
    pub native: Option<NativeName>,
    /// Below the name: "Kyrgyzstan. Convicted, as of 11 December 2025".
    pub label: String,
    /// A line above everything, such as that the bundle demonstrates; may be empty.
    pub notice: String,
    /// The story, a paragraph each.
    pub story: Vec<String>,
    /// What says where the rest stands, if the story is longer than the page.
    pub shortened: String,
    /// What is asked for, the main demand first.
    pub asks: Titled,
    /// The address.
    pub address: Titled,
    /// How the letter begins: "Begin: Dear Prosecutor General,".
    pub begin: String,
    /// How to write, and the case's own rules.
    pub advice: Titled,
    /// The case's page.
    pub code: Option<Code>,
    /// Whether the person died: the sheet has the black edge of mourning post.
    pub mourned: bool,
}

/// What a stamp shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StampFace {
    /// The case's name in addresses: pattern and ink come from it.
    pub slug: String,
    /// What a screen reader says for it.
    pub alt: String,
    /// The country.
    pub country: String,
    /// The edition, such as "2023"; may be empty.
    pub edition: String,
    /// The name.
    pub name: String,
    /// The name in its own script.
    pub native: Option<NativeName>,
}

/// What was posted, a stroke each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TallySheet {
    /// What every sheet has.
    pub stock: Stock,
    /// Above the heading: "Tally sheet, pack K7QF-2M9D".
    pub label: String,
    /// The heading.
    pub heading: String,
    /// Where it is reported.
    pub code: Option<Code>,
    /// What to do, in a sentence or two.
    pub intro: String,
    /// What stands above the cases.
    pub case: String,
    /// What is counted apart.
    pub kinds: Vec<String>,
    /// What stands above the sums.
    pub sum: String,
    /// The cases and, below each, its country.
    pub cases: Vec<(String, String)>,
    /// What stands before the sums at the foot.
    pub all: String,
    /// What is filled in below: "Place and date", "Counted by".
    pub fields: Vec<String>,
}

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

/// What somebody needs to write a card to a person: four to a page, to be cut apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardSheet {
    /// What every sheet has.
    pub stock: Stock,
    /// Above the name: "A card for".
    pub label: String,
    /// The name.
    pub name: String,
    /// The name in its own script.
    pub native: Option<NativeName>,
    /// Where it goes, line by line; may be empty.
    pub address: Titled,
    /// What to write and what to leave out.
    pub rules: Titled,
    /// The case's page.
    pub code: Option<Code>,
}

/// A table to be filled in by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListSheet {
    /// What every sheet has.
    pub stock: Stock,
    /// Above the heading.
    pub label: String,
    /// The heading.
    pub heading: String,
    /// What it is for, and what happens with it.
    pub intro: String,
    /// What is asked, an entry each; may be empty.
    pub asks: Titled,
    /// The columns and their shares of the width, in hundredths.
    pub columns: Vec<(String, i32)>,
    /// In small type at the foot.
    pub foot: String,
}

/// A poster: one case, for a wall.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Poster {
    /// What every sheet has.
    pub stock: Stock,
    /// The stamp.
    pub stamp: StampFace,
    /// In the largest type: "Write for Rita Karasartova".
    pub heading: String,
    /// The name in its own script.
    pub native: Option<NativeName>,
    /// Two or three sentences.
    pub summary: String,
    /// What to fill in by hand: "Where and when".
    pub fields: Vec<String>,
    /// The case's page.
    pub code: Option<Code>,
    /// In small type at the foot.
    pub foot: String,
    /// Whether the person died.
    pub mourned: bool,
}

/// A sheet that shows whether the printer scales and whether the address stands in the envelope's window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestSheet {
    /// What every sheet has.
    pub stock: Stock,
    /// The heading.
    pub heading: String,
    /// What to do with it.
    pub intro: String,
    /// What stands on the ruler: "100 mm".
    pub ruler: String,
    /// A letter of the pack: its envelope, and its address.
    pub letter: crate::spec::LetterSpec,
}
