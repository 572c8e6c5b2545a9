//! Finds paragraphs that stand on several pages just the same.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use crate::frame::{Document, Item, Line, Shared};

/// A single line is not worth a form of its own.
const FEWEST: usize = 2;

/// The paragraphs so far. Of one that was there once only a number is kept, so that a thousand letters of a thousand texts take
/// no room.
#[derive(Default)]
pub(crate) struct Sharing {
    once: BTreeSet<u64>,
    blocks: BTreeMap<u64, Vec<Arc<Vec<Line>>>>,
}

impl Sharing {
    /// Makes paragraphs that were there before shared ones.
    pub fn share(&mut self, document: &mut Document) {
        for page in &mut document.pages {
            let mut items = Vec::with_capacity(page.items.len());
            let mut paragraph: Vec<Line> = Vec::new();
            for item in std::mem::take(&mut page.items) {
                match item {
                    Item::Line(line) => {
                        if paragraph.first().is_some_and(|first| first.element != line.element) {
                            self.close(&mut paragraph, &mut items);
                        }
                        paragraph.push(line);
                    }
                    other => {
                        self.close(&mut paragraph, &mut items);
                        items.push(other);
                    }
                }
            }
            self.close(&mut paragraph, &mut items);
            page.items = items;
        }
    }

    fn close(&mut self, paragraph: &mut Vec<Line>, items: &mut Vec<Item>) {
        let lines = std::mem::take(paragraph);
        match self.shared(&lines) {
            Some(shared) => items.push(Item::Shared(shared)),
            None => items.extend(lines.into_iter().map(Item::Line)),
        }
    }

    fn shared(&mut self, lines: &[Line]) -> Option<Shared> {
        let first = lines.first().filter(|_| lines.len() >= FEWEST)?;
        let (x, y, element) = (first.x, first.y, first.element);
        let number = number(lines, x, y);
        if self.once.insert(number) {
            return None;
        }
        let blocks = self.blocks.entry(number).or_default();
        let place = |block: Arc<Vec<Line>>| Shared { x, y, element, block };
        if let Some(known) = blocks.iter().find(|block| same(block, lines, x, y)) {
            return Some(place(known.clone()));
        }
        let moved = |line: &Line| Line { x: line.x - x, y: line.y - y, element: None, ..line.clone() };
        let block = Arc::new(lines.iter().map(moved).collect::<Vec<_>>());
        blocks.push(block.clone());
        Some(place(block))
    }
}

/// A number that is the same for the same lines, wherever they stand.
fn number(lines: &[Line], x: i32, y: i32) -> u64 {
    let mut hasher = DefaultHasher::new();
    for line in lines {
        (line.x - x, line.y - y, line.size, line.width()).hash(&mut hasher);
        line.text.hash(&mut hasher);
    }
    hasher.finish()
}

fn same(block: &[Line], lines: &[Line], x: i32, y: i32) -> bool {
    block.len() == lines.len()
        && block.iter().zip(lines).all(|(known, line)| {
            (known.x, known.y, known.size, known.ink) == (line.x - x, line.y - y, line.size, line.ink)
                && (known.role, known.opens, known.rtl) == (line.role, line.opens, line.rtl)
                && known.text == line.text
                && known.runs == line.runs
        })
}
