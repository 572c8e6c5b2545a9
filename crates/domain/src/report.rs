//! Reports: what a group or a section says it did, and the rules for counting it.
//!
//! A report is counted line by line under the channel `reported`. A later report replaces an earlier one: both stay on
//! record, and the ledger gets entries that take the earlier one back.

mod check;
mod difference;
mod read;

use serde::{Deserialize, Serialize};
use time::Date;
use uuid::Uuid;

use crate::{Lang, Slug, action::Kind, campaign::Basis, section::Section};

pub use difference::{Change, difference};

/// The most lines of one report.
pub const MOST_LINES: usize = 2_000;
/// The most that one line may count, in actions.
pub const MOST_REPORTED: u32 = 10_000_000;
/// The longest note, in characters.
pub const LONGEST_NOTE: usize = 500;
/// How many days after its last day a campaign still takes reports, where staff set nothing else.
pub const USUAL_GRACE: u16 = 60;

/// A report as it arrives, its fields not yet checked. Also the body of `POST /api/v1/reports`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewReport {
    /// A UUIDv7 made by the client: the same id is the same report.
    pub id: Uuid,
    /// The campaign.
    pub campaign: String,
    /// The group that reports, by its slug or its name; none where a section reports.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// The section that reports, by its slug; none where a group reports.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// The report that this one replaces.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<Uuid>,
    /// The first day, ISO 8601.
    pub collected_from: String,
    /// The last day, ISO 8601.
    pub collected_to: String,
    /// How exact the numbers are.
    pub basis: String,
    /// By how many people it was, where that is known. People are not actions, and are never added to them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub people: Option<i64>,
    /// A remark for staff. It names nobody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// What was done.
    pub lines: Vec<NewLine>,
}

/// A line as it arrives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewLine {
    /// The case.
    pub case: String,
    /// What was done.
    pub kind: String,
    /// How many, in actions.
    pub quantity: i64,
    /// In which language, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}

/// Who reports.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reporter {
    /// A group, by what was given: its slug or its name.
    Group(String),
    /// A section.
    Section(Section),
}

/// A line: so many of a kind for a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The case.
    pub case: Slug,
    /// What was done.
    pub kind: Kind,
    /// How many, in actions: 1 to [`MOST_REPORTED`].
    pub quantity: u32,
    /// In which language, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Lang>,
}

/// A report whose fields are what they should be; whether it may be counted is still to be asked of its campaign. Also
/// what stays on record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The client's id.
    pub id: Uuid,
    /// The campaign.
    pub campaign: Slug,
    /// Who reports.
    pub reporter: Reporter,
    /// The report that this one replaces.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<Uuid>,
    /// The first day.
    #[serde(with = "crate::date::iso_day")]
    pub collected_from: Date,
    /// The last day: the one under which it is counted.
    #[serde(with = "crate::date::iso_day")]
    pub collected_to: Date,
    /// How exact the numbers are.
    pub basis: Basis,
    /// By how many people it was, where that is known: 1 to [`MOST_REPORTED`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub people: Option<u32>,
    /// A remark for staff.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// What was done.
    pub lines: Vec<Line>,
}

impl Report {
    /// All lines together, in actions.
    #[must_use]
    pub fn actions(&self) -> i64 {
        self.lines.iter().map(|line| i64::from(line.quantity)).sum()
    }
}

#[cfg(test)]
#[path = "report_tests.rs"]
mod tests;
