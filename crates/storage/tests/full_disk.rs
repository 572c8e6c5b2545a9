//! A disk that is full, and is not any more.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "common/databases.rs"]
mod databases;

use databases::databases;
use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr, Statement};

/// Writes more than the file may grow by, in small steps, and commits: it fails at one of them.
async fn too_much(db: &DatabaseConnection) -> Result<(), DbErr> {
    let tx = storage::begin(db).await.map_err(|why| DbErr::Custom(why.to_string()))?;
    let pages: i64 = tx
        .query_one_raw(Statement::from_string(db.get_database_backend(), "PRAGMA page_count"))
        .await?
        .map_or(Ok(0), |row| row.try_get_by_index(0))?;
    // the connection's own limit stands for the disk's: SQLite fails in the same way
    tx.execute_unprepared(&format!("PRAGMA max_page_count = {}", pages + 4)).await?;
    for _ in 0..40 {
        tx.execute_unprepared("INSERT INTO kept (text) VALUES (hex(randomblob(2000)))").await?;
    }
    tx.commit().await
}

async fn keep(db: &DatabaseConnection, text: &str) -> Result<(), DbErr> {
    let tx = storage::begin(db).await.map_err(|why| DbErr::Custom(why.to_string()))?;
    tx.execute_unprepared(&format!("INSERT INTO kept (text) VALUES ('{text}')")).await?;
    tx.commit().await
}

#[tokio::test]
async fn after_a_full_disk_the_next_commit_is_a_commit() {
    let all = databases().await;
    let sqlite = all.iter().find(|one| one.name == "sqlite").unwrap();
    sqlite.db.execute_unprepared("CREATE TABLE kept (text TEXT)").await.unwrap();
    let elsewhere = storage::connect(&sqlite.url).await.unwrap();
    for round in 1..=12 {
        assert!(too_much(&sqlite.db).await.is_err(), "round {round}: the disk was not full");
        // a look that ends without a change, as when everything in a batch was counted before
        storage::begin(&sqlite.db).await.unwrap().rollback().await.unwrap();
        keep(&sqlite.db, &format!("round-{round}")).await.unwrap_or_else(|why| panic!("round {round}: {why}"));
        let count = Statement::from_string(
            elsewhere.get_database_backend(),
            format!("SELECT COUNT(*) FROM kept WHERE text = 'round-{round}'"),
        );
        let kept: i64 = elsewhere.query_one_raw(count).await.unwrap().unwrap().try_get_by_index(0).unwrap();
        assert_eq!(kept, 1, "round {round}: what was committed is seen by others");
    }
    let halves = "SELECT COUNT(*) FROM kept WHERE text NOT LIKE 'round-%'";
    let row = elsewhere.query_one_raw(Statement::from_string(elsewhere.get_database_backend(), halves)).await;
    let halves: i64 = row.unwrap().unwrap().try_get_by_index(0).unwrap();
    assert_eq!(halves, 0, "nothing half-done stands");
}
