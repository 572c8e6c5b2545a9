//! Groups, their packs and reports, and why entries of the ledger were taken back. Nothing here is about a person.

use sea_orm_migration::{prelude::*, schema};

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLES: [&str; 5] = ["grp", "pack", "report", "report_line", "correction"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [grp(), pack(), report(), report_line(), correction()] {
            manager.create_table(table).await?;
        }
        for (table, name, columns, unique) in [
            // one group of a name in a country
            ("grp", "grp_name", &["name_key", "country"][..], true),
            ("pack", "pack_grp", &["grp"], false),
            // a report is replaced once; those of a group are read newest first
            ("report", "report_replaces", &["replaces"], true),
            ("report", "report_grp", &["campaign", "grp", "section"], false),
            ("report", "report_pack", &["pack"], false),
            ("report_line", "report_line_entry", &["entry"], true),
            // an entry is taken back once; its taking back may be taken back in turn
            ("correction", "correction_corrects", &["campaign", "corrects"], true),
            ("correction", "correction_batch", &["batch"], false),
        ] {
            let mut index = Index::create().name(name).table(table).to_owned();
            for column in columns {
                index.col(*column);
            }
            if unique {
                index.unique();
            }
            manager.create_index(index).await?;
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

/// `number` stands for the group in the ledger. `name_key` is the name by which it is found again.
fn grp() -> TableCreateStatement {
    Table::create()
        .table("grp")
        .col(schema::integer("number").primary_key())
        .col(schema::string_uniq("slug"))
        .col(schema::string("name"))
        .col(schema::string("name_key"))
        .col(schema::string("country"))
        .col(schema::string("kind"))
        .col(schema::boolean("public"))
        .col(schema::timestamp_with_time_zone("created_at"))
        .to_owned()
}

/// `grp` is 0 until a group is known.
fn pack() -> TableCreateStatement {
    Table::create()
        .table("pack")
        .col(schema::string("code").primary_key())
        .col(schema::json_binary("spec"))
        .col(schema::small_integer("campaign"))
        .col(schema::integer("grp"))
        .col(schema::timestamp_with_time_zone("created_at"))
        .to_owned()
}

/// `record` is the report as it came; `grp` is 0 where a section reports, `pack` the code of the pack it came from. A
/// replaced report stays.
fn report() -> TableCreateStatement {
    Table::create()
        .table("report")
        .col(schema::uuid("id").primary_key())
        .col(schema::small_integer("campaign"))
        .col(schema::integer("grp"))
        .col(schema::small_integer("section"))
        .col(schema::uuid_null("replaces"))
        .col(schema::string_null("pack"))
        .col(schema::json_binary("record"))
        .col(schema::big_integer("actions"))
        .col(schema::string("actor"))
        .col(schema::timestamp_with_time_zone("recorded_at"))
        .to_owned()
}

/// `entry` is the line's row in the ledger.
fn report_line() -> TableCreateStatement {
    Table::create()
        .table("report_line")
        .col(schema::uuid("report"))
        .col(schema::integer("line"))
        .col(schema::small_integer("cases"))
        .col(schema::small_integer("kind"))
        .col(schema::integer("quantity"))
        .col(schema::string_null("language"))
        .col(schema::uuid("entry"))
        .primary_key(Index::create().col("report").col("line"))
        .to_owned()
}

/// Why the ledger's row `entry` takes back the row `corrects`. What was corrected together has one `batch`.
fn correction() -> TableCreateStatement {
    Table::create()
        .table("correction")
        .col(schema::small_integer("campaign"))
        .col(schema::uuid("entry"))
        .col(schema::uuid("corrects"))
        .col(schema::uuid("batch"))
        .col(schema::string("reason"))
        .col(schema::string("actor"))
        .col(schema::timestamp_with_time_zone("at"))
        .primary_key(Index::create().col("campaign").col("entry"))
        .to_owned()
}
