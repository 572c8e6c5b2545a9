//! Reports: counted once, replaced by a later one, and put right by corrections that can be undone.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use common::{House, NOW, houses, id, letter_for_rita};
use domain::{
    Slug,
    action::Channel,
    correction::Selection,
    field::Rule,
    group::GroupKind,
    ledger::Reason,
    pack::PackSpec,
    report::{NewLine, NewReport},
};
use engine::{
    Actor, EngineError,
    corrections::Chosen,
    groups::NamedGroup,
    reports::{ReportSource, Reported},
};
use time::Duration;
use uuid::Uuid;

const STAFF: Actor = Actor::CommandLine;

fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

fn line(case: &str, kind: &str, quantity: i64) -> NewLine {
    NewLine { case: case.into(), kind: kind.into(), quantity, language: None }
}

fn report(n: u64, lines: Vec<NewLine>) -> NewReport {
    NewReport {
        id: id(2_000_000 + n, NOW),
        campaign: "open-cases".into(),
        group: Some("freiburg".into()),
        section: None,
        replaces: None,
        collected_from: "2026-11-22".into(),
        collected_to: "2026-11-23".into(),
        basis: "counted".into(),
        people: None,
        note: None,
        lines,
    }
}

fn freiburg() -> ReportSource {
    let group = NamedGroup { name: "Freiburg".into(), country: "DE".parse().unwrap(), kind: GroupKind::Local };
    ReportSource { pack: None, group: Some(group) }
}

async fn send(house: &House, new: &NewReport) -> Result<Reported, EngineError> {
    house.engine.record_report(&Actor::Supporter, new, &freiburg()).await
}

async fn sums(house: &House) -> (i64, i64) {
    let totals = house.engine.totals(&slug("open-cases")).await.unwrap();
    assert_eq!(totals.actions, totals.by_channel.online + totals.by_channel.reported);
    (totals.by_channel.online, totals.by_channel.reported)
}

fn refused(error: EngineError) -> Vec<(String, Rule)> {
    match error {
        EngineError::Invalid(fields) => fields.into_iter().map(|f| (f.field, f.rule)).collect(),
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn a_report_is_counted_once_under_reported() {
    for house in houses().await {
        let new = report(1, vec![line("rita-karasartova", "letter", 20), line("ahmed-mansoor", "letter", 3)]);
        let first = send(&house, &new).await.unwrap();
        assert!(first.first && first.view.actions == 23, "{}", house.name);
        assert_eq!((first.view.group.clone(), first.view.section.to_string()), (Some(slug("freiburg")), "de".into()));
        assert_eq!(sums(&house).await, (0, 23));

        *house.clock.now.lock().unwrap() = NOW + Duration::hours(1);
        let again = send(&house, &new).await.unwrap();
        assert!(!again.first && again.view == first.view, "{}: the first one's receipt", house.name);
        let by_slug = house.engine.record_report(&Actor::Supporter, &new, &ReportSource::default()).await.unwrap();
        assert!(!by_slug.first, "the group by its slug is the same group");
        let other = NewReport { basis: "estimated".into(), ..new.clone() };
        assert!(matches!(send(&house, &other).await, Err(EngineError::Conflict)));
        assert_eq!(sums(&house).await, (0, 23));

        let receipt = house.engine.report_receipt(&first.view.reference).await.unwrap();
        assert_eq!(receipt.lines[0].case_name.as_deref(), Some("Rita Karasartova"));
        let totals = house.engine.totals(&slug("open-cases")).await.unwrap();
        assert_eq!(totals.by_country[0].country, "DE");
    }
}

#[tokio::test]
async fn a_later_report_takes_the_earlier_ones_place_and_both_stay() {
    for house in houses().await {
        let first = send(&house, &report(1, vec![line("rita-karasartova", "letter", 20)])).await.unwrap();
        let lines = vec![line("rita-karasartova", "letter", 25), line("rita-karasartova", "card", 4)];
        let later = NewReport { replaces: Some(first.view.id), ..report(2, lines) };

        let preview = house.engine.preview_report(&Actor::Supporter, &later, &freiburg()).await.unwrap();
        assert_eq!((preview.before, preview.actions, preview.changes.len()), (Some(20), 29, 2), "{}", house.name);
        assert_eq!(sums(&house).await, (0, 20), "a preview counts nothing");

        let later = send(&house, &later).await.unwrap();
        assert_eq!(sums(&house).await, (0, 29), "{}", house.name);
        let old = house.engine.report_receipt(&first.view.reference).await.unwrap();
        assert_eq!((old.replaced_by, old.actions), (Some(later.view.id), 20));

        let third =
            NewReport { replaces: Some(first.view.id), ..report(3, vec![line("rita-karasartova", "letter", 1)]) };
        assert_eq!(refused(send(&house, &third).await.unwrap_err()), [("replaces".into(), Rule::ReplacedBefore)]);
        let third = NewReport { replaces: Some(later.view.id), ..third };
        send(&house, &third).await.unwrap();
        assert_eq!(sums(&house).await, (0, 1));
        let ledger: i64 = total_of_ledger(&house).await;
        assert_eq!(ledger, 1, "{}: totals are the ledger's sum", house.name);
    }
}

async fn total_of_ledger(house: &House) -> i64 {
    let db = &house.database.db;
    let number = storage::campaigns::by_slug(db, &slug("open-cases")).await.unwrap().unwrap().number;
    let rows = storage::actions::of_campaign(db, number).await.unwrap();
    rows.iter().map(|row| i64::from(row.quantity)).sum()
}

#[tokio::test]
async fn a_report_of_another_group_is_not_replaced() {
    for house in houses().await {
        let first = send(&house, &report(1, vec![line("rita-karasartova", "letter", 20)])).await.unwrap();
        let basel = NamedGroup { name: "Basel".into(), country: "CH".parse().unwrap(), kind: GroupKind::School };
        let source = ReportSource { pack: None, group: Some(basel) };
        let other =
            NewReport { replaces: Some(first.view.id), ..report(2, vec![line("rita-karasartova", "letter", 1)]) };
        let error = house.engine.record_report(&Actor::Supporter, &other, &source).await.unwrap_err();
        assert_eq!(refused(error), [("replaces".into(), Rule::UnknownReport)], "{}", house.name);
        assert_eq!(sums(&house).await, (0, 20));
        let none = storage::groups::by_slug(&house.database.db, &slug("basel")).await.unwrap();
        assert!(none.is_none(), "{}: what is refused leaves no group behind", house.name);
    }
}

#[tokio::test]
async fn every_rule_that_a_report_breaks_is_named_and_nothing_is_counted() {
    for house in houses().await {
        let lines =
            vec![line("rita-karasartova", "letter", 20), line("nobody", "letter", 1), line("neth-nahara", "letter", 1)];
        let new = NewReport { collected_to: "2026-12-24".into(), ..report(1, lines) };
        let errors = refused(send(&house, &new).await.unwrap_err());
        for expected in [
            ("collected_to".to_owned(), Rule::NotInTheFuture),
            ("lines[1].case".to_owned(), Rule::UnknownCase),
            ("lines[2].case".to_owned(), Rule::UnknownCase),
        ] {
            assert!(errors.contains(&expected), "{}: {errors:?}", house.name);
        }
        let unknown =
            NewReport { group: Some("Nowhere".into()), ..report(2, vec![line("rita-karasartova", "letter", 1)]) };
        let error =
            house.engine.record_report(&Actor::Supporter, &unknown, &ReportSource::default()).await.unwrap_err();
        assert_eq!(refused(error), [("group".into(), Rule::UnknownGroup)]);
        assert_eq!(sums(&house).await, (0, 0));
    }
}

#[tokio::test]
async fn a_section_reports_its_own_numbers() {
    for house in houses().await {
        let new = NewReport {
            group: None,
            section: Some("ch".into()),
            basis: "at-least".into(),
            ..report(1, vec![line("rita-karasartova", "petition-signature", 120_000)])
        };
        let sent =
            house.engine.record_report(&Actor::Section("ch".parse().unwrap()), &new, &ReportSource::default()).await;
        match sent {
            Ok(sent) => {
                assert_eq!((sent.view.group, sent.view.section.to_string()), (None, "ch".to_owned()));
                assert_eq!(sums(&house).await, (0, 120_000), "{}", house.name);
            }
            // the demonstration's campaign may not count signatures: then it says so
            Err(error) => assert_eq!(refused(error), [("lines[0].kind".into(), Rule::KindNotCounted)]),
        }
    }
}

fn evening() -> PackSpec {
    serde_json::from_value(serde_json::json!({
        "title": "Writing evening", "letters": [{"case": "rita-karasartova", "copies": 20}],
    }))
    .unwrap()
}

#[tokio::test]
async fn a_pack_is_kept_under_its_code_and_its_group_reports_from_it() {
    for house in houses().await {
        let engine = &house.engine;
        let group = freiburg().group.unwrap();
        let kept = engine.keep_pack(&Actor::Supporter, &evening(), None, Some(&group)).await.unwrap();
        let again = engine.keep_pack(&Actor::Supporter, &evening(), None, Some(&group)).await.unwrap();
        assert_eq!(again.code, kept.code, "{}: the same pack has the same code", house.name);
        let nobodys = engine.keep_pack(&Actor::Supporter, &evening(), None, None).await.unwrap();
        assert_ne!(nobodys.code, kept.code);
        assert_eq!(engine.kept_pack(kept.code).await.unwrap(), kept);
        assert_eq!(kept.campaign, slug("open-cases"));

        let form = engine.pack_report(nobodys.code).await.unwrap();
        assert!(form.takes_reports && form.before.is_none() && form.pack.group.is_none());
        assert_eq!((form.cases[0].name.as_deref(), form.cases[0].letters), (Some("Rita Karasartova"), 20));

        let source = ReportSource { pack: Some(nobodys.code), ..freiburg() };
        let new = report(1, vec![line("rita-karasartova", "letter", 18)]);
        let sent = engine.record_report(&Actor::Supporter, &new, &source).await.unwrap();
        let form = engine.pack_report(nobodys.code).await.unwrap();
        assert_eq!(
            form.before.map(|before| before.id),
            Some(sent.view.id),
            "{}: a further one replaces it",
            house.name
        );
        assert_eq!(form.pack.group.map(|group| group.name).as_deref(), Some("Freiburg"));

        let derived = "K7QF-2M9D".parse().unwrap();
        engine.keep_pack_as(&STAFF, &evening(), derived).await.unwrap();
        engine.keep_pack_as(&STAFF, &evening(), derived).await.unwrap();
        let other = PackSpec { title: "Another".into(), ..evening() };
        assert!(matches!(engine.keep_pack_as(&STAFF, &other, derived).await, Err(EngineError::Conflict)));
        let none = engine.kept_pack("0000-0000".parse().unwrap()).await;
        assert!(matches!(none, Err(EngineError::NotFound)));
    }
}

#[tokio::test]
async fn a_group_is_listed_when_staff_agree() {
    for house in houses().await {
        let engine = &house.engine;
        send(&house, &report(1, vec![line("rita-karasartova", "letter", 20)])).await.unwrap();
        assert!(engine.groups().await.unwrap().groups.is_empty(), "{}", house.name);
        assert!(matches!(engine.group_page(&slug("freiburg")).await, Err(EngineError::NotFound)));
        let denied = engine.set_group_public(&Actor::Supporter, &slug("freiburg"), true).await;
        assert!(matches!(denied, Err(EngineError::Denied)));
        engine.set_group_public(&STAFF, &slug("freiburg"), true).await.unwrap();
        let listed = engine.groups().await.unwrap().groups;
        assert_eq!((listed[0].group.name.as_str(), listed[0].actions), ("Freiburg", 20));
        let page = engine.group_page(&slug("freiburg")).await.unwrap();
        assert_eq!((page.campaigns.len(), page.reports.len()), (1, 1));
    }
}

async fn correct(house: &House, chosen: &Chosen, reason: Reason) -> engine::corrections::Corrected {
    let preview = house.engine.preview_correction(&STAFF, chosen).await.unwrap();
    house.engine.correct(&STAFF, chosen, reason, "seen on the list", preview.actions).await.unwrap()
}

#[tokio::test]
async fn a_correction_is_taken_back_and_taken_back_again() {
    for house in houses().await {
        let action = house.engine.record_action(&letter_for_rita(1)).await.unwrap();
        house.engine.record_action(&letter_for_rita(2)).await.unwrap();
        let chosen = Chosen::Receipt(action.receipt.reference.clone());
        let made = correct(&house, &chosen, Reason::Test).await;
        assert_eq!((made.entries, made.actions), (1, 1), "{}", house.name);
        assert_eq!(sums(&house).await, (1, 0));
        let nothing = house.engine.correct(&STAFF, &chosen, Reason::Test, "", 0).await.unwrap_err();
        assert_eq!(refused(nothing), [("expected".into(), Rule::CountChanged)], "{}: nothing is left", house.name);

        let undone = house.engine.undo_correction(&STAFF, made.batch).await.unwrap();
        assert_eq!((undone.actions, sums(&house).await), (-1, (2, 0)), "{}", house.name);
        let twice = house.engine.undo_correction(&STAFF, made.batch).await.unwrap_err();
        assert_eq!(refused(twice), [("correction".into(), Rule::UndoneBefore)]);
        // the reverse of the reverse
        house.engine.undo_correction(&STAFF, undone.batch).await.unwrap();
        assert_eq!(sums(&house).await, (1, 0), "{}", house.name);
        assert_eq!(total_of_ledger(&house).await, 1);

        let listed = house.engine.corrections(&STAFF, 0, 10).await.unwrap();
        let reasons: Vec<&str> = listed.iter().map(|made| made.reason.as_str()).collect();
        assert_eq!(reasons.len(), 3, "{reasons:?}");
        let trail = storage::audits::about(&house.database.db, &format!("correction:{}", made.batch)).await.unwrap();
        assert_eq!(
            (trail[0].actor.as_str(), trail[0].detail["remark"].as_str()),
            ("command-line", Some("seen on the list"))
        );
    }
}

#[tokio::test]
async fn many_are_taken_back_by_a_rule_and_put_back_at_once() {
    for house in houses().await {
        for n in 0..12 {
            house.engine.record_action(&letter_for_rita(n)).await.unwrap();
        }
        send(&house, &report(1, vec![line("rita-karasartova", "letter", 20)])).await.unwrap();
        let all = Selection::of(slug("open-cases"));
        let error = house.engine.preview_correction(&STAFF, &Chosen::Rule(all.clone())).await.unwrap_err();
        assert_eq!(refused(error), [("selection".into(), Rule::NothingChosen)]);

        let online = Chosen::Rule(Selection {
            channel: Some(Channel::Online),
            country: Some("DE".parse().unwrap()),
            ..all.clone()
        });
        let denied = house.engine.preview_correction(&Actor::Supporter, &online).await;
        assert!(matches!(denied, Err(EngineError::Denied)));
        let preview = house.engine.preview_correction(&STAFF, &online).await.unwrap();
        assert_eq!((preview.entries, preview.actions), (12, 12), "{}", house.name);
        let stale = house.engine.correct(&STAFF, &online, Reason::NotGenuine, "", 11).await.unwrap_err();
        assert_eq!(refused(stale), [("expected".into(), Rule::CountChanged)]);
        assert_eq!(sums(&house).await, (12, 20));
        let made = correct(&house, &online, Reason::NotGenuine).await;
        assert_eq!(sums(&house).await, (0, 20), "{}", house.name);
        house.engine.undo_correction(&STAFF, made.batch).await.unwrap();
        assert_eq!(sums(&house).await, (12, 20));

        let big = Chosen::Rule(Selection { at_least: Some(2), ..all.clone() });
        assert_eq!(house.engine.preview_correction(&STAFF, &big).await.unwrap().actions, 20);
        let group = Chosen::Rule(Selection { group: Some(slug("freiburg")), ..all.clone() });
        assert_eq!(house.engine.preview_correction(&STAFF, &group).await.unwrap().actions, 20);
        let later = Chosen::Rule(Selection { counted_from: Some(NOW + Duration::hours(1)), ..all.clone() });
        assert_eq!(house.engine.preview_correction(&STAFF, &later).await.unwrap().entries, 0);
        let burst = Selection { counted_from: Some(NOW), counted_to: Some(NOW + Duration::seconds(1)), ..all };
        assert_eq!(house.engine.preview_correction(&STAFF, &Chosen::Rule(burst)).await.unwrap().entries, 13);
    }
}

#[tokio::test]
async fn a_report_that_was_taken_back_and_then_replaced_never_counts_twice() {
    for house in houses().await {
        let first = send(&house, &report(1, vec![line("rita-karasartova", "letter", 20)])).await.unwrap();
        let made = correct(&house, &Chosen::Receipt(first.view.reference.clone()), Reason::Mistake).await;
        assert_eq!(sums(&house).await, (0, 0), "{}", house.name);
        let later =
            NewReport { replaces: Some(first.view.id), ..report(2, vec![line("rita-karasartova", "letter", 30)]) };
        send(&house, &later).await.unwrap();
        assert_eq!(sums(&house).await, (0, 30));
        let undone = house.engine.undo_correction(&STAFF, made.batch).await.unwrap_err();
        assert_eq!(refused(undone), [("correction".into(), Rule::ReplacedBefore)], "{}", house.name);
        let replacing = house.engine.undo_correction(&STAFF, Uuid::nil()).await;
        assert!(matches!(replacing, Err(EngineError::NotFound)));
        assert_eq!(sums(&house).await, (0, 30));
    }
}

#[tokio::test]
async fn the_longest_report_is_counted_whole() {
    let house = houses().await.remove(0);
    let campaign = house.engine.campaign_page(&slug("open-cases")).await.unwrap().campaign;
    let languages = ["en", "fr", "de", "es", "ar", "ru", "ky", "uk", "pl", "pt"];
    let mut lines = Vec::new();
    for case in &campaign.cases {
        for kind in campaign.kinds.iter().filter(|kind| kind.as_str() == "letter" || kind.as_str() == "card") {
            lines.extend(
                languages
                    .iter()
                    .map(|lang| NewLine { language: Some((*lang).into()), ..line(case.as_str(), kind.as_str(), 1) }),
            );
        }
    }
    let taken = send(&house, &report(1, lines.clone())).await;
    // cases whose demand was met are refused by name; the rest is counted as it stands
    let lines = match taken {
        Ok(_) => lines,
        Err(error) => {
            let bad: Vec<String> = refused(error).into_iter().map(|(field, _)| field).collect();
            let kept = lines
                .into_iter()
                .enumerate()
                .filter(|(n, _)| !bad.iter().any(|f| f.starts_with(&format!("lines[{n}]"))));
            let kept: Vec<NewLine> = kept.map(|(_, line)| line).collect();
            send(&house, &report(2, kept.clone())).await.unwrap();
            kept
        }
    };
    assert!(lines.len() >= 100, "{}", lines.len());
    assert_eq!(sums(&house).await, (0, i64::try_from(lines.len()).unwrap()));
}
