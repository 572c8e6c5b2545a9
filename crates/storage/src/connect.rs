//! Opening a database.

use std::time::Duration;

use sea_orm::{
    AccessMode, ConnectOptions, Database, DatabaseConnection, DatabaseTransaction, DbBackend, IsolationLevel,
    SqliteTransactionMode, TransactionOptions, TransactionTrait,
    sqlx::{
        Connection as _,
        sqlite::{SqliteConnection, SqliteJournalMode, SqliteSynchronous},
    },
};

use crate::Result;

/// Connections that read or write at once. SQLite writes one after the other whatever the number.
const CONNECTIONS: u32 = 8;

/// How long a connection may have been idle before it is asked whether it still stands.
const IDLE: Duration = Duration::from_secs(5);

/// Opens `sqlite:…` (made if missing) or `postgres:…`.
///
/// SQLite runs in WAL with `synchronous=FULL`: NORMAL loses acknowledged rows at a power cut.
///
/// # Errors
/// When the database cannot be reached or opened.
pub async fn connect(url: &str) -> Result<DatabaseConnection> {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(CONNECTIONS)
        .connect_timeout(Duration::from_secs(10))
        // asking before every use would cost a round trip each time
        .test_before_acquire_if_idle_for(IDLE)
        // SQL text carries what people sent: it stays out of logs and traces
        .sqlx_logging(false)
        .map_sqlx_sqlite_before_acquire(|connection, _| Box::pin(std::future::ready(Ok(is_outside(connection)))))
        .map_sqlx_postgres_opts(|postgres| postgres.options([("synchronous_commit", "on")]))
        .map_sqlx_sqlite_opts(|sqlite| {
            sqlite
                .create_if_missing(true)
                .foreign_keys(true)
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .busy_timeout(Duration::from_secs(10))
        });
    Ok(Database::connect(options).await?)
}

/// Whether a connection may be used: it believes to be in no transaction.
///
/// When a full disk fails a commit, SQLite has rolled back by itself, the ROLLBACK that follows finds nothing, and sqlx goes
/// on counting a transaction that is not there. The next one would begin as a savepoint inside it, whose end commits nothing:
/// an action would be acknowledged and lost. Such a connection is closed.
fn is_outside(connection: &SqliteConnection) -> bool {
    !connection.is_in_transaction()
}

/// Begins a transaction that is going to write. On SQLite it takes the write lock at once: a transaction that reads
/// first and asks for the lock later would fail when another got in between.
///
/// # Errors
/// When the database is not there or stays locked.
pub async fn begin(db: &DatabaseConnection) -> Result<DatabaseTransaction> {
    let sqlite = db.get_database_backend() == DbBackend::Sqlite;
    let options = TransactionOptions {
        sqlite_transaction_mode: sqlite.then_some(SqliteTransactionMode::Immediate),
        ..TransactionOptions::default()
    };
    Ok(db.begin_with_options(options).await?)
}

/// Begins a transaction that only reads, and sees the database as it was at its first question. SQLite's transactions
/// always do; PostgreSQL is asked to.
///
/// # Errors
/// When the database is not there.
pub async fn begin_reading(db: &DatabaseConnection) -> Result<DatabaseTransaction> {
    let postgres = db.get_database_backend() == DbBackend::Postgres;
    let options = TransactionOptions {
        isolation_level: postgres.then_some(IsolationLevel::RepeatableRead),
        access_mode: postgres.then_some(AccessMode::ReadOnly),
        ..TransactionOptions::default()
    };
    Ok(db.begin_with_options(options).await?)
}
