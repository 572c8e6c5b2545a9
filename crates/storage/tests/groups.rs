//! What storage promises of groups, packs, reports and corrections, on SQLite and on PostgreSQL alike.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "common/databases.rs"]
mod databases;

use databases::databases;
use domain::{
    group::{Group, GroupKind},
    pack::{PackCode, PackSpec},
    report::Report,
};
use sea_orm::{EntityTrait, QuerySelect};
use serde_json::json;
use storage::{
    StorageError, corrections,
    entity::{correction, grp, pack, report, report_line},
    groups, packs, reports,
};
use time::{Duration, OffsetDateTime, macros::datetime};
use uuid::Uuid;

const NOW: OffsetDateTime = datetime!(2026-12-10 20:00 UTC);

fn group(slug: &str, name: &str, country: &str) -> Group {
    let (slug, country) = (slug.parse().unwrap(), country.parse().unwrap());
    Group { slug, name: name.into(), country, kind: GroupKind::Local, public: false }
}

fn spec() -> PackSpec {
    serde_json::from_value(json!({
        "title": "Writing evening", "date": "2026-12-10", "profile": "din5008-b", "paper": "a4",
        "letters": [{"case": "rita-karasartova", "copies": 20}],
    }))
    .unwrap()
}

fn stored_pack(bits: u128, group: i32, at: OffsetDateTime) -> packs::Stored {
    packs::Stored { code: PackCode::from_random(bits), spec: spec(), campaign: 1, group, created_at: at }
}

fn stored_report(id: u128, replaces: Option<u128>, at: OffsetDateTime) -> reports::Stored {
    let report: Report = serde_json::from_value(json!({
        "id": Uuid::from_u128(id), "campaign": "open-cases", "reporter": {"group": "freiburg"},
        "replaces": replaces.map(Uuid::from_u128), "collected_from": "2026-12-10", "collected_to": "2026-12-10",
        "basis": "counted", "note": "Ж", "lines": [{"case": "rita-karasartova", "kind": "letter", "quantity": 20}],
    }))
    .unwrap();
    let pack = Some(PackCode::from_random(7));
    reports::Stored { report, campaign: 1, group: 1, section: 17477, pack, actor: "supporter".into(), recorded_at: at }
}

fn lines(report: u128, many: i32) -> Vec<reports::Line> {
    let line = |n: i32| reports::Line {
        report: Uuid::from_u128(report),
        line: n,
        cases: 1,
        kind: 1,
        quantity: 20,
        language: (n % 2 == 0).then(|| "ky".into()),
        entry: Uuid::from_u128(report * 10_000 + u128::try_from(n).unwrap()),
    };
    (0..many).map(line).collect()
}

#[tokio::test]
async fn the_tables_fit_the_entities() {
    for each in databases().await {
        let db = &each.db;
        assert!(grp::Entity::find().limit(1).all(db).await.unwrap().is_empty(), "{}", each.name);
        assert!(pack::Entity::find().limit(1).all(db).await.unwrap().is_empty());
        assert!(report::Entity::find().limit(1).all(db).await.unwrap().is_empty());
        assert!(report_line::Entity::find().limit(1).all(db).await.unwrap().is_empty());
        assert!(correction::Entity::find().limit(1).all(db).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn a_group_is_found_by_slug_number_and_name_and_stands_once_in_a_country() {
    for each in databases().await {
        let db = &each.db;
        let freiburg = group("freiburg", "Freiburg", "DE");
        assert_eq!(groups::add(db, &freiburg, NOW).await.unwrap(), 1, "{}: 0 stands for none", each.name);
        let stored = groups::Stored { group: freiburg.clone(), number: 1 };
        assert_eq!(groups::by_slug(db, &freiburg.slug).await.unwrap(), Some(stored.clone()));
        assert_eq!(groups::by_number(db, 1).await.unwrap(), Some(stored.clone()));
        assert_eq!(groups::by_name_in(db, "FREIBURG", freiburg.country).await.unwrap(), Some(stored));

        let same = groups::add(db, &group("another", "freiburg", "DE"), NOW).await;
        assert!(matches!(same, Err(StorageError::Conflict)), "{}", each.name);
        let same_slug = groups::add(db, &group("freiburg", "Other", "DE"), NOW).await;
        assert!(matches!(same_slug, Err(StorageError::Conflict)));
        assert_eq!(groups::add(db, &group("freiburg-ch", "Freiburg", "CH"), NOW).await.unwrap(), 2);
        assert_eq!(groups::by_name(db, "Freiburg").await.unwrap().len(), 2);
        assert_eq!(groups::by_numbers(db, [1, 2, 3]).await.unwrap().len(), 2);

        assert!(groups::public(db).await.unwrap().is_empty(), "nobody is listed unasked");
        groups::set_public(db, 2, true).await.unwrap();
        let listed = groups::public(db).await.unwrap();
        assert_eq!(listed.iter().map(|g| g.number).collect::<Vec<_>>(), [2]);
        assert_eq!(groups::all(db).await.unwrap().len(), 2);
    }
}

#[tokio::test]
async fn a_pack_comes_back_by_its_code() {
    for each in databases().await {
        let db = &each.db;
        let first = stored_pack(7, 0, NOW);
        packs::add(db, &first).await.unwrap();
        assert_eq!(packs::by_code(db, first.code).await.unwrap(), Some(first.clone()), "{}", each.name);
        assert_eq!(packs::by_code(db, PackCode::from_random(8)).await.unwrap(), None);
        assert!(matches!(packs::add(db, &first).await, Err(StorageError::Conflict)));

        packs::set_group(db, first.code, 3).await.unwrap();
        packs::add(db, &stored_pack(8, 3, NOW + Duration::hours(1))).await.unwrap();
        packs::add(db, &stored_pack(9, 4, NOW)).await.unwrap();
        let of_group: Vec<_> = packs::of_group(db, 1, 3, 10).await.unwrap().into_iter().map(|p| p.code).collect();
        assert_eq!(of_group, [PackCode::from_random(8), first.code], "{}: the newest first", each.name);
    }
}

#[tokio::test]
async fn a_report_stays_when_a_later_one_replaces_it_and_is_replaced_once() {
    for each in databases().await {
        let db = &each.db;
        let first = stored_report(1, None, NOW);
        reports::add(db, &first, &lines(1, 3)).await.unwrap();
        let later = stored_report(2, Some(1), NOW + Duration::hours(1));
        reports::add(db, &later, &lines(2, 3)).await.unwrap();

        assert_eq!(reports::by_id(db, Uuid::from_u128(1)).await.unwrap(), Some(first.clone()), "{}", each.name);
        assert_eq!(reports::replacing(db, Uuid::from_u128(1)).await.unwrap(), Some(later.clone()));
        assert_eq!(reports::replacing(db, Uuid::from_u128(2)).await.unwrap(), None);
        assert_eq!(reports::newest_of_pack(db, PackCode::from_random(7)).await.unwrap(), Some(later.clone()));
        let of_group = reports::of_reporter(db, 1, 1, 17477, 10).await.unwrap();
        assert_eq!(of_group, [later.clone(), first.clone()]);
        assert_eq!(reports::newest(db, 1, 10).await.unwrap(), [first]);
        assert_eq!(reports::groups(db).await.unwrap(), [1]);

        let twice = reports::add(db, &stored_report(3, Some(1), NOW), &[]).await;
        assert!(matches!(twice, Err(StorageError::Conflict)), "{}: replaced once", each.name);
        let same_id = reports::add(db, &later, &[]).await;
        assert!(matches!(same_id, Err(StorageError::Conflict)));
    }
}

#[tokio::test]
async fn the_lines_of_the_longest_report_come_back_in_order() {
    for each in databases().await {
        let db = &each.db;
        let all = lines(1, 2_000);
        reports::add(db, &stored_report(1, None, NOW), &all).await.unwrap();
        assert_eq!(reports::lines(db, Uuid::from_u128(1)).await.unwrap(), all, "{}", each.name);
        assert_eq!(reports::line_of_entry(db, all[1_999].entry).await.unwrap(), Some(all[1_999].clone()));
    }
}

#[tokio::test]
async fn an_entry_is_taken_back_once() {
    for each in databases().await {
        let db = &each.db;
        let correction = |entry: u128, corrects: u128| corrections::Correction {
            campaign: 1,
            entry: Uuid::from_u128(entry),
            corrects: Uuid::from_u128(corrects),
            batch: Uuid::from_u128(100),
            reason: "mistake".into(),
            actor: "command-line".into(),
            at: NOW,
        };
        corrections::add(db, &[correction(10, 1), correction(11, 2)]).await.unwrap();
        let again = corrections::add(db, &[correction(12, 1)]).await;
        assert!(matches!(again, Err(StorageError::Conflict)), "{}", each.name);
        // what was taken back may be put back
        corrections::add(db, &[correction(13, 10)]).await.unwrap();
        assert_eq!(corrections::of_entry(db, 1, Uuid::from_u128(1)).await.unwrap(), Some(correction(10, 1)));
        let ids: Vec<Uuid> = (1..4).map(Uuid::from_u128).collect();
        assert_eq!(corrections::of_entries(db, 1, &ids).await.unwrap().len(), 2);
        assert_eq!(corrections::of_batch(db, Uuid::from_u128(100)).await.unwrap().len(), 3);
        let batches = corrections::batches(db, 0, 10).await.unwrap();
        assert_eq!((batches.len(), batches[0].entries), (1, 3), "{}: one batch, three rows", each.name);
    }
}
