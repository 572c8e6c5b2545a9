//! What a section says was done on a day, all its groups and its own site together: it comes in as a report of that day.

use serde::{Deserialize, Serialize};
use time::{Duration, OffsetDateTime, format_description::well_known::Rfc3339};
use uuid::Uuid;

use crate::{
    campaign::Basis,
    field::{FieldError, Rule},
    report::{NewLine, NewReport},
    section::Section,
};

/// How far the clocks of two servers may differ.
pub const CLOCKS_DIFFER: Duration = Duration::minutes(15);

/// A section's total of a day as it arrives. The body of `POST /api/v1/sections/{section}/totals`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewSectionTotals {
    /// The campaign.
    pub campaign: String,
    /// The day, ISO 8601.
    pub date: String,
    /// When it is sent, RFC 3339: what is sent later takes the place of what was sent before.
    pub sent_at: String,
    /// By how many people, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub people: Option<i64>,
    /// What was done on that day.
    pub lines: Vec<NewLine>,
}

impl NewSectionTotals {
    /// The moment of sending.
    ///
    /// # Errors
    /// When it cannot be read, or is not now.
    pub fn sent_at(&self, now: OffsetDateTime) -> Result<OffsetDateTime, FieldError> {
        let sent = OffsetDateTime::parse(&self.sent_at, &Rfc3339);
        let sent = sent.map_err(|_| FieldError::new("sent_at", Rule::Format))?;
        let differs = if sent > now { sent - now } else { now - sent };
        if differs > CLOCKS_DIFFER { Err(FieldError::new("sent_at", Rule::ClockDiffers)) } else { Ok(sent) }
    }

    /// The report that it is, under the id `id`.
    #[must_use]
    pub fn report(&self, id: Uuid, section: Section) -> NewReport {
        NewReport {
            id,
            campaign: self.campaign.clone(),
            group: None,
            section: Some(section.to_string()),
            replaces: None,
            collected_from: self.date.clone(),
            collected_to: self.date.clone(),
            basis: Basis::Counted.to_string(),
            people: self.people,
            note: None,
            lines: self.lines.clone(),
        }
    }
}

/// The names of a report's fields as a section's total has them.
#[must_use]
pub fn renamed(errors: Vec<FieldError>) -> Vec<FieldError> {
    let rename = |error: FieldError| match error.field.as_str() {
        "collected_from" | "collected_to" => FieldError { field: "date".to_owned(), ..error },
        _ => error,
    };
    let mut renamed: Vec<FieldError> = errors.into_iter().map(rename).collect();
    renamed.dedup();
    renamed
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::datetime;

    fn sent(at: &str) -> Result<OffsetDateTime, Rule> {
        let new = NewSectionTotals {
            campaign: "w4r".into(),
            date: "2026-12-10".into(),
            sent_at: at.into(),
            people: None,
            lines: Vec::new(),
        };
        new.sent_at(datetime!(2026-12-11 00:00 UTC)).map_err(|error| error.rule)
    }

    #[test]
    fn it_is_sent_now_by_whatever_clock_in_whatever_zone() {
        for now in ["2026-12-11T00:00:00Z", "2026-12-11T00:15:00Z", "2026-12-10T23:45:00Z", "2026-12-11T14:00:00+14:00"]
        {
            assert!(sent(now).is_ok(), "{now}");
        }
        for other in ["2026-12-11T00:15:01Z", "2026-12-10T23:44:59Z"] {
            assert_eq!(sent(other), Err(Rule::ClockDiffers), "{other}");
        }
        assert_eq!(sent("yesterday"), Err(Rule::Format));
    }

    #[test]
    fn its_day_is_called_date() {
        let wrong = ["collected_from", "collected_to"].map(|field| FieldError::new(field, Rule::Format));
        assert_eq!(renamed(wrong.into()), [FieldError::new("date", Rule::Format)]);
    }
}
