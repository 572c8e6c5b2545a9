use super::*;
use crate::{
    action::StateSince,
    campaign::Campaign,
    case::Case,
    field::{FieldError, Rule},
    state::{CampaignState, CaseState},
};
use proptest::prelude::*;
use rstest::rstest;
use time::{
    OffsetDateTime,
    macros::{date, datetime},
};

const NOW: OffsetDateTime = datetime!(2026-12-12 12:00 UTC);
const PUBLISHED: StateSince = StateSince { state: CaseState::Published, since: datetime!(2026-01-01 0:00 UTC) };

fn line(case: &str, kind: &str, quantity: i64) -> NewLine {
    NewLine { case: case.into(), kind: kind.into(), quantity, language: None }
}

fn new() -> NewReport {
    NewReport {
        id: Uuid::parse_str("01935a2e-7c00-7abc-8def-0123456789ab").unwrap(),
        campaign: "w4r".into(),
        group: Some("freiburg".into()),
        section: None,
        replaces: None,
        collected_from: "2026-12-10".into(),
        collected_to: "2026-12-10".into(),
        basis: "counted".into(),
        people: None,
        note: None,
        lines: vec![line("rita", "letter", 20), line("rita", "card", 3)],
    }
}

fn campaign() -> Campaign {
    serde_json::from_value(serde_json::json!({
        "slug": "w4r", "title": "Write", "state": "open", "tagline": "", "description": "", "year": 2026,
        "opens": "2026-11-01", "closes": "2026-12-31", "kinds": ["letter", "card", "solidarity-message"],
        "cases": ["rita"],
    }))
    .unwrap()
}

fn case() -> Case {
    serde_json::from_value(serde_json::json!({
        "slug": "rita", "state": "published", "kind": "individual", "name": "Rita", "country": "KG", "summary": "S",
        "story": ["T"], "text_sources": [],
        "standing": {"status": "convicted", "as_of": "2025-12-11", "source": "x"},
    }))
    .unwrap()
}

fn rules(errors: Vec<FieldError>) -> Vec<(String, Rule)> {
    errors.into_iter().map(|e| (e.field, e.rule)).collect()
}

fn named(field: &str, rule: Rule) -> Vec<(String, Rule)> {
    vec![(field.to_owned(), rule)]
}

fn checked(
    new: &NewReport,
    campaign: &Campaign,
    case: &Case,
    state: StateSince,
    now: OffsetDateTime,
) -> Vec<(String, Rule)> {
    let report = new.read().unwrap();
    let find = |slug: &Slug| (*slug == case.slug).then_some((case, state));
    report.check(campaign, find, USUAL_GRACE, now).err().map(rules).unwrap_or_default()
}

fn plainly(new: &NewReport) -> Vec<(String, Rule)> {
    checked(new, &campaign(), &case(), PUBLISHED, NOW)
}

#[test]
fn an_evening_is_read_and_counted() {
    let report = new().read().unwrap();
    assert_eq!((report.actions(), report.collected_to), (23, date!(2026 - 12 - 10)));
    assert_eq!(report.reporter, Reporter::Group("freiburg".into()));
    assert_eq!(plainly(&new()), []);
    let json = serde_json::to_string(&report).unwrap();
    assert_eq!(serde_json::from_str::<Report>(&json).unwrap(), report);
}

#[rstest]
#[case(0)]
#[case(-3)]
#[case(10_000_001)]
#[case(i64::MIN)]
fn a_quantity_outside_the_bounds_is_named_with_its_line(#[case] quantity: i64) {
    let report = NewReport { lines: vec![line("rita", "letter", 1), line("rita", "card", quantity)], ..new() };
    assert_eq!(rules(report.read().unwrap_err()), named("lines[1].quantity", Rule::OneToTenMillion));
}

#[test]
fn every_field_that_is_wrong_is_named_at_once() {
    let report = NewReport {
        id: Uuid::nil(),
        campaign: "W 4 R".into(),
        group: None,
        collected_from: "yesterday".into(),
        basis: "guessed".into(),
        note: Some("x".repeat(LONGEST_NOTE + 1)),
        lines: vec![line("Rita", "letters", 1)],
        ..new()
    };
    let fields: Vec<String> = report.read().unwrap_err().into_iter().map(|e| e.field).collect();
    let expected = ["lines[0].case", "lines[0].kind", "id", "campaign", "group", "collected_from", "basis", "note"];
    assert_eq!(fields, expected);
}

#[test]
fn a_group_or_a_section_reports_and_not_both() {
    let section = NewReport { group: None, section: Some("de".into()), ..new() };
    assert_eq!(section.read().unwrap().reporter, Reporter::Section("de".parse().unwrap()));
    let both = NewReport { section: Some("de".into()), ..new() };
    assert_eq!(rules(both.read().unwrap_err()), named("group", Rule::GroupOrSection));
    let unknown = NewReport { group: None, section: Some("atlantis".into()), ..new() };
    assert_eq!(rules(unknown.read().unwrap_err()), named("section", Rule::UnknownSection));
}

#[test]
fn a_line_stands_once_unless_its_language_differs() {
    let twice = NewReport { lines: vec![line("rita", "letter", 1), line("rita", "letter", 2)], ..new() };
    assert_eq!(rules(twice.read().unwrap_err()), named("lines[1]", Rule::StandsTwice));
    let russian = NewLine { language: Some("ru".into()), ..line("rita", "letter", 2) };
    assert!(NewReport { lines: vec![line("rita", "letter", 1), russian], ..new() }.read().is_ok());
}

#[test]
fn there_are_lines_and_not_too_many() {
    assert_eq!(rules(NewReport { lines: vec![], ..new() }.read().unwrap_err()), named("lines", Rule::NoLines));
    let many = |n: usize| (0..n).map(|n| line(&format!("case-{n}"), "letter", 1)).collect();
    assert!(NewReport { lines: many(MOST_LINES), ..new() }.read().is_ok());
    let over = NewReport { lines: many(MOST_LINES + 1), ..new() };
    assert_eq!(rules(over.read().unwrap_err()), named("lines", Rule::TooManyLines));
}

#[test]
fn days_lie_inside_the_campaign_and_not_in_the_future() {
    let days = |from: &str, to: &str| NewReport { collected_from: from.into(), collected_to: to.into(), ..new() };
    assert_eq!(
        rules(days("2026-12-11", "2026-12-10").read().unwrap_err()),
        named("collected_to", Rule::NotBeforeTheFirstDay)
    );
    // today at UTC+14 is the 13th
    assert_eq!(plainly(&days("2026-12-10", "2026-12-13")), []);
    assert_eq!(plainly(&days("2026-12-10", "2026-12-14")), named("collected_to", Rule::NotInTheFuture));
    assert_eq!(plainly(&days("2026-10-31", "2026-12-10")), named("collected_from", Rule::NotBeforeTheCampaign));
    let later = datetime!(2027-01-05 12:00 UTC);
    assert_eq!(
        checked(&days("2026-12-10", "2027-01-01"), &campaign(), &case(), PUBLISHED, later),
        named("collected_to", Rule::NotAfterTheCampaign)
    );
}

#[test]
fn a_closed_campaign_takes_reports_for_its_grace() {
    let closed = Campaign { state: CampaignState::Closed, ..campaign() };
    let on = |now| checked(&new(), &closed, &case(), PUBLISHED, now);
    assert_eq!(on(datetime!(2027-01-05 12:00 UTC)), []);
    // 31 December and sixty days are 1 March, which ends at UTC-12 when it is noon of the 2nd at UTC
    assert_eq!(on(datetime!(2027-03-02 11:59 UTC)), []);
    assert_eq!(on(datetime!(2027-03-02 12:00 UTC)), named("campaign", Rule::ReportsClosed));
    for state in [CampaignState::Draft, CampaignState::Archived] {
        let other = Campaign { state, ..campaign() };
        assert_eq!(checked(&new(), &other, &case(), PUBLISHED, NOW), named("campaign", Rule::ReportsClosed));
    }
}

#[test]
fn for_a_case_that_changed_what_was_done_before_counts() {
    for state in [CaseState::Paused, CaseState::Withdrawn, CaseState::Archived] {
        let on = |since| checked(&new(), &campaign(), &case(), StateSince { state, since }, NOW);
        assert_eq!(on(datetime!(2026-12-10 8:00 UTC)), [], "{state}: that day");
        let refused = on(datetime!(2026-12-09 8:00 UTC));
        assert!(refused.iter().all(|(_, rule)| *rule == Rule::OnlyUntil) && refused.len() == 2, "{refused:?}");
    }
    let draft = StateSince { state: CaseState::Draft, ..PUBLISHED };
    assert_eq!(checked(&new(), &campaign(), &case(), draft, NOW)[0].1, Rule::UnknownCase);
}

#[test]
fn once_the_demand_is_met_letters_count_until_that_day() {
    let mut met = case();
    met.outcomes = vec![
        serde_json::from_value(serde_json::json!({
            "date": "2026-12-09", "kind": "freed", "text": "Free", "meets_main_demand": true, "sources": [],
        }))
        .unwrap(),
    ];
    let refused = checked(&new(), &campaign(), &met, PUBLISHED, NOW);
    assert_eq!(refused[0], ("lines[0].case".to_owned(), Rule::OnlyUntil));
    let earlier = NewReport { collected_from: "2026-12-08".into(), collected_to: "2026-12-09".into(), ..new() };
    assert_eq!(checked(&earlier, &campaign(), &met, PUBLISHED, NOW), []);
}

#[test]
fn campaign_and_case_say_which_kinds_and_cases_count() {
    let kinds = NewReport { lines: vec![line("rita", "email", 1), line("rita", "solidarity-message", 1)], ..new() };
    assert_eq!(
        plainly(&kinds),
        [("lines[0].kind".to_owned(), Rule::KindNotCounted), ("lines[1].kind".to_owned(), Rule::NoMessages)]
    );
    let other = NewReport { lines: vec![line("ahmed", "letter", 1)], ..new() };
    assert_eq!(plainly(&other), named("lines[0].case", Rule::UnknownCase));
}

#[test]
fn a_later_report_is_compared_line_by_line() {
    let read = |lines| NewReport { lines, ..new() }.read().unwrap().lines;
    let before = read(vec![line("rita", "letter", 20), line("rita", "card", 3), line("ahmed", "letter", 1)]);
    let after = read(vec![line("rita", "letter", 25), line("rita", "card", 3), line("nasima", "letter", 2)]);
    let change = |case: &str, before, after| Change { case: case.parse().unwrap(), kind: Kind::Letter, before, after };
    assert_eq!(difference(&before, &after), [change("ahmed", 1, 0), change("nasima", 0, 2), change("rita", 20, 25)]);
    assert_eq!(difference(&before, &before), []);
}

proptest! {
    #[test]
    fn any_text_in_any_field_is_read_or_refused(
        campaign in ".{0,20}", group in ".{0,20}", from in ".{0,12}", basis in ".{0,12}", case in ".{0,20}",
        quantity: i64, language in ".{0,8}",
    ) {
        let lines = vec![NewLine { case, kind: "letter".into(), quantity, language: Some(language) }];
        let _ = NewReport { campaign, group: Some(group), collected_from: from, basis, lines, ..new() }.read();
    }

    #[test]
    fn a_difference_adds_up(before in proptest::collection::vec(1i64..1000, 0..6), after in proptest::collection::vec(1i64..1000, 0..6)) {
        let read = |quantities: &[i64]| -> Vec<Line> {
            let line = |(n, q): (usize, &i64)| Line {
                case: format!("case-{n}").parse().unwrap(), kind: Kind::Letter, quantity: u32::try_from(*q).unwrap(), language: None,
            };
            quantities.iter().enumerate().map(line).collect()
        };
        let (before, after) = (read(&before), read(&after));
        let sum = |lines: &[Line]| lines.iter().map(|l| i64::from(l.quantity)).sum::<i64>();
        let changed: i64 = difference(&before, &after).iter().map(|c| c.after - c.before).sum();
        prop_assert_eq!(changed, sum(&after) - sum(&before));
    }
}

#[test]
fn a_report_may_say_by_how_many_people_it_is() {
    assert_eq!(NewReport { people: Some(17), ..new() }.read().unwrap().people, Some(17));
    for people in [0, -1, 10_000_001] {
        let wrong = NewReport { people: Some(people), ..new() }.read().unwrap_err();
        assert_eq!(rules(wrong), named("people", Rule::OneToTenMillion), "{people}");
    }
    let written = serde_json::to_string(&new().read().unwrap()).unwrap();
    assert!(!written.contains("people"), "what is stored from before is read as before: {written}");
}
