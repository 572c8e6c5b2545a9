//! The sheets that a pack has besides its letters.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A kind of sheet, in the words of `include = […]`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Include {
    /// `cover`: contents, advice for printing, ruler, code.
    Cover,
    /// `case-sheets`: one sheet a case to read before writing.
    CaseSheets,
    /// `labels:L7160:1`: the addresses on sheets of labels.
    Labels {
        /// The maker's name of the sheet, such as `L7160`.
        sheet: String,
        /// The first free label on the first sheet, from 1: sheets are used up.
        first: u16,
    },
    /// `tally`: what to note on the evening, and where to report it.
    Tally,
    /// `sign-up`: a list for people who want to come again. It stays with the group.
    SignUp,
}

/// The text names no kind of sheet.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("use cover, case-sheets, labels:L7160:1 (sheet and first free label), tally or sign-up")]
pub struct NotAnInclude;

/// The most labels that any sheet has.
const MOST_LABELS: u16 = 300;

impl Include {
    /// What a pack has when nothing is said.
    #[must_use]
    pub fn usual() -> Vec<Self> {
        vec![Self::Cover, Self::CaseSheets, Self::Tally]
    }

    /// The kind of sheet, without what is said about it: `labels`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Cover => "cover",
            Self::CaseSheets => "case-sheets",
            Self::Labels { .. } => "labels",
            Self::Tally => "tally",
            Self::SignUp => "sign-up",
        }
    }
}

impl fmt::Display for Include {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Labels { sheet, first } => write!(f, "labels:{sheet}:{first}"),
            other => f.write_str(other.name()),
        }
    }
}

impl FromStr for Include {
    type Err = NotAnInclude;
    fn from_str(text: &str) -> Result<Self, NotAnInclude> {
        match text {
            "cover" => Ok(Self::Cover),
            "case-sheets" => Ok(Self::CaseSheets),
            "tally" => Ok(Self::Tally),
            "sign-up" => Ok(Self::SignUp),
            other => labels(other.strip_prefix("labels:").ok_or(NotAnInclude)?),
        }
    }
}

fn labels(text: &str) -> Result<Include, NotAnInclude> {
    let (sheet, first) = text.split_once(':').unwrap_or((text, "1"));
    let named = (1..=16).contains(&sheet.len()) && sheet.chars().all(|c| c.is_ascii_alphanumeric());
    let first = first.parse().ok().filter(|first| (1..=MOST_LABELS).contains(first)).ok_or(NotAnInclude)?;
    if named { Ok(Include::Labels { sheet: sheet.to_ascii_uppercase(), first }) } else { Err(NotAnInclude) }
}

impl TryFrom<String> for Include {
    type Error = NotAnInclude;
    fn try_from(text: String) -> Result<Self, NotAnInclude> {
        text.parse()
    }
}

impl From<Include> for String {
    fn from(include: Include) -> Self {
        include.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sheet_is_read_and_written() {
        for text in ["cover", "case-sheets", "labels:L7160:1", "labels:L7163:14", "tally", "sign-up"] {
            assert_eq!(text.parse::<Include>().unwrap().to_string(), text);
        }
        assert_eq!("labels:l7160".parse::<Include>().unwrap().to_string(), "labels:L7160:1");
    }

    #[test]
    fn anything_else_is_refused() {
        for text in ["", "Cover", "labels", "labels:", "labels:L7160:0", "labels:L7160:x", "labels:L/7:1", "cards"] {
            assert_eq!(text.parse::<Include>(), Err(NotAnInclude), "{text}");
        }
    }
}
