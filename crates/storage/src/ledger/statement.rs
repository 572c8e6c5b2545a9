//! Inserting rows of whole numbers, with as few and as steady statement texts as each database likes.

use std::fmt::Write as _;

use sea_orm::Value;
use uuid::Uuid;

/// A value of the ledger's tables.
#[derive(Clone, Copy, Debug)]
pub enum Cell {
    /// A whole number.
    Number(i64),
    /// An id.
    Id(Uuid),
    /// A hash.
    Hash(super::Hash),
}

impl From<Cell> for Value {
    fn from(cell: Cell) -> Self {
        match cell {
            Cell::Number(number) => number.into(),
            Cell::Id(id) => id.into(),
            Cell::Hash(hash) => hash.to_vec().into(),
        }
    }
}

/// Rows for one table.
#[derive(Clone, Debug)]
pub struct Insert {
    /// The table's name.
    pub table: &'static str,
    /// Its columns and their types.
    pub columns: Vec<(&'static str, &'static str)>,
    /// The key on which a row that is there already has its last column added to; none: a row there already is refused.
    pub adds_on: Option<String>,
    /// The cells, row by row.
    pub cells: Vec<Cell>,
}

impl Insert {
    fn rows(&self) -> usize {
        self.cells.len() / self.columns.len()
    }

    fn names(&self) -> String {
        self.columns.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ")
    }

    fn end(&self) -> String {
        let Some((key, (column, _))) = self.adds_on.as_ref().zip(self.columns.last()) else { return String::new() };
        format!(" ON CONFLICT ({key}) DO UPDATE SET {column} = {}.{column} + excluded.{column}", self.table)
    }

    /// The statement that begins a copy of its rows into PostgreSQL.
    pub fn copy(&self) -> String {
        format!("COPY {} ({}) FROM STDIN (FORMAT binary)", self.table, self.names())
    }

    /// The statement for SQLite with this many rows.
    pub fn sqlite(&self, rows: usize) -> String {
        let row = format!("({})", vec!["?"; self.columns.len()].join(","));
        format!("INSERT INTO {} ({}) VALUES {}{}", self.table, self.names(), vec![row; rows].join(","), self.end())
    }
}

/// The most rows in a statement for SQLite, which takes 32,766 values in one.
const MOST_ROWS: usize = 512;

/// The statements for SQLite, each with its values. Rows go in portions of powers of two, so that there are ten texts a
/// table and all stay prepared; when every table has one row, as with a lone action, all are one text.
#[must_use]
pub fn for_sqlite(inserts: Vec<Insert>) -> Vec<(String, Vec<Value>)> {
    if inserts.iter().all(|insert| insert.rows() == 1) {
        let text = inserts.iter().map(|insert| insert.sqlite(1)).collect::<Vec<_>>().join(";");
        return vec![(text, inserts.into_iter().flat_map(|insert| insert.cells).map(Value::from).collect())];
    }
    let mut all = Vec::new();
    for mut insert in inserts {
        let width = insert.columns.len();
        let mut cells = std::mem::take(&mut insert.cells).into_iter().map(Value::from);
        let mut left = cells.len() / width;
        while left > 0 {
            let rows = MOST_ROWS.min(1 << left.ilog2());
            all.push((insert.sqlite(rows), cells.by_ref().take(rows * width).collect()));
            left -= rows;
        }
    }
    all
}

/// The one statement for PostgreSQL: each table's columns are arrays, so the text is the same whatever the number of
/// rows. Servers write the tables in the same order, because all have the same text.
#[must_use]
pub fn for_postgres(inserts: &[Insert]) -> (String, Vec<String>) {
    let mut values = Vec::new();
    let text = as_one(inserts, |insert| {
        let arrays: Vec<String> = insert
            .columns
            .iter()
            .enumerate()
            .map(|(column, (_, kind))| {
                values.push(array(insert, column));
                format!("CAST(${} AS text)::{kind}[]", values.len())
            })
            .collect();
        format!("SELECT * FROM unnest({})", arrays.join(", "))
    });
    (text, values)
}

/// When a lone action is written: only if the content has this version still, and its id stands in none of these campaigns.
#[derive(Clone, Copy, Debug)]
pub struct IfNew<'a> {
    /// Its id.
    pub id: Uuid,
    /// The campaigns' numbers.
    pub campaigns: &'a [i16],
    /// As [`crate::settings::content_version`].
    pub version: i64,
}

/// The one statement for PostgreSQL that looks and writes, where every table has one row; its last table is not written
/// when the first is not. Values are plain: with arrays the planner would think anew each time, because it looks into
/// them, and that takes as long as the writing.
#[must_use]
pub fn for_postgres_if_new(inserts: &[Insert], when: IfNew<'_>) -> (String, Vec<Value>) {
    let mut values: Vec<Value> = Vec::new();
    let text = as_one(inserts, |insert| {
        let first = values.is_empty();
        let row: Vec<String> = insert.cells.iter().map(|cell| plain(*cell, &mut values)).collect();
        let row = row.join(", ");
        if !first {
            return format!("SELECT {row} WHERE EXISTS (SELECT FROM w0)");
        }
        let campaigns = when.campaigns.iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
        values.extend([when.version.into(), format!("{{{campaigns}}}").into(), when.id.into()]);
        let last = values.len();
        format!(
            "SELECT {row} WHERE (SELECT version FROM content_version) = ${} AND NOT EXISTS (SELECT FROM action \
             WHERE campaign = ANY(CAST(${} AS text)::int2[]) AND id = ${last}) RETURNING 1",
            last - 2,
            last - 1
        )
    });
    (text, values)
}

fn plain(cell: Cell, values: &mut Vec<Value>) -> String {
    values.push(cell.into());
    let kind = match cell {
        Cell::Number(_) => "int8",
        Cell::Id(_) => "uuid",
        Cell::Hash(_) => "bytea",
    };
    format!("CAST(${} AS {kind})", values.len())
}

/// All tables in one statement, each with the rows that `rows` gives.
fn as_one(inserts: &[Insert], mut rows: impl FnMut(&Insert) -> String) -> String {
    let mut text = String::new();
    for (at, insert) in inserts.iter().enumerate() {
        let write = format!("INSERT INTO {} ({}) {}{}", insert.table, insert.names(), rows(insert), insert.end());
        let _ = match (at, inserts.len() - at) {
            (0, 1) => write!(text, "{write}"),
            (0, _) => write!(text, "WITH w0 AS ({write})"),
            (_, 1) => write!(text, " {write}"),
            _ => write!(text, ", w{at} AS ({write})"),
        };
    }
    text
}

/// A column of all rows as PostgreSQL writes an array.
fn array(insert: &Insert, column: usize) -> String {
    let mut text = String::with_capacity(insert.rows() * 6);
    text.push('{');
    for cell in insert.cells.iter().skip(column).step_by(insert.columns.len()) {
        if text.len() > 1 {
            text.push(',');
        }
        let _ = match cell {
            Cell::Number(number) => write!(text, "{number}"),
            Cell::Id(id) => write!(text, "{id}"),
            Cell::Hash(hash) => {
                text.push_str("\"\\\\x");
                hash.iter().try_for_each(|byte| write!(text, "{byte:02x}")).and_then(|()| text.write_char('"'))
            }
        };
    }
    text.push('}');
    text
}
