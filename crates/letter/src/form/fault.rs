//! What is wrong with a field of the form, told without more of what was typed than one character.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::error::{Field, LetterError};

/// What is wrong with a field of the form.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The field's name in the form: `salutation`, `body`, `name`, `town`, `target` or `closing`.
    pub field: Cow<'static, str>,
    /// What is wrong with it.
    pub rule: FaultRule,
    /// The limit, the line's number, or the character.
    pub detail: Option<String>,
}

/// What can be wrong with a field.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum FaultRule {
    /// It is needed and empty.
    Required,
    /// It is longer than anybody reads.
    TooLong,
    /// A character cannot be set.
    NotPrintable,
    /// The font for a character is not here.
    FontMissing,
    /// It does not fit on the paper.
    DoesNotFit,
    /// It has more lines than there is room for.
    TooManyLines,
    /// The address has more lines than this envelope's window has room for.
    AddressTooLong,
    /// A line of the address is wider than this envelope's window.
    AddressTooWide,
}

impl Fault {
    pub(super) fn new(field: &'static str, rule: FaultRule, detail: Option<String>) -> Self {
        Self { field: Cow::Borrowed(field), rule, detail }
    }

    /// What a writer can mend of the engine's error; nothing if it is about no field.
    #[must_use]
    pub fn of(error: &LetterError) -> Option<Self> {
        let field = match error.field()? {
            Field::Sender | Field::Place => "town",
            Field::Recipient => "target",
            Field::Salutation => "salutation",
            Field::Body | Field::Sheet => "body",
            Field::Closing => "closing",
        };
        Some(match error {
            LetterError::NoGlyph { character, code, .. } => {
                Self::new(field, FaultRule::NotPrintable, Some(format!("{character} ({code})")))
            }
            LetterError::TooManyMarks { character, .. } => {
                Self::new(field, FaultRule::NotPrintable, Some(character.to_string()))
            }
            LetterError::NoFont { character, code, .. } => {
                Self::new(field, FaultRule::FontMissing, Some(format!("{character} ({code})")))
            }
            LetterError::TooManyLines { field: Field::Recipient, lines, limit } => {
                Self::new(field, FaultRule::AddressTooLong, Some(format!("{lines} > {limit}")))
            }
            LetterError::TooManyLines { lines, limit, .. } => {
                Self::new(field, FaultRule::TooManyLines, Some(format!("{lines} > {limit}")))
            }
            // The address is the case's: nothing that was typed is quoted.
            LetterError::LineTooWide { field: Field::Recipient, text, over_mm, .. } => {
                Self::new(field, FaultRule::AddressTooWide, Some(format!("{text} (+{over_mm} mm)")))
            }
            LetterError::LineTooWide { line, .. } => Self::new(field, FaultRule::DoesNotFit, Some(line.to_string())),
            _ => Self::new(field, FaultRule::DoesNotFit, None),
        })
    }

    /// The same with the address named where it is about that: an office's, nothing that was typed.
    #[must_use]
    pub fn naming(self, address: &[String]) -> Self {
        match (self.rule, self.detail, address.first()) {
            (rule @ FaultRule::AddressTooLong, Some(detail), Some(name)) => {
                Self { rule, detail: Some(format!("{name}: {detail}")), ..self }
            }
            (_, detail, _) => Self { detail, ..self },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_engines_errors_quote_one_character_at_most() {
        let error = LetterError::NoGlyph { field: Field::Place, character: 'X', code: "U+0058".into() };
        let fault = Fault::of(&error).unwrap();
        assert_eq!((fault.field.as_ref(), fault.detail.as_deref()), ("town", Some("X (U+0058)")));
        assert_eq!(Fault::of(&LetterError::NoFonts), None);
    }

    #[test]
    fn an_address_that_does_not_fit_is_told_with_its_lines_and_the_room() {
        let error = LetterError::TooManyLines { field: Field::Recipient, lines: 7, limit: 6 };
        let fault = Fault::of(&error).unwrap().naming(&["The Governor".into(), "Akure".into()]);
        assert_eq!((fault.field.as_ref(), fault.rule), ("target", FaultRule::AddressTooLong));
        assert_eq!(fault.detail.as_deref(), Some("The Governor: 7 > 6"));
        let sender = LetterError::TooManyLines { field: Field::Sender, lines: 9, limit: 8 };
        let fault = Fault::of(&sender).unwrap().naming(&["The Governor".into()]);
        assert_eq!((fault.rule, fault.detail.as_deref()), (FaultRule::TooManyLines, Some("9 > 8")));
        let font =
            LetterError::NoFont { field: Field::Body, character: '漢', code: "U+6F22".into(), file: "a".into() };
        assert_eq!(Fault::of(&font).unwrap().rule, FaultRule::FontMissing);
    }
}
