//! Joint statements: what organisations ask of several governments together, and for whom.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{Lang, PartialDate, Slug, country::Country};

wire_enum! {
    /// What a statement asks for a named person.
    Asked {
        /// To be released.
        Release = "release",
        /// To be freed from probation.
        LiftProbation = "lift-probation",
        /// To be released, and the charges dropped.
        ReleaseAndDropCharges = "release-and-drop-charges",
        /// To be left in peace.
        EndHarassment = "end-harassment",
        /// Nothing any more: something good happened, and the statement says so.
        Welcomed = "welcomed",
    }
}

/// A person whom a statement names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NamedPerson {
    /// The name as the statement spells it.
    pub name: String,
    /// What the person does, in the statement's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// What is asked.
    pub asked: Asked,
    /// Our own case of this person. While that case is not public, the statement's page does not name the person either.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<Slug>,
    /// A remark.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// What a statement asks of one country.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountryDemands {
    /// The country.
    pub country: Country,
    /// Who is asked, as the statement names them; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub addressee: String,
    /// What is asked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub demands: Vec<String>,
    /// For whom, in the statement's order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<NamedPerson>,
}

/// What else to read on this site.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeeAlso {
    /// Cases.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cases: Vec<Slug>,
    /// Open letters.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub open_letters: Vec<Slug>,
}

impl SeeAlso {
    fn is_empty(&self) -> bool {
        self.cases.is_empty() && self.open_letters.is_empty()
    }
}

/// A joint statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Its name in addresses.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// When it was made public, as exactly as known.
    pub date: PartialDate,
    /// The language of the statement.
    pub lang: Lang,
    /// On what occasion; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub occasion: String,
    /// Two or three sentences.
    pub summary: String,
    /// What it asks of all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub demands: Vec<String>,
    /// Whose statement it is, in its order.
    pub organisations: Vec<String>,
    /// Ids of the sources.
    pub sources: Vec<String>,
    /// Remarks on contradictions and gaps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// What else to read on this site.
    #[serde(default, skip_serializing_if = "SeeAlso::is_empty")]
    pub see_also: SeeAlso,
    /// What it asks of each country, in its order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub countries: Vec<CountryDemands>,
}

impl Statement {
    /// Why the statement cannot be as it is written; empty when it can.
    #[must_use]
    pub fn contradictions(&self) -> Vec<(String, String)> {
        let mut found = Vec::new();
        let mut say = |field: &str, what: &str| found.push((field.to_owned(), what.to_owned()));
        if self.title.trim().is_empty() {
            say("title", "is empty");
        }
        if self.organisations.is_empty() {
            say("organisations", "names nobody whose statement it is");
        }
        let mut organisations = BTreeSet::new();
        for (at, organisation) in self.organisations.iter().enumerate() {
            if !organisations.insert(organisation) {
                say(&format!("organisations[{at}]"), &format!("{organisation} stands twice"));
            }
        }
        let mut countries = BTreeSet::new();
        for (at, each) in self.countries.iter().enumerate() {
            if !countries.insert(each.country) {
                say(&format!("countries[{at}].country"), &format!("{} stands twice", each.country));
            }
            let mut people = BTreeSet::new();
            for (nth, person) in each.people.iter().enumerate() {
                let field = format!("countries[{at}].people[{nth}].name");
                if person.name.trim().is_empty() {
                    say(&field, "is empty");
                }
                if !people.insert(&person.name) {
                    say(&field, &format!("{} stands twice", person.name));
                }
            }
        }
        found
    }

    /// The cases of ours that it links to, each with the field it stands in.
    pub fn cases(&self) -> impl Iterator<Item = (String, &Slug)> {
        let see_also = self.see_also.cases.iter().enumerate().map(|(at, slug)| (format!("see_also.cases[{at}]"), slug));
        let people = self.countries.iter().enumerate().flat_map(|(at, each)| {
            let named = each.people.iter().enumerate();
            named.filter_map(move |(nth, person)| {
                Some((format!("countries[{at}].people[{nth}].case"), person.case.as_ref()?))
            })
        });
        see_also.chain(people)
    }
}
