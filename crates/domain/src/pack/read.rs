//! `pack.toml`.

use super::PackSpec;
use crate::locate;

/// What is wrong in a `pack.toml`, where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, {field}: {problem}")]
pub struct PackError {
    /// The line, from 1.
    pub line: usize,
    /// The field, such as `letters[2].copies`.
    pub field: String,
    /// What is wrong and what would be right.
    pub problem: String,
}

/// Reads and checks a `pack.toml`.
///
/// # Errors
/// The first thing that is wrong, with its line and field.
pub fn read(text: &str) -> Result<PackSpec, PackError> {
    let spec: PackSpec = locate::read(text).map_err(|unread| PackError {
        line: unread.line,
        field: unread.field,
        problem: unread.problem,
    })?;
    spec.check().map_err(|wrong| match wrong.into_iter().next() {
        None => PackError { line: 1, field: "the file".into(), problem: "is not right".into() },
        Some(first) => PackError {
            line: locate::line_of(text, &first.field),
            problem: match &first.detail {
                Some(detail) => format!("{} ({detail})", first.rule.remedy()),
                None => first.rule.remedy().to_owned(),
            },
            field: first.field,
        },
    })?;
    Ok(spec)
}

/// The line of a `pack.toml` on which a field stands, from 1: for what is found wrong only when the cases are looked up.
#[must_use]
pub fn line_of(text: &str, field: &str) -> usize {
    locate::line_of(text, field)
}
