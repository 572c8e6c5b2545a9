//! Lines out of a paragraph.
//!
//! [`total_fit`] weighs all ways to break a paragraph. [`first_fit`] fills each line as far as it goes: it also breaks what no
//! line is wide enough for.

mod total;

use crate::breaks::{Breakable, Opportunity, is_breaking_space};
use crate::frame::Run;
use crate::hyphens::Hyphens;
pub(crate) use total::total_fit;

/// A word is divided only where the line would otherwise stay empty for more than this: the text is ragged anyway. Nanometres.
const RAGGED: i64 = 20_000_000;

/// The most lines in a row that end in a hyphen.
const LADDER: usize = 2;

/// A last line of one word narrower than this looks like a mistake; it takes a word from the line before. Nanometres.
const RUNT: i64 = 14_000_000;

/// A paragraph with its widths. Lengths are nanometres, so that sums of glyphs lose nothing that shows.
pub(crate) struct Paragraph<'p> {
    pub text: &'p str,
    breaks: &'p [Opportunity],
    /// Cluster ends in ascending order, and the width up to there.
    ends: Vec<(usize, i64)>,
    hyphen: i64,
    hyphens: Option<Hyphens<'p>>,
}

/// One line of a paragraph: a range of its text, without the spaces at its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cut {
    pub start: usize,
    pub end: usize,
    /// Whether a hyphen is set at its end.
    pub hyphen: bool,
}

impl<'p> Paragraph<'p> {
    /// A paragraph shaped as one line, at `size` tenths of a point; `hyphen` is the hyphen's width in nanometres.
    pub fn new(source: &'p Breakable, runs: &[Run], size: i32, hyphen: i64, hyphens: Option<Hyphens<'p>>) -> Self {
        // Right-to-left runs stand the other way round: clusters are put into the order of the text.
        let mut clusters: Vec<(usize, usize, i64)> = Vec::with_capacity(source.text.len());
        for run in runs {
            for glyph in &run.glyphs {
                let (start, width) = (glyph.start as usize, nanometres(glyph.advance, size, run.upem));
                match clusters.last_mut() {
                    Some(last) if glyph.len == 0 => last.2 += width,
                    _ => clusters.push((start, start + usize::from(glyph.len), width)),
                }
            }
        }
        clusters.sort_unstable_by_key(|cluster| cluster.0);
        let mut width = 0;
        let ends = clusters.into_iter().map(|(_, end, own)| {
            width += own;
            (end, width)
        });
        let ends = ends.collect();
        Self { text: &source.text, breaks: &source.breaks, ends, hyphen, hyphens }
    }

    fn width_to(&self, at: usize) -> i64 {
        let clusters = self.ends.partition_point(|(end, _)| *end <= at);
        clusters.checked_sub(1).and_then(|last| self.ends.get(last)).map_or(0, |(_, width)| *width)
    }

    fn cut(&self, start: usize, at: usize, hyphen: bool) -> Cut {
        let line = self.text.get(start..at).unwrap_or_default();
        Cut { start, end: start + line.trim_end_matches(is_breaking_space).len(), hyphen }
    }

    /// The width of a line, its hyphen included.
    fn width(&self, cut: Cut) -> i64 {
        self.width_to(cut.end) - self.width_to(cut.start) + if cut.hyphen { self.hyphen } else { 0 }
    }

    /// The line with a part of the next word, if that is worth a hyphen: `good` is the last place where the line may end
    /// whole, `next` the first that is too far.
    fn divided(
        &self,
        start: usize,
        good: Option<&Opportunity>,
        next: &Opportunity,
        measure: i64,
        ladder: usize,
    ) -> Option<Cut> {
        if let Some(good) = good {
            let gap = measure - self.width(self.cut(start, good.at, good.hyphen));
            // The last word of a paragraph is not divided: its end would stand alone.
            if gap <= RAGGED || ladder >= LADDER || next.at >= self.text.len() {
                return None;
            }
        }
        self.divide(start, good.map_or(start, |b| b.at), next.at, measure)
    }

    /// The longest beginning of the word between `from` and `to` that fits with a hyphen.
    fn divide(&self, start: usize, from: usize, to: usize, measure: i64) -> Option<Cut> {
        let points = self.hyphens?.within(self.text.get(from..to)?);
        let cuts = points.into_iter().rev().map(|point| Cut { start, end: from + point, hyphen: true });
        cuts.into_iter().find(|cut| self.width(*cut) <= measure)
    }

    /// Moves a word down to a last line that is too short, if the line before stays well filled.
    fn mend_runt(&self, cuts: &mut [Cut], measure: i64) {
        let [.., before, last] = cuts else { return };
        let complete = last.end == self.text.len();
        if !complete || before.hyphen || self.width(*last) >= RUNT || self.breaks_inside(*last) {
            return;
        }
        let inside = self.breaks.iter().rev().find(|b| b.at > before.start && b.at < before.end && !b.hyphen);
        let Some(inside) = inside else { return };
        let (shorter, longer) = (self.cut(before.start, inside.at, false), Cut { start: inside.at, ..*last });
        if self.width(longer) <= measure && self.width(shorter) * 3 >= measure * 2 {
            (*before, *last) = (shorter, longer);
        }
    }

    /// Whether the line could be broken.
    fn breaks_inside(&self, cut: Cut) -> bool {
        self.breaks.iter().any(|b| b.at > cut.start && b.at < cut.end)
    }

    /// The longest line that fits, broken anywhere; at least one cluster.
    fn force(&self, start: usize, measure: i64) -> Cut {
        let first = self.ends.partition_point(|(end, _)| *end <= start);
        let limit = self.width_to(start) + measure;
        let fitting = self.ends.partition_point(|(_, width)| *width <= limit);
        let last = fitting.saturating_sub(1).max(first).min(self.ends.len().saturating_sub(1));
        let end = self.ends.get(last).map_or(self.text.len(), |(end, _)| *end);
        Cut { start, end, hyphen: false }
    }
}

/// Fills each line as far as it goes, until the text ends or `most` lines are full.
pub(crate) fn first_fit(paragraph: &Paragraph, measure: i64, most: usize) -> Vec<Cut> {
    let mut cuts: Vec<Cut> = Vec::new();
    let (mut start, mut from) = (0, 0);
    while start < paragraph.text.len() && cuts.len() < most {
        let rest = paragraph.breaks.get(from..).unwrap_or_default();
        let fits = |b: &&Opportunity| paragraph.width(paragraph.cut(start, b.at, b.hyphen)) <= measure;
        let fitting = rest.iter().take_while(fits).count();
        let good = fitting.checked_sub(1).and_then(|last| rest.get(last)).filter(|b| b.at > start);
        let divided = match rest.get(fitting) {
            Some(next) => paragraph.divided(start, good, next, measure, ladder(&cuts)),
            None => None,
        };
        let whole = good.map(|b| (paragraph.cut(start, b.at, b.hyphen), b.at));
        // A divided or forced line goes on where it was cut, another one after the spaces at its end.
        let (cut, next) = divided.map(|cut| (cut, cut.end)).or(whole).unwrap_or_else(|| {
            let cut = paragraph.force(start, measure);
            (cut, cut.end)
        });
        cuts.push(cut);
        start = next;
        from += rest.iter().take_while(|b| b.at <= start).count();
    }
    paragraph.mend_runt(&mut cuts, measure);
    cuts
}

/// How many lines in a row end in a hyphen.
fn ladder(cuts: &[Cut]) -> usize {
    cuts.iter().rev().take_while(|cut| cut.hyphen).count()
}

/// A length of `units` font units at `size` tenths of a point. One point is 1/72 inch, 3,175,000/9 nanometres.
pub(crate) fn nanometres(units: i32, size: i32, upem: i32) -> i64 {
    i64::from(units) * i64::from(size) * 3_175_000 / (90 * i64::from(upem.max(1)))
}

#[cfg(test)]
#[cfg(all(feature = "embedded-fonts", feature = "hyphens"))]
mod tests {
    use super::*;
    use crate::breaks::breakable;
    use crate::fonts::Fonts;
    use crate::frame::Glyph;
    use crate::spec::Alignment;

    /// Every character is one millimetre wide at ten points: a monospaced font without a file.
    fn lines(text: &str, lang: &str, millimetres: i64) -> Vec<String> {
        broken(text, lang, millimetres, None)
    }

    fn broken(text: &str, lang: &str, millimetres: i64, alignment: Option<Alignment>) -> Vec<String> {
        let (fonts, source) = (Fonts::embedded(), breakable(text, lang, &[]));
        let glyph = |(at, c): (usize, char)| Glyph {
            id: 1,
            advance: 9_000,
            dx: 0,
            dy: 0,
            start: at as u32,
            len: c.len_utf8() as u16,
        };
        let runs = [Run { font: 0, upem: 31_750, glyphs: source.text.char_indices().map(glyph).collect() }];
        let paragraph = Paragraph::new(&source, &runs, 100, 1_000_000, Hyphens::for_language(lang, &fonts));
        let measure = millimetres * 1_000_000;
        let cuts = match alignment {
            Some(alignment) => total_fit(&paragraph, measure, alignment).unwrap(),
            None => first_fit(&paragraph, measure, 99),
        };
        cuts.iter()
            .map(|cut| format!("{}{}", &source.text[cut.start..cut.end], if cut.hyphen { "-" } else { "" }))
            .collect()
    }

    #[test]
    fn lines_fill_up_and_lose_the_spaces_at_their_end() {
        assert_eq!(lines("one two  three", "", 9), ["one two", "three"]);
        assert_eq!(lines("one two three", "", 7), ["one two", "three"]);
        assert_eq!(lines("one two three", "", 6), ["one", "two", "three"]);
        assert_eq!(lines("", "", 6), Vec::<String>::new());
    }

    #[test]
    fn a_word_wider_than_the_line_is_cut_anywhere() {
        assert_eq!(lines("aaaaaaaaaa bb", "", 4), ["aaaa", "aaaa", "aa", "bb"]);
        assert_eq!(lines("aaa", "", 0), ["a", "a", "a"]);
    }

    #[test]
    fn a_word_is_divided_only_where_a_wide_gap_would_stay() {
        assert_eq!(
            lines("the court put probationary supervision on her", "en", 30),
            ["the court put probationary", "supervision on her"]
        );
        let long = "he asked for a reconsideration-unquestionability of it";
        assert_eq!(
            lines("we ask counterrevolutionaries of it", "en", 28),
            ["we ask counterrevolutionar-", "ies of it"]
        );
        assert!(lines(long, "en", 33).iter().all(|line| line.len() <= 33));
    }

    #[test]
    fn a_last_word_does_not_stand_alone() {
        let text = "many people in my country were so very glad to hear it.";
        assert_eq!(lines(text, "", 51), ["many people in my country were so very glad to", "hear it."]);
        assert_eq!(lines("a telecommunications it", "", 20), ["a telecommunications", "it"]);
    }

    #[test]
    fn a_soft_hyphen_shows_where_the_line_ends() {
        assert_eq!(lines("pro\u{ad}secutor", "", 5), ["pro-", "secut", "or"]);
        assert_eq!(lines("pro\u{ad}secutor", "", 20), ["prosecutor"]);
    }

    #[test]
    fn the_whole_paragraph_is_weighed() {
        let text = "aaa bb cc ddddd";
        assert_eq!(lines(text, "", 6), ["aaa bb", "cc", "ddddd"], "line by line");
        assert_eq!(broken(text, "", 6, Some(Alignment::Ragged)), ["aaa", "bb cc", "ddddd"], "as a whole");
    }

    #[test]
    fn total_fit_keeps_to_the_measure_and_loses_nothing() {
        let text = "I ask you to quash the conviction of Rita Karasartova, and to let her work and live without fear in her own country.";
        for alignment in [Alignment::Ragged, Alignment::Justified] {
            for measure in 14..60 {
                let lines = broken(text, "", measure, Some(alignment));
                assert_eq!(lines.join(" "), text, "{measure}");
                // A space of a justified line may shrink by a fifth.
                let narrowed = |line: &String| 5 * line.len() - line.matches(' ').count();
                let least =
                    |line: &String| if alignment == Alignment::Ragged { 5 * line.len() } else { narrowed(line) };
                assert!(lines.iter().all(|line| least(line) as i64 <= 5 * measure), "{lines:?}");
            }
        }
    }

    #[test]
    fn what_no_line_is_wide_enough_for_is_left_to_the_other_method() {
        let source = breakable("aaaaaaaaaa bb", "", &[]);
        let glyphs = source.text.char_indices().map(|(at, _)| Glyph {
            id: 1,
            advance: 9_000,
            dx: 0,
            dy: 0,
            start: at as u32,
            len: 1,
        });
        let runs = [Run { font: 0, upem: 31_750, glyphs: glyphs.collect() }];
        let paragraph = Paragraph::new(&source, &runs, 100, 1_000_000, None);
        assert_eq!(total_fit(&paragraph, 4_000_000, Alignment::Ragged), None);
    }
}
