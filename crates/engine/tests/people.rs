//! People and actions are kept apart.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use common::{House, NOW, houses, id, letter_for_rita};
use domain::{
    group::GroupKind,
    ledger::Reason,
    report::{NewLine, NewReport},
};
use engine::{
    Actor,
    corrections::Chosen,
    groups::NamedGroup,
    reports::{ReportSource, ReportView},
};

const STAFF: Actor = Actor::CommandLine;

async fn report(
    house: &House,
    n: u64,
    group: &str,
    letters: i64,
    people: Option<i64>,
    replaces: Option<uuid::Uuid>,
) -> ReportView {
    let new = NewReport {
        id: id(4_000_000 + n, NOW),
        campaign: "open-cases".into(),
        group: Some(group.into()),
        section: None,
        replaces,
        collected_from: "2026-11-22".into(),
        collected_to: "2026-11-23".into(),
        basis: "counted".into(),
        people,
        note: None,
        lines: vec![NewLine {
            case: "rita-karasartova".into(),
            kind: "letter".into(),
            quantity: letters,
            language: None,
        }],
    };
    let named = NamedGroup { name: group.into(), country: "DE".parse().unwrap(), kind: GroupKind::Local };
    let source = ReportSource { pack: None, group: Some(named) };
    house.engine.record_report(&Actor::Supporter, &new, &source).await.unwrap().view
}

async fn said(house: &House) -> (i64, Option<i64>) {
    let totals = house.engine.totals(&"open-cases".parse().unwrap()).await.unwrap();
    (totals.actions, totals.people)
}

#[tokio::test]
async fn people_stand_beside_actions_and_go_with_their_report() {
    for house in houses().await {
        let first = report(&house, 1, "Freiburg", 42, Some(17), None).await;
        assert_eq!((said(&house).await, first.people), ((42, Some(17)), Some(17)), "{}", house.name);
        // the same people on another evening: at least the larger number, not both
        report(&house, 2, "Freiburg", 10, Some(12), None).await;
        report(&house, 3, "Halle", 5, Some(3), None).await;
        report(&house, 4, "Basel", 6, None, None).await;
        house.engine.record_action(&letter_for_rita(1)).await.unwrap();
        assert_eq!(said(&house).await, (64, Some(20)));

        let later = report(&house, 5, "Freiburg", 40, Some(15), Some(first.id)).await;
        assert_eq!(said(&house).await, (62, Some(18)), "{}: fifteen instead of seventeen", house.name);

        let whole = Chosen::Receipt(later.reference);
        let done = house.engine.correct(&STAFF, &whole, Reason::Mistake, "", 40).await.unwrap();
        assert_eq!(said(&house).await, (22, Some(15)), "twelve of the other evening, and three");
        let undone = house.engine.undo_correction(&STAFF, done.batch).await.unwrap();
        assert_eq!(said(&house).await, (62, Some(18)));
        house.engine.undo_correction(&STAFF, undone.batch).await.unwrap();
        assert_eq!(said(&house).await, (22, Some(15)), "{}", house.name);
    }
}

#[tokio::test]
async fn where_nobody_says_how_many_people_nothing_is_said() {
    for house in houses().await {
        report(&house, 1, "Freiburg", 42, None, None).await;
        assert_eq!(said(&house).await, (42, None), "{}", house.name);
        assert_eq!(house.engine.people(&STAFF, &"open-cases".parse().unwrap()).await.unwrap(), 0);
    }
}
