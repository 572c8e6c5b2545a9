//! Where actions come from: limits, what one sender sent, bursts; and never an address.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use std::net::IpAddr;

use common::{House, NOW, houses, letter_for_rita};
use domain::{
    Slug,
    correction::{Burst, Selection},
    field::Rule,
    ledger::Reason,
    reference,
};
use engine::{
    Actor, Engine, EngineError,
    corrections::Chosen,
    limits::{Limited, Limits},
};
use sea_orm::{EntityTrait, PaginatorTrait};
use storage::entity::{sender, sender_key};
use time::Duration;

const STAFF: Actor = Actor::CommandLine;

fn campaign() -> Slug {
    "open-cases".parse().unwrap()
}

fn limited(house: &House, limits: Limits) -> Engine {
    house.engine.clone().with_limits(&limits)
}

fn from(address: &str) -> Option<IpAddr> {
    Some(address.parse().unwrap())
}

fn rule(more: impl FnOnce(&mut Selection)) -> Chosen {
    let mut selection = Selection::of(campaign());
    more(&mut selection);
    Chosen::Rule(selection)
}

fn refused(error: EngineError) -> Vec<(String, Rule)> {
    match error {
        EngineError::Invalid(fields) => fields.into_iter().map(|f| (f.field, f.rule)).collect(),
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn one_sender_is_told_to_wait_and_another_is_not() {
    for house in houses().await {
        let engine = limited(&house, Limits { actions_an_hour: 60, actions_at_once: 3, ..Limits::default() });
        for n in 0..3 {
            assert!(engine.record_action_from(from("192.0.2.1"), &letter_for_rita(n)).await.unwrap().first);
        }
        let fourth = engine.record_action_from(from("192.0.2.1"), &letter_for_rita(3)).await;
        assert!(matches!(fourth, Err(EngineError::TooMany(1..=61))), "{}: {fourth:?}", house.name);
        assert_eq!(engine.totals(&campaign()).await.unwrap().actions, 3, "{}: nothing was counted", house.name);
        assert!(engine.record_action_from(from("192.0.2.2"), &letter_for_rita(3)).await.unwrap().first);
        assert!(engine.record_action_from(None, &letter_for_rita(4)).await.unwrap().first, "no address is known");
        assert!(engine.allow(Limited::Pack, from("192.0.2.1")).await.is_ok(), "each kind has a limit of its own");
    }
}

#[tokio::test]
async fn limits_can_be_off_and_then_nothing_is_kept() {
    for house in houses().await {
        for engine in [house.engine.clone(), limited(&house, Limits { enabled: false, ..Limits::default() })] {
            for n in 0..150 {
                engine.record_action_from(from("192.0.2.1"), &letter_for_rita(n)).await.unwrap();
            }
            engine.write_senders().await;
        }
        assert_eq!(sender::Entity::find().count(&house.database.db).await.unwrap(), 0, "{}", house.name);
        assert_eq!(sender_key::Entity::find().count(&house.database.db).await.unwrap(), 0);
    }
}

#[tokio::test]
async fn what_came_from_the_same_place_is_taken_back_together_and_put_back() {
    for house in houses().await {
        let engine = limited(&house, Limits::default());
        for n in 0..5 {
            engine.record_action_from(from("192.0.2.1"), &letter_for_rita(n)).await.unwrap();
        }
        let other = engine.record_action_from(from("192.0.2.2"), &letter_for_rita(5)).await.unwrap();
        let unknown = engine.record_action(&letter_for_rita(6)).await.unwrap();
        let one = reference::write(letter_for_rita(2).id);
        let chosen = rule(|rule| rule.same_sender_as = Some(one.clone()));
        let preview = engine.preview_correction(&STAFF, &chosen).await.unwrap();
        assert_eq!((preview.entries, preview.actions), (5, 5), "{}", house.name);
        let done = engine.correct(&STAFF, &chosen, Reason::NotGenuine, "", 5).await.unwrap();
        assert_eq!(engine.totals(&campaign()).await.unwrap().actions, 2);
        let undone = engine.undo_correction(&STAFF, done.batch).await.unwrap();
        assert_eq!((undone.actions, engine.totals(&campaign()).await.unwrap().actions), (-5, 7));

        let alone = rule(|rule| rule.same_sender_as = Some(other.receipt.reference.clone()));
        assert_eq!(engine.preview_correction(&STAFF, &alone).await.unwrap().entries, 1);
        let nobody = rule(|rule| rule.same_sender_as = Some(unknown.receipt.reference.clone()));
        let error = engine.preview_correction(&STAFF, &nobody).await.unwrap_err();
        assert_eq!(refused(error), [("same_sender_as".into(), Rule::UnknownSender)]);
    }
}

#[tokio::test]
async fn a_burst_is_found_and_a_slow_sender_is_not() {
    for house in houses().await {
        let engine = limited(&house, Limits::default());
        let at = |minutes: i64| *house.clock.now.lock().unwrap() = NOW + Duration::minutes(minutes);
        // twelve within eleven minutes, then one three hours later
        for n in 0..12 {
            at(n);
            engine.record_action_from(from("192.0.2.1"), &letter_for_rita(n.try_into().unwrap())).await.unwrap();
        }
        at(180);
        engine.record_action_from(from("192.0.2.1"), &letter_for_rita(12)).await.unwrap();
        // one every twenty minutes
        for n in 0..12 {
            at(n * 20);
            engine
                .record_action_from(from("192.0.2.2"), &letter_for_rita(20 + u64::try_from(n).unwrap()))
                .await
                .unwrap();
        }
        let burst = |more_than, minutes| rule(|rule| rule.burst = Some(Burst { more_than, minutes }));
        for (more_than, minutes, entries) in
            [(10, 11, 12), (11, 11, 12), (12, 11, 0), (10, 10, 12), (10, 9, 0), (2, 40, 24)]
        {
            let preview = engine.preview_correction(&STAFF, &burst(more_than, minutes)).await.unwrap();
            assert_eq!(preview.entries, entries, "{}: more than {more_than} in {minutes} minutes", house.name);
        }
        let narrowed = rule(|rule| {
            rule.burst = Some(Burst { more_than: 10, minutes: 11 });
            rule.country = Some("FR".parse().unwrap());
        });
        assert_eq!(engine.preview_correction(&STAFF, &narrowed).await.unwrap().entries, 0, "both have to fit");
    }
}

#[tokio::test]
async fn a_days_key_goes_with_its_day_and_hashes_after_a_week() {
    for house in houses().await {
        let engine = limited(&house, Limits::default());
        let db = &house.database.db;
        engine.record_action_from(from("192.0.2.1"), &letter_for_rita(1)).await.unwrap();
        engine.write_senders().await;
        let first = sender::Entity::find().one(db).await.unwrap().unwrap().sender;
        let secret = sender_key::Entity::find().one(db).await.unwrap().unwrap();
        assert!(!first.windows(4).any(|part| part == [192, 0, 2, 1]), "an address stands nowhere");

        *house.clock.now.lock().unwrap() = NOW + Duration::days(1);
        engine.record_action_from(from("192.0.2.1"), &letter_for_rita(2)).await.unwrap();
        engine.write_senders().await;
        engine.tidy_senders().await.unwrap();
        let keys = sender_key::Entity::find().all(db).await.unwrap();
        assert!(keys.len() == 1 && keys[0].day == secret.day + 1 && keys[0].secret != secret.secret, "{}", house.name);
        let hashes: std::collections::BTreeSet<Vec<u8>> =
            sender::Entity::find().all(db).await.unwrap().into_iter().map(|row| row.sender).collect();
        assert_eq!(hashes.len(), 2, "{}: the same place is another sender the next day", house.name);

        *house.clock.now.lock().unwrap() = NOW + Duration::days(7) + Duration::hours(1);
        engine.tidy_senders().await.unwrap();
        assert_eq!(sender::Entity::find().count(db).await.unwrap(), 1, "{}: the younger one", house.name);
        assert_eq!(sender_key::Entity::find().count(db).await.unwrap(), 0);
    }
}

#[tokio::test]
async fn two_servers_have_one_key_a_day() {
    for house in houses().await {
        let one = limited(&house, Limits::default());
        let other = Engine::new(house.database.db.clone(), house.clock.clone(), house.clock.clone())
            .with_limits(&Limits::default());
        one.record_action_from(from("192.0.2.1"), &letter_for_rita(1)).await.unwrap();
        other.record_action_from(from("192.0.2.1"), &letter_for_rita(2)).await.unwrap();
        one.write_senders().await;
        other.write_senders().await;
        let reference = reference::write(letter_for_rita(1).id);
        let chosen = rule(|rule| rule.same_sender_as = Some(reference));
        assert_eq!(one.preview_correction(&STAFF, &chosen).await.unwrap().entries, 2, "{}", house.name);
    }
}

#[tokio::test]
async fn who_sent_very_much_is_shown_to_staff() {
    for house in houses().await {
        let engine = limited(&house, Limits { actions_at_once: 500, ..Limits::default() });
        for n in 0..60 {
            engine.record_action_from(from("192.0.2.1"), &letter_for_rita(n)).await.unwrap();
        }
        engine.record_action_from(from("192.0.2.2"), &letter_for_rita(60)).await.unwrap();
        let busy = engine.busy_senders(&STAFF).await.unwrap();
        assert_eq!((busy.len(), busy[0].entries, &busy[0].campaign), (1, 60, &campaign()), "{}", house.name);
        let chosen = rule(|rule| rule.same_sender_as = Some(busy[0].same_sender_as.clone()));
        assert_eq!(engine.preview_correction(&STAFF, &chosen).await.unwrap().entries, 60);
        assert!(matches!(engine.busy_senders(&Actor::Supporter).await, Err(EngineError::Denied)));
    }
}
