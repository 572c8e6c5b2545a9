//! Packs: what a local group prints for a writing evening.
//!
//! A [`PackSpec`] says what is in a pack, in the words of `pack.toml`; a [`PackCode`] is the short name that stands on the
//! paper and leads back to the pack's own report form. Neither holds anything about a person.

mod code;
mod include;
#[cfg(feature = "bundle")]
mod read;

use serde::{Deserialize, Serialize};
use time::Date;

use crate::{
    Lang, Slug,
    country::Country,
    field::{FieldError, Rule},
};

pub use code::{NotACode, PackCode};
pub use include::{Include, NotAnInclude};
#[cfg(feature = "bundle")]
pub use read::{PackError, line_of, read};

/// The most letters in one pack, over all cases: ten reams of paper, and a file that a printer still takes.
pub const MOST_LETTERS: u32 = 5_000;
/// The most entries under `[[letters]]`.
pub const MOST_ENTRIES: usize = 200;
/// The longest title, in characters: one line of a cover sheet.
pub const LONGEST_TITLE: usize = 120;

wire_enum! {
    /// In which order the letters lie in the pile.
    Order {
        /// All copies for one case, then all for the next: for tables where each writes for one case.
        ByCase = "by-case",
        /// One letter for every case, then the same again: for people who write a set.
        Sets = "sets",
    }
}

wire_enum! {
    /// What stands on the sheet of a letter.
    Style {
        /// The whole letter, to be signed.
        Prefilled = "prefilled",
        /// Address, salutation, ruled lines to write on, closing.
        Lines = "lines",
        /// Address, salutation and closing, nothing between.
        Blank = "blank",
    }
}

/// So many letters for one case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackLetters {
    /// The case.
    pub case: Slug,
    /// The office; the case's first one with an address where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Slug>,
    /// How many letters, 1 to [`MOST_LETTERS`].
    pub copies: u32,
    /// The letters' language; English where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<Lang>,
    /// What stands on the sheet.
    #[serde(default = "prefilled")]
    pub style: Style,
}

const fn prefilled() -> Style {
    Style::Prefilled
}

/// What is in a pack and how it is to be printed: the content of `pack.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackSpec {
    /// What stands on the cover: "Writing evening, Freiburg".
    pub title: String,
    /// The day of the evening, also the day on the letters; the day of printing where absent.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::date::iso_day_option")]
    pub date: Option<Date>,
    /// The envelope, by the name that `letter` knows it by, such as `din5008-b`; the one usual where it is posted when
    /// absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<Slug>,
    /// The sheet, by the name that `letter` knows it by, such as `a4`; the one usual where it is posted when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paper: Option<Slug>,
    /// Whether it is printed on both sides: then every letter begins on a right-hand page, so that no two share a sheet.
    #[serde(default = "yes")]
    pub duplex: bool,
    /// The order of the letters.
    #[serde(default = "by_case")]
    pub order: Order,
    /// Where the letters are posted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub posted_from: Option<Country>,
    /// The sheets besides the letters.
    #[serde(default = "Include::usual")]
    pub include: Vec<Include>,
    /// The letters, case by case.
    #[serde(default)]
    pub letters: Vec<PackLetters>,
}

const fn yes() -> bool {
    true
}

const fn by_case() -> Order {
    Order::ByCase
}

impl PackSpec {
    /// How many letters are in it.
    #[must_use]
    pub fn copies(&self) -> u64 {
        self.letters.iter().map(|letters| u64::from(letters.copies)).sum()
    }

    /// Its cases, each once, in the order in which they first stand.
    #[must_use]
    pub fn cases(&self) -> Vec<&Slug> {
        let mut cases = Vec::new();
        for letters in &self.letters {
            if !cases.contains(&&letters.case) {
                cases.push(&letters.case);
            }
        }
        cases
    }

    /// Whether a pack can be made of it, as far as that can be said without looking at the cases.
    ///
    /// # Errors
    /// Every rule that is broken; fields are named as in `pack.toml`, such as `letters[2].copies`.
    pub fn check(&self) -> Result<(), Vec<FieldError>> {
        let mut wrong = Vec::new();
        let mut note = |field: &str, rule, detail: Option<String>| {
            wrong.push(FieldError { field: field.to_owned(), rule, detail });
        };
        match self.title.trim().chars().count() {
            0 => note("title", Rule::Required, None),
            n if n > LONGEST_TITLE => note("title", Rule::TooLong, Some(LONGEST_TITLE.to_string())),
            _ => {}
        }
        if self.title.chars().any(char::is_control) {
            note("title", Rule::NotPrintable, None);
        }
        for (n, include) in self.include.iter().enumerate() {
            if self.include.iter().take(n).any(|earlier| earlier.name() == include.name()) {
                note(&format!("include[{n}]"), Rule::StandsTwice, Some(include.to_string()));
            }
        }
        match self.letters.len() {
            0 => note("letters", Rule::NothingChosen, None),
            n if n > MOST_ENTRIES => note("letters", Rule::TooLong, Some(MOST_ENTRIES.to_string())),
            _ => {}
        }
        for (n, letters) in self.letters.iter().enumerate() {
            if !(1..=MOST_LETTERS).contains(&letters.copies) {
                note(&format!("letters[{n}].copies"), Rule::OneToFiveThousand, None);
            }
        }
        let each_fits = self.letters.iter().all(|letters| letters.copies <= MOST_LETTERS);
        if each_fits && self.copies() > u64::from(MOST_LETTERS) {
            note("letters", Rule::OneToFiveThousand, Some(self.copies().to_string()));
        }
        if wrong.is_empty() { Ok(()) } else { Err(wrong) }
    }
}

#[cfg(test)]
#[path = "pack_tests.rs"]
mod tests;
