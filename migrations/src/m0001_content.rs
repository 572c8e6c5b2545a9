//! Content: sources, targets, cases and campaigns as documents with the keys that are asked for; the audit trail; the
//! site's own settings.

use sea_orm_migration::{prelude::*, schema};

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLES: [&str; 6] = ["source", "target", "cases", "campaign", "setting", "audit"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(document("source", "id").to_owned()).await?;
        manager.create_table(document("target", "slug").col(edited()).to_owned()).await?;
        let cases = document("cases", "slug")
            .col(numbered())
            .col(schema::string("state"))
            .col(schema::timestamp_with_time_zone("state_since"))
            .col(edited())
            .to_owned();
        manager.create_table(cases).await?;
        let campaign =
            document("campaign", "slug").col(numbered()).col(schema::string("state")).col(edited()).to_owned();
        manager.create_table(campaign).await?;
        manager.create_table(document("setting", "name").to_owned()).await?;
        let audit = Table::create()
            .table("audit")
            .col(schema::uuid("id").primary_key())
            .col(schema::timestamp_with_time_zone("at"))
            .col(schema::string("actor"))
            .col(schema::string("deed"))
            .col(schema::string("subject"))
            .col(schema::json_binary("detail"))
            .to_owned();
        manager.create_table(audit).await?;
        let by_subject = Index::create().name("audit_subject_at").table("audit").col("subject").col("at").to_owned();
        manager.create_index(by_subject).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in TABLES.iter().rev() {
            manager.drop_table(Table::drop().table(*table).to_owned()).await?;
        }
        Ok(())
    }
}

/// A record kept whole, under its key.
fn document(table: &'static str, key: &'static str) -> TableCreateStatement {
    Table::create()
        .table(table)
        .col(schema::string(key).primary_key())
        .col(schema::json_binary("record"))
        .col(schema::timestamp_with_time_zone("updated_at"))
        .to_owned()
}

/// The small number that stands for the record in the ledger.
fn numbered() -> ColumnDef {
    schema::small_integer("number").unique_key().to_owned()
}

/// When staff last changed the record by hand: an import then refuses to overwrite it.
fn edited() -> ColumnDef {
    schema::timestamp_with_time_zone_null("edited_at")
}
