use super::*;
use crate::{case::Case, state::CampaignState};
use rstest::rstest;
use time::macros::{date, datetime};

const NOW: OffsetDateTime = datetime!(2026-11-23 12:00 UTC);

fn new() -> NewAction {
    NewAction {
        id: Uuid::parse_str("01935a2e-7c00-7abc-8def-0123456789ab").unwrap(),
        campaign: "open-cases".into(),
        case: "rita-karasartova".into(),
        kind: "letter".into(),
        quantity: 1,
        country: Some("DE".into()),
        occurred_on: "2026-11-23".into(),
        group: None,
    }
}

fn campaign() -> Campaign {
    serde_json::from_value(serde_json::json!({
        "slug": "open-cases", "title": "Open cases", "state": "open", "tagline": "", "description": "",
        "opens": "2026-02-01", "kinds": ["letter", "card", "solidarity-message"], "cases": ["rita-karasartova"],
    }))
    .unwrap()
}

fn case() -> Case {
    serde_json::from_value(serde_json::json!({
        "slug": "rita-karasartova", "state": "published", "kind": "individual", "name": "Rita Karasartova",
        "country": "KG", "summary": "S", "story": ["T"], "text_sources": [],
        "standing": {"status": "convicted", "as_of": "2025-12-11", "source": "x"},
    }))
    .unwrap()
}

const PUBLISHED: StateSince = StateSince { state: CaseState::Published, since: datetime!(2026-01-01 0:00 UTC) };

fn rules(errors: &[FieldError]) -> Vec<(&str, Rule)> {
    errors.iter().map(|e| (e.field.as_str(), e.rule)).collect()
}

#[test]
fn a_letter_for_rita_is_counted() {
    let action = new().read().unwrap();
    assert_eq!(action.check(&campaign(), &case(), PUBLISHED, NOW), Ok(()));
}

#[rstest]
#[case(0)]
#[case(-1)]
#[case(10_001)]
#[case(i64::MAX)]
fn quantities_outside_the_bounds_are_refused(#[case] quantity: i64) {
    let errors = NewAction { quantity, ..new() }.read().unwrap_err();
    assert_eq!(rules(&errors), [("quantity", Rule::OneToTenThousand)]);
}

#[test]
fn every_wrong_field_is_named_at_once() {
    let bad = NewAction {
        id: Uuid::nil(),
        kind: "telegram".into(),
        country: Some("Germany".into()),
        occurred_on: "yesterday".into(),
        ..new()
    };
    let errors = bad.read().unwrap_err();
    assert_eq!(
        rules(&errors),
        [
            ("id", Rule::Format),
            ("kind", Rule::UnknownWord),
            ("country", Rule::CountryCode),
            ("occurred_on", Rule::Format)
        ]
    );
}

#[test]
fn a_missing_country_is_unknown_and_not_an_error() {
    let action = NewAction { country: None, ..new() }.read().unwrap();
    assert_eq!(action.country, Country::UNKNOWN);
}

#[test]
fn the_day_may_be_today_in_kiribati_and_not_later() {
    let at = |now, day: &str| {
        NewAction { occurred_on: day.into(), ..new() }.read().unwrap().check(&campaign(), &case(), PUBLISHED, now)
    };
    assert_eq!(at(datetime!(2026-11-23 09:59 UTC), "2026-11-23"), Ok(()));
    assert!(at(datetime!(2026-11-23 09:59 UTC), "2026-11-24").is_err());
    assert_eq!(at(datetime!(2026-11-23 10:00 UTC), "2026-11-24"), Ok(()));
}

#[test]
fn a_day_before_the_campaign_and_a_closed_campaign_are_refused() {
    let early = NewAction { occurred_on: "2026-01-31".into(), ..new() }.read().unwrap();
    assert_eq!(
        rules(&early.check(&campaign(), &case(), PUBLISHED, NOW).unwrap_err()),
        [("occurred_on", Rule::NotBeforeTheCampaign)]
    );
    let closed = Campaign { state: CampaignState::Closed, ..campaign() };
    let action = new().read().unwrap();
    assert_eq!(
        rules(&action.check(&closed, &case(), PUBLISHED, NOW).unwrap_err()),
        [("campaign", Rule::CampaignClosed)]
    );
}

#[test]
fn what_was_posted_before_a_withdrawal_still_counts() {
    let withdrawn = StateSince { state: CaseState::Withdrawn, since: datetime!(2026-11-20 8:00 UTC) };
    let posted = |day: &str| NewAction { occurred_on: day.into(), ..new() }.read().unwrap();
    assert_eq!(posted("2026-11-19").check(&campaign(), &case(), withdrawn, NOW), Ok(()));
    assert_eq!(
        rules(&posted("2026-11-21").check(&campaign(), &case(), withdrawn, NOW).unwrap_err()),
        [("case", Rule::CaseNotWritten)]
    );
}

#[test]
fn once_the_demand_is_met_only_messages_to_the_person_go_on() {
    let mut free = case();
    free.outcomes = vec![
        serde_json::from_value(serde_json::json!({
            "date": "2026-11-10", "kind": "freed", "text": "Freed.", "meets_main_demand": true, "sources": []
        }))
        .unwrap(),
    ];
    let late = new().read().unwrap();
    assert_eq!(rules(&late.check(&campaign(), &free, PUBLISHED, NOW).unwrap_err()), [("case", Rule::CaseNotWritten)]);
    let before = NewAction { occurred_on: "2026-11-09".into(), ..new() }.read().unwrap();
    assert_eq!(before.check(&campaign(), &free, PUBLISHED, NOW), Ok(()));
    let card = NewAction { kind: "solidarity-message".into(), ..new() }.read().unwrap();
    assert_eq!(card.check(&campaign(), &free, PUBLISHED, NOW), Ok(()));
}

#[test]
fn kinds_keep_their_numbers() {
    let numbers: Vec<i16> = Kind::ALL.iter().map(|kind| kind.number()).collect();
    assert_eq!(numbers, [1, 2, 3, 4, 5, 6, 7]);
    assert!(Kind::ALL.iter().all(|kind| Kind::from_number(kind.number()) == Some(*kind)));
    assert_eq!(date!(2026 - 11 - 24), latest_day(datetime!(2026-11-23 23:00 UTC)));
}
