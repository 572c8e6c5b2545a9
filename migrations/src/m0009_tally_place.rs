//! One more tally: by day, country and section, without case and group. Staff ask where actions came from in a span of days,
//! and the tally by day with everything in it is too large for that.

use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

const KEY: &str = "campaign, occurred_on, country, section, kind, channel, basis";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let without_rowid = if manager.get_database_backend() == DbBackend::Sqlite { "WITHOUT ROWID" } else { "" };
        let columns: String = KEY.split(", ").map(|column| format!("{column} INTEGER NOT NULL, ")).collect();
        let run = async |sql: String| manager.get_connection().execute_unprepared(&sql).await;
        run(format!(
            "CREATE TABLE tally_place ({columns}actions BIGINT NOT NULL, PRIMARY KEY ({KEY})) {without_rowid}"
        ))
        .await?;
        run(format!("INSERT INTO tally_place ({KEY}, actions) SELECT {KEY}, SUM(actions) FROM tally GROUP BY {KEY}"))
            .await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("tally_place").to_owned()).await
    }
}
