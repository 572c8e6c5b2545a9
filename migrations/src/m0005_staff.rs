//! Staff: their accounts, the links that let them set a password, their sessions, and tries to sign in.
//!
//! Links and sessions are opaque random tokens; only a hash of each is kept, so that a copy of the database opens nothing.

use sea_orm_migration::{prelude::*, schema};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(account()).await?;
        manager.create_table(token("invitation").to_owned()).await?;
        manager.create_table(token("session").col(schema::timestamp_with_time_zone("used_at")).to_owned()).await?;
        for table in ["invitation", "session"] {
            let by_account = Index::create().name(format!("{table}_account")).table(table).col("account").to_owned();
            manager.create_index(by_account).await?;
        }
        manager.create_table(sign_in_try()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["sign_in_try", "session", "invitation", "account"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn account() -> TableCreateStatement {
    Table::create()
        .table("account")
        .col(schema::uuid("id").primary_key())
        .col(schema::string("login").unique_key())
        .col(schema::string("name"))
        .col(schema::string("section"))
        .col(schema::string("role"))
        .col(schema::string("state"))
        .col(schema::string_null("password"))
        .col(schema::timestamp_with_time_zone("created_at"))
        .col(schema::timestamp_with_time_zone_null("disabled_at"))
        .to_owned()
}

/// A table of hashed tokens that belong to an account and end.
fn token(table: &'static str) -> TableCreateStatement {
    Table::create()
        .table(table)
        .col(schema::binary("token").primary_key())
        .col(schema::uuid("account"))
        .col(schema::timestamp_with_time_zone("created_at"))
        .col(schema::timestamp_with_time_zone("expires_at"))
        .foreign_key(
            ForeignKey::create().from(table, "account").to("account", "id").on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

/// Wrong passwords by a hash of the login that was typed, whether or not there is such an account.
fn sign_in_try() -> TableCreateStatement {
    Table::create()
        .table("sign_in_try")
        .col(schema::binary("login").primary_key())
        .col(schema::integer("tries"))
        .col(schema::timestamp_with_time_zone("last_at"))
        .to_owned()
}
