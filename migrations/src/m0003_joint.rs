//! What many sign together: open letters and statements, as documents.

use sea_orm_migration::{prelude::*, schema};

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLES: [&str; 2] = ["open_letter", "statement"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in TABLES {
            let document = Table::create()
                .table(table)
                .col(schema::string("slug").primary_key())
                .col(schema::json_binary("record"))
                .col(schema::timestamp_with_time_zone("updated_at"))
                .col(schema::timestamp_with_time_zone_null("edited_at"))
                .to_owned();
            manager.create_table(document).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in TABLES.iter().rev() {
            manager.drop_table(Table::drop().table(*table).to_owned()).await?;
        }
        Ok(())
    }
}
