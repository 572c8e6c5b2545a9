//! Forms that were sent and refused: what was typed and what is wrong with it, handed to the page that shows them again.
//!
//! None of these types is `Debug`: what a supporter types must not end up in a log by accident.

pub mod staff;

use domain::field::FieldError;
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
    /// Where it is posted, by ISO code; may be empty.
    pub posted_from: String,
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

/// Why a form could not be taken.
#[derive(Clone)]
pub enum Refusal {
    /// Fields to mend.
    Fields(Vec<FieldError>),
    /// This form was sent before with other answers: a fresh one is needed.
    SentBefore,
    /// Not possible just now; nothing was done.
    Later,
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
            Refusal::SentBefore | Refusal::Later => Vec::new(),
        }
    }
}
