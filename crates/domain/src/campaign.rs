//! A campaign: one edition, or a standing one.

use serde::{Deserialize, Serialize};
use time::{Date, OffsetDateTime};

use crate::{
    Lang, PartialDate, Slug,
    action::{Kind, earliest_day, latest_day},
    country::Country,
    state::CampaignState,
};

wire_enum! {
    /// How exact a published figure is.
    Basis {
        /// Counted one by one.
        Counted = "counted",
        /// Estimated.
        Estimated = "estimated",
        /// A lower bound: "more than".
        AtLeast = "at-least",
    }
}

impl Basis {
    /// The number that stands for it in the ledger. Never reused.
    #[must_use]
    pub const fn number(self) -> i16 {
        match self {
            Self::Counted => 1,
            Self::Estimated => 2,
            Self::AtLeast => 3,
        }
    }

    /// The basis of a number from the ledger.
    #[must_use]
    pub fn from_number(number: i16) -> Option<Self> {
        Self::ALL.iter().copied().find(|basis| basis.number() == number)
    }
}

/// A figure that somebody published about a campaign. Never mixed into the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// The statement in a sentence.
    pub text: String,
    /// The number, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<u64>,
    /// What is counted, in the source's words: "actions", "signatures and letters".
    pub unit: String,
    /// How exact it is.
    pub basis: Basis,
    /// The country it is about; the world where empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Country>,
    /// The first year it is about.
    pub from: PartialDate,
    /// The last year, where it is about a span.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<PartialDate>,
    /// Ids of the sources.
    pub sources: Vec<String>,
    /// Whether it was read in the named source itself.
    #[serde(default = "crate::outcome::yes")]
    pub verified: bool,
    /// A remark.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// When a part of the world took part in an edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Window {
    /// Where or who, in words.
    pub scope: String,
    /// First day, as exactly as known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opens: Option<PartialDate>,
    /// Last day, as exactly as known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closes: Option<PartialDate>,
    /// Ids of the sources.
    pub sources: Vec<String>,
    /// Whether it was read in the named source itself.
    #[serde(default = "crate::outcome::yes")]
    pub verified: bool,
    /// A remark.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// What somebody set out to reach.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Goal {
    /// Where or who, in words.
    pub scope: String,
    /// The aim in a sentence.
    pub text: String,
    /// The number, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<u64>,
    /// What is counted.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub unit: String,
    /// Ids of the sources.
    pub sources: Vec<String>,
}

/// One edition with its window, its languages, what it counts and its cases in order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Campaign {
    /// Its name in addresses.
    pub slug: Slug,
    /// Its name.
    pub title: String,
    /// Where it stands.
    pub state: CampaignState,
    /// The year of the edition; empty for a standing campaign, which has no closing date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    /// Who ran or runs it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub organiser: String,
    /// One line.
    pub tagline: String,
    /// One paragraph.
    pub description: String,
    /// First day, as exactly as known.
    pub opens: PartialDate,
    /// Last day, as exactly as known; empty for a standing campaign.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closes: Option<PartialDate>,
    /// Where the dates come from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub dates_note: String,
    /// Whether both dates were read in a source.
    #[serde(default = "crate::outcome::yes")]
    pub dates_verified: bool,
    /// Languages with material.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Lang>,
    /// What the list of languages rests on.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub languages_note: String,
    /// Kinds of action that it counts.
    pub kinds: Vec<Kind>,
    /// Its cases, in the order in which they are shown.
    pub cases: Vec<Slug>,
    /// Remarks on contradictions and gaps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// National and other windows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub windows: Vec<Window>,
    /// Goals that were set.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<Goal>,
    /// Published figures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<Figure>,
}

impl Campaign {
    /// Whether it goes on without a closing date.
    #[must_use]
    pub const fn is_standing(&self) -> bool {
        self.closes.is_none()
    }

    /// Whether it takes actions at `now`: from when its first day begins anywhere on Earth until its last day is over
    /// everywhere.
    #[must_use]
    pub fn takes_actions_at(&self, now: OffsetDateTime) -> bool {
        self.state.accepts_actions()
            && self.opens.first_day() <= latest_day(now)
            && self.closes.is_none_or(|closes| earliest_day(now) <= closes.last_day())
    }

    /// Whether it takes new actions on `today`.
    #[must_use]
    pub fn takes_actions_on(&self, today: Date) -> bool {
        self.state.accepts_actions()
            && self.opens.first_day() <= today
            && self.closes.is_none_or(|closes| today <= closes.last_day())
    }

    /// Why the campaign cannot be as it is written; empty when it can.
    #[must_use]
    pub fn contradictions(&self) -> Vec<(String, &'static str)> {
        let mut found = Vec::new();
        let mut say = |field: &str, what| found.push((field.to_owned(), what));
        if self.title.trim().is_empty() {
            say("title", "is empty");
        }
        if self.kinds.is_empty() {
            say("kinds", "names nothing that the campaign counts");
        }
        if self.closes.is_some_and(|closes| closes.last_day() < self.opens.first_day()) {
            say("closes", "lies before the opening");
        }
        if self.closes.is_none() && self.year.is_some() {
            say(
                "closes",
                "is missing: an edition of a year has a last day; leave the year out for a standing campaign",
            );
        }
        found
    }
}
