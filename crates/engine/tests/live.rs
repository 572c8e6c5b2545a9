//! Totals that grow while people look at them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use std::time::Duration;

use common::{House, houses, letter_for_rita};
use domain::Slug;
use engine::{Actor, Engine, EngineError};
use sea_orm::{ConnectionTrait as _, DbBackend, Statement};

fn campaign() -> Slug {
    "open-cases".parse().unwrap()
}

async fn soon<T>(future: impl Future<Output = T>) -> T {
    tokio::time::timeout(Duration::from_secs(20), future).await.expect("within a while")
}

/// Sooner than by the slow look, which comes five seconds after the last word.
async fn told<T>(future: impl Future<Output = T>) -> T {
    tokio::time::timeout(Duration::from_secs(4), future).await.expect("told, not found out")
}

#[tokio::test]
async fn totals_are_shared_until_something_is_counted_or_a_case_changes() {
    for house in houses().await {
        let first = house.engine.shared_totals(&campaign()).await.unwrap();
        let again = house.engine.shared_totals(&campaign()).await.unwrap();
        assert!(std::sync::Arc::ptr_eq(&first, &again), "{}", house.name);
        house.engine.record_action(&letter_for_rita(1)).await.unwrap();
        let after = house.engine.shared_totals(&campaign()).await.unwrap();
        assert_eq!((after.actions, after.by_case.len()), (1, 1), "{}: what was counted is there at once", house.name);

        let mut bundle = common::demonstration();
        let rita = bundle.cases.iter_mut().find(|case| case.slug.as_str() == "rita-karasartova").unwrap();
        rita.state = domain::state::CaseState::Withdrawn;
        house.engine.import(&Actor::CommandLine, &bundle, false).await.unwrap();
        let withdrawn = house.engine.shared_totals(&campaign()).await.unwrap();
        assert_eq!((withdrawn.actions, withdrawn.by_case.len()), (1, 0), "{}: named nowhere, at once", house.name);
        let unknown = house.engine.shared_totals(&"nothing".parse().unwrap()).await;
        assert!(matches!(unknown, Err(EngineError::NotFound)));
    }
}

/// An engine of its own on the same database.
async fn second(house: &House) -> Engine {
    Engine::new(storage::connect(&house.database.url).await.unwrap(), house.clock.clone(), house.clock.clone())
}

const LISTENING: &str = "FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'";

async fn cut(house: &House) {
    let cut = format!("SELECT pg_terminate_backend(pid) {LISTENING}");
    house.database.db.execute_unprepared(&cut).await.unwrap();
}

async fn listeners(house: &House) -> i64 {
    let count = Statement::from_string(DbBackend::Postgres, format!("SELECT COUNT(*) AS n {LISTENING}"));
    house.database.db.query_one_raw(count).await.unwrap().unwrap().try_get("", "n").unwrap()
}

#[tokio::test]
async fn a_watcher_is_told_what_this_and_another_server_counted_and_when_it_stops() {
    for house in houses().await {
        // a second server on the same database
        let other = second(&house).await;
        let telling = house.engine.clone();
        tokio::spawn(async move { telling.tell_watchers().await });
        let others_telling = other.clone();
        tokio::spawn(async move { others_telling.tell_watchers().await });

        let mut watcher = house.engine.watch_totals(&campaign()).await.unwrap();
        assert_eq!(soon(watcher.next()).await.unwrap().actions, 0);
        house.engine.record_action(&letter_for_rita(1)).await.unwrap();
        assert_eq!(soon(watcher.next()).await.unwrap().actions, 1, "{}", house.name);
        other.record_action(&letter_for_rita(2)).await.unwrap();
        assert_eq!(soon(watcher.next()).await.unwrap().actions, 2, "{}", house.name);
        if house.database.url.starts_with("postgres") {
            other.record_action(&letter_for_rita(3)).await.unwrap();
            assert_eq!(told(watcher.next()).await.unwrap().actions, 3, "by another server");
            // a command counts and ends
            let command = second(&house).await;
            let letter = command.rules().await.unwrap().check(&letter_for_rita(4)).unwrap();
            let mut import = command.begin_import(&Actor::CommandLine, 1).await.unwrap();
            import.count(vec![letter]).await.unwrap();
            assert_eq!(told(watcher.next()).await.unwrap().actions, 4, "by a command");
            // what listens loses its connection, and listens again
            cut(&house).await;
            soon(async {
                while listeners(&house).await < 2 {
                    tokio::time::sleep(Duration::from_millis(100)).await;
                }
            })
            .await;
            other.record_action(&letter_for_rita(5)).await.unwrap();
            while soon(watcher.next()).await.unwrap().actions < 5 {}
            other.record_action(&letter_for_rita(6)).await.unwrap();
            assert_eq!(told(watcher.next()).await.unwrap().actions, 6, "after the connection was lost");
        }
        house.engine.stop_telling();
        assert!(soon(watcher.next()).await.is_none(), "{}", house.name);
        other.stop_telling();
    }
}
