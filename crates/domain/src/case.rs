//! A case: who the campaign writes for.

use serde::{Deserialize, Serialize};
use time::Date;

use crate::{
    Lang, PartialDate, Slug,
    appeal::Appeal,
    consent::{Consent, ConsentBasis, MayShow},
    country::Country,
    outcome::{Outcome, OutcomeKind},
    state::CaseState,
    status::Status,
    target::TargetRole,
};

wire_enum! {
    /// Whom a case is about.
    CaseKind {
        /// One person.
        Individual = "individual",
        /// Several people.
        Group = "group",
        /// A people or a community.
        Community = "community",
    }
}

/// A name in its own script.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NativeName {
    /// The name.
    pub text: String,
    /// Its language.
    pub lang: Lang,
    /// Id of the source that prints it.
    pub source: String,
}

/// A dated entry of a case's history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// When, as exactly as known.
    pub date: PartialDate,
    /// One or two sentences.
    pub text: String,
    /// Ids of the sources.
    pub sources: Vec<String>,
    /// Whether it was read in the named source itself.
    #[serde(default = "crate::outcome::yes")]
    pub verified: bool,
}

/// That a case writes to a target, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseTarget {
    /// The target.
    pub target: Slug,
    /// Why.
    pub role: TargetRole,
}

/// Messages to the person or the family.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Solidarity {
    /// Whether messages are welcome.
    pub accepts_messages: bool,
    /// What to write and what to leave out.
    pub guidance: String,
    /// An institution's address for cards; never a private one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub address_lines: Vec<String>,
    /// Ids of the sources.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
    /// A remark.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// How things stand for the person, and since when that is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Standing {
    /// The status.
    pub status: Status,
    /// The day, month or year of the newest source.
    pub as_of: PartialDate,
    /// One sentence.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Id of the source.
    pub source: String,
    /// Whether it was read in the named source itself.
    #[serde(default = "crate::outcome::yes")]
    pub verified: bool,
}

/// Who the campaign writes for, with everything that a reader is shown and the consent to show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// Its name in addresses.
    pub slug: Slug,
    /// Where it stands.
    pub state: CaseState,
    /// Whom it is about.
    pub kind: CaseKind,
    /// The name, never replaced by a picture.
    pub name: String,
    /// Other spellings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Where the case is.
    pub country: Country,
    /// Other countries concerned.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related_countries: Vec<Country>,
    /// Themes in plain words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<String>,
    /// Two or three sentences.
    pub summary: String,
    /// Paragraphs.
    pub story: Vec<String>,
    /// Ids of all sources behind summary and story.
    pub text_sources: Vec<String>,
    /// Remarks on contradictions and gaps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// The name in its own script, where a source prints it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub native_name: Option<NativeName>,
    /// How things stand.
    pub standing: Standing,
    /// Who agreed to the publication.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent: Option<Consent>,
    /// Messages to the person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub solidarity: Option<Solidarity>,
    /// Whom to write to, the most important first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<CaseTarget>,
    /// What is asked, by language.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub appeals: Vec<Appeal>,
    /// What happened, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Event>,
    /// What changed, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outcomes: Vec<Outcome>,
}

impl Case {
    /// The outcome that met the main demand, if there is one: it cancels the stamp, and letters are no longer offered.
    #[must_use]
    pub fn main_demand_met(&self) -> Option<&Outcome> {
        self.outcomes.iter().rfind(|outcome| outcome.meets_main_demand)
    }

    /// Whether the page has the black edge of mourning post: by an outcome or by the status.
    #[must_use]
    pub fn is_mourned(&self) -> bool {
        self.standing.status.is_death() || self.outcomes.iter().any(|outcome| outcome.kind == OutcomeKind::Died)
    }

    /// Whether letters are asked for: public, not paused, and the main demand not met.
    #[must_use]
    pub fn accepts_letters(&self) -> bool {
        self.state.accepts_letters() && self.main_demand_met().is_none()
    }

    /// Whether it may be public on `today`: only with a consent that holds.
    #[must_use]
    pub fn may_be_public_on(&self, today: Date) -> bool {
        self.state.is_public() && self.consent.as_ref().is_some_and(|consent| consent.holds_on(today))
    }

    /// The appeal to `target` in `lang`: the target's own first, then the one for all; English where `lang` has none.
    #[must_use]
    pub fn appeal(&self, target: Option<&Slug>, lang: &Lang) -> Option<&Appeal> {
        self.appeal_in(target, lang).or_else(|| self.appeal_in(target, &Lang::en()))
    }

    /// The appeal to `target` in `lang` and in no other: the target's own first, then the one for all.
    #[must_use]
    pub fn appeal_in(&self, target: Option<&Slug>, lang: &Lang) -> Option<&Appeal> {
        let mut own = self.appeals.iter().filter(|a| a.target.is_some() && a.target.as_ref() == target);
        let mut shared = self.appeals.iter().filter(|a| a.target.is_none());
        own.find(|a| a.lang == *lang).or_else(|| shared.find(|a| a.lang == *lang))
    }

    /// The languages of the appeals to `target`, as `en, fr`.
    #[must_use]
    pub fn appeal_langs(&self, target: Option<&Slug>) -> String {
        let appeals = self.appeals.iter().filter(|a| a.target.is_none() || a.target.as_ref() == target);
        let mut langs: Vec<String> = appeals.map(|appeal| appeal.lang.to_string()).collect();
        langs.sort_unstable();
        langs.dedup();
        langs.join(", ")
    }

    /// Why the case cannot be as it is written; empty when it can. `demonstration` is the bundle's own mark.
    #[must_use]
    pub fn contradictions(&self, demonstration: bool) -> Vec<(String, &'static str)> {
        let mut found = Vec::new();
        let mut say = |field: &str, what| found.push((field.to_owned(), what));
        for (field, text) in [("name", &self.name), ("summary", &self.summary)] {
            if text.trim().is_empty() {
                say(field, "is empty");
            }
        }
        if self.appeals.iter().any(|appeal| appeal.demands.is_empty()) {
            say("appeals", "has one without a demand");
        }
        match &self.consent {
            None if self.state.is_public() => say("consent", "is missing: no case is published without consent"),
            Some(consent) if consent.basis == ConsentBasis::Demonstration && !demonstration => {
                say("consent.basis", "is demonstration, but the bundle is not marked so");
            }
            _ => {}
        }
        let card_address = self.solidarity.as_ref().is_some_and(|s| !s.address_lines.is_empty());
        let may_show = self.consent.as_ref().is_some_and(|c| c.may_show.contains(&MayShow::CardAddress));
        if card_address && !may_show {
            say("solidarity.address_lines", "is given, but the consent does not let an address for cards be shown");
        }
        found
    }
}
