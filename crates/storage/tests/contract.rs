//! What storage promises, on SQLite and on PostgreSQL alike.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "common/databases.rs"]
mod databases;

use databases::{databases, empty_databases};
use domain::{case::Case, open_letter::OpenLetter, source::Source, state::CaseState, target::Target};
use migrations::Migrator;
use sea_orm::{ConnectionTrait, DbBackend, EntityTrait, QuerySelect, Statement, TransactionTrait};
use sea_orm_migration::MigratorTrait;
use serde_json::json;
use storage::{
    audits, cases,
    entity::{
        action, action_origin, audit, campaign, case, chain, open_letter, report, section_key, section_total, sender,
        sender_key, setting, snapshot, source, statement, target, writer,
    },
    open_letters, settings, sources, statements, targets,
};
use time::{OffsetDateTime, macros::datetime};
use uuid::Uuid;

const NOW: OffsetDateTime = datetime!(2026-11-23 12:00 UTC);

fn rita() -> Case {
    serde_json::from_value(json!({
        "slug": "rita-karasartova", "state": "published", "kind": "individual", "name": "Rita Karasartova",
        "country": "KG", "summary": "S", "story": ["Ж"], "text_sources": [],
        "standing": {"status": "convicted", "as_of": "2025-12-11", "source": "x"},
    }))
    .unwrap()
}

#[tokio::test]
async fn the_schema_goes_up_down_and_up_and_fits_the_entities() {
    for each in empty_databases().await {
        Migrator::up(&each.db, None).await.unwrap();
        Migrator::down(&each.db, None).await.unwrap();
        let left = Migrator::get_pending_migrations(&each.db).await.unwrap().len();
        assert_eq!(left, Migrator::migrations().len(), "{}: nothing is applied after going down", each.name);
        Migrator::up(&each.db, None).await.unwrap();
        let db = &each.db;
        // each select names every column of its entity
        assert!(source::Entity::find().limit(1).all(db).await.unwrap().is_empty());
        assert!(target::Entity::find().limit(1).all(db).await.unwrap().is_empty());
        assert!(case::Entity::find().limit(1).all(db).await.unwrap().is_empty());
        assert!(campaign::Entity::find().limit(1).all(db).await.unwrap().is_empty());
        assert!(open_letter::Entity::find().limit(1).all(db).await.unwrap().is_empty());
        assert!(statement::Entity::find().limit(1).all(db).await.unwrap().is_empty());
        assert!(setting::Entity::find().limit(1).all(db).await.unwrap().is_empty());
        assert!(audit::Entity::find().limit(1).all(db).await.unwrap().is_empty());
        assert!(action::Entity::find().limit(1).all(db).await.unwrap().is_empty());
        assert!(action_origin::Entity::find().limit(1).all(db).await.unwrap().is_empty());
        assert!(writer::Entity::find().limit(1).all(db).await.unwrap().is_empty());
        assert!(chain::Entity::find().limit(1).all(db).await.unwrap().is_empty());
        assert!(report::Entity::find().limit(1).all(db).await.unwrap().is_empty());
        assert!(section_key::Entity::find().limit(1).all(db).await.unwrap().is_empty());
        assert!(section_total::Entity::find().limit(1).all(db).await.unwrap().is_empty());
        assert!(sender::Entity::find().limit(1).all(db).await.unwrap().is_empty());
        assert!(sender_key::Entity::find().limit(1).all(db).await.unwrap().is_empty());
        assert!(snapshot::day::Entity::find().limit(1).all(db).await.unwrap().is_empty());
        assert!(snapshot::line::Entity::find().limit(1).all(db).await.unwrap().is_empty());
        assert!(snapshot::head::Entity::find().limit(1).all(db).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn a_case_comes_back_as_it_was_put_and_keeps_its_number() {
    for each in databases().await {
        let db = &each.db;
        assert_eq!(cases::next_number(db).await.unwrap(), 1);
        cases::put(db, &rita(), 1, NOW, NOW).await.unwrap();
        let stored = cases::by_slug(db, &rita().slug).await.unwrap().unwrap();
        assert_eq!(stored.case, rita(), "{}", each.name);
        assert_eq!((stored.number, stored.state.since, stored.edited), (1, NOW, false));

        let paused = Case { state: CaseState::Paused, ..rita() };
        let later = datetime!(2026-11-24 8:30 UTC);
        cases::put(db, &paused, 7, later, later).await.unwrap();
        let stored = cases::by_slug(db, &rita().slug).await.unwrap().unwrap();
        assert_eq!(stored.number, 1, "{}: a number is never changed", each.name);
        assert_eq!((stored.state.state, stored.state.since), (CaseState::Paused, later));
        assert_eq!(cases::next_number(db).await.unwrap(), 2);
        assert_eq!(cases::slugs_by_number(db, [1, 2]).await.unwrap().len(), 1);
    }
}

#[tokio::test]
async fn two_cases_cannot_have_one_number() {
    for each in databases().await {
        cases::put(&each.db, &rita(), 1, NOW, NOW).await.unwrap();
        let other = Case { slug: "someone-else".parse().unwrap(), ..rita() };
        let refused = cases::put(&each.db, &other, 1, NOW, NOW).await;
        assert!(matches!(refused, Err(storage::StorageError::Conflict)), "{}: {refused:?}", each.name);
    }
}

#[tokio::test]
async fn sources_targets_and_settings_are_put_twice_and_stand_once() {
    for each in databases().await {
        let db = &each.db;
        let source: Source = serde_json::from_value(
            json!({"id": "a-1", "title": "T", "publisher": "P", "lang": "en", "kind": "blog-post"}),
        )
        .unwrap();
        let target: Target =
            serde_json::from_value(json!({"slug": "the-king", "office": "King", "country": "SZ"})).unwrap();
        for _ in 0..2 {
            sources::put(db, &source, NOW).await.unwrap();
            targets::put(db, &target, NOW).await.unwrap();
            settings::put(db, "demonstration", &json!({"title": "T"}), NOW).await.unwrap();
        }
        assert_eq!(sources::all(db).await.unwrap().len(), 1);
        assert_eq!(sources::by_ids(db, ["a-1", "b"]).await.unwrap().get("a-1"), Some(&source));
        assert_eq!(targets::by_slugs(db, [&target.slug]).await.unwrap().get(&target.slug), Some(&target));
        let setting: Option<serde_json::Value> = settings::get(db, "demonstration").await.unwrap();
        assert_eq!(setting, Some(json!({"title": "T"})));
        assert_eq!(settings::get::<serde_json::Value>(db, "none").await.unwrap(), None);
    }
}

#[tokio::test]
async fn an_open_letter_and_a_statement_come_back_in_their_order() {
    for each in databases().await {
        let db = &each.db;
        let mut letter: OpenLetter = serde_json::from_value(json!({
            "slug": "veto", "title": "Veto it", "date": "2024-03-21", "lang": "en", "summary": "S", "ask": ["B", "A"],
            "sources": [], "addressee": {"office": "President"},
            "signatories": [{"name": "Z"}, {"name": "A", "qualifier": "within the framework of …"}],
        }))
        .unwrap();
        let statement: domain::statement::Statement = serde_json::from_value(json!({
            "slug": "summit", "title": "Keep it", "date": "2025", "lang": "en", "summary": "S",
            "organisations": ["Z", "A"], "sources": [],
            "countries": [{"country": "UZ", "people": [{"name": "N", "asked": "release"}]}, {"country": "KG"}],
        }))
        .unwrap();
        for title in ["Veto it", "Veto this"] {
            letter.title = title.to_owned();
            open_letters::put(db, &letter, NOW).await.unwrap();
            statements::put(db, &statement, NOW).await.unwrap();
        }
        assert_eq!(open_letters::by_slug(db, &letter.slug).await.unwrap(), Some(letter.clone()), "{}", each.name);
        assert_eq!(statements::by_slug(db, &statement.slug).await.unwrap(), Some(statement.clone()), "{}", each.name);
        assert_eq!(open_letters::by_slug(db, &statement.slug).await.unwrap(), None);
        let letters = open_letters::all(db).await.unwrap();
        assert_eq!(letters[&letter.slug], open_letters::Stored { letter, edited: false });
        assert_eq!(statements::all(db).await.unwrap().len(), 1);
    }
}

#[tokio::test]
async fn what_is_written_meanwhile_is_not_seen_by_a_reader_who_began_before() {
    for each in databases().await {
        let reading = storage::begin_reading(&each.db).await.unwrap();
        assert!(cases::all(&reading).await.unwrap().is_empty());
        cases::put(&each.db, &rita(), 1, NOW, NOW).await.unwrap();
        assert!(cases::all(&reading).await.unwrap().is_empty(), "{}", each.name);
        reading.rollback().await.unwrap();
        assert_eq!(cases::all(&each.db).await.unwrap().len(), 1);
    }
}

#[tokio::test]
async fn the_trail_of_a_record_is_read_in_order() {
    for each in databases().await {
        for (n, deed) in ["import-create", "import-change"].iter().enumerate() {
            let entry = audits::Entry {
                id: Uuid::from_u128(n as u128),
                at: NOW + time::Duration::seconds(i64::try_from(n).unwrap()),
                actor: "command-line".into(),
                deed: (*deed).into(),
                subject: "case:rita-karasartova".into(),
                detail: json!({}),
            };
            audits::add(&each.db, entry).await.unwrap();
        }
        let trail = audits::about(&each.db, "case:rita-karasartova").await.unwrap();
        assert_eq!(trail.iter().map(|e| e.deed.as_str()).collect::<Vec<_>>(), ["import-create", "import-change"]);
    }
}

#[tokio::test]
async fn sqlite_writes_ahead_and_waits_for_the_disk() {
    let each = databases().await.remove(0);
    assert_eq!(each.db.get_database_backend(), DbBackend::Sqlite);
    for (pragma, expected) in [("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1")] {
        let statement = Statement::from_string(
            DbBackend::Sqlite,
            format!("SELECT CAST({pragma} AS TEXT) AS v FROM pragma_{pragma}"),
        );
        let row = each.db.query_one_raw(statement).await.unwrap().unwrap();
        assert_eq!(row.try_get::<String>("", "v").unwrap(), expected, "{pragma}");
    }
    let _ = each.db.begin().await.unwrap().rollback().await;
}

#[tokio::test]
async fn postgres_waits_for_the_disk_whatever_the_server_is_set_to() {
    let Some(each) = databases().await.into_iter().find(|each| each.name == "postgres") else { return };
    let name = each.url.rsplit_once('/').unwrap().1;
    each.db.execute_unprepared(&format!("ALTER DATABASE {name} SET synchronous_commit = off")).await.unwrap();
    let anew = storage::connect(&each.url).await.unwrap();
    let row = anew.query_one_raw(Statement::from_string(DbBackend::Postgres, "SHOW synchronous_commit")).await;
    assert_eq!(row.unwrap().unwrap().try_get::<String>("", "synchronous_commit").unwrap(), "on");
}
