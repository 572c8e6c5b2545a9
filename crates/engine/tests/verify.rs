//! Proof: whoever changes a row behind the engine's back is found out, and what was said on a day stays said.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use common::{House, NOW, houses, letter_for_rita};
use domain::action::NewAction;
use engine::{Actor, EngineError};
use sea_orm::ConnectionTrait;
use time::{Duration, macros::date};

async fn tamper(house: &House, sql: &str) {
    house.database.db.execute_unprepared(sql).await.unwrap();
}

async fn findings(house: &House) -> Vec<String> {
    house.engine.verify(&Actor::CommandLine).await.unwrap().findings
}

/// Houses in which five letters were counted in three days, each day with its snapshot.
async fn houses_with_three_days() -> Vec<House> {
    let houses = houses().await;
    for house in &houses {
        for (day, letters) in [(0, 2), (1, 2), (2, 1)] {
            *house.clock.now.lock().unwrap() = NOW + Duration::days(day);
            assert!(house.engine.take_snapshot().await.unwrap(), "{}", house.name);
            for n in 0..letters {
                let action = NewAction { quantity: day + 1, ..letter_for_rita(u64::try_from(day * 10 + n).unwrap()) };
                house.engine.record_action(&action).await.unwrap();
            }
        }
        *house.clock.now.lock().unwrap() = NOW + Duration::days(3);
        house.engine.take_snapshot().await.unwrap();
        assert!(!house.engine.take_snapshot().await.unwrap(), "one a day");
    }
    houses
}

#[tokio::test]
async fn an_untouched_ledger_is_sound() {
    for house in houses_with_three_days().await {
        let all = house.engine.verify(&Actor::CommandLine).await.unwrap();
        assert!(all.is_sound(), "{}: {:?}", house.name, all.findings);
        assert_eq!((all.entries, all.snapshots), (5, 3), "{}", house.name);
        assert!(all.links >= 3);
        assert!(matches!(house.engine.verify(&Actor::Supporter).await, Err(EngineError::Denied)));
    }
}

#[tokio::test]
async fn every_way_of_changing_a_row_is_found() {
    for (sql, words) in [
        ("UPDATE action SET quantity = quantity + 1", "its hash is not that of its"),
        ("UPDATE action SET country = 18002", "its hash is not that of its"),
        ("DELETE FROM action WHERE quantity = 3", "has 0 rows where 1 were written"),
        ("UPDATE action SET number = number + 1000 WHERE quantity = 3", "belong to no link"),
        ("UPDATE chain SET recorded_at = recorded_at - 1000", "its hash is not that of its"),
        ("UPDATE chain SET entries = entries + 1", "rows where"),
        ("DELETE FROM chain WHERE number = 1", "before it are gone"),
        ("UPDATE tally SET actions = actions + 1", "tally, campaign"),
        ("UPDATE tally_total SET actions = actions - 1", "tally_total, campaign"),
        ("DELETE FROM tally_day", "tally_day, campaign"),
        ("UPDATE tally_group SET grp = 7", "tally_group, campaign"),
        ("UPDATE tally_date SET actions = 0", "day 2026-11-23, case"),
        ("UPDATE snapshot SET actions = 1000 WHERE actions > 0", "its lines add up to"),
        ("UPDATE snapshot_line SET actions = actions + 1", "the ledger then had"),
        ("UPDATE snapshot_head SET number = number + 50", "the end of the chain was cut off"),
    ] {
        for house in houses_with_three_days().await {
            tamper(&house, sql).await;
            let found = findings(&house).await;
            assert!(found.iter().any(|finding| finding.contains(words)), "{}: {sql}: {found:?}", house.name);
        }
    }
}

/// Whoever cuts the newest rows off, and everything that speaks of them, leaves the heads that were kept.
#[tokio::test]
async fn a_tail_that_is_cut_off_with_care_is_found_by_the_days_head() {
    for house in houses_with_three_days().await {
        for sql in [
            "DELETE FROM action WHERE quantity = 3",
            "DELETE FROM chain WHERE NOT EXISTS (SELECT 1 FROM action a WHERE a.writer = chain.writer AND a.number = chain.number)",
            "UPDATE tally SET actions = actions - 3 WHERE occurred_on = (SELECT MAX(occurred_on) FROM tally)",
            "UPDATE tally_day SET actions = actions - 3 WHERE occurred_on = (SELECT MAX(occurred_on) FROM tally_day)",
            "UPDATE tally_date SET actions = actions - 3 WHERE occurred_on = (SELECT MAX(occurred_on) FROM tally_date)",
            "UPDATE tally_total SET actions = actions - 3",
            "UPDATE tally_group SET actions = actions - 3",
        ] {
            tamper(&house, sql).await;
        }
        let found = findings(&house).await;
        assert!(found.iter().any(|finding| finding.contains("cut off")), "{}: {found:?}", house.name);
        assert!(!found.iter().any(|finding| finding.starts_with("tally")), "{}: {found:?}", house.name);
    }
}

#[tokio::test]
async fn what_was_said_on_a_day_has_an_answer() {
    for house in houses_with_three_days().await {
        let campaign = "open-cases".parse().unwrap();
        let on = async |day| house.engine.totals_on(&campaign, day).await;
        assert_eq!(on(date!(2026 - 11 - 23)).await.unwrap().actions, 2, "{}", house.name);
        assert_eq!(on(date!(2026 - 11 - 24)).await.unwrap().actions, 6);
        let last = on(date!(2026 - 11 - 25)).await.unwrap();
        assert_eq!((last.actions, last.by_case[0].actions, last.by_country[0].actions), (9, 9, 9));
        assert!(matches!(on(date!(2026 - 11 - 26)).await, Err(EngineError::Invalid(_))), "today is not over");
        // nothing is counted on the 26th: it says what the 25th said, and keeps no lines of its own
        *house.clock.now.lock().unwrap() = NOW + Duration::days(4);
        house.engine.take_snapshot().await.unwrap();
        assert_eq!(on(date!(2026 - 11 - 26)).await.unwrap().actions, 9);
        assert!(house.engine.verify(&Actor::CommandLine).await.unwrap().is_sound(), "{}", house.name);
    }
}

#[tokio::test]
async fn a_day_before_anything_was_counted_does_not_say_what_the_next_one_does() {
    for house in houses().await {
        assert!(house.engine.take_snapshot().await.unwrap(), "{}: of a day without anything", house.name);
        house.engine.record_action(&letter_for_rita(1)).await.unwrap();
        *house.clock.now.lock().unwrap() = NOW + Duration::days(1);
        house.engine.take_snapshot().await.unwrap();
        let campaign = "open-cases".parse().unwrap();
        let on = async |day| house.engine.totals_on(&campaign, day).await;
        assert_eq!(on(NOW.date()).await.unwrap().actions, 1, "{}", house.name);
        match on(NOW.date().previous_day().unwrap()).await {
            Err(EngineError::Invalid(wrong)) => assert_eq!(wrong[0].rule, domain::field::Rule::NothingKept),
            other => panic!("{}: {other:?}", house.name),
        }
    }
}
