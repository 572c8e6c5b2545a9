//! The ledger's way in: rows, chain and tallies in one transaction, and nothing else writes any of them.
//!
//! Statements are written out: through SeaORM's builders the hot path costs a third. Each is one text whatever the
//! number of rows on PostgreSQL, and one of a few on SQLite, so that all stay prepared.

mod chain;
mod copy;
mod entry;
mod pen;
mod rows;
mod statement;
mod wire;

use sea_orm::{ConnectionTrait, DbBackend, Statement};
use statement::Insert;

pub use chain::{Hash, Head, began_at, head, links, new_writer, recorded_at, seal};
pub use copy::copy_after;
pub use entry::{Entry, Origin};
pub use pen::{Pen, Writing};
pub use wire::{Found, Wire};

use crate::Result;

/// Appends entries as the next link of `writer`'s chain, with their tallies. Call it inside a transaction: all of it
/// stands after the commit, or none.
///
/// Other transactions of the same writer wait until this one ends; on SQLite the transaction must be one of
/// [`crate::begin`]'s. `recorded_at` is in milliseconds since 1970-01-01, UTC.
///
/// # Errors
/// [`crate::StorageError::Conflict`] when an id is there already in its campaign: roll back, nothing was written.
pub async fn append(db: &impl ConnectionTrait, writer: i32, recorded_at: i64, entries: &[Entry]) -> Result<Head> {
    let head = head(db, writer).await?;
    append_after(db, &head, recorded_at, entries).await
}

/// The same for a writer that knows the head of its chain because nobody else writes to it.
///
/// The future holds nothing of the entries: all work on them is done before the database is asked anything.
///
/// # Errors
/// As [`append`].
pub fn append_after<'db, C: ConnectionTrait>(
    db: &'db C,
    head: &Head,
    recorded_at: i64,
    entries: &[Entry],
) -> impl Future<Output = Result<Head>> + Send + use<'db, C> {
    let (next, statements) = link(db.get_database_backend(), head, recorded_at, entries);
    async move {
        for statement in statements {
            db.execute_raw(statement).await?;
        }
        Ok(next)
    }
}

/// The next link with what writes it, for who runs the statements one by one; without entries there is none.
#[must_use]
pub fn link(backend: DbBackend, head: &Head, recorded_at: i64, entries: &[Entry]) -> (Head, Vec<Statement>) {
    if entries.is_empty() {
        return (head.clone(), Vec::new());
    }
    let (next, inserts) = inserts(head, recorded_at, entries);
    (next, rows::statements(backend, inserts))
}

/// The next link with the rows that write it, table by table in the order of writing.
fn inserts(head: &Head, recorded_at: i64, entries: &[Entry]) -> (Head, Vec<Insert>) {
    let entries = in_order(entries);
    let next = head.next(recorded_at, &entries);
    let mut inserts = vec![rows::actions(&next, &entries)];
    inserts.extend(rows::others(&next, recorded_at, &entries));
    (next, inserts)
}

/// In the order of their keys.
fn in_order(entries: &[Entry]) -> Vec<&Entry> {
    let mut entries: Vec<&Entry> = entries.iter().collect();
    entries.sort_unstable_by_key(|entry| entry.key());
    entries
}
