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
            ("id", Rule::NotUuid7),
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

#[test]
fn a_campaign_counts_until_its_last_day_is_over_everywhere() {
    let edition = Campaign { closes: Some("2026-12-31".parse().unwrap()), ..campaign() };
    let at = |now, day: &str| {
        let action = NewAction { occurred_on: day.into(), ..new() }.read().unwrap();
        action
            .check(&edition, &case(), PUBLISHED, now)
            .err()
            .map(|e| rules(&e).into_iter().map(|(f, r)| (f.to_owned(), r)).collect::<Vec<_>>())
    };
    // in Kiribati the new year has begun, in Berlin it is the last day's noon
    assert_eq!(at(datetime!(2026-12-31 11:00 UTC), "2026-12-31"), None);
    assert_eq!(at(datetime!(2027-01-01 11:59 UTC), "2026-12-31"), None, "on Baker Island it is still the last day");
    let closed = Some(vec![("campaign".to_owned(), Rule::CampaignClosed)]);
    assert_eq!(at(datetime!(2027-01-01 12:00 UTC), "2026-12-31"), closed, "now a group can still report it");
    assert_eq!(
        at(datetime!(2026-12-31 11:00 UTC), "2027-01-01"),
        Some(vec![("occurred_on".to_owned(), Rule::CampaignClosed)]),
        "what was done after the last day belongs to no campaign, wherever it was"
    );
    assert_eq!(at(datetime!(2026-01-31 10:00 UTC), "2026-02-01"), None, "it opens where its first day begins first");
    assert!(at(datetime!(2026-01-31 09:59 UTC), "2026-02-01").is_some());
}

#[rstest]
#[case(CampaignState::Draft)]
#[case(CampaignState::Closed)]
#[case(CampaignState::Archived)]
fn only_an_open_campaign_counts_online(#[case] state: CampaignState) {
    let action = new().read().unwrap();
    let refused = action.check(&Campaign { state, ..campaign() }, &case(), PUBLISHED, NOW).unwrap_err();
    assert_eq!(rules(&refused), [("campaign", Rule::CampaignClosed)]);
}

#[rstest]
#[case(CaseState::Paused)]
#[case(CaseState::Withdrawn)]
#[case(CaseState::Archived)]
fn for_a_case_that_is_not_written_for_only_what_was_done_before_counts(#[case] state: CaseState) {
    let since = StateSince { state, since: datetime!(2026-11-20 8:00 UTC) };
    let on = |day: &str| NewAction { occurred_on: day.into(), ..new() }.read().unwrap();
    assert_eq!(on("2026-11-20").check(&campaign(), &case(), since, NOW), Ok(()), "the day of the change is the last");
    assert_eq!(
        rules(&on("2026-11-21").check(&campaign(), &case(), since, NOW).unwrap_err()),
        [("case", Rule::CaseNotWritten)]
    );
}

#[rstest]
#[case(CaseState::Draft)]
#[case(CaseState::InReview)]
fn a_case_that_was_never_public_counts_nothing(#[case] state: CaseState) {
    let since = StateSince { state, since: NOW };
    let refused = new().read().unwrap().check(&campaign(), &case(), since, NOW).unwrap_err();
    assert_eq!(rules(&refused), [("case", Rule::CaseNotWritten)]);
}

#[test]
fn a_kind_that_the_campaign_does_not_count_is_named() {
    let petition = NewAction { kind: "petition-signature".into(), ..new() }.read().unwrap();
    assert_eq!(
        rules(&petition.check(&campaign(), &case(), PUBLISHED, NOW).unwrap_err()),
        [("kind", Rule::KindNotCounted)]
    );
}
