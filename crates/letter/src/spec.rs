//! What a letter says and how it is to be set: the types a form fills in.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// One letter, ready to be set.
///
/// All strings are what the writer typed; the engine leaves out characters that print nothing and says which it cannot set.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct LetterSpec {
    /// The letter's language as a BCP 47 tag: hyphenation, letter forms, the document's language. Empty if unknown.
    pub lang: String,
    /// The document's title. Metadata only, not printed.
    pub title: String,
    /// The document's date. Metadata only: the printed date stands in `place_and_date`.
    pub date: SpecDate,
    /// Which envelope the page is made for.
    pub profile: Profile,
    /// The sheet.
    pub paper: Paper,
    /// Who writes.
    pub sender: Sender,
    /// The address, line by line as printed, the country last in capitals. See [`crate::address`].
    pub recipient: Vec<String>,
    /// Place and date as printed, such as "Freiburg, 23 November 2026".
    pub place_and_date: String,
    /// The salutation, such as "Dear Prosecutor General,".
    pub salutation: String,
    /// The text. A blank line separates paragraphs, a single newline breaks the line.
    pub body: String,
    /// The closing, such as "Yours sincerely,".
    pub closing: String,
    /// What stands where the text goes.
    #[serde(default)]
    pub style: LetterStyle,
    /// How the text's lines end.
    #[serde(default)]
    pub alignment: Alignment,
}

/// What stands where the text goes.
#[derive(Serialize, Deserialize, Clone, Debug, Default, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum LetterStyle {
    /// The text, ready to be signed.
    #[default]
    Prefilled,
    /// Ruled lines between salutation and closing, to be filled by hand on one page; `body` is not set.
    Lines {
        /// What stands above the talking points, such as "What to say (cut off before posting)".
        heading: String,
        /// Talking points, in small type at the page's foot below a line to cut along. May be empty.
        points: Vec<String>,
    },
    /// Nothing: a sheet with sender, address and date. `salutation`, `body` and `closing` are not set.
    Blank,
}

/// How lines of running text end.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[serde(rename_all = "kebab-case")]
pub enum Alignment {
    /// Where their last word ends.
    #[default]
    Ragged,
    /// At the column's edge, but for a paragraph's last.
    Justified,
}

/// Who writes. Everything may be empty: a letter may be sent without a name.
#[derive(Serialize, Deserialize, Clone, Debug, Default, PartialEq, Eq)]
pub struct Sender {
    /// The name, also printed under the signature.
    pub name: String,
    /// The town alone, or a full address line by line.
    pub lines: Vec<String>,
}

/// A calendar day for the document's metadata.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpecDate {
    /// The year, 0 to 9999.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, 1 to 31.
    pub day: u8,
}

/// Which envelope a letter is made for: where the address stands and where the sheet is folded.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[serde(rename_all = "kebab-case")]
pub enum Profile {
    /// DIN 5008 form B: an envelope with a window, address 45 mm from the top.
    Din5008B,
    /// DIN 5008 form A: an envelope with a window, address 27 mm from the top.
    Din5008A,
    /// A Swiss envelope with its window on the left.
    SwissLeft,
    /// A Swiss envelope with its window on the right.
    SwissRight,
    /// A French envelope with its window on the right, after NF Z 11-001.
    #[serde(rename = "nf-z11-001")]
    French,
    /// A US number 9 envelope with one window; the sender stands above it.
    #[serde(rename = "us-9-single")]
    UsSingle,
    /// A US number 9 envelope with two windows: the sender in one, the address in the other.
    #[serde(rename = "us-9-double")]
    UsDouble,
    /// A Norwegian C6/5 envelope with a window.
    #[serde(rename = "norway-c65")]
    Norway,
    /// An envelope without a window: sender and recipient at the top, no marks.
    Plain,
}

impl Profile {
    /// Every profile, in the order of a menu.
    pub const ALL: &'static [Self] = &[
        Self::Plain,
        Self::Din5008B,
        Self::Din5008A,
        Self::SwissRight,
        Self::SwissLeft,
        Self::French,
        Self::Norway,
        Self::UsSingle,
        Self::UsDouble,
    ];

    /// The wire name, such as `din5008-b`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Din5008B => "din5008-b",
            Self::Din5008A => "din5008-a",
            Self::SwissLeft => "swiss-left",
            Self::SwissRight => "swiss-right",
            Self::French => "nf-z11-001",
            Self::UsSingle => "us-9-single",
            Self::UsDouble => "us-9-double",
            Self::Norway => "norway-c65",
            Self::Plain => "plain",
        }
    }
}

/// The sheet's size.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[serde(rename_all = "kebab-case")]
pub enum Paper {
    /// ISO A4, 210 mm by 297 mm.
    A4,
    /// US Letter, 8.5 in by 11 in (215.9 mm by 279.4 mm).
    Letter,
}

impl Paper {
    /// Every sheet, in the order of a menu.
    pub const ALL: &'static [Self] = &[Self::A4, Self::Letter];

    /// The wire name, such as `a4`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::Letter => "letter",
        }
    }

    /// The width in micrometres.
    #[must_use]
    pub const fn width(self) -> i32 {
        match self {
            Self::A4 => 210_000,
            Self::Letter => 215_900,
        }
    }

    /// The height in micrometres.
    #[must_use]
    pub const fn height(self) -> i32 {
        match self {
            Self::A4 => 297_000,
            Self::Letter => 279_400,
        }
    }
}

/// A name that is none of the known ones.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown {what} \"{name}\": choose one of {known}")]
pub struct UnknownName {
    /// What was to be named: `profile`, `paper` or `alignment`.
    pub what: &'static str,
    /// The name given.
    pub name: String,
    /// The known names, separated by commas.
    pub known: String,
}

impl Alignment {
    /// All, in the order of a menu.
    pub const ALL: &'static [Self] = &[Self::Ragged, Self::Justified];

    /// The name in files, forms and on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ragged => "ragged",
            Self::Justified => "justified",
        }
    }
}

impl fmt::Display for Alignment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Alignment {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Self, UnknownName> {
        find("alignment", Self::ALL, Self::name, name)
    }
}

impl fmt::Display for Profile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Display for Paper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Profile {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Self, UnknownName> {
        find("profile", Self::ALL, Self::name, name)
    }
}

impl FromStr for Paper {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Self, UnknownName> {
        find("paper", Self::ALL, Self::name, name)
    }
}

fn find<T: Copy>(what: &'static str, all: &[T], name_of: fn(T) -> &'static str, name: &str) -> Result<T, UnknownName> {
    all.iter().copied().find(|one| name_of(*one) == name).ok_or_else(|| UnknownName {
        what,
        name: name.to_owned(),
        known: all.iter().map(|one| name_of(*one)).collect::<Vec<_>>().join(", "),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_the_wire_names() {
        for profile in Profile::ALL {
            assert_eq!(serde_json::to_string(profile).unwrap(), format!("\"{profile}\""));
            assert_eq!(profile.name().parse(), Ok(*profile));
        }
        for paper in Paper::ALL {
            assert_eq!(serde_json::to_string(paper).unwrap(), format!("\"{paper}\""));
            assert_eq!(paper.name().parse(), Ok(*paper));
        }
        for alignment in Alignment::ALL {
            assert_eq!(serde_json::to_string(alignment).unwrap(), format!("\"{alignment}\""));
            assert_eq!(alignment.name().parse(), Ok(*alignment));
        }
    }

    #[test]
    fn an_unknown_name_says_which_are_known() {
        let error = "a5".parse::<Paper>().unwrap_err();
        assert_eq!(error.to_string(), "unknown paper \"a5\": choose one of a4, letter");
    }
}
