//! Lines onto pages.

use crate::error::{Field, LetterError};
use crate::frame::{Item, Line, Page};
use crate::geometry::{ABOVE_CLOSING, Geometry, PAGES, PARAGRAPH, SIGNATURE_LINES};

/// Lines that a page break may part: at least two stay on each side.
pub(crate) type Block = Vec<Row>;

/// What stands on one baseline of running text.
pub(crate) struct Row {
    /// What stands before an item of a list, on its first line.
    pub mark: Option<Line>,
    pub line: Line,
}

impl Row {
    /// The row at its place, in reading order.
    fn at(self, y: i32) -> impl Iterator<Item = Item> {
        let lines = self.mark.into_iter().chain([self.line]);
        lines.map(move |line| Item::Line(Line { y, ..line }))
    }
}

/// The closing and the name, which stay together and with the end of the text.
pub(crate) struct Signature {
    pub closing: Vec<Line>,
    pub name: Vec<Line>,
}

impl Signature {
    /// From the text's last baseline to the block's last, with so many blank lines to sign in.
    pub fn height(&self, blank: i32, leading: i32) -> i32 {
        let closing = if self.closing.is_empty() { 0 } else { ABOVE_CLOSING + lines(&self.closing) * leading };
        closing + blank * leading + lines(&self.name) * leading
    }

    /// Puts closing and name below a baseline, with so many blank lines to sign in.
    pub fn place(self, page: &mut Page, mut y: i32, blank: i32, leading: i32) {
        let gap = if self.closing.is_empty() { 0 } else { ABOVE_CLOSING };
        let after = |gap: i32| move |(index, line): (usize, Line)| (line, if index == 0 { gap } else { 0 });
        let closing = self.closing.into_iter().enumerate().map(after(gap));
        let name = self.name.into_iter().enumerate().map(after(blank * leading));
        for (line, gap) in closing.chain(name) {
            y += leading + gap;
            page.items.push(Item::Line(Line { y, ..line }));
        }
    }
}

/// More lines than any page has; times a leading it is still a number.
const MANY: i32 = 100_000;

fn lines(block: &[Line]) -> i32 {
    i32::try_from(block.len()).unwrap_or(MANY)
}

/// Where every line goes, worked out before anything is moved.
struct Plan {
    /// For each page, for each line on it: the block, the line, the baseline.
    pages: Vec<Vec<(usize, usize, i32)>>,
    /// The last baseline used by the text.
    end: i32,
    blank: i32,
}

/// Puts the blocks and the signature onto pages. `first` is the first baseline on the first page.
///
/// # Errors
///
/// [`LetterError::TooLong`] with more than [`PAGES`] pages.
pub(crate) fn paginate(
    blocks: Vec<Block>,
    signature: Signature,
    geometry: &Geometry,
    first: i32,
) -> Result<Vec<Page>, LetterError> {
    let sizes: Vec<usize> = blocks.iter().map(Vec::len).collect();
    let roomy = plan(&sizes, &signature, geometry, first, 0);
    let tight = plan(&sizes, &signature, geometry, first, 1);
    let plan = if tight.pages.len() < roomy.pages.len() { tight } else { roomy };
    if plan.pages.len() > PAGES {
        return Err(LetterError::TooLong { field: Field::Body, limit: PAGES });
    }
    Ok(place(blocks, signature, &plan, geometry.leading))
}

fn plan(sizes: &[usize], signature: &Signature, geometry: &Geometry, first: i32, thrift: usize) -> Plan {
    let blank = SIGNATURE_LINES.get(thrift).copied().unwrap_or(3);
    let mut plan = Plan { pages: vec![Vec::new()], end: first - geometry.leading, blank };
    for (block, size) in sizes.iter().copied().enumerate() {
        let tail = if block + 1 == sizes.len() { signature.height(blank, geometry.leading) } else { 0 };
        plan.block(block, size, tail, geometry);
        if plan.pages.len() > PAGES {
            break;
        }
    }
    // Without a text, or where its last block has no line.
    if plan.end + signature.height(blank, geometry.leading) > geometry.last() {
        plan.turn(geometry);
    }
    plan
}

impl Plan {
    fn turn(&mut self, geometry: &Geometry) {
        self.pages.push(Vec::new());
        self.end = geometry.further - geometry.leading;
    }

    /// The baseline of the next line: below the last, with a gap before a block that does not begin the page.
    fn next(&self, opens: bool, leading: i32) -> i32 {
        let gap = opens && self.pages.last().is_some_and(|page| !page.is_empty());
        self.end + leading + if gap { PARAGRAPH } else { 0 }
    }

    /// Places a block of `size` lines, with `tail` to be kept free below its end.
    fn block(&mut self, block: usize, size: usize, tail: i32, geometry: &Geometry) {
        let leading = geometry.leading;
        let mut done = 0;
        while done < size {
            let top = self.next(done == 0, leading);
            let room = usize::try_from((geometry.last() - top).div_euclid(leading) + 1).unwrap_or(0);
            let left = size - done;
            let end = top + i32::try_from(left - 1).unwrap_or(MANY) * leading;
            let empty = self.pages.last().is_none_or(Vec::is_empty);
            let now = if left <= room && end + tail <= geometry.last() { left } else { share(left, room, empty) };
            for line in done..done + now {
                let y = self.next(line == 0, leading);
                self.end = y;
                if let Some(page) = self.pages.last_mut() {
                    page.push((block, line, y));
                }
            }
            done += now;
            if done < size || self.end + tail > geometry.last() {
                self.turn(geometry);
            }
        }
    }
}

/// How many of `left` lines stay on a page with room for `room`: no line alone on either side.
fn share(left: usize, room: usize, empty: bool) -> usize {
    let now = room.min(left.saturating_sub(2));
    match (now, empty) {
        // On an empty page something has to stand, whatever it looks like.
        (0 | 1, true) => room.clamp(1, left),
        (0 | 1, false) => 0,
        _ => now,
    }
}

fn place(blocks: Vec<Block>, signature: Signature, plan: &Plan, leading: i32) -> Vec<Page> {
    let mut stock = blocks.into_iter().flatten();
    let mut pages: Vec<Page> = Vec::with_capacity(plan.pages.len());
    for places in &plan.pages {
        let rows = stock.by_ref().take(places.len()).zip(places);
        let items = rows.flat_map(|(row, (.., y))| row.at(*y)).collect();
        pages.push(Page { items });
    }
    if let Some(page) = pages.last_mut() {
        signature.place(page, plan.end, plan.blank, leading);
    }
    pages
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::{Paper, Profile};

    fn line() -> Line {
        Line { role: crate::frame::Role::Body, ..Line::default() }
    }

    #[test]
    fn nothing_stands_below_the_last_baseline_wherever_the_text_ends() {
        for (profile, paper) in
            [(Profile::Plain, Paper::Letter), (Profile::Din5008B, Paper::A4), (Profile::Plain, Paper::A4)]
        {
            let geometry = Geometry::of(profile, paper);
            for (closing, name, below) in [(1, 1, None), (0, 1, None), (8, 8, Some(0)), (0, 0, None), (1, 8, Some(0))] {
                let signature = Signature { closing: vec![line(); closing], name: vec![line(); name] };
                for first in (geometry.first..geometry.first + 130_000).step_by(1_777) {
                    for last in (1..120).chain([400]) {
                        for thrift in [0, 1] {
                            let sizes: Vec<usize> = [1, 3, last].into_iter().chain(below).collect();
                            let plan = plan(&sizes, &signature, &geometry, first, thrift);
                            let end = plan.end + signature.height(plan.blank, geometry.leading);
                            assert!(end <= geometry.last(), "{profile} {paper} {closing} {name} {first} {last}: {end}");
                            assert!(plan.pages.iter().flatten().all(|place| place.2 <= geometry.last()));
                        }
                    }
                }
            }
        }
    }
}
