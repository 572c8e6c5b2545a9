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
    /// `test`: a sheet that shows whether address and window fit, to be printed first.
    Test,
    /// `cards`: guidance for cards to the people themselves, four to a page, for cases that take cards.
    Cards,
    /// `petition`: a list to be signed, for each case.
    Petition,
    /// `poster`: a poster for each case.
    Poster,
    /// `labels:L7160:1`, or `labels:L7160:1:+0.5:-1.0`: the addresses on sheets of labels, a test sheet first.
    Labels {
        /// The maker's name of the sheet, such as `L7160`.
        sheet: String,
        /// The first free label on the first sheet, from 1: sheets are used up.
        first: u16,
        /// How far the printer is to print further right and further down, in tenths of a millimetre.
        offset: (i16, i16),
    },
    /// `envelopes:DL`: an addressed envelope for each letter.
    Envelopes {
        /// The envelope's name: `DL`, `C56`, `C5` or `10`.
        size: String,
    },
    /// `tally`: what to note on the evening, and where to report it.
    Tally,
    /// `sign-up`: a list for people who want to come again. It stays with the group.
    SignUp,
}

/// The text names no kind of sheet.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "use cover, test, case-sheets, cards, petition, poster, sign-up, tally, labels:L7160:1 (sheet and first free label) or \
     envelopes:DL"
)]
pub struct NotAnInclude;

/// The most labels that any sheet has.
const MOST_LABELS: u16 = 300;
/// The most that a printer is off, in tenths of a millimetre.
const MOST_OFFSET: i16 = 100;

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
            Self::Test => "test",
            Self::Cards => "cards",
            Self::Petition => "petition",
            Self::Poster => "poster",
            Self::Labels { .. } => "labels",
            Self::Envelopes { .. } => "envelopes",
            Self::Tally => "tally",
            Self::SignUp => "sign-up",
        }
    }
}

impl fmt::Display for Include {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Labels { sheet, first, offset: (0, 0) } => write!(f, "labels:{sheet}:{first}"),
            Self::Labels { sheet, first, offset: (right, down) } => {
                write!(f, "labels:{sheet}:{first}:{}:{}", Tenths(*right), Tenths(*down))
            }
            Self::Envelopes { size } => write!(f, "envelopes:{size}"),
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
            "test" => Ok(Self::Test),
            "cards" => Ok(Self::Cards),
            "petition" => Ok(Self::Petition),
            "poster" => Ok(Self::Poster),
            other => match other.split_once(':').ok_or(NotAnInclude)? {
                ("labels", rest) => labels(rest),
                ("envelopes", size) if is_name(size) => Ok(Self::Envelopes { size: size.to_ascii_uppercase() }),
                _ => Err(NotAnInclude),
            },
        }
    }
}

/// A length in tenths of a millimetre, as it is written: `+0.5`.
struct Tenths(i16);

impl fmt::Display for Tenths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { '-' } else { '+' };
        write!(f, "{sign}{}.{}", self.0.abs() / 10, self.0.abs() % 10)
    }
}

/// Tenths of a millimetre from `+0.5`, `-1` or `2.0`.
fn tenths(text: &str) -> Option<i16> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let plain = |text: &str| (1..=2).contains(&text.len()) && text.chars().all(|c| c.is_ascii_digit());
    if !plain(whole) || part.len() != 1 || !plain(part) {
        return None;
    }
    let length = whole.parse::<i16>().ok()? * 10 + part.parse::<i16>().ok()?;
    (length <= MOST_OFFSET).then_some(if negative { -length } else { length })
}

fn is_name(text: &str) -> bool {
    (1..=16).contains(&text.len()) && text.chars().all(|c| c.is_ascii_alphanumeric())
}

fn labels(text: &str) -> Result<Include, NotAnInclude> {
    let mut parts = text.split(':');
    let sheet = parts.next().filter(|sheet| is_name(sheet)).ok_or(NotAnInclude)?.to_ascii_uppercase();
    let first = parts.next().unwrap_or("1").parse().ok().filter(|first| (1..=MOST_LABELS).contains(first));
    let mut length = || parts.next().map_or(Some(0), tenths);
    let offset = (length().ok_or(NotAnInclude)?, length().ok_or(NotAnInclude)?);
    let over = parts.next().is_some();
    if over { Err(NotAnInclude) } else { Ok(Include::Labels { sheet, first: first.ok_or(NotAnInclude)?, offset }) }
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
        for text in [
            "cover",
            "test",
            "case-sheets",
            "cards",
            "petition",
            "poster",
            "tally",
            "sign-up",
            "labels:L7160:1",
            "labels:L7163:14",
            "labels:5160:3:+0.5:-1.2",
            "envelopes:DL",
            "envelopes:C56",
        ] {
            assert_eq!(text.parse::<Include>().unwrap().to_string(), text);
        }
        assert_eq!("labels:l7160".parse::<Include>().unwrap().to_string(), "labels:L7160:1");
    }

    #[test]
    fn anything_else_is_refused() {
        for text in [
            "",
            "Cover",
            "labels",
            "labels:",
            "labels:L7160:0",
            "labels:L7160:x",
            "labels:L/7:1",
            "labels:L7160:1:x",
            "labels:L7160:1:+20.0",
            "labels:L7160:1:0:0:0",
            "envelopes",
            "envelopes:",
            "envelopes:C5/6",
            "bunting",
        ] {
            assert_eq!(text.parse::<Include>(), Err(NotAnInclude), "{text}");
        }
    }
}
