//! Lines that were set before.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::fonts::Style;
use crate::frame::Line;
use crate::spec::Alignment;

/// How many paragraphs are remembered, and of how many is remembered that they were there.
const MOST: usize = 512;
const MOST_SEEN: usize = 100_000;

/// What lines were set from, in one language.
#[derive(Clone, Copy, Hash, PartialEq, Eq)]
pub(crate) struct Source<'t> {
    pub text: &'t str,
    pub style: Style,
    pub size: i32,
    pub alignment: Alignment,
    /// The column's width; none for a line that is not broken.
    pub width: Option<i32>,
    pub most: usize,
}

/// Paragraphs by what they were set from, kept from their second time on: most texts come once, and some a thousand times.
#[derive(Default)]
pub(crate) struct Memory {
    seen: BTreeSet<u64>,
    kept: BTreeMap<u64, (String, Vec<Line>)>,
}

impl Memory {
    /// The lines set from the same source, if they are remembered.
    pub fn recall(&self, source: Source) -> Option<Vec<Line>> {
        let (text, lines) = self.kept.get(&number(source))?;
        (text == source.text).then(|| lines.clone())
    }

    /// Takes note of lines.
    pub fn note(&mut self, source: Source, lines: &[Line]) {
        let number = number(source);
        if self.seen.len() >= MOST_SEEN {
            self.seen.clear();
        }
        if self.seen.insert(number) {
            return;
        }
        if self.kept.len() >= MOST {
            self.kept.clear();
        }
        self.kept.insert(number, (source.text.to_owned(), lines.to_vec()));
    }
}

fn number(source: Source) -> u64 {
    let mut hasher = DefaultHasher::new();
    source.hash(&mut hasher);
    hasher.finish()
}
