//! What is kept in memory for counting also holds groups: a change of one is a change of content.

use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

const DEEDS: [&str; 3] = ["INSERT", "UPDATE", "DELETE"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        if manager.get_database_backend() != DbBackend::Sqlite {
            return run(
                manager,
                "CREATE TRIGGER grp_changed AFTER INSERT OR UPDATE OR DELETE ON grp \
                 FOR EACH STATEMENT EXECUTE FUNCTION content_changed()",
            )
            .await;
        }
        for deed in DEEDS {
            let trigger = format!(
                "CREATE TRIGGER grp_{deed} AFTER {deed} ON grp BEGIN UPDATE content_version SET version = version + 1; END"
            );
            run(manager, &trigger).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        if manager.get_database_backend() != DbBackend::Sqlite {
            return run(manager, "DROP TRIGGER grp_changed ON grp").await;
        }
        for deed in DEEDS {
            run(manager, &format!("DROP TRIGGER grp_{deed}")).await?;
        }
        Ok(())
    }
}

async fn run(manager: &SchemaManager<'_>, sql: &str) -> Result<(), DbErr> {
    manager.get_connection().execute_unprepared(sql).await.map(|_| ())
}
