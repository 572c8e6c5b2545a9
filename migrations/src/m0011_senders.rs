//! Where actions were sent from, as keyed hashes of one day, for a week: for limits and for finding what one sender sent.

use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// The key of a day's hashes. It is in no backup, and deleted the next day: nobody can make a hash of that day again.
const KEY: &str = "CREATE TABLE sender_key (day INTEGER NOT NULL PRIMARY KEY, secret {bytes} NOT NULL)";

/// The hash of where an entry of the ledger was sent from. `at` is in milliseconds since 1970-01-01, UTC.
const SENDER: &str = "CREATE TABLE sender (
    campaign SMALLINT NOT NULL,
    sender {bytes} NOT NULL,
    entry {uuid} NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (campaign, sender, entry)
) {without_rowid}";

const INDEXES: [&str; 2] = ["CREATE INDEX sender_entry ON sender (entry)", "CREATE INDEX sender_at ON sender (at)"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let sqlite = manager.get_database_backend() == DbBackend::Sqlite;
        let (uuid, bytes, without_rowid) =
            if sqlite { ("BLOB", "BLOB", "WITHOUT ROWID") } else { ("UUID", "BYTEA", "") };
        for sql in [KEY, SENDER].into_iter().chain(INDEXES) {
            let sql = sql.replace("{uuid}", uuid).replace("{bytes}", bytes).replace("{without_rowid}", without_rowid);
            manager.get_connection().execute_unprepared(&sql).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["sender", "sender_key"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}
