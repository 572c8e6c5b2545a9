//! PostgreSQL's quick way for many entries at once: their rows go by `COPY` in its binary format
//! (<https://www.postgresql.org/docs/current/sql-copy.html#id-1.9.3.55.9.4>), origins, tallies and the link follow in the same
//! transaction.

use sea_orm::{DatabaseConnection, DbBackend, DbErr, RuntimeErr, sqlx};

use super::{
    Entry, Head,
    statement::{Cell, Insert},
    wire,
};
use crate::{Result, StorageError};

/// What every binary copy begins with: the signature, no flags, no extension.
const BEGIN: &[u8] = b"PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0";

/// What it ends with, where the number of columns would stand.
const END: [u8; 2] = (-1_i16).to_be_bytes();

/// As [`super::append_after`] in a transaction of its own, for portions of thousands. Only PostgreSQL can.
///
/// # Errors
/// [`StorageError::Conflict`] when an id is there already in its campaign: nothing was written.
pub async fn copy_after(db: &DatabaseConnection, head: &Head, recorded_at: i64, entries: &[Entry]) -> Result<Head> {
    if db.get_database_backend() != DbBackend::Postgres {
        return Err(StorageError::Db(DbErr::BackendNotSupported { db: "SQLite", ctx: "COPY" }));
    }
    if entries.is_empty() {
        return Ok(head.clone());
    }
    let (next, inserts) = super::inserts(head, recorded_at, entries);
    let (rows, others) = inserts.split_at(1);
    let mut tx = db.get_postgres_connection_pool().begin().await?;
    for insert in rows {
        let mut copying = tx.copy_in_raw(&insert.copy()).await?;
        copying.send(binary(insert)).await?;
        copying.finish().await?;
    }
    wire::insert(&mut tx, others).await?;
    tx.commit().await?;
    Ok(next)
}

/// The rows as the binary format has them: each cell behind its length in bytes.
fn binary(insert: &Insert) -> Vec<u8> {
    let width = insert.columns.len();
    let mut bytes = Vec::with_capacity(BEGIN.len() + insert.cells.len() * 9);
    bytes.extend_from_slice(BEGIN);
    for row in insert.cells.chunks_exact(width) {
        bytes.extend_from_slice(&i16::try_from(width).unwrap_or(i16::MAX).to_be_bytes());
        for (cell, (_, kind)) in row.iter().zip(&insert.columns) {
            put(&mut bytes, cell, kind);
        }
    }
    bytes.extend_from_slice(&END);
    bytes
}

fn put(bytes: &mut Vec<u8>, cell: &Cell, kind: &str) {
    let mut behind_its_length = |field: &[u8]| {
        bytes.extend_from_slice(&i32::try_from(field.len()).unwrap_or(i32::MAX).to_be_bytes());
        bytes.extend_from_slice(field);
    };
    match cell {
        // a number is as wide as its column: the high bytes of what fits are only its sign
        Cell::Number(number) => {
            let width = match kind {
                "int2" => 2,
                "int4" => 4,
                _ => 8,
            };
            behind_its_length(&number.to_be_bytes()[8 - width..]);
        }
        Cell::Id(id) => behind_its_length(id.as_bytes()),
        Cell::Hash(hash) => behind_its_length(hash),
    }
}

impl From<sqlx::Error> for StorageError {
    fn from(error: sqlx::Error) -> Self {
        DbErr::Exec(RuntimeErr::SqlxError(error.into())).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_as_wide_as_their_columns() {
        let insert = Insert {
            table: "t",
            columns: vec![("a", "int2"), ("b", "int4"), ("c", "int8"), ("d", "uuid")],
            adds_on: None,
            cells: vec![Cell::Number(-2), Cell::Number(513), Cell::Number(1), Cell::Id(uuid::Uuid::max())],
        };
        let mut expected = BEGIN.to_vec();
        expected.extend([0, 4, 0, 0, 0, 2, 0xff, 0xfe, 0, 0, 0, 4, 0, 0, 2, 1, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 1]);
        expected.extend([0, 0, 0, 16]);
        expected.extend([0xff; 18]);
        assert_eq!(binary(&insert), expected);
        assert_eq!(insert.copy(), "COPY t (a, b, c, d) FROM STDIN (FORMAT binary)");
    }
}
