//! A withdrawn case is named nowhere: not in a campaign's figures and notes, not in the title of a source.

use std::collections::BTreeMap;

use domain::{campaign::Campaign, case::Case, source::Source};

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
    std::iter::once(case.name).chain(native).chain(case.aliases).map(|name| name.to_lowercase())
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

    /// Takes out sources whose title or address names one of them.
    pub(crate) fn leave_out_of_sources(&self, sources: &mut BTreeMap<String, Source>) {
        sources.retain(|_, source| {
            let address = source.url.replace(['-', '_', '+'], " ");
            !self.names(&source.title) && !self.names(&source.note) && !self.names(&address)
        });
    }
}
