//! Reading TOML that people write: what is wrong is named with its line and field, so that they find what to mend.

use serde::de::DeserializeOwned;
use toml::de::{DeTable, DeValue};

/// What is wrong, where.
pub struct Unread {
    /// The line, from 1.
    pub line: usize,
    /// The field, such as `events[2].date`, or "the file".
    pub field: String,
    /// What is wrong and what would be right.
    pub problem: String,
}

/// Reads a record.
///
/// # Errors
/// The first thing that is wrong.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, Unread> {
    let fail = |field: String, problem: &toml::de::Error| {
        let span = problem.span().map(|span| line_at(text, span.start));
        let whole = field == ".";
        // For an element of an array the parser's span may be the whole array: the path knows better.
        let line = if whole { span } else { exact_line_of(text, &field).or(span) };
        Unread {
            line: line.unwrap_or(1),
            field: if whole { "the file".to_owned() } else { field },
            problem: problem.message().to_owned(),
        }
    };
    let document = toml::Deserializer::parse(text).map_err(|e| fail(".".to_owned(), &e))?;
    serde_path_to_error::deserialize(document).map_err(|e| fail(e.path().to_string(), e.inner()))
}

/// The line, from 1, of a byte offset.
pub fn line_at(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|b| *b == b'\n').count() + 1
}

/// The line of a field such as `events[2].date`, or of the nearest part of its path that exists.
pub fn line_of(text: &str, field: &str) -> usize {
    follow(text, field).0
}

/// The line of a field, if the text has it.
pub fn exact_line_of(text: &str, field: &str) -> Option<usize> {
    let (line, whole) = follow(text, field);
    whole.then_some(line)
}

/// The line of the last part of the path that exists, and whether that is the whole path.
fn follow(text: &str, field: &str) -> (usize, bool) {
    let Ok(document) = DeTable::parse(text) else { return (1, false) };
    let mut line = 1;
    let root = DeValue::Table(document.into_inner());
    let mut here = &root;
    for step in steps(field) {
        let found = match (here, step) {
            (DeValue::Table(table), Step::Key(key)) => {
                table.iter().find(|(k, _)| k.get_ref() == key).map(|(k, v)| (k.span(), v))
            }
            (DeValue::Array(items), Step::Index(index)) => items.get(index).map(|v| (v.span(), v)),
            _ => None,
        };
        let Some((span, value)) = found else { return (line, false) };
        line = line_at(text, span.start);
        here = value.get_ref();
    }
    (line, true)
}

enum Step<'a> {
    Key(&'a str),
    Index(usize),
}

fn steps(field: &str) -> Vec<Step<'_>> {
    field
        .split(['.', '['])
        .filter(|part| !part.is_empty())
        .map(|part| match part.strip_suffix(']').and_then(|n| n.parse().ok()) {
            Some(index) => Step::Index(index),
            None => Step::Key(part),
        })
        .collect()
}
