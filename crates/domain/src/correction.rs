//! Corrections: the rule by which many entries of the ledger are taken back at once.

use serde::{Deserialize, Serialize};
use time::{Date, OffsetDateTime};

use crate::{
    Slug,
    action::{Channel, Kind},
    country::Country,
    field::{FieldError, Rule},
};

/// Which entries of the ledger a bulk correction takes back: all that fit everything that is said here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Selection {
    /// The campaign.
    pub campaign: Slug,
    /// The case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<Slug>,
    /// What was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// The writers' country.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Country>,
    /// The group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<Slug>,
    /// How it came in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
    /// Done on this day or later.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::date::iso_day_option")]
    pub done_from: Option<Date>,
    /// Done on this day or earlier.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::date::iso_day_option")]
    pub done_to: Option<Date>,
    /// Counted at this moment or later, UTC: with `counted_to` the window of a burst.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "time::serde::rfc3339::option")]
    pub counted_from: Option<OffsetDateTime>,
    /// Counted before this moment, UTC.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "time::serde::rfc3339::option")]
    pub counted_to: Option<OffsetDateTime>,
    /// Sent from where the action on this receipt was sent from, on that same day (UTC): a sender is known for a day, and that
    /// for a week.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub same_sender_as: Option<String>,
    /// Part of a burst: many entries of one sender within a short time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub burst: Option<Burst>,
    /// Of at least so many actions at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<u32>,
}

/// More than so many entries from one sender within so many minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Burst {
    /// More than so many entries: 1 or more.
    pub more_than: u32,
    /// Within so many minutes: 1 to 1,440, which is a day.
    pub minutes: u32,
}

/// A day, in minutes.
const DAY: u32 = 24 * 60;

impl Selection {
    /// Everything in a campaign; [`Selection::check`] refuses it until something narrows it.
    #[must_use]
    pub const fn of(campaign: Slug) -> Self {
        Self {
            campaign,
            case: None,
            kind: None,
            country: None,
            group: None,
            channel: None,
            done_from: None,
            done_to: None,
            counted_from: None,
            counted_to: None,
            same_sender_as: None,
            burst: None,
            at_least: None,
        }
    }

    /// Whether it says more than a campaign: nobody takes a whole campaign back by leaving fields empty.
    ///
    /// # Errors
    /// When nothing narrows it, or a burst is out of bounds.
    pub fn check(&self) -> Result<(), Vec<FieldError>> {
        if let Some(burst) = self.burst {
            if burst.more_than < 1 {
                return Err(vec![FieldError::new("burst_more_than", Rule::BurstMoreThan)]);
            }
            if !(1..=DAY).contains(&burst.minutes) {
                return Err(vec![FieldError::new("burst_minutes", Rule::BurstMinutes)]);
            }
        }
        let narrowed = *self != Self::of(self.campaign.clone());
        if narrowed { Ok(()) } else { Err(vec![FieldError::new("selection", Rule::NothingChosen)]) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_campaign_is_not_a_selection() {
        let all = Selection::of("w4r".parse().unwrap());
        assert_eq!(all.check().unwrap_err()[0].rule, Rule::NothingChosen);
        assert!(Selection { country: Some("DE".parse().unwrap()), ..all.clone() }.check().is_ok());
        let burst = |more_than, minutes| Selection { burst: Some(Burst { more_than, minutes }), ..all.clone() };
        assert!(burst(20, 10).check().is_ok() && burst(1, 1440).check().is_ok());
        for (out, field, rule) in [
            (burst(0, 10), "burst_more_than", Rule::BurstMoreThan),
            (burst(20, 0), "burst_minutes", Rule::BurstMinutes),
            (burst(20, 1441), "burst_minutes", Rule::BurstMinutes),
        ] {
            assert_eq!(out.check().unwrap_err(), [FieldError::new(field, rule)]);
        }
    }

    #[test]
    fn a_selection_is_read_as_it_is_written() {
        let text =
            r#"{"campaign":"w4r","channel":"online","done_from":"2026-12-10","counted_from":"2026-12-10T08:00:00Z"}"#;
        let selection: Selection = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::to_string(&selection).unwrap(), text);
        assert!(serde_json::from_str::<Selection>(r#"{"campaign":"w4r","cuontry":"DE"}"#).is_err());
    }
}
