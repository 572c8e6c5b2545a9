//! Tables with rules instead of boxes: a heavy rule above and below, thin ones between, numbers at the end of their column.

use crate::error::LetterError;
use crate::frame::{Ink, Tag};

use super::canvas::{Canvas, Place, TOP, Type};
use super::spec::{Ledger, LedgerColumn};

/// Between two columns.
const GAP: i32 = 5_000;
/// Above and below a row's text.
const PAD: i32 = 1_900;
const HEAVY: i32 = 500;
const THIN: i32 = 150;

/// Paints a ledger from `y` on, over as many pages as it takes; the head is repeated. Gives where the next may begin.
pub(super) fn paint(canvas: &mut Canvas, ledger: &Ledger, place: Place) -> Result<i32, LetterError> {
    let widths = widths(canvas, ledger, place.width)?;
    canvas.element(Tag::Table, |canvas| {
        let mut y = head(canvas, ledger, &widths, place, true)?;
        for row in &ledger.rows {
            let needed = height(canvas, ledger, row, &widths, false)?;
            if y + needed > canvas.bottom() {
                canvas.turn();
                canvas.edge();
                y = head(canvas, ledger, &widths, place.at(TOP), false)?;
            }
            y = paint_row(canvas, ledger, row, &widths, place.at(y), false)?;
            canvas.line(place.at(y), Ink::Rule, THIN);
        }
        if ledger.sums.is_empty() {
            return Ok(y);
        }
        if y + height(canvas, ledger, &ledger.sums, &widths, true)? > canvas.bottom() {
            canvas.turn();
            canvas.edge();
            y = TOP;
        }
        canvas.line(place.at(y), Ink::Black, HEAVY);
        y = paint_row(canvas, ledger, &ledger.sums, &widths, place.at(y + HEAVY), true)?;
        canvas.line(place.at(y), Ink::Black, HEAVY);
        Ok(y + HEAVY)
    })
}

/// The columns' names. Where they are repeated they are for the eye only.
fn head(canvas: &mut Canvas, ledger: &Ledger, widths: &[i32], place: Place, first: bool) -> Result<i32, LetterError> {
    let mut y = place.y;
    for (column, width) in ledger.columns.iter().zip(widths) {
        y = y.max(place.y + PAD + canvas.height(&column.head, Type::LEDGER_HEAD, *width)?);
    }
    let paint = |canvas: &mut Canvas| {
        let mut x = place.x;
        for (column, width) in ledger.columns.iter().zip(widths) {
            let height = canvas.height(&column.head, Type::LEDGER_HEAD, *width)?;
            let cell = Place::new(x, y - height, *width);
            let tag = if first { Some(Tag::HeaderCell) } else { None };
            write(canvas, column, tag, &column.head, Type::LEDGER_HEAD, cell)?;
            x += width + GAP;
        }
        Ok(())
    };
    if first {
        canvas.element(Tag::Row, paint)?
    } else {
        canvas.unread(paint)?
    }
    y += PAD * 2 / 3;
    canvas.line(place.at(y), Ink::Black, HEAVY);
    Ok(y + HEAVY)
}

fn paint_row(
    canvas: &mut Canvas,
    ledger: &Ledger,
    row: &[String],
    widths: &[i32],
    place: Place,
    sums: bool,
) -> Result<i32, LetterError> {
    let height = height(canvas, ledger, row, widths, sums)?;
    canvas.element(Tag::Row, |canvas| {
        let mut x = place.x;
        for ((column, width), text) in ledger.columns.iter().zip(widths).zip(row) {
            let tag = if column.names { Tag::RowHeader } else { Tag::Cell };
            write(canvas, column, Some(tag), text, kind(column, sums), Place::new(x, place.y + PAD, *width))?;
            x += width + GAP;
        }
        Ok(())
    })?;
    Ok(place.y + height)
}

fn write(
    canvas: &mut Canvas,
    column: &LedgerColumn,
    tag: Option<Tag>,
    text: &str,
    ty: Type,
    cell: Place,
) -> Result<(), LetterError> {
    let paint = |canvas: &mut Canvas| {
        if column.number {
            canvas.text_to(text, ty, cell.x + cell.width, cell.y)
        } else {
            canvas.text(text, ty, cell).map(drop)
        }
    };
    match tag {
        Some(tag) => canvas.element(tag, paint),
        None => paint(canvas),
    }
}

const fn kind(column: &LedgerColumn, sums: bool) -> Type {
    if column.names || sums { Type::LEDGER_BOLD } else { Type::LEDGER }
}

fn height(
    canvas: &mut Canvas,
    ledger: &Ledger,
    row: &[String],
    widths: &[i32],
    sums: bool,
) -> Result<i32, LetterError> {
    let mut highest = Type::LEDGER.line_height();
    for ((column, width), text) in ledger.columns.iter().zip(widths).zip(row) {
        if !column.number {
            highest = highest.max(canvas.height(text, kind(column, sums), *width)?);
        }
    }
    Ok(highest + 2 * PAD)
}

/// Numbers get what they need; the rest shares what is left, as it needs it.
fn widths(canvas: &mut Canvas, ledger: &Ledger, whole: i32) -> Result<Vec<i32>, LetterError> {
    let mut natural = Vec::with_capacity(ledger.columns.len());
    for (index, column) in ledger.columns.iter().enumerate() {
        let mut widest = canvas.width(&column.head, Type::LEDGER_HEAD)?;
        for row in &ledger.rows {
            widest = widest.max(canvas.width(row.get(index).map_or("", String::as_str), kind(column, false))?);
        }
        widest = widest.max(canvas.width(ledger.sums.get(index).map_or("", String::as_str), Type::LEDGER_BOLD)?);
        natural.push(widest + 100);
    }
    let gaps = GAP * (count(ledger.columns.len()) - 1).max(0);
    let numbers: i32 = ledger.columns.iter().zip(&natural).filter(|(c, _)| c.number).map(|(_, w)| *w).sum();
    let room = (whole - gaps - numbers).max(0);
    let texts: Vec<i32> = ledger.columns.iter().zip(&natural).filter(|(c, _)| !c.number).map(|(_, w)| *w).collect();
    let mut shared = share(room, &texts).into_iter();
    let each = ledger.columns.iter().zip(&natural);
    Ok(each.map(|(column, width)| if column.number { *width } else { shared.next().unwrap_or(0) }).collect())
}

/// Shares `room`: who needs less than an even share gets that, the others share the rest evenly; what is over widens all alike.
fn share(room: i32, needs: &[i32]) -> Vec<i32> {
    let sum: i32 = needs.iter().sum();
    let columns = count(needs.len()).max(1);
    if sum <= room {
        let over = (room - sum) / columns;
        return needs.iter().map(|need| need + over).collect();
    }
    let mut order: Vec<usize> = (0..needs.len()).collect();
    order.sort_by_key(|index| needs.get(*index).copied().unwrap_or(0));
    let mut given = vec![0; needs.len()];
    let (mut left, mut waiting) = (room, columns);
    for index in order {
        let part = needs.get(index).copied().unwrap_or(0).min(left / waiting.max(1));
        if let Some(place) = given.get_mut(index) {
            *place = part;
        }
        left -= part;
        waiting -= 1;
    }
    given
}

fn count(n: usize) -> i32 {
    i32::try_from(n).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn who_needs_little_gets_it_and_the_rest_is_shared() {
        assert_eq!(share(100, &[10, 20, 30]), [23, 33, 43]);
        assert_eq!(share(100, &[10, 80, 90]), [10, 45, 45]);
        assert_eq!(share(0, &[10]), [0]);
        assert_eq!(share(5, &[]), [] as [i32; 0]);
    }
}
