//! PostgreSQL's quick way into the ledger: a connection of the writer's own. Through a pool each question takes a
//! connection out and puts it back, which asks the server once more whether it is still well: a lone action waits longer
//! for that than for its own commit.

use sea_orm::{
    DatabaseConnection, DbBackend, DbErr, FromQueryResult as _, QueryResult, Value,
    sqlx::{self, AssertSqlSafe, Connection as _, PgConnection, postgres::PgRow},
};
use uuid::Uuid;

use super::{
    Entry, Head,
    statement::{IfNew, Insert, for_postgres, for_postgres_if_new},
};
use crate::{Result, StorageError, entity::action::Model};

/// A connection that writes to the ledger of a PostgreSQL database. After an error it is let go: a new one is opened.
#[derive(Debug)]
pub struct Wire(PgConnection);

/// What the ledger has: the version of the content ([`crate::settings::content_version`]) and rows, each with the moment of
/// counting in milliseconds since 1970-01-01, UTC.
pub type Found = (i64, Vec<(Model, i64)>);

impl Wire {
    /// Opens one with the options of PostgreSQL's pool.
    ///
    /// # Errors
    /// When the server does not answer, or the database is another one.
    pub async fn beside(db: &DatabaseConnection) -> Result<Self> {
        if db.get_database_backend() != DbBackend::Postgres {
            return Err(StorageError::Db(DbErr::BackendNotSupported { db: "SQLite", ctx: "the ledger's wire" }));
        }
        let options = db.get_postgres_connection_pool().connect_options();
        Ok(Self(PgConnection::connect_with(&options).await?))
    }

    /// Which of these ids stand in the ledger of one of these campaigns, all in one question.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn look(&mut self, campaigns: &[i16], ids: &[Uuid]) -> Result<Found> {
        let rows = match ids {
            [id] => sqlx::query(LOOK_FOR_ONE).bind(campaigns).bind(id).fetch_all(&mut self.0).await?,
            _ => sqlx::query(LOOK).bind(campaigns).bind(ids).fetch_all(&mut self.0).await?,
        };
        let (mut version, mut found) = (1, Vec::new());
        for row in rows {
            let (of_row, entry) = read(row)?;
            version = of_row;
            found.extend(entry);
        }
        Ok((version, found))
    }

    /// As [`super::append_after`]; its one statement is a transaction of its own.
    ///
    /// # Errors
    /// [`StorageError::Conflict`] when an id is there already in its campaign: nothing was written.
    pub async fn append(&mut self, head: &Head, recorded_at: i64, entries: &[Entry]) -> Result<Head> {
        if entries.is_empty() {
            return Ok(head.clone());
        }
        let (next, inserts) = super::inserts(head, recorded_at, entries);
        insert(&mut self.0, &inserts).await?;
        Ok(next)
    }

    /// The same for a lone action, looked up by the same statement; none where something stands against it, and nothing was
    /// written: look what it is.
    ///
    /// # Errors
    /// As [`Self::append`].
    pub async fn append_new(
        &mut self,
        head: &Head,
        recorded_at: i64,
        entry: &Entry,
        campaigns: &[i16],
        version: i64,
    ) -> Result<Option<Head>> {
        let (next, inserts) = super::inserts(head, recorded_at, std::slice::from_ref(entry));
        let (text, values) = for_postgres_if_new(&inserts, IfNew { id: entry.id, campaigns, version });
        let mut query = sqlx::query(AssertSqlSafe(text));
        for value in values {
            query = match value {
                Value::BigInt(number) => query.bind(number),
                Value::Uuid(id) => query.bind(id),
                Value::Bytes(bytes) => query.bind(bytes),
                Value::String(array) => query.bind(array),
                other => return Err(StorageError::Db(DbErr::Type(format!("{other:?} is no cell of the ledger")))),
            };
        }
        let links = query.execute(&mut self.0).await?.rows_affected();
        Ok((links > 0).then_some(next))
    }
}

/// Writes rows of several tables in one statement.
pub(super) async fn insert(connection: &mut PgConnection, inserts: &[Insert]) -> Result<()> {
    let (text, arrays) = for_postgres(inserts);
    let mut query = sqlx::query(AssertSqlSafe(text));
    for array in arrays {
        query = query.bind(array);
    }
    query.execute(connection).await?;
    Ok(())
}

fn read(row: PgRow) -> Result<(i64, Option<(Model, i64)>)> {
    let row = QueryResult::from(row);
    let version = row.try_get::<Option<i64>>("", "version")?.unwrap_or(1);
    let entry = match row.try_get::<Option<i64>>("", "recorded_at")? {
        Some(at) => Some((Model::from_query_result(&row, "")?, at)),
        None => None,
    };
    Ok((version, entry))
}

/// One row at least, for the version. `LIMIT` makes it a step down the key for each id, whatever the planner thinks of the
/// table's size.
const LOOK: &str = "SELECT (SELECT version FROM content_version) AS version, found.* FROM (VALUES (1)) AS one LEFT JOIN \
     (SELECT there.*, chain.recorded_at FROM unnest($1::int2[]) AS of_campaign, unnest($2::uuid[]) AS of_id, \
     LATERAL (SELECT * FROM action WHERE campaign = of_campaign AND id = of_id LIMIT 1) AS there \
     JOIN chain ON chain.writer = there.writer AND chain.number = there.number) AS found ON true";

/// For one id the planner needs to think only once.
const LOOK_FOR_ONE: &str = "SELECT (SELECT version FROM content_version) AS version, found.* FROM (VALUES (1)) AS one \
     LEFT JOIN (SELECT action.*, chain.recorded_at FROM action JOIN chain USING (writer, number) \
     WHERE campaign = ANY($1::int2[]) AND id = $2) AS found ON true";
