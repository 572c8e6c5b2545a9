//! What the typesetting engine refuses, as errors of the form's fields.

use domain::field::{FieldError, Rule};
use letter::{
    LetterError,
    form::{Fault, FaultRule},
};

use crate::EngineError;

/// The error for a person. Nothing that was typed is repeated beyond one character, so that it can be logged and shown.
/// `address` is the office's.
pub fn of_letter(error: &LetterError, address: &[String]) -> EngineError {
    let Some(fault) = Fault::of(error) else {
        tracing::error!("a letter could not be written");
        return EngineError::Internal;
    };
    of_form(vec![fault.naming(address)])
}

/// The errors of the form's own rules.
pub fn of_form(faults: Vec<Fault>) -> EngineError {
    let named = faults.into_iter().map(|fault| {
        let rule = match fault.rule {
            FaultRule::Required => Rule::Required,
            FaultRule::TooLong => Rule::TooLong,
            FaultRule::NotPrintable => Rule::NotPrintable,
            FaultRule::FontMissing => Rule::FontMissing,
            FaultRule::DoesNotFit => Rule::DoesNotFit,
            FaultRule::TooManyLines => Rule::NoRoomForLines,
            FaultRule::AddressTooLong => Rule::AddressTooLong,
            FaultRule::AddressTooWide => Rule::AddressTooWide,
        };
        FieldError { field: fault.field.into_owned(), rule, detail: fault.detail }
    });
    EngineError::Invalid(named.collect())
}
