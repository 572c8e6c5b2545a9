//! Corrections of a number, and what may be undone.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use common::{House, NOW, houses, id, letter_for_rita};
use domain::{
    action::NewAction,
    field::Rule,
    ledger::Reason,
    report::{NewLine, NewReport},
};
use engine::{Actor, EngineError, corrections::Chosen, reports::ReportSource};

const STAFF: Actor = Actor::CommandLine;

fn refused(error: EngineError) -> Vec<(String, Rule)> {
    match error {
        EngineError::Invalid(fields) => fields.into_iter().map(|f| (f.field, f.rule)).collect(),
        other => panic!("{other}"),
    }
}

async fn total(house: &House) -> i64 {
    house.engine.totals(&"open-cases".parse().unwrap()).await.unwrap().actions
}

async fn fifty(house: &House) -> String {
    let fifty = NewAction { quantity: 50, ..letter_for_rita(1) };
    house.engine.record_action(&fifty).await.unwrap().receipt.reference
}

fn section(n: u64, lines: &[(&str, i64)], replaces: Option<uuid::Uuid>) -> NewReport {
    NewReport {
        id: id(3_000_000 + n, NOW),
        campaign: "open-cases".into(),
        group: None,
        section: Some("de".into()),
        replaces,
        collected_from: "2026-11-22".into(),
        collected_to: "2026-11-23".into(),
        basis: "counted".into(),
        people: None,
        note: None,
        lines: lines
            .iter()
            .map(|(case, quantity)| NewLine {
                case: (*case).into(),
                kind: "letter".into(),
                quantity: *quantity,
                language: None,
            })
            .collect(),
    }
}

#[tokio::test]
async fn fifty_that_were_forty_count_forty_and_the_difference_can_be_put_back() {
    for house in houses().await {
        let engine = &house.engine;
        let receipt = fifty(&house).await;
        let forty = Chosen::Number { receipt: receipt.clone(), to: 40 };
        let preview = engine.preview_correction(&STAFF, &forty).await.unwrap();
        assert_eq!((preview.entries, preview.actions), (1, 10), "{}", house.name);
        let done = engine.correct(&STAFF, &forty, Reason::Mistake, "the list had 40 names", 10).await.unwrap();
        assert_eq!(total(&house).await, 40);
        assert_eq!(engine.preview_correction(&STAFF, &forty).await.unwrap().entries, 0, "it is forty already");

        let sixty = Chosen::Number { receipt: receipt.clone(), to: 60 };
        assert_eq!(engine.preview_correction(&STAFF, &sixty).await.unwrap().actions, -20);
        let more = engine.correct(&STAFF, &sixty, Reason::Mistake, "", -20).await.unwrap();
        assert_eq!(total(&house).await, 60);
        let error = engine.undo_correction(&STAFF, done.batch).await.unwrap_err();
        assert_eq!(refused(error), [("correction".into(), Rule::CorrectedSince)], "{}", house.name);
        engine.undo_correction(&STAFF, more.batch).await.unwrap();
        assert_eq!(total(&house).await, 40);

        let whole = Chosen::Receipt(receipt);
        let gone = engine.correct(&STAFF, &whole, Reason::Asked, "", 40).await.unwrap();
        assert_eq!(total(&house).await, 0);
        engine.undo_correction(&STAFF, gone.batch).await.unwrap();
        assert_eq!(total(&house).await, 40, "{}: all of it but the mistake", house.name);
        let sum: i64 = storage::actions::of_campaign(
            &house.database.db,
            storage::campaigns::by_slug(&house.database.db, &"open-cases".parse().unwrap())
                .await
                .unwrap()
                .unwrap()
                .number,
        )
        .await
        .unwrap()
        .iter()
        .map(|row| i64::from(row.quantity))
        .sum();
        assert_eq!(sum, 40, "{}: totals are the ledger's sum", house.name);
    }
}

#[tokio::test]
async fn a_correction_is_undone_and_the_undoing_too() {
    for house in houses().await {
        let forty = Chosen::Number { receipt: fifty(&house).await, to: 40 };
        let engine = &house.engine;
        let done = engine.correct(&STAFF, &forty, Reason::Mistake, "", 10).await.unwrap();
        let undone = engine.undo_correction(&STAFF, done.batch).await.unwrap();
        assert_eq!(total(&house).await, 50, "{}", house.name);
        engine.undo_correction(&STAFF, undone.batch).await.unwrap();
        assert_eq!(total(&house).await, 40, "{}: a reverse of a reverse", house.name);
    }
}

#[tokio::test]
async fn only_one_line_can_be_set_to_a_number_within_bounds_and_not_what_was_replaced() {
    for house in houses().await {
        let engine = &house.engine;
        let number = |receipt: &str, to| Chosen::Number { receipt: receipt.to_owned(), to };
        let receipt = fifty(&house).await;
        for (to, rule) in [(0, Rule::OneToTenThousand), (10_001, Rule::OneToTenThousand)] {
            let error = engine.preview_correction(&STAFF, &number(&receipt, to)).await.unwrap_err();
            assert_eq!(refused(error), [("to".into(), rule)], "{}", house.name);
        }
        let send =
            async |new: &NewReport| engine.record_report(&STAFF, new, &ReportSource::default()).await.unwrap().view;
        let two = send(&section(1, &[("rita-karasartova", 7), ("ahmed-mansoor", 3)], None)).await;
        let error = engine.preview_correction(&STAFF, &number(&two.reference, 5)).await.unwrap_err();
        assert_eq!(refused(error), [("receipt".into(), Rule::OneLineOnly)]);
        let one = send(&section(2, &[("rita-karasartova", 20_000)], Some(two.id))).await;
        let more = number(&one.reference, 30_000);
        engine.correct(&STAFF, &more, Reason::Mistake, "", -10_000).await.unwrap();
        assert_eq!(total(&house).await, 30_050, "{}", house.name);
        send(&section(3, &[("rita-karasartova", 5)], Some(one.id))).await;
        assert_eq!(total(&house).await, 55, "{}: a later report takes the corrected one's place whole", house.name);
        let error = engine.preview_correction(&STAFF, &number(&one.reference, 5)).await.unwrap_err();
        assert_eq!(refused(error), [("receipt".into(), Rule::ReplacedBefore)]);
    }
}
