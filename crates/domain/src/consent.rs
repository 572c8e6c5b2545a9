//! Who agreed that a case is public, and what protects the person.

use serde::{Deserialize, Serialize};

use crate::PartialDate;

wire_enum! {
    /// What a consent rests on.
    ConsentBasis {
        /// The person's own word.
        Person = "person",
        /// The family's.
        Family = "family",
        /// The lawyer's.
        Lawyer = "lawyer",
        /// Public sources used to demonstrate the software. Allowed only in a bundle marked so; shows a banner.
        Demonstration = "demonstration",
    }
}

wire_enum! {
    /// Something that a consent lets be shown beyond name and story.
    MayShow {
        /// A picture of the person.
        Photo = "photo",
        /// Where the person is.
        Whereabouts = "whereabouts",
        /// An address for cards.
        CardAddress = "card-address",
    }
}

/// The consent to a publication, with the safety rules that came with it. No case is published without one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consent {
    /// What it rests on.
    pub basis: ConsentBasis,
    /// When it was given, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given_on: Option<PartialDate>,
    /// Until when it holds; open-ended where empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<PartialDate>,
    /// What may be shown beyond name and story.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub may_show: Vec<MayShow>,
    /// Rules for those who write a letter, one sentence each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub letter_rules: Vec<String>,
    /// Rules for those who send a card, one sentence each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub card_rules: Vec<String>,
}

impl Consent {
    /// Whether it still holds on `today`.
    #[must_use]
    pub fn holds_on(&self, today: time::Date) -> bool {
        self.until.is_none_or(|until| today <= until.last_day())
    }
}
