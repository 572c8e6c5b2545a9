//! What the typesetting engine refuses, as errors of the form's fields.

use domain::field::{FieldError, Rule};
use letter::{Field, LetterError};

use crate::EngineError;

/// The error for a person. Nothing that was typed is repeated beyond one character, so that it can be logged and shown.
pub fn of_letter(error: LetterError) -> EngineError {
    let Some(field) = error.field() else {
        tracing::error!("a letter could not be written");
        return EngineError::Internal;
    };
    let name = match field {
        Field::Sender | Field::Place => "town",
        Field::Recipient => "target",
        Field::Salutation => "salutation",
        Field::Body => "body",
        Field::Closing => "closing",
    };
    EngineError::Invalid(vec![match error {
        LetterError::NoGlyph { character, code, .. } | LetterError::RightToLeft { character, code, .. } => {
            FieldError::with_detail(name, Rule::NotPrintable, format!("{character} ({code})"))
        }
        LetterError::TooManyMarks { character, .. } => {
            FieldError::with_detail(name, Rule::NotPrintable, character.to_string())
        }
        LetterError::LineTooWide { line, .. } => FieldError::with_detail(name, Rule::DoesNotFit, line.to_string()),
        _ => FieldError::new(name, Rule::DoesNotFit),
    }])
}
