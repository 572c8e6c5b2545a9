//! The way in: groups, neighbours, other servers, and clocks that jump.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use common::{NOW, houses, letter_for_rita};
use domain::{action::NewAction, field::Rule};
use engine::{Actor, Engine, EngineError};
use storage::{
    groups,
    tallies::{self, Filter},
};
use time::Duration;

#[tokio::test]
async fn an_action_counts_for_its_groups_section_else_for_its_countrys() {
    for house in houses().await {
        let db = &house.database.db;
        let with = |n, country: Option<&str>, group: Option<&str>| NewAction {
            country: country.map(Into::into),
            group: group.map(Into::into),
            ..letter_for_rita(n)
        };
        let unknown = house.engine.record_action(&with(1, Some("FR"), Some("bern-1"))).await.unwrap_err();
        assert!(matches!(&unknown, EngineError::Invalid(f) if f[0].rule == Rule::UnknownGroup), "{}", house.name);
        let group = serde_json::from_value(serde_json::json!(
            {"slug": "bern-1", "name": "Bern 1", "country": "CH", "kind": "local", "public": true}
        ))
        .unwrap();
        let number = groups::add(db, &group, NOW).await.unwrap();
        house.engine.record_action(&with(1, Some("FR"), Some("bern-1"))).await.unwrap();
        house.engine.record_action(&with(2, Some("FR"), None)).await.unwrap();
        house.engine.record_action(&with(3, None, None)).await.unwrap();
        let campaign = storage::campaigns::by_slug(db, &"open-cases".parse().unwrap()).await.unwrap().unwrap().number;
        let section = |country: &str| {
            let section = domain::section::Section::of_country(country.parse().unwrap()).number();
            Filter { section: Some(section), ..Filter::campaign(campaign) }
        };
        for filter in [section("CH"), section("FR"), Filter { section: Some(0), ..Filter::campaign(campaign) }] {
            assert_eq!(tallies::sum(db, &filter).await.unwrap(), 1, "{}: {filter:?}", house.name);
        }
        let of_group = Filter { group: Some(number), ..Filter::campaign(campaign) };
        assert_eq!(tallies::sum(db, &of_group).await.unwrap(), 1);
    }
}

#[tokio::test]
async fn a_bad_action_costs_its_neighbours_nothing() {
    for house in houses().await {
        let mut tasks = tokio::task::JoinSet::new();
        for n in 0..60 {
            let engine = house.engine.clone();
            let kind = if n % 3 == 0 { "social-post-of-another-kind" } else { "letter" };
            let quantity = if n % 5 == 0 { 0 } else { 1 };
            let campaign = if n % 7 == 0 { "nothing" } else { "open-cases" };
            let action = NewAction { kind: kind.into(), quantity, campaign: campaign.into(), ..letter_for_rita(n) };
            tasks.spawn(async move { (n, engine.record_action(&action).await) });
        }
        let mut counted = 0;
        for (n, answer) in tasks.join_all().await {
            let good = n % 3 != 0 && n % 5 != 0 && n % 7 != 0;
            assert_eq!(answer.is_ok(), good, "{}: {n}: {answer:?}", house.name);
            counted += i64::from(good);
        }
        assert_eq!(house.engine.totals(&"open-cases".parse().unwrap()).await.unwrap().actions, counted);
        assert!(house.engine.verify(&Actor::CommandLine).await.unwrap().is_sound());
    }
}

#[tokio::test]
async fn two_servers_at_once_count_each_action_once_and_never_wait_for_each_other_for_ever() {
    for house in houses().await {
        let other =
            Engine::new(storage::connect(&house.database.url).await.unwrap(), house.clock.clone(), house.clock.clone());
        let mut tasks = tokio::task::JoinSet::new();
        for n in 0..200 {
            // each is delivered to both
            for engine in [house.engine.clone(), other.clone()] {
                let country = ["DE", "FR", "KG", "NL"][usize::try_from(n).unwrap() % 4];
                let action = NewAction { country: Some(country.into()), ..letter_for_rita(n) };
                tasks.spawn(async move { engine.record_action(&action).await.unwrap().first });
            }
        }
        let firsts = tasks.join_all().await.into_iter().filter(|first| *first).count();
        assert_eq!(firsts, 200, "{}", house.name);
        let all = house.engine.verify(&Actor::CommandLine).await.unwrap();
        assert!(all.is_sound() && all.entries == 200, "{}: {:?}", house.name, all.findings);
    }
}

#[tokio::test]
async fn a_clock_that_jumps_back_and_forth_harms_nothing() {
    for house in houses().await {
        for (n, hours) in [0, 30, -50, 100, -3].into_iter().enumerate() {
            *house.clock.now.lock().unwrap() = NOW + Duration::hours(hours);
            let action = NewAction { occurred_on: "2026-11-20".into(), ..letter_for_rita(u64::try_from(n).unwrap()) };
            assert!(house.engine.record_action(&action).await.unwrap().first, "{}", house.name);
            house.engine.take_snapshot().await.unwrap();
        }
        let all = house.engine.verify(&Actor::CommandLine).await.unwrap();
        assert!(all.is_sound() && all.entries == 5, "{}: {:?}", house.name, all.findings);
    }
}

#[tokio::test]
async fn who_comes_when_all_places_are_taken_is_told_so_and_is_counted_when_it_comes_again() {
    // on one thread, so that all of them arrive before the writer takes any: 8,192 places, and some too many
    const ALL: u64 = 9_000;
    for house in houses().await {
        let letters: Vec<_> = (0..ALL).map(letter_for_rita).collect();
        let answers =
            futures_util::future::join_all(letters.iter().map(|letter| house.engine.record_action(letter))).await;
        let refused: Vec<_> = letters.iter().zip(&answers).filter(|(_, answer)| answer.is_err()).collect();
        assert_eq!(refused.len(), 9_000 - 8_192, "{}", house.name);
        assert!(refused.iter().all(|(_, answer)| matches!(answer, Err(EngineError::Unavailable))), "{}", house.name);
        let counted = || async { house.engine.totals(&"open-cases".parse().unwrap()).await.unwrap().actions };
        assert_eq!(counted().await, 8_192, "{}: what was refused is not counted", house.name);
        for (letter, _) in refused {
            assert!(house.engine.record_action(letter).await.unwrap().first, "{}", house.name);
        }
        assert_eq!(counted().await, 9_000, "{}", house.name);
    }
}
