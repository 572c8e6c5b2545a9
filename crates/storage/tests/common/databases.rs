//! Fresh, migrated databases for tests: SQLite always, PostgreSQL where `PILLARBOX_TEST_POSTGRES` names a server.

use std::path::PathBuf;

use migrations::Migrator;
use sea_orm::{ConnectionTrait, DatabaseConnection};
use sea_orm_migration::MigratorTrait;

/// A database of a test's own. SQLite's file goes with it; PostgreSQL's goes with the temporary cluster.
pub struct TestDatabase {
    pub name: &'static str,
    #[allow(dead_code, reason = "read by the tests that open it a second time")]
    pub url: String,
    pub db: DatabaseConnection,
    #[allow(dead_code, reason = "kept so that the folder lives as long as the database")]
    pub folder: Option<tempfile::TempDir>,
}

/// The databases that a contract test runs on, migrated.
pub async fn databases() -> Vec<TestDatabase> {
    let all = empty_databases().await;
    for each in &all {
        Migrator::up(&each.db, None).await.unwrap();
    }
    all
}

/// The same without any table.
pub async fn empty_databases() -> Vec<TestDatabase> {
    let folder = tempfile::tempdir().unwrap();
    let file: PathBuf = folder.path().join("test.db");
    let url = format!("sqlite:{}", file.display());
    let db = storage::connect(&url).await.unwrap();
    let mut all = vec![TestDatabase { name: "sqlite", url, db, folder: Some(folder) }];
    if let Ok(server) = std::env::var("PILLARBOX_TEST_POSTGRES") {
        let name = format!("test_{}", unique());
        let root = storage::connect(&server).await.unwrap();
        root.execute_unprepared(&format!("CREATE DATABASE {name}")).await.unwrap();
        root.close().await.unwrap();
        let (address, _) = server.rsplit_once('/').unwrap();
        let url = format!("{address}/{name}");
        let db = storage::connect(&url).await.unwrap();
        all.push(TestDatabase { name: "postgres", url, db, folder: None });
    }
    all
}

/// Tests run in many processes at once: process and a temporary file's random name together make the name of a database that no other test has.
fn unique() -> String {
    let file = tempfile::NamedTempFile::new().unwrap();
    let random: String = file.path().to_string_lossy().chars().filter(char::is_ascii_alphanumeric).collect();
    format!("{}_{}", std::process::id(), random.to_lowercase())
}
