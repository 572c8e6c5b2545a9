//! What comes out of shaping.

use std::ops::Range;

use harfrust::{Buffer, Script};

use super::Stretch;
use crate::frame::{Glyph, Run};

/// A text's glyphs, and where it may be cut.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Shaped {
    /// The glyphs from left to right.
    pub runs: Vec<Run>,
    /// Where, in bytes of the text and ascending, a cut would change the glyphs beside it: within a letter with its marks, a
    /// ligature, a pair that is kerned.
    joins: Vec<u32>,
}

impl Shaped {
    /// Takes the joins out of what shaping collected.
    pub(super) fn new(runs: Vec<Run>, joins: &mut Vec<u32>) -> Self {
        joins.sort_unstable();
        joins.dedup();
        Self { runs, joins: joins.clone() }
    }

    /// The glyphs of a part of a text that runs from left to right, as shaping the part alone would give them; none if it has
    /// to be shaped. Their offsets count from the part's beginning.
    pub fn part(&self, part: Range<usize>) -> Option<Vec<Run>> {
        let (from, to) = (u32::try_from(part.start).ok()?, u32::try_from(part.end).ok()?);
        if from >= to || [from, to].iter().any(|cut| self.joins.binary_search(cut).is_ok()) {
            return None;
        }
        let mut runs = Vec::with_capacity(self.runs.len());
        let mut reached = from;
        for run in &self.runs {
            let first = run.glyphs.partition_point(|glyph| glyph.start < from);
            let last = run.glyphs.partition_point(|glyph| glyph.start < to);
            let Some(glyphs) = run.glyphs.get(first..last).filter(|glyphs| !glyphs.is_empty()) else { continue };
            let mut own = Vec::with_capacity(glyphs.len());
            for glyph in glyphs {
                let whole = glyph.start == reached || glyph.len == 0;
                if !whole {
                    return None;
                }
                reached += u32::from(glyph.len);
                own.push(Glyph { start: glyph.start - from, ..*glyph });
            }
            runs.push(Run { font: run.font, upem: run.upem, glyphs: own });
        }
        (reached == to).then_some(runs)
    }
}

/// The buffer's glyphs with the text each stands for; `end` is where the shaped range ends.
pub(super) fn collect(buffer: &Buffer, end: usize) -> Vec<Glyph> {
    let infos = buffer.glyph_infos();
    let end = u32::try_from(end).unwrap_or(u32::MAX);
    let mut glyphs: Vec<Glyph> = Vec::with_capacity(infos.len());
    // Without a step back a cluster ends where the next one begins; otherwise the next one has to be looked for.
    let mut starts: Vec<u32> = Vec::new();
    if !infos.is_sorted_by_key(|info| info.cluster) {
        starts.extend(infos.iter().map(|info| info.cluster));
        starts.sort_unstable();
        starts.dedup();
    }
    for (index, (info, position)) in infos.iter().zip(buffer.glyph_positions()).enumerate() {
        let start = info.cluster;
        let continues = glyphs.last().is_some_and(|last| last.start == start);
        let next = match starts.is_empty() {
            true => infos.get(index + 1..).unwrap_or_default().iter().map(|info| info.cluster).find(|one| *one > start),
            false => starts.get(starts.partition_point(|one| *one <= start)).copied(),
        };
        let length = next.unwrap_or(end).saturating_sub(start);
        glyphs.push(Glyph {
            id: u16::try_from(info.glyph_id).unwrap_or(0),
            advance: position.x_advance,
            dx: position.x_offset,
            dy: position.y_offset,
            start,
            len: if continues { 0 } else { u16::try_from(length).unwrap_or(u16::MAX) },
        });
    }
    glyphs
}

/// The shaped range as stretches that the font has or has not, whole clusters each, in the order of the text.
pub(super) fn parts(glyphs: &[Glyph], range: &Range<usize>, rtl: bool) -> Vec<(Range<usize>, bool)> {
    let mut clusters: Vec<(usize, bool)> = glyphs
        .chunk_by(|one, other| one.start == other.start)
        .filter_map(|cluster| Some((cluster.first()?.start as usize, cluster.iter().all(|glyph| glyph.id != 0))))
        .collect();
    if rtl {
        clusters.reverse();
    }
    let mut parts: Vec<(Range<usize>, bool)> = Vec::new();
    for (start, found) in clusters {
        match parts.last_mut() {
            Some((_, same)) if *same == found => {}
            Some((last, _)) => {
                last.end = start;
                parts.push((start..range.end, found));
            }
            None => parts.push((range.start..range.end, found)),
        }
    }
    parts
}

/// Gives each glyph of a cluster its own character where there are as many characters as glyphs: a letter and its marks, in
/// scripts whose marks stand above and below their letter. In others a glyph may stand elsewhere than its character.
pub(super) fn share_out(glyphs: &mut [Glyph], stretch: Stretch, joins: &mut Vec<u32>) {
    const PLAIN: [Script; 5] = [Script::LATIN, Script::GREEK, Script::CYRILLIC, Script::ARABIC, Script::HEBREW];
    if !PLAIN.contains(&stretch.script) {
        return;
    }
    for cluster in glyphs.chunk_by_mut(|one, other| one.start == other.start) {
        let Some(first) = cluster.first().copied() else { continue };
        let start = first.start as usize;
        let whole = stretch.text.get(start..start + usize::from(first.len)).unwrap_or_default();
        if cluster.len() < 2 || whole.chars().count() != cluster.len() {
            continue;
        }
        let give = |(glyph, (offset, character)): (&mut Glyph, (usize, char))| {
            glyph.start = first.start + u32::try_from(offset).unwrap_or(0);
            if offset > 0 {
                joins.push(glyph.start);
            }
            glyph.len = u16::try_from(character.len_utf8()).unwrap_or(0);
        };
        if stretch.rtl {
            cluster.iter_mut().rev().zip(whole.char_indices()).for_each(give);
        } else {
            cluster.iter_mut().zip(whole.char_indices()).for_each(give);
        }
    }
}
