//! Forms that were sent and refused: what was typed and what is wrong with it, handed to the page that shows them again.
//!
//! None of these types is `Debug`: what a supporter types must not end up in a log by accident.

pub mod staff;

use std::collections::BTreeMap;

use domain::{action::Kind, field::FieldError};
use engine::reports::ReportPreview;
use serde::Deserialize;

/// What the write form sends. Every field is text as it was typed.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct WriteForm {
    /// The target's slug.
    pub target: String,
    /// The salutation.
    pub salutation: String,
    /// The text.
    pub body: String,
    /// The writer's name; may be empty.
    pub name: String,
    /// The writer's town or address, several lines; may be empty.
    pub town: String,
    /// The envelope: a profile's wire name.
    pub profile: String,
    /// The sheet: a paper's wire name.
    pub paper: String,
    /// How lines end: an alignment's wire name; empty is ragged.
    pub alignment: String,
    /// Where it is posted, by ISO code; may be empty.
    pub posted_from: String,
    /// How many pages the writer was told it takes; empty until then. So many are printed without another word.
    pub pages: String,
}

/// What the "I posted it" form sends.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct PostedForm {
    /// The action's UUIDv7, made when the form was shown: sent twice, it is one action.
    pub id: String,
    /// The campaign's slug.
    pub campaign: String,
    /// The kind's wire name.
    pub kind: String,
    /// How many.
    pub quantity: String,
    /// The writer's country by ISO code; may be empty.
    pub country: String,
    /// The day, ISO 8601.
    pub occurred_on: String,
}

/// What the pack builder sends.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct PackForm {
    /// The campaign's slug.
    pub campaign: String,
    /// The group's name; may be empty.
    pub group: String,
    /// The kind of group, by its wire name.
    pub group_kind: String,
    /// Where the letters are posted, and where the group is, by ISO code; may be empty.
    pub posted_from: String,
    /// The day of the evening, ISO 8601; may be empty.
    pub date: String,
    /// What stands on the sheets: a style's wire name.
    pub style: String,
    /// The order of the letters, by its wire name.
    pub order: String,
    /// The envelope: a profile's wire name.
    pub profile: String,
    /// The sheet: a paper's wire name.
    pub paper: String,
    /// Printing on both sides: `both`, or `one`.
    pub sides: String,
    /// `look` leads to the pack's page; otherwise the answer is the file.
    pub then: String,
    /// `copies-{slug}`: how many letters for each case; and `with-{include}` for each sheet that is ticked.
    #[serde(flatten)]
    pub more: BTreeMap<String, String>,
}

impl PackForm {
    /// The number of copies typed for a case; may be empty.
    #[must_use]
    pub fn copies(&self, case: &str) -> &str {
        self.more.get(&format!("copies-{case}")).map_or("", String::as_str)
    }

    /// Whether a kind of sheet is ticked.
    #[must_use]
    pub fn has(&self, include: &str) -> bool {
        self.more.contains_key(&format!("with-{include}"))
    }
}

/// What the report form of a pack sends.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct ReportForm {
    /// The report's UUIDv7, made when the form was shown: sent twice, it is one report.
    pub id: String,
    /// The report that it replaces; may be empty.
    pub replaces: String,
    /// The group's name, where the pack has none yet.
    pub group: String,
    /// The kind of group, by its wire name.
    pub group_kind: String,
    /// Where the group is, by ISO code; may be empty.
    pub country: String,
    /// The first day, ISO 8601.
    pub collected_from: String,
    /// The last day, ISO 8601.
    pub collected_to: String,
    /// How exact the numbers are, by its wire name.
    pub basis: String,
    /// By how many people it was; may be empty.
    pub people: String,
    /// A remark; may be empty.
    pub note: String,
    /// A table, as a spreadsheet program writes or copies it; may be empty. Where there is one, the numbers are its own.
    pub table: String,
    /// `send` counts it; otherwise it is shown for a last look.
    pub step: String,
    /// `n-{case}-{kind}`: how many, by the case's place in the pack.
    #[serde(flatten)]
    pub more: BTreeMap<String, String>,
}

impl ReportForm {
    /// The field of a case and a kind.
    #[must_use]
    pub fn field(case: usize, kind: Kind) -> String {
        format!("n-{case}-{kind}")
    }

    /// What was typed for a case and a kind; may be empty.
    #[must_use]
    pub fn number(&self, case: usize, kind: Kind) -> &str {
        self.more.get(&Self::field(case, kind)).map_or("", String::as_str)
    }
}

/// A report that may be counted, shown for a last look before it is sent.
#[derive(Clone)]
pub struct Review {
    /// What was typed.
    pub form: ReportForm,
    /// What it would change.
    pub preview: ReportPreview,
}

/// Why a form could not be taken.
#[derive(Clone)]
pub enum Refusal {
    /// Fields to mend.
    Fields(Vec<FieldError>),
    /// This form was sent before with other answers: a fresh one is needed.
    SentBefore,
    /// Too many came from where this comes from: so many minutes to wait.
    TooMany(i64),
    /// Not possible just now; nothing was done.
    Later,
    /// Nothing is wrong, but the letter takes so many pages: sent again, it is printed.
    Pages(i64),
}

/// A refused form, in the context of the page that is shown again.
#[derive(Clone)]
pub struct Attempt<F> {
    /// What was typed.
    pub form: F,
    /// Why it was refused.
    pub refusal: Refusal,
}

impl<F> Attempt<F> {
    /// The errors of one field.
    #[must_use]
    pub fn errors_of(&self, field: &str) -> Vec<FieldError> {
        match &self.refusal {
            Refusal::Fields(errors) => errors.iter().filter(|error| error.field == field).cloned().collect(),
            Refusal::SentBefore | Refusal::TooMany(_) | Refusal::Later | Refusal::Pages(_) => Vec::new(),
        }
    }
}
