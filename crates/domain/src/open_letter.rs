//! Open letters: a letter to somebody in power that organisations sign together, in public.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use time::Date;

use crate::{Lang, PartialDate, Slug, case::Event, country::Country};

/// To whom an open letter is addressed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Addressee {
    /// Who holds the office, as printed; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The office.
    pub office: String,
    /// The country of the office; empty for an office of several countries.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Country>,
    /// The salutation without its comma, as a source prints it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub salutation: String,
    /// Ids of the sources.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
    /// A remark.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// That somebody made sure that a signatory may sign for the organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuthorityCheck {
    /// Who made sure.
    pub by: String,
    /// On which day.
    #[serde(with = "crate::date::iso_day")]
    pub on: Date,
}

/// An organisation or a person under an open letter. The order of the list is the order of signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signatory {
    /// The name.
    pub name: String,
    /// The whole line as a source prints it, with country and qualifier; empty where none was printed yet.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub printed: String,
    /// The country that stands with the name; empty where none was given, even if the name contains one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Country>,
    /// What the signature is limited to or part of: "within the framework of …". Never shown without the name, and the
    /// name never without it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub qualifier: String,
    /// Who checked that they may sign, and when; empty while nobody has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority: Option<AuthorityCheck>,
}

/// A sign-on letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpenLetter {
    /// Its name in addresses.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// When it was made public, as exactly as known.
    pub date: PartialDate,
    /// The language of the letter.
    pub lang: Lang,
    /// Two or three sentences.
    pub summary: String,
    /// What it asks, the main demand first.
    pub ask: Vec<String>,
    /// Why, a sentence each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<String>,
    /// Ids of the sources of the letter and its signatures.
    pub sources: Vec<String>,
    /// Remarks on contradictions and gaps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// To whom it goes.
    pub addressee: Addressee,
    /// Who signed, in the order of signature.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signatories: Vec<Signatory>,
    /// What happened after it was sent, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Event>,
}

impl OpenLetter {
    /// Why the letter cannot be as it is written; empty when it can.
    #[must_use]
    pub fn contradictions(&self) -> Vec<(String, String)> {
        let mut found = Vec::new();
        let mut say = |field: &str, what: &str| found.push((field.to_owned(), what.to_owned()));
        if self.title.trim().is_empty() {
            say("title", "is empty");
        }
        if self.ask.is_empty() {
            say("ask", "names nothing that the letter asks");
        }
        if self.addressee.office.trim().is_empty() {
            say("addressee.office", "is empty: a letter goes to an office");
        }
        let mut signed = BTreeSet::new();
        for (at, signatory) in self.signatories.iter().enumerate() {
            let Signatory { name, printed, qualifier, .. } = signatory;
            if name.trim().is_empty() {
                say(&format!("signatories[{at}].name"), "is empty");
            }
            if !signed.insert((name, qualifier)) {
                say(&format!("signatories[{at}].name"), &format!("{name} stands twice"));
            }
            if !printed.is_empty() && !printed.contains(name.as_str()) {
                say(&format!("signatories[{at}].printed"), "does not contain the name");
            }
            if !printed.is_empty() && !printed.contains(qualifier.as_str()) {
                say(&format!("signatories[{at}].qualifier"), "does not stand in the printed line");
            }
        }
        found
    }

    /// How many signatories somebody has checked.
    #[must_use]
    pub fn checked(&self) -> usize {
        self.signatories.iter().filter(|signatory| signatory.authority.is_some()).count()
    }
}
