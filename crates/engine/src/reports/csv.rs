//! Reports as a table of a spreadsheet program: CSV with the habits that such programs have.

use std::collections::BTreeMap;

use domain::{
    Slug,
    action::Kind,
    field::{FieldError, Rule},
    report::{MOST_LINES, NewLine},
};

/// The lines of a table, each with the row it stands in. Rows are counted as spreadsheet programs do: the names of the
/// columns are row 1.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CsvLines {
    /// The lines. One whose row cannot be read has a quantity that no report takes, so that all rows are refused together.
    pub lines: Vec<NewLine>,
    /// By how many people at least: the largest number in the column `people`. The same people may stand in several rows.
    pub people: Option<i64>,
    rows: Vec<usize>,
    /// Rows that cannot be read, and why.
    unread: BTreeMap<usize, FieldError>,
}

/// No number of actions: what a report's rules refuse.
const UNREAD: i64 = -1;

impl CsvLines {
    /// The errors of a report of these lines, by row instead of by line: `rows[7].quantity`.
    #[must_use]
    pub fn by_row(&self, errors: Vec<FieldError>) -> Vec<FieldError> {
        let mut unread = self.unread.clone();
        let mut named = Vec::new();
        for error in errors {
            match error.line().and_then(|(n, rest)| Some((*self.rows.get(n)?, rest))) {
                // what was made up for a row that cannot be read is not what is wrong with it
                Some((row, _)) if self.unread.contains_key(&row) => named.extend(unread.remove(&row)),
                Some((row, rest)) => named.push(FieldError { field: format!("rows[{row}]{rest}"), ..error }),
                None => named.push(error),
            }
        }
        named
    }

    fn unread(&mut self, row: usize, field: &str, rule: Rule) {
        self.unread.insert(row, FieldError::new(&format!("rows[{row}]{field}"), rule));
        self.lines.push(NewLine { case: String::new(), kind: String::new(), quantity: UNREAD, language: None });
        self.rows.push(row);
    }
}

/// A column that is understood.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Case,
    Kind,
    Quantity,
    Language,
    People,
    Other,
}

/// Reads a table with the columns `case`, `kind`, `quantity` and, if they are there, `language` and `people`. `names` are the names that
/// stand for cases besides their slugs, in small letters. Rows without a quantity, or with 0, are left out: a prepared
/// table need not be filled in everywhere. Cells are data and nothing else: what a spreadsheet program would compute
/// (`=1+1`) is not a number here. A row that cannot be read is refused with the report: see [`CsvLines::by_row`].
///
/// # Errors
/// When it is no table at all, or its columns are not the right ones.
pub fn read_csv(bytes: &[u8], names: &BTreeMap<String, Slug>) -> Result<CsvLines, Vec<FieldError>> {
    let one = |field: &str, rule| vec![FieldError::new(field, rule)];
    let text = std::str::from_utf8(bytes).map_err(|_| one("file", Rule::NotText))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.contains('\0') {
        return Err(one("file", Rule::NotText));
    }
    // with the line ends of other systems the reader would count rows otherwise
    let text = &text.replace("\r\n", "\n").replace('\r', "\n");
    let (separator, skipped) = separator(text);
    let text = text.splitn(skipped + 1, '\n').last().unwrap_or_default();
    if let Some(line) = unclosed_quote(text, char::from(separator)) {
        return Err(one(&format!("rows[{}]", line + skipped), Rule::UnclosedQuote));
    }
    let mut reader =
        csv::ReaderBuilder::new().delimiter(separator).has_headers(true).flexible(true).from_reader(text.as_bytes());
    let columns: Vec<Column> = reader.headers().map_err(|_| one("file", Rule::Format))?.iter().map(column).collect();
    for (column, name) in [(Column::Case, "case"), (Column::Kind, "kind"), (Column::Quantity, "quantity")] {
        match columns.iter().filter(|found| **found == column).count() {
            0 => return Err(one(&format!("rows[1].{name}"), Rule::NoColumn)),
            1 => {}
            _ => return Err(one(&format!("rows[1].{name}"), Rule::StandsTwice)),
        }
    }
    let mut read = CsvLines::default();
    for record in reader.records() {
        let Ok(record) = record else { return Err(one("file", Rule::Format)) };
        let row = record.position().map_or(0, |at| usize::try_from(at.line()).unwrap_or(0)) + skipped;
        read_row(&mut read, row, &columns, &record, names);
        if read.lines.len() > MOST_LINES {
            return Err(vec![FieldError::with_detail("lines", Rule::TooManyLines, MOST_LINES.to_string())]);
        }
    }
    Ok(read)
}

fn read_row(
    read: &mut CsvLines,
    row: usize,
    columns: &[Column],
    record: &csv::StringRecord,
    names: &BTreeMap<String, Slug>,
) {
    // `1,200` without quotation marks is two cells where commas separate them: to take the first would be to count 1
    if record.iter().skip(columns.len()).any(|cell| !cell.trim().is_empty()) {
        return read.unread(row, "", Rule::TooManyCells);
    }
    let cell = |wanted: Column| {
        let at = columns.iter().position(|column| *column == wanted);
        at.and_then(|at| record.get(at)).map_or("", str::trim)
    };
    let quantity = number(cell(Column::Quantity));
    if cell(Column::Quantity).is_empty() || quantity == Some(0) {
        return;
    }
    match Some(cell(Column::People)).filter(|people| !people.is_empty()).map(number) {
        None | Some(Some(0)) => {}
        Some(None) => return read.unread(row, ".people", Rule::OneToTenMillion),
        Some(people) => read.people = read.people.max(people),
    }
    read.lines.push(NewLine {
        case: case(cell(Column::Case), names),
        kind: kind(cell(Column::Kind)),
        quantity: quantity.unwrap_or(UNREAD),
        language: Some(cell(Column::Language)).filter(|tag| !tag.is_empty()).map(str::to_lowercase),
    });
    read.rows.push(row);
}

/// The line in which a quotation mark opens a cell that nothing closes: the reader would take all that follows for that
/// cell, and none of it would be counted.
fn unclosed_quote(text: &str, separator: char) -> Option<usize> {
    let (mut line, mut opened, mut cell_begins) = (1, None, true);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match (letter, opened) {
            ('"', Some(_)) if letters.peek() == Some(&'"') => _ = letters.next(),
            ('"', Some(_)) => opened = None,
            ('"', None) if cell_begins => opened = Some(line),
            _ => {}
        }
        line += usize::from(letter == '\n');
        cell_begins = letter == '\n' || letter == separator;
    }
    opened
}

/// What stands between the cells, and how many lines come before the columns' names: Excel writes `sep=;` on top.
fn separator(text: &str) -> (u8, usize) {
    let first = text.lines().next().unwrap_or_default();
    if let Some(named) = first.strip_prefix("sep=")
        && let Some(separator) = named.bytes().next()
    {
        return (separator, 1);
    }
    let count = |separator: u8| first.bytes().filter(|b| *b == separator).count();
    let most = [b',', b';', b'\t'].into_iter().max_by_key(|separator| count(*separator));
    (most.filter(|separator| count(*separator) > 0).unwrap_or(b','), 0)
}

fn column(name: &str) -> Column {
    match name.trim().to_lowercase().as_str() {
        "case" | "case slug" => Column::Case,
        "kind" | "what" => Column::Kind,
        "quantity" | "number" | "how many" | "count" => Column::Quantity,
        "language" | "lang" => Column::Language,
        "people" | "persons" => Column::People,
        _ => Column::Other,
    }
}

fn case(cell: &str, names: &BTreeMap<String, Slug>) -> String {
    names.get(&cell.to_lowercase()).map_or_else(|| cell.to_lowercase(), ToString::to_string)
}

/// A kind by its wire name, also with spaces and in the plural: "printed letters".
fn kind(cell: &str) -> String {
    let word = cell.to_lowercase().split_whitespace().collect::<Vec<_>>().join("-");
    let known = |word: &str| word.parse::<Kind>().is_ok();
    match word.strip_suffix('s') {
        Some(singular) if !known(&word) && known(singular) => singular.to_owned(),
        _ => word,
    }
}

/// A whole number as spreadsheet programs write it: `1200`, `1.200`, `1,200`, `1 200`, `1'200`, `12,00`, `12.0`.
///
/// Three digits behind one mark are thousands: nobody counts letters in thousandths.
fn number(cell: &str) -> Option<i64> {
    let mark = |c: char| matches!(c, '.' | ',' | '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}');
    if !cell.chars().all(|c| c.is_ascii_digit() || mark(c)) {
        return None;
    }
    // a part behind the last mark that is not three digits long is decimals, and those must be nought
    let whole = match cell.rsplit_once(mark) {
        Some((whole, decimals)) if decimals.len() != 3 => {
            let mark = cell[whole.len()..].chars().next();
            let nought = matches!(mark, Some('.' | ',')) && !decimals.is_empty() && decimals.chars().all(|c| c == '0');
            if !nought {
                return None;
            }
            whole
        }
        _ => cell,
    };
    let mut groups = whole.split(mark);
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let marks: std::collections::BTreeSet<char> = whole.chars().filter(|c| mark(*c)).collect();
    let grouped =
        rest.is_empty() || (marks.len() == 1 && (1..=3).contains(&first.len()) && rest.iter().all(|g| g.len() == 3));
    if !grouped || first.is_empty() {
        return None;
    }
    format!("{first}{}", rest.concat()).parse().ok()
}

#[cfg(test)]
#[path = "csv_tests.rs"]
mod tests;
