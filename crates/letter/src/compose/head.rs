//! What stands above the text, and the marks beside it.

use super::{Fixed, Setter, aligned, limit, printed_lines};
use crate::clean::clean;
use crate::error::{Field, LetterError};
use crate::frame::{Item, Line, Role, Rule};
use crate::geometry::{BLOCK_SIZES, FEW_LINES, LEADING, ONE_RETURN_LINE, RETURN_SIZES, SenderPlace, Window};
use crate::spec::LetterSpec;

/// Recipient's lines without a window.
const RECIPIENT_LINES: usize = 12;

/// From baseline to baseline in a sender's block above a window: 12 pt.
const ABOVE_LEADING: i32 = 4_233;

/// What stands between the parts of a return address.
const SEPARATOR: &str = " · ";

impl Setter<'_> {
    /// Return address and recipient in the window, the date below it. Gives the salutation's baseline.
    pub(super) fn window_head(
        &mut self,
        spec: &LetterSpec,
        window: &Window,
        head: &mut Vec<Item>,
    ) -> Result<i32, LetterError> {
        let (x, width) = (window.text_left(self.geometry.paper), window.text_width());
        let sender = sender_lines(spec)?;
        match window.sender {
            SenderPlace::Window => self.return_address(&sender, window, head)?,
            SenderPlace::Top(first, most) => self.sender_at_top(&sender, first, most, window, head)?,
        }
        let address = printed_lines(&spec.recipient, Field::Recipient)?;
        let most = window.most_lines();
        limit(Field::Recipient, address.len(), most)?;
        let too_many = LetterError::TooManyLines { field: Field::Recipient, lines: address.len(), limit: most };
        let place = window.address(address.len()).ok_or(too_many)?;
        let block = Fixed { role: Role::Recipient, field: Field::Recipient, width, sizes: place.sizes };
        for (index, line) in (0..).zip(self.block(&address, &block, x)?) {
            head.push(Item::Line(Line { y: place.first + index * place.leading, ..line }));
        }
        self.place(spec, self.geometry.date, head)?;
        Ok(self.geometry.first)
    }

    /// The sender in a block above the window, as wide as the window.
    fn sender_at_top(
        &mut self,
        sender: &[String],
        first: i32,
        most: usize,
        window: &Window,
        head: &mut Vec<Item>,
    ) -> Result<(), LetterError> {
        limit(Field::Sender, sender.len(), most)?;
        let (x, width) = (window.text_left(self.geometry.paper), window.text_width());
        let block = Fixed { role: Role::Sender, field: Field::Sender, width, sizes: BLOCK_SIZES };
        for (index, line) in (0..).zip(self.block(sender, &block, x)?) {
            head.push(Item::Line(Line { y: first + index * ABOVE_LEADING, ..line }));
        }
        Ok(())
    }

    /// The sender in small type at the window's top, on two lines if one is too narrow, with a rule below.
    fn return_address(&mut self, sender: &[String], window: &Window, head: &mut Vec<Item>) -> Result<(), LetterError> {
        if sender.is_empty() {
            return Ok(());
        }
        let (x, width) = (window.text_left(self.geometry.paper), window.text_width());
        let block = Fixed { role: Role::ReturnAddress, field: Field::Sender, width, sizes: RETURN_SIZES };
        let readable = Fixed { sizes: ONE_RETURN_LINE, ..block };
        let lines = match self.fixed(&[sender.join(SEPARATOR)], &readable) {
            Err(LetterError::LineTooWide { .. }) => self.block(&in_two(sender), &block, x)?,
            lines => lines?.into_iter().map(|line| aligned(line, x, width)).collect(),
        };
        let mut y = window.top + Window::RETURN_FIRST;
        for line in lines {
            head.push(Item::Line(Line { y, ..line }));
            y += Window::RETURN_LEADING;
        }
        let y = y - Window::RETURN_LEADING + Window::RETURN_RULE;
        head.push(Item::Rule(Rule { x, y, width, height: 100, ..Rule::default() }));
        Ok(())
    }

    /// Sender, recipient and date in the text's column. Gives the salutation's baseline.
    pub(super) fn plain_head(&mut self, spec: &LetterSpec, head: &mut Vec<Item>) -> Result<i32, LetterError> {
        let mut y = self.geometry.first;
        let sender = sender_lines(spec)?;
        limit(Field::Sender, sender.len(), FEW_LINES)?;
        y = self.column(&sender, Role::Sender, Field::Sender, y, head)?;
        let address = printed_lines(&spec.recipient, Field::Recipient)?;
        limit(Field::Recipient, address.len(), RECIPIENT_LINES)?;
        y = self.column(&address, Role::Recipient, Field::Recipient, y, head)?;
        if self.place(spec, y, head)? {
            y += 2 * LEADING;
        }
        Ok(y)
    }

    /// Lines in the text's column from a baseline on. Gives the next block's baseline.
    fn column(
        &mut self,
        texts: &[String],
        role: Role,
        field: Field,
        mut y: i32,
        head: &mut Vec<Item>,
    ) -> Result<i32, LetterError> {
        let block = Fixed { role, field, width: self.geometry.measure(), sizes: BLOCK_SIZES };
        for line in self.block(texts, &block, self.geometry.left)? {
            head.push(Item::Line(Line { y, ..line }));
            y += LEADING;
        }
        Ok(if texts.is_empty() { y } else { y + 3 * LEADING / 2 })
    }

    /// Place and date at the right, on one line. Says whether there is any.
    fn place(&mut self, spec: &LetterSpec, y: i32, head: &mut Vec<Item>) -> Result<bool, LetterError> {
        let text = clean(&spec.place_and_date, Field::Place)?.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() {
            return Ok(false);
        }
        let block =
            Fixed { role: Role::Place, field: Field::Place, width: self.geometry.measure(), sizes: BLOCK_SIZES };
        for line in self.fixed(&[text], &block)? {
            let x = self.far_edge(&line);
            head.push(Item::Line(Line { x, y, ..line }));
        }
        Ok(true)
    }

    /// The marks at the left edge of the first page: folds, and the middle for punching. Printers do not reach the edge.
    pub(super) fn marks(&self) -> Vec<Rule> {
        let mark = |y: i32, width: i32| Rule { x: 5_500, y: y - 50, width, height: 100, ..Rule::default() };
        let mut marks: Vec<Rule> = self.geometry.folds.iter().map(|fold| mark(*fold, 3_500)).collect();
        if self.geometry.punch {
            marks.push(mark(self.geometry.paper.height() / 2, 5_500));
        }
        marks
    }
}

/// The name and the lines of the sender that say something.
fn sender_lines(spec: &LetterSpec) -> Result<Vec<String>, LetterError> {
    let mut lines = vec![spec.sender.name.clone()];
    lines.extend(spec.sender.lines.iter().cloned());
    printed_lines(&lines, Field::Sender)
}

/// The parts on two lines, as equal as they can be.
fn in_two(parts: &[String]) -> Vec<String> {
    let length = |parts: &[String]| parts.iter().map(|part| part.chars().count() + SEPARATOR.len()).sum::<usize>();
    let uneven = |at: &usize| length(&parts[..*at]).abs_diff(length(&parts[*at..]));
    match (1..parts.len()).min_by_key(uneven) {
        Some(at) => vec![parts[..at].join(SEPARATOR), parts[at..].join(SEPARATOR)],
        None => parts.to_vec(),
    }
}
