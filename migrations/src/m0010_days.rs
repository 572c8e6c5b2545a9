//! The tally by day is read a day at a time, by who keeps days in memory: its key begins with the day, and each day of a
//! campaign has a number that grows with every change, so that what is kept is known to be true or not. The tally by day,
//! country and section (m0009) is not asked any more.

use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

const DAY: &str = "campaign, occurred_on, country, cases, kind, section, channel, basis";
const DAY_BEFORE: &str = "campaign, country, occurred_on, cases, kind, section, channel, basis";
const PLACE: &str = "campaign, occurred_on, country, section, kind, channel, basis";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, "DROP TABLE tally_place").await?;
        rekey(manager, DAY).await?;
        table(manager, "tally_change", "campaign, occurred_on", "changes").await?;
        run(
            manager,
            "INSERT INTO tally_change (campaign, occurred_on, changes) \
             SELECT campaign, occurred_on, 1 FROM tally_date GROUP BY campaign, occurred_on",
        )
        .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, "DROP TABLE tally_change").await?;
        rekey(manager, DAY_BEFORE).await?;
        table(manager, "tally_place", PLACE, "actions").await?;
        run(
            manager,
            &format!(
                "INSERT INTO tally_place ({PLACE}, actions) SELECT {PLACE}, SUM(actions) FROM tally GROUP BY {PLACE}"
            ),
        )
        .await
    }
}

/// The same rows under a key in another order.
async fn rekey(manager: &SchemaManager<'_>, key: &str) -> Result<(), DbErr> {
    run(manager, "ALTER TABLE tally_day RENAME TO tally_day_before").await?;
    table(manager, "tally_day", key, "actions").await?;
    let columns = format!("{key}, actions");
    run(manager, &format!("INSERT INTO tally_day ({columns}) SELECT {columns} FROM tally_day_before ORDER BY {key}"))
        .await?;
    run(manager, "DROP TABLE tally_day_before").await
}

async fn table(manager: &SchemaManager<'_>, name: &str, key: &str, adds: &str) -> Result<(), DbErr> {
    let without_rowid = if manager.get_database_backend() == DbBackend::Sqlite { "WITHOUT ROWID" } else { "" };
    let columns: String = key.split(", ").map(|column| format!("{column} INTEGER NOT NULL, ")).collect();
    run(manager, &format!("CREATE TABLE {name} ({columns}{adds} BIGINT NOT NULL, PRIMARY KEY ({key})) {without_rowid}"))
        .await
}

async fn run(manager: &SchemaManager<'_>, sql: &str) -> Result<(), DbErr> {
    manager.get_connection().execute_unprepared(sql).await.map(|_| ())
}
