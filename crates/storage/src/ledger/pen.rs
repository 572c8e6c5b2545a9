//! SQLite's quick way into the ledger: a connection of its own that takes row after row in plain steps, all of a
//! transaction on one thread. Through a pool each statement goes to another thread and back, and many rows go in as one
//! long statement: that costs half of the rate.

use std::{collections::BTreeMap, path::Path, sync::LazyLock, thread, time::Duration};

use rusqlite::{
    Connection, OpenFlags, OptionalExtension as _, Row, ToSql, Transaction, TransactionBehavior,
    types::{ToSqlOutput, ValueRef},
};
use sea_orm::{DatabaseConnection, DbBackend, DbErr, RuntimeErr};
use uuid::Uuid;

use super::{Entry, Head, rows, statement::Cell};
use crate::{Result, StorageError, entity::action::Model};

/// How long it waits for others who write.
const PATIENCE: Duration = Duration::from_secs(10);

/// How many statements stay prepared: one a table, and the looks.
const PREPARED: usize = 32;

/// How much of the file it keeps in memory, in KiB (negative, as SQLite wants it): the pages in which ids of these days and
/// the tallies stand.
const CACHE: i64 = -32_768;

/// How many rows of the ledger go in one statement.
const AT_ONCE: usize = 64;

static SEVERAL: LazyLock<String> = LazyLock::new(|| rows::actions_text(AT_ONCE));
static ONE: LazyLock<String> = LazyLock::new(|| rows::actions_text(1));

/// How many entries are worth a thread of their own for their hash and their sums.
const MANY: usize = 4_096;

/// A connection that writes to the ledger. Its calls block: use it on a thread that may wait.
#[derive(Debug)]
pub struct Pen(Connection);

impl Pen {
    /// Opens one beside the connections of SQLite's pool.
    ///
    /// # Errors
    /// When the file cannot be opened, or the database is another one.
    pub fn beside(db: &DatabaseConnection) -> Result<Self> {
        if db.get_database_backend() != DbBackend::Sqlite {
            return Err(StorageError::Db(DbErr::BackendNotSupported { db: "PostgreSQL", ctx: "the ledger's pen" }));
        }
        Self::open(db.get_sqlite_connection_pool().connect_options().get_filename())
    }

    fn open(file: &Path) -> Result<Self> {
        // not `create`: the pool has made and migrated it
        let connection =
            Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
        connection.busy_timeout(PATIENCE)?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "cache_size", CACHE)?;
        connection.set_prepared_statement_cache_capacity(PREPARED);
        Ok(Self(connection))
    }

    /// Begins a transaction that is going to write: nobody else does until it ends, so that what is looked up in it holds.
    /// It leaves nothing behind unless it is committed.
    ///
    /// # Errors
    /// When the file stays locked or cannot be written.
    pub fn begin(&mut self) -> Result<Writing<'_>> {
        Ok(Writing(self.0.transaction_with_behavior(TransactionBehavior::Immediate)?))
    }
}

/// A transaction of a [`Pen`].
#[derive(Debug)]
pub struct Writing<'pen>(Transaction<'pen>);

impl Writing<'_> {
    /// As [`crate::settings::content_version`].
    ///
    /// # Errors
    /// When the database refuses.
    pub fn content_version(&self) -> Result<i64> {
        let mut look = self.0.prepare_cached("SELECT version FROM content_version")?;
        Ok(look.query_row([], |row| row.get(0)).optional()?.unwrap_or(1))
    }

    /// Which of these keys stand in the ledger, each row with the moment of counting in milliseconds since 1970-01-01, UTC.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn look(&self, keys: impl IntoIterator<Item = (i16, Uuid)>) -> Result<Vec<(Model, i64)>> {
        let mut look = self.0.prepare_cached(LOOK)?;
        let mut moment = self.0.prepare_cached("SELECT recorded_at FROM chain WHERE writer = ? AND number = ?")?;
        let mut moments: BTreeMap<(i32, i32), i64> = BTreeMap::new();
        let mut found = Vec::new();
        for (campaign, id) in keys {
            let Some(row) = look.query_row((campaign, id.as_bytes()), model).optional()? else { continue };
            let link = (row.writer, row.number);
            let at = match moments.get(&link) {
                Some(at) => *at,
                None => moment.query_row(link, |row| row.get(0)).optional()?.unwrap_or_default(),
            };
            moments.insert(link, at);
            found.push((row, at));
        }
        Ok(found)
    }

    /// As [`super::append_after`].
    ///
    /// # Errors
    /// [`StorageError::Conflict`] when an id is there already in its campaign: let the transaction go, nothing was written.
    pub fn append(&self, head: &Head, recorded_at: i64, entries: &[Entry]) -> Result<Head> {
        if entries.is_empty() {
            return Ok(head.clone());
        }
        let entries = super::in_order(entries);
        let rest = || {
            let next = head.next(recorded_at, &entries);
            (rows::others(&next, recorded_at, &entries), next)
        };
        let (inserts, next) = if entries.len() < MANY {
            self.write(head, &entries)?;
            rest()
        } else {
            // hash and sums of so many take nearly as long as writing them: another core does that meanwhile
            thread::scope(|scope| {
                let rest = scope.spawn(rest);
                self.write(head, &entries)?;
                rest.join().map_err(|_| StorageError::Db(DbErr::Custom("the sums were not made".to_owned())))
            })?
        };
        for insert in inserts {
            let mut statement = self.0.prepare_cached(&insert.sqlite(1))?;
            for row in insert.cells.chunks_exact(insert.columns.len()) {
                execute(&mut statement, row)?;
            }
        }
        Ok(next)
    }

    /// The entries' own rows. Several in one statement are one way down the key's tree, as long as they follow on each other.
    fn write(&self, head: &Head, entries: &[&Entry]) -> Result<()> {
        let mut cells = Vec::with_capacity(AT_ONCE * rows::ACTION.len());
        for portion in entries.chunks(AT_ONCE) {
            cells.clear();
            cells.extend(portion.iter().flat_map(|entry| rows::action(head.writer, head.number + 1, entry)));
            let (at_once, text) = if portion.len() == AT_ONCE { (AT_ONCE, &*SEVERAL) } else { (1, &*ONE) };
            let mut statement = self.0.prepare_cached(text)?;
            for rows in cells.chunks_exact(at_once * rows::ACTION.len()) {
                execute(&mut statement, rows)?;
            }
        }
        Ok(())
    }

    /// All of it stands.
    ///
    /// # Errors
    /// When the disk refuses; then nothing of it stands.
    pub fn commit(self) -> Result<()> {
        Ok(self.0.commit()?)
    }
}

fn execute(statement: &mut rusqlite::Statement<'_>, cells: &[Cell]) -> rusqlite::Result<()> {
    for (place, cell) in cells.iter().enumerate() {
        statement.raw_bind_parameter(place + 1, cell)?;
    }
    statement.raw_execute().map(|_| ())
}

const LOOK: &str = "SELECT id, quantity, grp, occurred_on, writer, number, campaign, cases, kind, country, section, channel, \
     basis, entry FROM action WHERE campaign = ? AND id = ?";

fn model(row: &Row<'_>) -> rusqlite::Result<Model> {
    Ok(Model {
        id: Uuid::from_bytes(row.get(0)?),
        quantity: row.get(1)?,
        grp: row.get(2)?,
        occurred_on: row.get(3)?,
        writer: row.get(4)?,
        number: row.get(5)?,
        campaign: row.get(6)?,
        cases: row.get(7)?,
        kind: row.get(8)?,
        country: row.get(9)?,
        section: row.get(10)?,
        channel: row.get(11)?,
        basis: row.get(12)?,
        entry: row.get(13)?,
    })
}

impl ToSql for Cell {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Number(number) => (*number).into(),
            Self::Id(id) => ToSqlOutput::Borrowed(ValueRef::Blob(id.as_bytes())),
            Self::Hash(hash) => ToSqlOutput::Borrowed(ValueRef::Blob(hash)),
        })
    }
}

impl From<rusqlite::Error> for StorageError {
    fn from(error: rusqlite::Error) -> Self {
        const THERE: [i32; 2] = [rusqlite::ffi::SQLITE_CONSTRAINT_PRIMARYKEY, rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE];
        match error.sqlite_error() {
            Some(code) if THERE.contains(&code.extended_code) => Self::Conflict,
            _ => Self::Db(DbErr::Exec(RuntimeErr::Internal(error.to_string()))),
        }
    }
}
