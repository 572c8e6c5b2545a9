//! The ledger of actions and its tallies.
//!
//! Written out in SQL because the shape on the disk matters: SQLite keeps the ledger without a rowid, and days and
//! moments are integers (51 bytes a row where a rowid and text dates take 79).

use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// One entry an action. `campaign` and `cases` are the records' numbers, `country` the two letters of its code as a
/// number, `occurred_on` days since 1970-01-01, `recorded_at` milliseconds since then, UTC. `section` and `grp` are 0
/// for the centre and for none.
const LEDGER: &str = "CREATE TABLE action (
    campaign SMALLINT NOT NULL,
    id {uuid} NOT NULL,
    cases SMALLINT NOT NULL,
    kind SMALLINT NOT NULL,
    quantity INTEGER NOT NULL,
    country SMALLINT NOT NULL,
    section SMALLINT NOT NULL,
    grp INTEGER NOT NULL,
    occurred_on INTEGER NOT NULL,
    recorded_at BIGINT NOT NULL,
    channel SMALLINT NOT NULL,
    basis SMALLINT NOT NULL,
    PRIMARY KEY (campaign, id)
) {without_rowid}";

/// The grains of the tallies. All are written with the ledger row, in one transaction; a question reads the smallest
/// that answers it.
const GRAINS: [(&str, &[&str]); 4] = [
    ("tally", &["grp", "occurred_on"]),
    ("tally_total", &[]),
    ("tally_day", &["occurred_on"]),
    ("tally_group", &["grp"]),
];

const KEY: [&str; 7] = ["campaign", "cases", "kind", "country", "section", "channel", "basis"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let sqlite = manager.get_database_backend() == DbBackend::Sqlite;
        let (uuid, without_rowid) = if sqlite { ("BLOB", "WITHOUT ROWID") } else { ("UUID", "") };
        let run = async |sql: String| manager.get_connection().execute_unprepared(&sql).await;
        run(LEDGER.replace("{uuid}", uuid).replace("{without_rowid}", without_rowid)).await?;
        for (table, extra) in GRAINS {
            run(grain(table, extra, without_rowid)).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, _) in GRAINS {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        manager.drop_table(Table::drop().table("action").to_owned()).await
    }
}

fn grain(table: &str, extra: &[&str], without_rowid: &str) -> String {
    let key: Vec<&str> = KEY.iter().chain(extra).copied().collect();
    let columns: String = key.iter().map(|column| format!("{column} INTEGER NOT NULL, ")).collect();
    format!("CREATE TABLE {table} ({columns}actions BIGINT NOT NULL, PRIMARY KEY ({})) {without_rowid}", key.join(", "))
}
