//! Opening the database and bringing it to this version's schema.

use std::{fs::File, path::Path, sync::Arc};

use anyhow::{Context as _, Result, bail};
use engine::{Engine, System};
use migrations::Migrator;
use sea_orm::{ConnectionTrait as _, DatabaseConnection, DbBackend, TransactionTrait as _};
use sea_orm_migration::MigratorTrait as _;

use crate::config::Config;

/// The number under which servers that start at once agree who migrates. Any fixed number does.
const MIGRATING: i64 = 0x70_69_6c_6c_61_72;

/// Opens the database, making folder and file of an SQLite one if they are missing.
///
/// # Errors
/// When it cannot be reached or opened.
pub async fn open(config: &Config) -> Result<DatabaseConnection> {
    if let Some(folder) = config.sqlite_file().as_deref().and_then(Path::parent) {
        std::fs::create_dir_all(folder).with_context(|| format!("the folder {} cannot be made", folder.display()))?;
    }
    storage::connect(&config.database_url())
        .await
        .context("the database cannot be opened: check database_url in `pillarbox config`")
}

/// Applies what is missing. Of several that start at once, one does and the others wait for it.
///
/// # Errors
/// When the database refuses.
pub async fn migrate(config: &Config, db: &DatabaseConnection) -> Result<()> {
    match config.sqlite_file() {
        Some(file) => {
            // SQLite would refuse the second one instead of letting it wait
            let turn = tokio::task::spawn_blocking(move || wait_for_turn(&file)).await??;
            Migrator::up(db, None).await?;
            storage::ledger::seal(db).await?;
            turn.unlock()?;
        }
        None => {
            let turn = db.begin().await?;
            if db.get_database_backend() == DbBackend::Postgres {
                turn.execute_unprepared(&format!("SELECT pg_advisory_xact_lock({MIGRATING})")).await?;
            }
            Migrator::up(db, None).await?;
            storage::ledger::seal(db).await?;
            turn.commit().await?;
        }
    }
    Ok(())
}

/// Locks a file beside the database. The lock goes with the process, however it ends.
fn wait_for_turn(database: &Path) -> Result<File> {
    let path = database.with_extension("migrating");
    let file = File::create(&path).with_context(|| format!("{} cannot be made", path.display()))?;
    file.lock()?;
    Ok(file)
}

/// Opens a database that is expected to be there with its tables.
///
/// # Errors
/// When it is not, saying which command makes it.
pub async fn engine(config: &Config) -> Result<Engine> {
    if let Some(file) = config.sqlite_file().filter(|file| !file.exists()) {
        bail!("there is no database at {} yet: run `pillarbox migrate`, then `pillarbox import DIR`", file.display());
    }
    let db = open(config).await?;
    let pending = Migrator::get_pending_migrations_read_only(&db).await.map_or(1, |pending| pending.len());
    if pending > 0 {
        bail!("the database is not at this version's schema: run `pillarbox migrate`");
    }
    assemble(config, db).await
}

/// The engine on an open database, with the machine's clock and randomness.
///
/// # Errors
/// When the replica for reading cannot be reached.
pub async fn assemble(config: &Config, db: DatabaseConnection) -> Result<Engine> {
    let engine = Engine::new(db, Arc::new(System), Arc::new(System));
    let engine = engine.with_fonts_from(config.fonts_dir()).with_limits(&config.limits);
    match &config.read_database_url {
        None => Ok(engine),
        Some(url) => {
            let replica =
                storage::connect(url).await.context("the replica cannot be opened: check read_database_url")?;
            Ok(engine.reading_from(replica))
        }
    }
}
