//! The best lines for a whole paragraph, after Knuth and Plass, "Breaking Paragraphs into Lines" (1981): every way to break
//! it has a cost, and the cheapest is taken.

use super::{Cut, Paragraph};
use crate::breaks::is_breaking_space;
use crate::spec::Alignment;

/// Paragraphs beyond this many bytes are broken line by line: nobody sees the difference, and it takes as long as it may.
const LONGEST_PARAGRAPH: usize = 24_000;

/// Costs are squares of tenths of a millimetre that a line is short of its measure.
const TENTH: i64 = 100_000;
/// A line more costs as much as 5 mm of gap.
const LINE: i64 = 2_500;
/// A divided word costs as much as a gap of 20 mm in ragged text; in justified text gaps show more.
const HYPHEN: i64 = 40_000;
/// Two divided lines in a row, on top.
const LADDER: i64 = 40_000;
/// A last line narrower than [`super::RUNT`].
const SHORT_END: i64 = 60_000;
/// How much a space may shrink in justified text: a fifth of its width.
const SHRINK: i64 = 5;

/// A place where a line may end.
struct Place {
    /// The byte before which the next line begins.
    next: usize,
    cut_end: usize,
    hyphen: bool,
    /// The width from the paragraph's beginning to the line's end here, its hyphen included, and to the next line's beginning.
    end: i64,
    begin: i64,
    /// The spaces up to the line's end, and up to the next line's beginning.
    spaces: (i64, i64),
}

/// The cheapest way to a place.
#[derive(Clone, Copy)]
struct Way {
    cost: i64,
    from: usize,
}

/// No way leads here.
const NONE: Way = Way { cost: i64::MAX, from: 0 };

/// The best lines, or none if the paragraph has a piece that no line is wide enough for, or is too long to be weighed.
pub(crate) fn total_fit(paragraph: &Paragraph, measure: i64, alignment: Alignment) -> Option<Vec<Cut>> {
    if paragraph.text.len() > LONGEST_PARAGRAPH {
        return None;
    }
    let places = places(paragraph);
    let space = paragraph.space();
    // How much wider than the measure a line may be before it is shrunk.
    let slack = if alignment == Alignment::Justified { measure / 4 } else { 0 };
    let mut ways: Vec<Way> = Vec::with_capacity(places.len());
    ways.push(Way { cost: 0, from: 0 });
    let (mut oldest, mut reached) = (0, 0);
    for (index, place) in places.iter().enumerate().skip(1) {
        // What is too wide up to the place before is too wide for all that follow.
        while places.get(oldest).is_some_and(|from| reached - from.begin > measure + slack) && oldest + 1 < index {
            oldest += 1;
        }
        reached = place.begin;
        let last = index + 1 == places.len();
        let line = Candidate { place, last, alignment, measure, space };
        let (befores, befores_ways) = (places.get(oldest..index)?, ways.get(oldest..index)?);
        let best = line.cheapest(befores, befores_ways);
        ways.push(Way { from: best.from + oldest, ..best });
    }
    trace(&places, &ways)
}

/// A line that ends at a place, wherever it begins.
struct Candidate<'p> {
    place: &'p Place,
    last: bool,
    alignment: Alignment,
    measure: i64,
    space: i64,
}

impl Candidate<'_> {
    /// The cheapest way here through one of the places where the line may begin; [`NONE`] if it fits from none of them.
    fn cheapest(&self, befores: &[Place], ways: &[Way]) -> Way {
        let mut best = NONE;
        for (from, (before, way)) in befores.iter().zip(ways).enumerate() {
            let gap = self.measure - (self.place.end - before.begin);
            let cost = match self.alignment {
                // The usual case, and the innermost loop of setting a letter.
                Alignment::Ragged if gap >= 0 && !self.last => LINE + square(gap / TENTH),
                Alignment::Ragged if gap >= 0 => self.end(gap),
                Alignment::Ragged => continue,
                Alignment::Justified => match self.justified(before, gap) {
                    Some(cost) => cost,
                    None => continue,
                },
            };
            let cost = way.cost.saturating_add(cost + hyphens(before, self.place));
            if cost < best.cost {
                best = Way { cost, from };
            }
        }
        best
    }

    /// What counts is how much each space is stretched, thirty times: 1 mm a space is as bad as 3 cm at the edge.
    fn justified(&self, before: &Place, gap: i64) -> Option<i64> {
        let spaces = self.place.spaces.0 - before.spaces.1;
        if gap < -(spaces * self.space / SHRINK) {
            return None;
        }
        Some(if self.last { self.end(gap) } else { LINE + square(gap * 30 / spaces.max(1) / TENTH) })
    }

    /// The cost of a paragraph's last line.
    fn end(&self, gap: i64) -> i64 {
        LINE + if self.measure - gap < super::RUNT { SHORT_END } else { 0 }
    }
}

const fn square(number: i64) -> i64 {
    number * number
}

/// The lines that lead to the last place.
fn trace(places: &[Place], ways: &[Way]) -> Option<Vec<Cut>> {
    let mut cuts = Vec::new();
    let mut at = places.len().checked_sub(1)?;
    while at > 0 {
        let way = ways.get(at).filter(|way| way.cost < NONE.cost)?;
        let (from, to) = (places.get(way.from)?, places.get(at)?);
        cuts.push(Cut { start: from.next, end: to.cut_end.max(from.next), hyphen: to.hyphen });
        at = way.from;
    }
    cuts.reverse();
    Some(cuts)
}

fn hyphens(before: &Place, place: &Place) -> i64 {
    match (before.hyphen, place.hyphen) {
        (true, true) => HYPHEN + LADDER,
        (false, true) => HYPHEN,
        _ => 0,
    }
}

/// The paragraph's beginning, and every place where a line may end.
fn places(paragraph: &Paragraph) -> Vec<Place> {
    let mut places = vec![Place { next: 0, cut_end: 0, hyphen: false, end: 0, begin: 0, spaces: (0, 0) }];
    let mut from = 0;
    let mut spaces = 0;
    for opportunity in paragraph.breaks {
        let segment = paragraph.text.get(from..opportunity.at).unwrap_or_default();
        let last = opportunity.at == paragraph.text.len();
        // A paragraph's last word is not divided: its end would stand alone.
        if !last || from == 0 {
            places.extend(paragraph.divisions(from, segment).into_iter().map(|at| {
                let width = paragraph.width_to(at);
                Place {
                    next: at,
                    cut_end: at,
                    hyphen: true,
                    end: width + paragraph.hyphen,
                    begin: width,
                    spaces: (spaces, spaces),
                }
            }));
        }
        let own = i64::try_from(segment.trim_end_matches(is_breaking_space).matches(' ').count()).unwrap_or(0);
        let trailing = i64::try_from(segment.chars().rev().take_while(|c| is_breaking_space(*c)).count()).unwrap_or(0);
        let cut = paragraph.cut(from, opportunity.at, opportunity.hyphen);
        let hyphen = if opportunity.hyphen { paragraph.hyphen } else { 0 };
        places.push(Place {
            next: opportunity.at,
            cut_end: cut.end,
            hyphen: opportunity.hyphen,
            end: paragraph.width_to(cut.end) + hyphen,
            begin: paragraph.width_to(opportunity.at),
            spaces: (spaces + own, spaces + own + trailing),
        });
        spaces += own + trailing;
        from = opportunity.at;
    }
    places
}

impl Paragraph<'_> {
    /// Where the word in a segment that begins at `from` may be divided.
    fn divisions(&self, from: usize, segment: &str) -> Vec<usize> {
        let Some(hyphens) = self.hyphens else { return Vec::new() };
        hyphens.within(segment).into_iter().map(|point| from + point).collect()
    }

    /// The width of the first space in the paragraph.
    fn space(&self) -> i64 {
        self.text.find(' ').map_or(0, |at| self.width_to(at + 1) - self.width_to(at))
    }
}
