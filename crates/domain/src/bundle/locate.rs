//! The line of a field, so that a person finds what to mend.

use toml::de::{DeTable, DeValue};

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
