//! The ledger in the database: an id once, every tally its sum, a chain over it, all or nothing.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "common/databases.rs"]
mod databases;

use databases::{databases, empty_databases};
use domain::{
    action::{Channel, Kind},
    campaign::Basis,
    country::Country,
    ledger::{EntryKind, Reason},
};
use migrations::Migrator;
use sea_orm::{ConnectionTrait, DatabaseConnection, EntityTrait, Statement};
use sea_orm_migration::MigratorTrait;
use storage::{
    StorageError, actions,
    entity::{action_origin, chain},
    ledger::{self, Entry, Head, Origin},
    tallies::{self, By, Filter, GRAINS},
};
use uuid::Uuid;

const NOW: i64 = 1_795_435_200_000;
const TODAY: i32 = 20_780;

fn entry(id: u128, quantity: i32) -> Entry {
    Entry {
        campaign: 1,
        id: Uuid::from_u128(id),
        case: 1,
        kind: Kind::Letter,
        quantity,
        country: "DE".parse().unwrap(),
        section: 0,
        group: 0,
        occurred_on: TODAY,
        channel: Channel::Online,
        basis: Basis::Counted,
        entry: EntryKind::Action,
        origin: None,
    }
}

/// Thirty entries that differ in everything a tally is kept by; their sum is 465.
fn mixed() -> Vec<Entry> {
    let countries: [Country; 3] = ["DE", "KG", "ZZ"].map(|code| code.parse().unwrap());
    (0..30_i16)
        .map(|n| Entry {
            case: n % 3 + 1,
            kind: Kind::ALL[usize::try_from(n % 5).unwrap()],
            country: countries[usize::try_from(n % 3).unwrap()],
            section: n % 2,
            group: i32::from(n % 4),
            occurred_on: TODAY + i32::from(n % 6),
            channel: if n % 4 == 0 { Channel::Online } else { Channel::Reported },
            basis: Basis::ALL[usize::try_from(n % 3).unwrap()],
            ..entry(u128::try_from(n).unwrap(), i32::from(n) + 1)
        })
        .collect()
}

async fn number(db: &DatabaseConnection, sql: &str) -> i64 {
    let row = db.query_one_raw(Statement::from_string(db.get_database_backend(), sql)).await.unwrap().unwrap();
    row.try_get("", "n").unwrap()
}

async fn append(db: &DatabaseConnection, entries: &[Entry]) -> Result<Head, StorageError> {
    let writer = 1;
    let tx = storage::begin(db).await?;
    let head = ledger::append(&tx, writer, NOW, entries).await;
    if head.is_ok() {
        tx.commit().await?
    } else {
        tx.rollback().await?
    }
    head
}

#[tokio::test]
async fn an_id_stands_in_a_campaign_once_and_a_refused_link_leaves_nothing() {
    for each in databases().await {
        let db = &each.db;
        append(db, &[entry(1, 2)]).await.unwrap();
        let again = append(db, &[entry(2, 1), entry(1, 5)]).await;
        assert!(matches!(again, Err(StorageError::Conflict)), "{}: {again:?}", each.name);
        let found = actions::by_id(db, [1, 2, 3], Uuid::from_u128(1)).await.unwrap().unwrap();
        assert_eq!(Entry::of_row(&found, None), Some(entry(1, 2)), "{}: the first one stays", each.name);
        assert_eq!(actions::by_id(db, [1], Uuid::from_u128(2)).await.unwrap(), None, "its neighbour went with it");
        assert_eq!(tallies::sum(db, &Filter::campaign(1)).await.unwrap(), 2);
        assert_eq!(ledger::links(db, 1, 1, 10).await.unwrap().len(), 1);
    }
}

#[tokio::test]
async fn every_grain_of_the_tallies_is_the_ledgers_sum() {
    for each in databases().await {
        let db = &each.db;
        append(db, &mixed()[..17]).await.unwrap();
        append(db, &mixed()[17..]).await.unwrap();
        for grain in &GRAINS {
            let key = grain.key.iter().map(|by| by.column()).collect::<Vec<_>>().join(", ");
            let differing = format!(
                "SELECT COUNT(*) AS n FROM (SELECT {key}, SUM(quantity) AS s FROM action GROUP BY {key}) a \
                 FULL JOIN {} t USING ({key}) WHERE COALESCE(s, 0) <> COALESCE(t.actions, 0)",
                grain.table
            );
            assert_eq!(number(db, &differing).await, 0, "{}: {}", each.name, grain.table);
            let sum = format!("SELECT CAST(SUM(actions) AS BIGINT) AS n FROM {}", grain.table);
            assert_eq!(number(db, &sum).await, 465, "{}: {}", each.name, grain.table);
        }
    }
}

#[tokio::test]
async fn a_question_reads_the_smallest_grain_and_all_grains_agree() {
    let entries = mixed();
    for each in databases().await {
        append(&each.db, &entries).await.unwrap();
        let filters = [
            Filter::campaign(1),
            Filter { country: Some("KG".parse().unwrap()), ..Filter::campaign(1) },
            Filter { group: Some(2), kinds: vec![Kind::Letter], ..Filter::campaign(1) },
            Filter { cases: vec![1, 3], channel: Some(Channel::Reported), ..Filter::campaign(1) },
            Filter { from: Some(TODAY + 1), to: Some(TODAY + 3), section: Some(1), ..Filter::campaign(1) },
            Filter { basis: Some(Basis::AtLeast), ..Filter::campaign(1) },
            Filter::campaign(2),
        ];
        for filter in &filters {
            for by in [vec![], vec![By::Day], vec![By::Case, By::Kind], vec![By::Country], vec![By::Group, By::Channel]]
            {
                let mut expected: std::collections::BTreeMap<Vec<i32>, i64> = std::collections::BTreeMap::new();
                for entry in entries.iter().filter(|entry| lets_through(filter, entry)) {
                    let key = by.iter().map(|column| column.of(entry)).collect();
                    *expected.entry(key).or_default() += i64::from(entry.quantity);
                }
                let sums = tallies::sums(&each.db, filter, &by).await.unwrap();
                let got: std::collections::BTreeMap<_, _> =
                    sums.into_iter().map(|sum| (sum.key, sum.actions)).collect();
                if by.is_empty() && expected.is_empty() {
                    assert_eq!(got, [(vec![], 0)].into(), "{}: {filter:?}", each.name);
                } else {
                    assert_eq!(got, expected, "{}: {filter:?} by {by:?}", each.name);
                }
            }
        }
    }
}

fn lets_through(filter: &Filter, entry: &Entry) -> bool {
    filter.campaign == entry.campaign
        && (filter.cases.is_empty() || filter.cases.contains(&entry.case))
        && (filter.kinds.is_empty() || filter.kinds.contains(&entry.kind))
        && filter.country.is_none_or(|country| country == entry.country)
        && filter.section.is_none_or(|section| section == entry.section)
        && filter.group.is_none_or(|group| group == entry.group)
        && filter.channel.is_none_or(|channel| channel == entry.channel)
        && filter.basis.is_none_or(|basis| basis == entry.basis)
        && filter.from.is_none_or(|day| day <= entry.occurred_on)
        && filter.to.is_none_or(|day| day >= entry.occurred_on)
}

#[test]
fn common_questions_read_small_grains() {
    assert_eq!(tallies::grain_for(&[By::Campaign, By::Case, By::Country]).table, "tally_total");
    assert_eq!(tallies::grain_for(&[By::Campaign, By::Day, By::Kind]).table, "tally_date");
    assert_eq!(tallies::grain_for(&[By::Campaign, By::Group]).table, "tally_group");
    assert_eq!(tallies::grain_for(&[By::Campaign, By::Day, By::Country]).table, "tally_day");
    assert_eq!(tallies::grain_for(&[By::Campaign, By::Day, By::Country, By::Case]).table, "tally_day");
    assert_eq!(tallies::grain_for(&[By::Campaign, By::Day, By::Group]).table, "tally");
}

#[tokio::test]
async fn each_link_follows_from_the_one_before_and_its_entries() {
    for each in databases().await {
        let db = &each.db;
        let (first, second) = (vec![entry(2, 1), entry(1, 1)], vec![entry(3, 1)]);
        append(db, &first).await.unwrap();
        let head = append(db, &second).await.unwrap();
        let links = ledger::links(db, 1, 1, 10).await.unwrap();
        assert_eq!(links.iter().map(|link| (link.number, link.entries)).collect::<Vec<_>>(), [(1, 2), (2, 1)]);
        // in the order of the keys, whatever the order of coming
        let expected = Head::start(1).next(NOW, &[&first[1], &first[0]]);
        assert_eq!(links[0].hash.as_deref(), Some(&expected.hash[..]), "{}", each.name);
        assert_eq!(head, expected.next(NOW, &[&second[0]]));
        assert_ne!(head, expected.next(NOW, &[&entry(3, 2)]), "another quantity, another hash");
        assert_eq!(ledger::head(db, 1).await.unwrap(), head);
        assert_eq!(ledger::head(db, 7).await.unwrap(), Head::start(7));
    }
}

#[tokio::test]
async fn a_correction_names_what_it_corrects_and_why() {
    for each in databases().await {
        let db = &each.db;
        append(db, &[entry(1, 5)]).await.unwrap();
        let origin = Origin { id: Uuid::from_u128(1), reason: Some(Reason::Mistake) };
        let correction = Entry { entry: EntryKind::Correction, origin: Some(origin), ..entry(2, -3) };
        append(db, &[correction, entry(3, 1)]).await.unwrap();
        let origins = action_origin::Entity::find().all(db).await.unwrap();
        assert_eq!(origins.len(), 1, "{}: plain actions have none", each.name);
        assert_eq!((origins[0].id, origins[0].origin), (Uuid::from_u128(2), Uuid::from_u128(1)));
        assert_eq!(Reason::from_number(origins[0].reason), Some(Reason::Mistake));
        assert_eq!(tallies::sum(db, &Filter::campaign(1)).await.unwrap(), 3);
    }
}

#[tokio::test]
async fn what_is_rolled_back_leaves_nothing() {
    for each in databases().await {
        let tx = storage::begin(&each.db).await.unwrap();
        ledger::append(&tx, 1, NOW, &mixed()).await.unwrap();
        tx.rollback().await.unwrap();
        assert!(actions::of_campaign(&each.db, 1).await.unwrap().is_empty(), "{}", each.name);
        assert!(ledger::links(&each.db, 1, 1, 10).await.unwrap().is_empty());
        for grain in &GRAINS {
            assert_eq!(number(&each.db, &format!("SELECT COUNT(*) AS n FROM {}", grain.table)).await, 0);
        }
    }
}

#[tokio::test]
async fn a_thousand_entries_in_one_link_are_a_thousand_rows() {
    for each in databases().await {
        let entries: Vec<Entry> =
            (0..1_337).map(|n| Entry { group: n, ..entry(u128::try_from(n).unwrap(), 1) }).collect();
        append(&each.db, &entries).await.unwrap();
        assert_eq!(number(&each.db, "SELECT COUNT(*) AS n FROM action").await, 1_337, "{}", each.name);
        assert_eq!(number(&each.db, "SELECT COUNT(*) AS n FROM tally_group").await, 1_337);
        assert_eq!(tallies::sum(&each.db, &Filter::campaign(1)).await.unwrap(), 1_337);
    }
}

#[tokio::test]
async fn two_writers_never_get_one_number() {
    for each in databases().await {
        let mut tasks = tokio::task::JoinSet::new();
        for _ in 0..6 {
            let db = each.db.clone();
            tasks.spawn(async move { ledger::new_writer(&db, NOW).await.unwrap() });
        }
        let mut numbers = tasks.join_all().await;
        numbers.sort_unstable();
        assert_eq!(numbers, [1, 2, 3, 4, 5, 6], "{}", each.name);
    }
}

/// Rows as m0002 kept them: three at two moments.
const BEFORE: &str = "INSERT INTO action (campaign, id, cases, kind, quantity, country, section, grp, occurred_on, \
     recorded_at, channel, basis) VALUES \
     (1, {1}, 1, 1, 2, 17477, 0, 0, 20780, 1000, 1, 1), (1, {2}, 1, 1, 3, 17477, 0, 0, 20780, 2000, 1, 1), \
     (1, {3}, 2, 3, 4, 19271, 0, 0, 20781, 1000, 1, 1)";

#[tokio::test]
async fn what_was_counted_before_there_were_chains_is_carried_over_and_back() {
    for each in empty_databases().await {
        let db = &each.db;
        Migrator::up(db, Some(3)).await.unwrap();
        let mut rows = BEFORE.to_owned();
        for n in 1..=3_u128 {
            let id = Uuid::from_u128(n);
            let sqlite = each.name == "sqlite";
            rows = rows
                .replace(&format!("{{{n}}}"), &if sqlite { format!("x'{}'", id.simple()) } else { format!("'{id}'") });
        }
        db.execute_unprepared(&rows).await.unwrap();
        Migrator::up(db, None).await.unwrap();
        ledger::seal(db).await.unwrap();
        let found = actions::by_id(db, [1], Uuid::from_u128(3)).await.unwrap().unwrap();
        assert_eq!((found.quantity, found.cases, found.writer, found.number), (4, 2, 0, 1), "{}", each.name);
        assert_eq!(ledger::recorded_at(db, [(0, 2)]).await.unwrap()[&(0, 2)], 2000);
        let kg = Filter { country: Some("KG".parse().unwrap()), from: Some(20781), ..Filter::campaign(1) };
        assert_eq!(tallies::sum(db, &kg).await.unwrap(), 4, "{}: the tallies are made anew", each.name);
        let links = chain::Entity::find().all(db).await.unwrap();
        assert!(links.len() == 2 && links.iter().all(|link| link.hash.is_some()), "{links:?}");
        Migrator::down(db, Some(Migrator::migrations().len() as u32 - 3)).await.unwrap();
        assert_eq!(number(db, "SELECT CAST(SUM(recorded_at * quantity) AS BIGINT) AS n FROM action").await, 12_000);
        assert_eq!(number(db, "SELECT CAST(SUM(actions) AS BIGINT) AS n FROM tally_day").await, 9);
    }
}
