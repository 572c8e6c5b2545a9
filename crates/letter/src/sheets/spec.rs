//! What stands on a sheet, word for word. The engine knows no language: every heading, caption and name comes from outside.

mod stationery;

use crate::spec::{Paper, SpecDate};

pub use stationery::{Envelope, EnvelopeSize, LabelSheet, LabelStock};

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
