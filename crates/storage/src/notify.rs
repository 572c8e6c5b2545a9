//! Servers on one PostgreSQL tell each other that something was counted. On SQLite there is one server.

use std::future::pending;

use sea_orm::{ConnectionTrait as _, DatabaseConnection, DbBackend, sqlx::postgres::PgListener};

use crate::Result;

const CHANNEL: &str = "pillarbox_counted";

/// Says that something was counted. Who hears it reads the tallies: nothing else is said.
///
/// # Errors
/// When the database refuses.
pub async fn counted(db: &DatabaseConnection) -> Result<()> {
    if db.get_database_backend() == DbBackend::Postgres {
        db.execute_unprepared(&format!("NOTIFY {CHANNEL}")).await?;
    }
    Ok(())
}

/// Calls `heard` whenever a server says so, and once at the beginning. Ends when the connection cannot be had: wait a
/// little and listen again.
pub async fn listen(db: &DatabaseConnection, heard: impl Fn()) {
    if db.get_database_backend() != DbBackend::Postgres {
        return pending().await;
    }
    if let Ok(mut listener) = PgListener::connect_with(db.get_postgres_connection_pool()).await
        && listener.listen(CHANNEL).await.is_ok()
    {
        heard();
        // no word: the connection was lost and is there again, and something may have been said meanwhile
        while listener.try_recv().await.is_ok() {
            heard();
        }
    }
}
