//! Counts as staff read them: the sums of the ledger by what is asked, channels and basis apart.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use common::{House, NOW, demonstration, houses, id};
use domain::{
    action::{Channel, Kind},
    campaign::Basis,
    country::Country,
    ledger::EntryKind,
    state::CaseState,
};
use engine::{
    Actor, EngineError,
    counts::{Counts, Key, Question},
};
use storage::ledger::Entry;

/// 2026-11-20 as the ledger writes it.
const DAY: i32 = 20777;

struct Line(&'static str, &'static str, Kind, i32, &'static str, i32, Channel, Basis);

/// What the tests count, by campaign: 1000 + 30 + 4 online and 500 reported in one, 70 in an edition.
fn lines() -> Vec<Line> {
    use Basis::{Counted, Estimated};
    use Channel::{Online, Reported};
    vec![
        Line("open-cases", "rita-karasartova", Kind::Letter, 1000, "DE", DAY, Online, Counted),
        Line("open-cases", "rita-karasartova", Kind::Card, 30, "FR", DAY + 1, Online, Counted),
        Line("open-cases", "ahmed-mansoor", Kind::Letter, 4, "DE", DAY + 3, Online, Counted),
        Line("open-cases", "rita-karasartova", Kind::Letter, 400, "NO", DAY + 1, Reported, Counted),
        Line("open-cases", "rita-karasartova", Kind::Letter, 100, "NO", DAY + 1, Reported, Estimated),
        Line("w4r-2023", "rita-karasartova", Kind::Letter, 70, "DE", DAY - 1000, Online, Counted),
    ]
}

async fn fill(house: &House) {
    let db = &house.database.db;
    let (campaigns, cases) = (storage::campaigns::all(db).await.unwrap(), storage::cases::all(db).await.unwrap());
    let entry = |(n, line): (usize, Line)| Entry {
        campaign: campaigns[&line.0.parse().unwrap()].number,
        id: id(5_000_000 + n as u64, NOW),
        case: cases[&line.1.parse().unwrap()].number,
        kind: line.2,
        quantity: line.3,
        country: line.4.parse::<Country>().unwrap(),
        section: 0,
        group: 0,
        occurred_on: line.5,
        channel: line.6,
        basis: line.7,
        entry: EntryKind::Action,
        origin: None,
    };
    let entries: Vec<Entry> = lines().into_iter().enumerate().map(entry).collect();
    let writer = storage::ledger::new_writer(db, 1).await.unwrap();
    let tx = storage::begin(db).await.unwrap();
    storage::ledger::append(&tx, writer, 1, &entries).await.unwrap();
    tx.commit().await.unwrap();
}

async fn asked(house: &House, query: &str) -> Counts {
    let question = Question::read(query).unwrap();
    house.engine.counts(&Actor::CommandLine, &question).await.unwrap()
}

fn shown(counts: &Counts) -> Vec<(String, i64)> {
    let name = |key: &Key| match key {
        Key::Case(case) => case.slug.to_string(),
        Key::CaseAndCountry(case, country) => format!("{} {country}", case.slug),
        Key::Country(country) => country.to_string(),
        Key::Kind(kind) => kind.to_string(),
        Key::Section(section) => section.to_string(),
        Key::Day(day) => domain::date::iso(*day),
    };
    counts.rows.iter().map(|row| (name(&row.key), row.cells.all())).collect()
}

#[tokio::test]
async fn every_row_is_the_ledgers_sum_the_most_first() {
    for house in houses().await {
        fill(&house).await;
        for (query, expected) in [
            ("", vec![("rita-karasartova", 1530), ("ahmed-mansoor", 4)]),
            ("by=country", vec![("DE", 1004), ("NO", 500), ("FR", 30)]),
            ("by=kind", vec![("letter", 1504), ("card", 30)]),
            ("by=section", vec![("centre", 1534)]),
            ("by=day", vec![("2026-11-20", 1000), ("2026-11-21", 530), ("2026-11-23", 4)]),
            ("by=case-country&country=DE", vec![("rita-karasartova DE", 1000), ("ahmed-mansoor DE", 4)]),
            ("channel=reported", vec![("rita-karasartova", 500)]),
            ("case=ahmed-mansoor&kind=letter&kind=card", vec![("ahmed-mansoor", 4)]),
            ("from=2026-11-21&to=2026-11-22", vec![("rita-karasartova", 530)]),
            ("from=2026-11-21&by=country", vec![("NO", 500), ("FR", 30), ("DE", 4)]),
            ("from=2020-01-01&to=2030-01-01&by=country", vec![("DE", 1004), ("NO", 500), ("FR", 30)]),
            ("from=2027-01-01", vec![]),
            ("kind=petition-signature", vec![]),
            ("campaign=w4r-2023&by=country", vec![("DE", 70)]),
        ] {
            let counts = asked(&house, query).await;
            let expected: Vec<(String, i64)> = expected.into_iter().map(|(name, n)| (name.to_owned(), n)).collect();
            assert_eq!(shown(&counts), expected, "{}: {query}", house.name);
            assert_eq!(counts.sum.all(), expected.iter().map(|(_, n)| n).sum::<i64>(), "{query}");
            let days: i64 = counts.days.iter().map(|day| day.online + day.reported).sum();
            assert_eq!(days, counts.sum.all(), "{query}: the drawing shows what the table does");
        }
    }
}

#[tokio::test]
async fn online_and_reported_counted_and_estimated_stay_apart() {
    for house in houses().await {
        fill(&house).await;
        let counts = asked(&house, "").await;
        let sum = &counts.sum;
        assert_eq!((sum.by_channel(Channel::Online), sum.by_channel(Channel::Reported)), (1034, 500), "{}", house.name);
        assert_eq!((sum.by_basis(Basis::Estimated), sum.by_basis(Basis::AtLeast)), (100, 0));
        assert_eq!(sum.of_kinds(&[Kind::Letter, Kind::PrintedLetter]), 1504);
        assert_eq!(sum.parts().iter().map(|part| part.actions).sum::<i64>(), 1534);
        let second = counts.days[1];
        assert_eq!((domain::date::iso(second.day).as_str(), second.online, second.reported), ("2026-11-21", 30, 500));
    }
}

#[tokio::test]
async fn nobody_but_staff_reads_them_and_what_is_not_there_is_named() {
    let house = houses().await.remove(0);
    for actor in [Actor::Supporter, Actor::Setup] {
        let answer = house.engine.counts(&actor, &Question::default()).await;
        assert!(matches!(answer, Err(EngineError::Denied)));
    }
    for (query, field) in [("campaign=nothing", "campaign"), ("case=nobody", "case")] {
        let question = Question::read(query).unwrap();
        match house.engine.counts(&Actor::CommandLine, &question).await.unwrap_err() {
            EngineError::Invalid(errors) => assert_eq!(errors[0].field, field),
            other => panic!("{other}"),
        }
    }
}

#[tokio::test]
async fn a_withdrawn_case_stands_in_them_marked() {
    for house in houses().await {
        fill(&house).await;
        let mut bundle = demonstration();
        let rita = bundle.cases.iter_mut().find(|case| case.slug.as_str() == "rita-karasartova").unwrap();
        rita.state = CaseState::Withdrawn;
        house.engine.import(&Actor::CommandLine, &bundle, false).await.unwrap();
        let counts = asked(&house, "").await;
        let Key::Case(case) = &counts.rows[0].key else { panic!() };
        assert_eq!((case.name.as_str(), case.state, case.public), ("Rita Karasartova", CaseState::Withdrawn, false));
    }
}

#[tokio::test]
async fn an_action_shows_at_once_in_an_answer_from_days_that_are_kept() {
    for house in houses().await {
        fill(&house).await;
        // days with countries are answered from memory, once they were read
        let query = "from=2026-11-21&by=country";
        let expected = |de: i64| vec![("NO".to_owned(), 500), ("FR".to_owned(), 30), ("DE".to_owned(), de)];
        assert_eq!(shown(&asked(&house, query).await), expected(4), "{}", house.name);
        for n in 1..=3 {
            house.engine.record_action(&common::letter_for_rita(u64::try_from(n).unwrap())).await.unwrap();
            assert_eq!(shown(&asked(&house, query).await), expected(4 + n), "{}", house.name);
        }
        assert_eq!(shown(&asked(&house, "from=2026-11-21&by=section&case=ahmed-mansoor").await)[0].1, 4);
        let day = asked(&house, "country=DE&by=day").await;
        assert_eq!(shown(&day).last().unwrap(), &("2026-11-23".to_owned(), 7), "{}", house.name);
    }
}
