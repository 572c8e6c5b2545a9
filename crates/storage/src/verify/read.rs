//! Reading the ledger in the order of its chains, row by row, however many there are.

use std::pin::pin;

use futures_util::StreamExt as _;
use sea_orm::{
    ConnectionTrait as _, DatabaseConnection, DbBackend, Statement,
    sqlx::{self, ColumnIndex, Decode, Row, Type},
};
use uuid::Uuid;

use super::{
    Findings,
    chain::{Pass, Read},
};
use crate::{Result, StorageError, entity::action, ledger};

/// Every link with its rows, and once without any where it has none.
const ROWS: &str = "SELECT c.writer, c.number, c.recorded_at, c.entries, c.hash, a.id, a.quantity, a.grp, a.occurred_on, \
     a.campaign, a.cases, a.kind, a.country, a.section, a.channel, a.basis, a.entry, o.origin, o.reason \
     FROM chain c LEFT JOIN action a ON a.writer = c.writer AND a.number = c.number \
     LEFT JOIN action_origin o ON o.campaign = a.campaign AND o.id = a.id \
     ORDER BY c.writer, c.number, a.campaign, a.id";

/// Rows that no link of a chain knows.
const STRAYS: &str = "SELECT COUNT(*) AS n FROM action a WHERE NOT EXISTS \
     (SELECT 1 FROM chain c WHERE c.writer = a.writer AND c.number = a.number)";

/// Shows the pass every row in order.
pub(super) async fn each_row(db: &DatabaseConnection, pass: &mut Pass) -> Result<()> {
    if db.get_database_backend() == DbBackend::Sqlite {
        let mut rows = pin!(sqlx::query(ROWS).fetch(db.get_sqlite_connection_pool()));
        while let Some(row) = rows.next().await {
            pass.see(row.and_then(|row| read(&row)).map_err(refused)?);
        }
    } else {
        let mut rows = pin!(sqlx::query(ROWS).fetch(db.get_postgres_connection_pool()));
        while let Some(row) = rows.next().await {
            pass.see(row.and_then(|row| read(&row)).map_err(refused)?);
        }
    }
    Ok(())
}

fn refused(error: sqlx::Error) -> StorageError {
    StorageError::Db(sea_orm::DbErr::Query(sea_orm::RuntimeErr::SqlxError(error.into())))
}

fn read<'r, R: Row>(row: &'r R) -> std::result::Result<Read, sqlx::Error>
where
    &'static str: ColumnIndex<R>,
    i16: Decode<'r, R::Database> + Type<R::Database>,
    i32: Decode<'r, R::Database> + Type<R::Database>,
    i64: Decode<'r, R::Database> + Type<R::Database>,
    Uuid: Decode<'r, R::Database> + Type<R::Database>,
    Vec<u8>: Decode<'r, R::Database> + Type<R::Database>,
{
    let (writer, number) = (row.try_get("writer")?, row.try_get("number")?);
    let id: Option<Uuid> = row.try_get("id")?;
    let entry = match id {
        None => None,
        Some(id) => Some(action::Model {
            id,
            quantity: row.try_get("quantity")?,
            grp: row.try_get("grp")?,
            occurred_on: row.try_get("occurred_on")?,
            writer,
            number,
            campaign: row.try_get("campaign")?,
            cases: row.try_get("cases")?,
            kind: row.try_get("kind")?,
            country: row.try_get("country")?,
            section: row.try_get("section")?,
            channel: row.try_get("channel")?,
            basis: row.try_get("basis")?,
            entry: row.try_get("entry")?,
        }),
    };
    let origin: Option<Uuid> = row.try_get("origin")?;
    let reason: Option<i16> = row.try_get("reason")?;
    let origin = origin.map(|id| ledger::Origin { id, reason: reason.and_then(domain::ledger::Reason::from_number) });
    let hash: Option<Vec<u8>> = row.try_get("hash")?;
    Ok(Read {
        link: (writer, number),
        recorded_at: row.try_get("recorded_at")?,
        entries: row.try_get("entries")?,
        hash: hash.and_then(|hash| hash.try_into().ok()),
        row: entry.map(|row| (row, origin)),
    })
}

/// What stands in the ledger beside every chain.
pub(super) async fn strays(db: &DatabaseConnection) -> Result<Findings> {
    let mut findings = Findings::default();
    let row = db.query_one_raw(Statement::from_string(db.get_database_backend(), STRAYS)).await?;
    let n: i64 = row.map(|row| row.try_get("", "n")).transpose()?.unwrap_or(0);
    if n > 0 {
        findings.add(format!("{n} rows of the ledger belong to no link of a chain"));
    }
    Ok(findings)
}
