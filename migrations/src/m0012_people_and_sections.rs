//! How many people a report was by, whether it still counts, and sections' signed daily totals.

use sea_orm_migration::{prelude::*, schema};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in [schema::integer_null("people"), schema::boolean("counts").default(true).take()] {
            manager.alter_table(Table::alter().table("report").add_column(column).to_owned()).await?;
        }
        let replaced = "UPDATE report SET counts = FALSE WHERE id IN \
                        (SELECT replaces FROM report WHERE replaces IS NOT NULL)";
        manager.get_connection().execute_unprepared(replaced).await?;
        manager.create_table(section_key()).await?;
        manager.create_table(section_total()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["section_total", "section_key"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        for column in ["counts", "people"] {
            manager.alter_table(Table::alter().table("report").drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}

/// The public half of the key with which a section signs; the other half is only the section's.
fn section_key() -> TableCreateStatement {
    Table::create()
        .table("section_key")
        .col(schema::small_integer("section").primary_key())
        .col(schema::binary("public"))
        .col(schema::timestamp_with_time_zone("made_at"))
        .to_owned()
}

/// The report that a section's total of a day is, and when the section sent it, in milliseconds since 1970-01-01.
fn section_total() -> TableCreateStatement {
    Table::create()
        .table("section_total")
        .col(schema::small_integer("campaign"))
        .col(schema::small_integer("section"))
        .col(schema::integer("day"))
        .col(schema::uuid("report"))
        .col(schema::big_integer("sent_at"))
        .primary_key(Index::create().col("campaign").col("section").col("day"))
        .to_owned()
}
