//! Counting: once, explained, and never for a case that may not be written for.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use common::{House, NOW, demonstration, houses, letter_for_rita};
use domain::{Slug, action::NewAction, field::Rule, state::CaseState};
use engine::{Actor, EngineError};
use time::Duration;

fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

async fn total(house: &House) -> i64 {
    house.engine.totals(&slug("open-cases")).await.unwrap().actions
}

fn refused(error: EngineError) -> Vec<(String, Rule)> {
    match error {
        EngineError::Invalid(fields) => fields.into_iter().map(|f| (f.field, f.rule)).collect(),
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn a_posted_letter_raises_the_total_by_one_and_has_a_receipt() {
    for house in houses().await {
        assert_eq!(total(&house).await, 0);
        let recorded = house.engine.record_action(&letter_for_rita(1)).await.unwrap();
        assert!(recorded.first, "{}", house.name);
        assert_eq!(total(&house).await, 1);
        let receipt = house.engine.receipt(&recorded.receipt.reference).await.unwrap();
        assert_eq!(receipt, recorded.receipt);
        assert_eq!((receipt.case_name.as_deref(), receipt.quantity), (Some("Rita Karasartova"), 1));
    }
}

#[tokio::test]
async fn the_same_action_twice_is_one_action() {
    for house in houses().await {
        let first = house.engine.record_action(&letter_for_rita(1)).await.unwrap();
        *house.clock.now.lock().unwrap() = NOW + Duration::hours(3);
        let again = house.engine.record_action(&letter_for_rita(1)).await.unwrap();
        assert!(!again.first);
        assert_eq!(again.receipt, first.receipt, "{}: the first one's receipt", house.name);
        assert_eq!(total(&house).await, 1);
    }
}

#[tokio::test]
async fn the_same_id_with_other_fields_is_refused_and_counts_nothing() {
    for house in houses().await {
        house.engine.record_action(&letter_for_rita(1)).await.unwrap();
        for other in [
            NewAction { quantity: 2, ..letter_for_rita(1) },
            NewAction { kind: "card".into(), ..letter_for_rita(1) },
            NewAction { case: "ahmed-mansoor".into(), ..letter_for_rita(1) },
            NewAction { campaign: "w4r-2023".into(), ..letter_for_rita(1) },
            NewAction { country: None, ..letter_for_rita(1) },
            NewAction { occurred_on: "2026-11-22".into(), ..letter_for_rita(1) },
        ] {
            let error = house.engine.record_action(&other).await.unwrap_err();
            assert!(matches!(error, EngineError::Conflict), "{}: {other:?}", house.name);
        }
        assert_eq!(total(&house).await, 1);
    }
}

#[tokio::test]
async fn forty_deliveries_at_once_count_each_action_once() {
    for house in houses().await {
        let mut tasks = tokio::task::JoinSet::new();
        for n in 0..40 {
            let engine = house.engine.clone();
            // ten actions, each delivered four times
            tasks.spawn(async move { engine.record_action(&letter_for_rita(n % 10)).await.unwrap().first });
        }
        let firsts = tasks.join_all().await.into_iter().filter(|first| *first).count();
        assert_eq!((firsts, total(&house).await), (10, 10), "{}", house.name);
    }
}

#[tokio::test]
async fn every_rule_that_is_broken_is_named() {
    for house in houses().await {
        let engine = &house.engine;
        let closed = NewAction { campaign: "w4r-2023".into(), occurred_on: "2023-11-20".into(), ..letter_for_rita(1) };
        assert_eq!(
            refused(engine.record_action(&closed).await.unwrap_err()),
            [("campaign".into(), Rule::CampaignClosed)]
        );
        let unknown = NewAction { campaign: "nothing".into(), ..letter_for_rita(1) };
        assert_eq!(
            refused(engine.record_action(&unknown).await.unwrap_err()),
            [("campaign".into(), Rule::UnknownCampaign)]
        );
        let not_in_it = NewAction { case: "neth-nahara".into(), ..letter_for_rita(1) };
        let errors = refused(engine.record_action(&not_in_it).await.unwrap_err());
        assert!(errors.contains(&("case".into(), Rule::UnknownCase)), "{errors:?}");
        assert!(errors.contains(&("case".into(), Rule::CaseNotWritten)), "her demand was met: {errors:?}");
        assert_eq!(total(&house).await, 0);
    }
}

#[tokio::test]
async fn a_withdrawn_case_is_named_nowhere_and_still_counted() {
    for house in houses().await {
        let recorded = house.engine.record_action(&letter_for_rita(1)).await.unwrap();
        let mut bundle = demonstration();
        let rita = bundle.cases.iter_mut().find(|case| case.slug.as_str() == "rita-karasartova").unwrap();
        rita.state = CaseState::Withdrawn;
        house.engine.import(&Actor::CommandLine, &bundle, false).await.unwrap();

        let gone = house.engine.case_page(&slug("rita-karasartova")).await;
        assert!(matches!(gone, Err(EngineError::Gone)), "{}", house.name);
        let totals = house.engine.totals(&slug("open-cases")).await.unwrap();
        assert_eq!(totals.actions, 1);
        let everything = format!(
            "{totals:?} {:?} {:?} {:?}",
            house.engine.receipt(&recorded.receipt.reference).await.unwrap(),
            house.engine.cases().await.unwrap(),
            house.engine.campaign_page(&slug("open-cases")).await.unwrap().cases,
        );
        assert!(!everything.to_lowercase().contains("karasartova"), "{}: {everything}", house.name);

        // posted the day before the change: counts; the day after: does not
        let before = NewAction { occurred_on: "2026-11-22".into(), ..letter_for_rita(2) };
        assert!(house.engine.record_action(&before).await.unwrap().first);
        *house.clock.now.lock().unwrap() = NOW + Duration::days(2);
        let after = NewAction { occurred_on: "2026-11-25".into(), ..letter_for_rita(3) };
        assert_eq!(
            refused(house.engine.record_action(&after).await.unwrap_err()),
            [("case".into(), Rule::CaseNotWritten)]
        );
    }
}

#[tokio::test]
async fn the_next_case_is_one_that_takes_letters() {
    let house = houses().await.remove(0);
    let next = house.engine.next_case(&slug("open-cases"), &slug("rita-karasartova")).await.unwrap().unwrap();
    assert!(next.takes_letters && next.slug.as_str() != "rita-karasartova");
    let page = house.engine.current_campaign().await.unwrap().unwrap();
    assert_eq!(page.campaign.slug.as_str(), "open-cases");
    let last = page.cases.iter().rfind(|case| case.takes_letters).unwrap();
    let first = page.cases.iter().find(|case| case.takes_letters).unwrap();
    let after_last = house.engine.next_case(&slug("open-cases"), &last.slug).await.unwrap().unwrap();
    assert_eq!(after_last.slug, first.slug, "after the last the round begins again");
}
