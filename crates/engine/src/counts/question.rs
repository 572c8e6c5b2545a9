//! What staff ask the counts, as it stands in an address: `?campaign=w4r-2026&kind=letter&kind=card&from=2026-11-02`.

use domain::{
    Slug,
    action::{Channel, Kind},
    country::Country,
    counts::By,
    date::{day, iso},
    field::{FieldError, Rule},
    section::Section,
};
use form_urlencoded::Serializer;
use time::Date;

/// A question. What is empty does not narrow it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The campaign; the current one where none is named.
    pub campaign: Option<Slug>,
    /// Cases.
    pub cases: Vec<Slug>,
    /// Kinds.
    pub kinds: Vec<Kind>,
    /// The country from which people wrote.
    pub country: Option<Country>,
    /// The section.
    pub section: Option<Section>,
    /// Counted online or reported.
    pub channel: Option<Channel>,
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub to: Option<Date>,
    /// What the rows stand for.
    pub by: By,
}

impl Default for Question {
    fn default() -> Self {
        Self {
            campaign: None,
            cases: Vec::new(),
            kinds: Vec::new(),
            country: None,
            section: None,
            channel: None,
            from: None,
            to: None,
            by: By::Case,
        }
    }
}

impl Question {
    /// Reads what stands behind the question mark of an address. Names that it does not know are passed over, as are
    /// empty values: a form sends every field.
    ///
    /// # Errors
    /// Every field that is not what it should be.
    pub fn read(query: &str) -> Result<Self, Vec<FieldError>> {
        let mut question = Self::default();
        let mut wrong = Vec::new();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            let value = value.trim();
            if let (false, Err(rule)) = (value.is_empty(), question.take(&name, value)) {
                wrong.push(FieldError::new(&name, rule));
            }
        }
        if question.from.zip(question.to).is_some_and(|(from, to)| to < from) {
            wrong.push(FieldError::new("to", Rule::EndsBeforeItBegins));
        }
        if wrong.is_empty() { Ok(question) } else { Err(wrong) }
    }

    fn take(&mut self, name: &str, value: &str) -> Result<(), Rule> {
        match name {
            "campaign" => self.campaign = Some(value.parse().map_err(|_| Rule::UnknownCampaign)?),
            "case" => self.cases.push(value.parse().map_err(|_| Rule::UnknownCase)?),
            "kind" => self.kinds.push(value.parse().map_err(|_| Rule::UnknownWord)?),
            "country" => self.country = Some(value.parse().map_err(|_| Rule::CountryCode)?),
            "section" => self.section = Some(value.parse().map_err(|_| Rule::UnknownWord)?),
            "channel" => self.channel = Some(value.parse().map_err(|_| Rule::UnknownWord)?),
            "from" => self.from = Some(day(value).map_err(|_| Rule::Format)?),
            "to" => self.to = Some(day(value).map_err(|_| Rule::Format)?),
            "by" => self.by = value.parse().map_err(|_| Rule::UnknownWord)?,
            _ => {}
        }
        Ok(())
    }

    /// The question as it stands in an address, without the question mark; empty where nothing is asked.
    #[must_use]
    pub fn written(&self) -> String {
        let mut query = Serializer::new(String::new());
        let mut say = |name: &str, value: Option<String>| {
            if let Some(value) = value {
                query.append_pair(name, &value);
            }
        };
        say("campaign", self.campaign.as_ref().map(ToString::to_string));
        self.cases.iter().for_each(|case| say("case", Some(case.to_string())));
        self.kinds.iter().for_each(|kind| say("kind", Some(kind.to_string())));
        say("country", self.country.map(|country| country.to_string()));
        say("section", self.section.map(|section| section.to_string()));
        say("channel", self.channel.map(|channel| channel.to_string()));
        say("from", self.from.map(iso));
        say("to", self.to.map(iso));
        say("by", (self.by != By::Case).then(|| self.by.to_string()));
        query.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_read_as_it_was_written() {
        let written = "campaign=w4r-2023&case=rita-karasartova&case=ahmed-mansoor&kind=letter&kind=card&country=DE\
            &section=centre&channel=reported&from=2026-11-02&to=2026-11-23&by=case-country";
        let question = Question::read(written).unwrap();
        assert_eq!((question.cases.len(), question.kinds.len()), (2, 2));
        assert_eq!(question.written(), written);
        assert_eq!(Question::read("").unwrap().written(), "");
    }

    #[test]
    fn empty_fields_and_unknown_names_narrow_nothing() {
        let question = Question::read("country=&from=&kind=&utm_source=mail&case=").unwrap();
        assert_eq!(question, Question::default());
    }

    #[test]
    fn every_wrong_field_is_named() {
        let query = "campaign=A%20B&case=%3Cscript%3E&kind=parcel&country=QQ&section=x&channel=post&from=soon&to=2026-02-30&by=mood";
        let wrong = Question::read(query).unwrap_err();
        let fields: Vec<&str> = wrong.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["campaign", "case", "kind", "country", "section", "channel", "from", "to", "by"]);
        let backwards = Question::read("from=2026-11-23&to=2026-11-22").unwrap_err();
        assert_eq!((backwards[0].field.as_str(), backwards[0].rule), ("to", Rule::EndsBeforeItBegins));
    }
}
