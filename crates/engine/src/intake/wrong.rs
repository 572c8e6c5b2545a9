//! Three designs that lose or double what was acknowledged, to show that the checker of the fault suite finds them
//! (`scripts/faults --wrong`). No release build has them; in a debug build `PILLARBOX_WRONG` says which. On SQLite only.

use std::time::Duration;

use sea_orm::ConnectionTrait as _;

use super::{
    Content,
    batch::{Batch, Earlier},
    writer::Writer,
};
use crate::{EngineError, receipts::millis};

/// How long each leaves the door open: so much longer than it is shut that a kill at any moment most likely finds it.
const OPEN: Duration = Duration::from_millis(200);

/// A wrong design.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wrong {
    /// Answers before the commit.
    EarlyAnswer,
    /// Rows in one transaction, tallies in the next.
    TwoTransactions,
    /// No unique key and no look at what is there.
    NoUniqueKey,
}

impl Wrong {
    /// The one that the environment names.
    pub fn of_environment() -> Option<Self> {
        match std::env::var("PILLARBOX_WRONG").as_deref() {
            Ok("early-answer") => Some(Self::EarlyAnswer),
            Ok("two-transactions") => Some(Self::TwoTransactions),
            Ok("no-unique-key") => Some(Self::NoUniqueKey),
            _ => None,
        }
    }
}

impl Writer {
    /// Writes a batch the wrong way.
    pub(super) async fn write_wrongly(&mut self, wrong: Wrong, mut batch: Batch) {
        let head = match self.head().await {
            Ok(head) => head,
            Err(_) => return batch.refuse(|| EngineError::Unavailable),
        };
        let written = match wrong {
            Wrong::EarlyAnswer => return self.answer_early(head, batch).await,
            Wrong::TwoTransactions => self.in_two(head, &mut batch).await,
            Wrong::NoUniqueKey => self.without_key(head, &mut batch).await,
        };
        if written.is_ok() { batch.answer() } else { batch.refuse(|| EngineError::Unavailable) }
    }

    async fn answer_early(&mut self, head: storage::ledger::Head, mut batch: Batch) {
        let at = millis(self.clock.now());
        if self.judge(&mut batch).await.is_err() {
            return batch.refuse(|| EngineError::Unavailable);
        }
        let entries = batch.entries().to_vec();
        batch.written(at);
        batch.answer();
        tokio::time::sleep(OPEN).await;
        let Ok(tx) = storage::begin(&self.db).await else { return };
        if storage::ledger::append_after(&tx, &head, at, &entries).await.is_ok() {
            let _ = tx.commit().await;
        }
        self.head = None;
    }

    async fn in_two(&mut self, head: storage::ledger::Head, batch: &mut Batch) -> Result<(), EngineError> {
        let at = millis(self.clock.now());
        self.judge(batch).await?;
        self.head = None;
        let (_, statements) = storage::ledger::link(sea_orm::DbBackend::Sqlite, &head, at, batch.entries());
        let (tallies, rows): (Vec<_>, Vec<_>) =
            statements.into_iter().partition(|statement| statement.sql.starts_with("INSERT INTO tally"));
        in_one(&self.db, rows).await?;
        tokio::time::sleep(OPEN).await;
        in_one(&self.db, tallies).await?;
        batch.written(at);
        Ok(())
    }

    async fn without_key(&mut self, head: storage::ledger::Head, batch: &mut Batch) -> Result<(), EngineError> {
        let at = millis(self.clock.now());
        if head.number == 0 {
            let tx = storage::begin(&self.db).await?;
            for sql in [
                "CREATE TABLE loose AS SELECT * FROM action",
                "DROP TABLE action",
                "ALTER TABLE loose RENAME TO action",
            ] {
                tx.execute_unprepared(sql).await?;
            }
            tx.commit().await?;
        }
        self.judge(batch).await?;
        self.head = None;
        let tx = storage::begin(&self.db).await?;
        storage::ledger::append_after(&tx, &head, at, batch.entries()).await?;
        tx.commit().await?;
        batch.written(at);
        Ok(())
    }

    async fn judge(&mut self, batch: &mut Batch) -> Result<(), EngineError> {
        self.content = Content::current(&self.db, &self.content).await?;
        let there = match Wrong::of_environment() {
            Some(Wrong::NoUniqueKey) => Earlier::default(),
            _ => earlier(&self.db, batch.asked(&self.content)).await?,
        };
        batch.judge(&there, &self.content, self.clock.now());
        Ok(())
    }
}

/// Looks them up through the pool.
///
/// # Errors
/// When the database refuses.
async fn earlier(
    db: &sea_orm::DatabaseConnection,
    asked: Vec<(Vec<i16>, Vec<uuid::Uuid>)>,
) -> Result<Earlier, EngineError> {
    let mut rows = Vec::new();
    for (campaigns, ids) in asked {
        rows.extend(storage::actions::by_ids(db, &campaigns, &ids).await?);
    }
    let links: Vec<(i32, i32)> = rows.iter().map(|row| (row.writer, row.number)).collect();
    let moments = storage::ledger::recorded_at(db, links).await?;
    let moment =
        |row: &storage::entity::action::Model| moments.get(&(row.writer, row.number)).copied().unwrap_or_default();
    Ok(rows.into_iter().map(|row| (row.id, (moment(&row), row))).map(|(id, (at, row))| (id, (row, at))).collect())
}

async fn in_one(db: &sea_orm::DatabaseConnection, statements: Vec<sea_orm::Statement>) -> Result<(), EngineError> {
    let tx = storage::begin(db).await?;
    for statement in statements {
        tx.execute_raw(statement).await?;
    }
    Ok(tx.commit().await?)
}
