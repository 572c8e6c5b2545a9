//! Sheets to be filled by hand: ruled lines, with talking points to cut off before posting.

use super::{Setter, aligned, limit, printed_lines};
use crate::error::{Field, LetterError};
use crate::flow::Signature;
use crate::fonts::Style;
use crate::frame::{Item, Line, Page, Role, Rule};
use crate::geometry::{ABOVE_CLOSING, FEW_LINES, LEADING, SIGNATURE_LINES};
use crate::typeset::Type;

/// From ruled line to ruled line: 9 mm, as in the exercise books of most countries.
const PITCH: i32 = 9_000;
/// Talking points: 8.5 pt, 11 pt from baseline to baseline.
const POINT: Type = Type::new(Style::Label, 85);
const POINT_LEADING: i32 = 3_900;
const HEADING: Type = Type::new(Style::LabelBold, 85);
/// Between a talking point's number and its text.
const INDENT: i32 = 5_000;
/// The most lines of talking points: more would leave no room to write.
const POINT_LINES: usize = 14;
/// The fewest ruled lines that are worth a sheet.
const FEWEST: i32 = 4;
/// The line to cut along: dashes and gaps.
const DASH: i32 = 3_000;
const GAP: i32 = 2_000;

impl Setter<'_> {
    /// One page: salutation, ruled lines, closing, name; talking points at the foot.
    pub(super) fn ruled(
        &mut self,
        salutation: Vec<Line>,
        signature: Signature,
        points: (&str, &[String]),
        first: i32,
    ) -> Result<Page, LetterError> {
        let notes = self.notes(points.0, points.1)?;
        let foot = self.geometry.last() - notes.last().map_or(0, |line| line.y + 2 * POINT_LEADING);
        let mut page = Page::default();
        let mut y = first - LEADING;
        for line in salutation {
            y += LEADING;
            page.items.push(Item::Line(Line { y, ..line }));
        }
        let blank = SIGNATURE_LINES.last().copied().unwrap_or(3);
        let below = signature.height(blank, LEADING) + ABOVE_CLOSING;
        let room = (foot - below - y).div_euclid(PITCH);
        if room < FEWEST {
            return Err(LetterError::TooLong { field: Field::Body, limit: 1 });
        }
        for _ in 0..room {
            y += PITCH;
            page.items.push(Item::Rule(self.rule(y)));
        }
        signature.place(&mut page, y, blank, LEADING);
        self.strip(notes, foot, &mut page);
        Ok(page)
    }

    /// A line to write on.
    fn rule(&self, y: i32) -> Rule {
        Rule { x: self.geometry.left, y, width: self.geometry.measure(), height: 100, ..Rule::default() }
    }

    /// Heading and talking points, their baselines from 0.
    fn notes(&mut self, heading: &str, points: &[String]) -> Result<Vec<Line>, LetterError> {
        let (left, width) = (self.geometry.left, self.geometry.measure());
        let points = printed_lines(points, Field::Body)?;
        if points.is_empty() {
            return Ok(Vec::new());
        }
        let mut notes = Vec::new();
        for text in printed_lines(&[heading.to_owned()], Field::Body)? {
            for line in self.typeset.paragraph(&text, HEADING, width, FEW_LINES, Field::Body)? {
                notes.push(aligned(line, left, width));
            }
        }
        for (index, text) in points.iter().enumerate() {
            let number = self.typeset.line(&format!("{}.", index + 1), POINT, Field::Body)?;
            let lines = self.typeset.paragraph(text, POINT, width - INDENT, POINT_LINES + 1, Field::Body)?;
            let from = if lines.first().is_some_and(|line| line.rtl) { left } else { left + INDENT };
            let number = Line { rtl: from == left, ..number };
            notes.push(Line { y: -1, ..aligned(number, left, width) });
            notes.extend(lines.into_iter().map(|line| aligned(line, from, width - INDENT)));
        }
        let numbers = notes.iter().filter(|line| line.y < 0).count();
        limit(Field::Body, notes.len() - numbers, POINT_LINES)?;
        // A number stands on the baseline of what follows it.
        let mut y = 0;
        for line in &mut notes {
            let number = line.y < 0;
            (line.y, line.role) = (y, Role::Body);
            if !number {
                y += POINT_LEADING;
            }
        }
        Ok(notes)
    }

    /// The talking points below `foot`, with a dashed line above them from edge to edge.
    fn strip(&self, notes: Vec<Line>, foot: i32, page: &mut Page) {
        if notes.is_empty() {
            return;
        }
        let cut = foot + POINT_LEADING / 2;
        // Printers do not reach the edge.
        let (mut x, end) = (8_000, self.geometry.paper.width() - 8_000);
        while x + DASH <= end {
            page.items.push(Item::Rule(Rule { x, y: cut, width: DASH, height: 100, ..Rule::default() }));
            x += DASH + GAP;
        }
        let top = foot + 2 * POINT_LEADING;
        page.items.extend(notes.into_iter().map(|line| Item::Line(Line { y: top + line.y, ..line })));
    }
}
