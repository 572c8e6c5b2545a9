//! Lines as wide as their column.

use crate::frame::{Line, font_units};

/// A space is stretched by no more than this many micrometres: beyond it a ragged line looks better.
const MOST: i32 = 3_500;

/// Widens (or narrows) the line until it is `width` micrometres wide: at its spaces and, to widen it, after Chinese and Japanese
/// characters. A line with neither is widened between all its characters if `between` says that this script is set so; one that would
/// get too wide gaps is left as it is.
pub(super) fn justify(line: &mut Line, width: i32, between: bool) {
    let gap = width - line.width();
    let spaces = glyphs(line, |text| text == " " || (gap > 0 && text.ends_with(is_east_asian)));
    let places = if spaces.is_empty() && between { glyphs(line, |_| true) } else { spaces };
    // Nothing is added after the last character.
    let places: Vec<(usize, usize)> = places.into_iter().filter(|place| *place != last(line)).collect();
    let count = i32::try_from(places.len()).unwrap_or(i32::MAX);
    if count == 0 || gap == 0 || gap / count > MOST {
        return;
    }
    let mut given = 0;
    for (index, (run, glyph)) in (1..).zip(places) {
        // Rounded as a running sum, so that nothing is lost.
        let upto = i64::from(gap) * index / i64::from(count);
        let share = i32::try_from(upto - given).unwrap_or(0);
        given = upto;
        if let Some(run) = line.runs.get_mut(run) {
            let units = font_units(share.abs(), line.size, run.upem);
            let units = i32::try_from(units).unwrap_or(0) * share.signum();
            if let Some(glyph) = run.glyphs.get_mut(glyph) {
                glyph.advance += units;
            }
        }
    }
}

fn last(line: &Line) -> (usize, usize) {
    let run = line.runs.len().saturating_sub(1);
    (run, line.runs.get(run).map_or(0, |run| run.glyphs.len().saturating_sub(1)))
}

/// Han characters, kana and their punctuation: gaps are set between them.
const fn is_east_asian(character: char) -> bool {
    matches!(character, '\u{2e80}'..='\u{312f}' | '\u{31a0}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff00}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}')
}

/// The places behind the letters whose text is such: of a letter of several glyphs, its last.
fn glyphs(line: &Line, wanted: impl Fn(&str) -> bool) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (run, of) in line.runs.iter().enumerate() {
        for (index, glyph) in of.glyphs.iter().enumerate() {
            let text = line.text_of(glyph);
            if !text.is_empty() && wanted(text) {
                let further = of.glyphs.iter().skip(index + 1).take_while(|glyph| glyph.len == 0).count();
                found.push((run, index + further));
            }
        }
    }
    found
}
