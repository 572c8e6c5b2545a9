//! A withdrawn case is named nowhere: not in a campaign's figures and notes, not in what many signed together, not in
//! the title of a source.

use std::collections::BTreeMap;

use domain::{
    campaign::Campaign, case::Case, open_letter::OpenLetter, outcome::Outcome, source::Source, statement::Statement,
};

use crate::{Engine, EngineError};

/// The names of cases that were public and are no longer, in every spelling, lower-cased.
pub(crate) struct Unnamed(Vec<String>);

impl Engine {
    /// The names that may not be shown today.
    pub(crate) async fn unnamed(&self) -> Result<Unnamed, EngineError> {
        let today = self.today();
        let all = storage::cases::all(&self.read).await?;
        let hidden = all.into_values().map(|stored| stored.case).filter(|case| !case.may_be_public_on(today));
        Ok(Unnamed(hidden.flat_map(spellings).collect()))
    }
}

fn spellings(case: Case) -> impl Iterator<Item = String> {
    let native = case.native_name.map(|name| name.text);
    let all = std::iter::once(case.name).chain(native).chain(case.aliases);
    all.filter(|name| !name.trim().is_empty()).map(|name| name.to_lowercase())
}

impl Unnamed {
    fn names(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        self.0.iter().any(|name| text.contains(name.as_str()))
    }

    /// Takes out of a campaign what names one of them.
    pub(crate) fn leave_out_of(&self, campaign: &mut Campaign) {
        campaign.figures.retain(|figure| !self.names(&figure.text) && !self.names(&figure.note));
        campaign.goals.retain(|goal| !self.names(&goal.text));
        campaign.windows.retain(|window| !self.names(&window.scope) && !self.names(&window.note));
        campaign.notes.retain(|note| !self.names(note));
    }

    /// Takes out what names one of them of another's outcomes.
    pub(crate) fn leave_out_of_outcomes(&self, outcomes: &mut Vec<Outcome>) {
        outcomes.retain(|outcome| !self.names(&outcome.text));
    }

    /// Whether the open letter is about one of them: then it is withdrawn with the case.
    pub(crate) fn are_in_letter(&self, letter: &OpenLetter) -> bool {
        self.names(&letter.title) || self.names(&letter.summary)
    }

    /// Takes out of an open letter what names one of them. Who signed stays.
    pub(crate) fn leave_out_of_letter(&self, letter: &mut OpenLetter) {
        for texts in [&mut letter.ask, &mut letter.reasons, &mut letter.notes] {
            texts.retain(|text| !self.names(text));
        }
        letter.events.retain(|event| !self.names(&event.text));
    }

    /// Whether the statement is about one of them: then it is withdrawn with the case.
    pub(crate) fn are_in_statement(&self, statement: &Statement) -> bool {
        self.names(&statement.title) || self.names(&statement.summary)
    }

    /// Takes out of a statement what names one of them, and the people themselves.
    pub(crate) fn leave_out_of_statement(&self, statement: &mut Statement) {
        for texts in [&mut statement.demands, &mut statement.notes] {
            texts.retain(|text| !self.names(text));
        }
        for each in &mut statement.countries {
            each.demands.retain(|demand| !self.names(demand));
            each.people.retain(|person| !self.names(&person.name) && !self.names(&person.note));
        }
    }

    /// Takes out sources whose title or address names one of them.
    pub(crate) fn leave_out_of_sources(&self, sources: &mut BTreeMap<String, Source>) {
        sources.retain(|_, source| {
            let address = source.url.replace(['-', '_', '+'], " ");
            !self.names(&source.title) && !self.names(&source.note) && !self.names(&address)
        });
    }
}
