//! `pillarbox bench fill`: a ledger of the size of the whole world, made up, through the ledger's own way in.

use std::time::Instant;

use anyhow::Result;
use domain::{
    action::{Channel, Kind},
    campaign::{Basis, Campaign},
    case::Case,
    country::Country,
    ledger::EntryKind,
    section::Section,
};
use engine::{Clock as _, System};
use sea_orm::{DatabaseConnection, DbBackend};
use serde_json::json;
use storage::ledger::{Entry, Head, Pen};
use uuid::Builder;

use super::ledger::{rows, size, stage};
use crate::{cli::BenchFill, config::Config, database};

/// Rows in one transaction.
const PORTION: u64 = 20_000;

const EDITIONS: u64 = 25;
const COUNTRIES: [&str; 60] = [
    "AR", "AT", "AU", "BD", "BE", "BF", "BJ", "BO", "BR", "CA", "CH", "CI", "CL", "CM", "CO", "CZ", "DE", "DK", "DZ",
    "ES", "FI", "FR", "GB", "GH", "GR", "HK", "HU", "ID", "IE", "IL", "IN", "IS", "IT", "JP", "KE", "KR", "LU", "MA",
    "ML", "MN", "MX", "MY", "NL", "NO", "NP", "NZ", "PE", "PH", "PL", "PT", "PY", "SE", "SI", "SK", "SN", "TG", "TH",
    "TN", "TW", "US",
];

/// Fills the database of the configuration.
pub async fn run(config: &Config, args: BenchFill) -> Result<()> {
    let db = database::open(config).await?;
    database::migrate(config, &db).await?;
    stage(&db).await?;
    editions(&db).await?;
    let began = Instant::now();
    let now = System.now();
    let moment = now.unix_timestamp() * 1000;
    let writer = storage::ledger::new_writer(&db, moment).await?;
    let (mut head, mut pen, mut done) = (Head::start(writer), None, 0);
    while done < args.actions {
        let portion = PORTION.min(args.actions - done);
        let entries: Vec<Entry> = (done..done + portion).map(|n| entry(n, args.actions, moment)).collect();
        (head, pen) = write(&db, head, pen, moment, entries).await?;
        done += portion;
        if done % (PORTION * 50) == 0 {
            eprintln!("{done} of {}, {:.0} s", args.actions, began.elapsed().as_secs_f64());
        }
    }
    println!("{} actions in {:.1} s", args.actions, began.elapsed().as_secs_f64());
    println!("{} rows in the ledger, {}", rows(&db).await?, size(&db).await?);
    Ok(())
}

/// The campaigns and cases that the numbers stand for: the first is open, the others are over, a year each.
async fn editions(db: &DatabaseConnection) -> Result<()> {
    let now = System.now();
    let cases: Vec<String> = (1..=10).map(|n| if n == 1 { "bench".to_owned() } else { format!("bench-{n}") }).collect();
    for slug in cases.iter().skip(1) {
        let case: Case = serde_json::from_value(json!({
            "slug": slug, "state": "published", "kind": "individual", "name": slug, "country": "KG", "summary": "S",
            "story": [], "text_sources": [], "standing": {"status": "convicted", "as_of": "2020-01-01", "source": "x"},
        }))?;
        if storage::cases::by_slug(db, &case.slug).await?.is_none() {
            storage::cases::put(db, &case, storage::cases::next_number(db).await?, now, now).await?;
        }
    }
    for edition in 1..EDITIONS {
        let opens = now.date() - time::Duration::days(i64::try_from(90 + (EDITIONS - 1 - edition) * 365)?);
        let campaign: Campaign = serde_json::from_value(json!({
            "slug": format!("bench-{edition}"), "title": format!("Edition {edition}"), "state": "closed",
            "year": opens.year(), "tagline": "T", "description": "D", "opens": opens.to_string(),
            "closes": (opens + time::Duration::days(90)).to_string(), "kinds": Kind::ALL, "cases": cases,
        }))?;
        if storage::campaigns::by_slug(db, &campaign.slug).await?.is_none() {
            storage::campaigns::put(db, &campaign, storage::campaigns::next_number(db).await?, now).await?;
        }
    }
    Ok(())
}

/// A portion in one transaction; the pen goes from one to the next.
async fn write(
    db: &DatabaseConnection,
    head: Head,
    pen: Option<Pen>,
    moment: i64,
    entries: Vec<Entry>,
) -> Result<(Head, Option<Pen>)> {
    if db.get_database_backend() == DbBackend::Sqlite {
        let db = db.clone();
        let writing = tokio::task::spawn_blocking(move || {
            let mut pen = pen.map_or_else(|| Pen::beside(&db), Ok)?;
            let writing = pen.begin()?;
            let next = writing.append(&head, moment, &entries)?;
            writing.commit()?;
            Ok::<_, storage::StorageError>((next, Some(pen)))
        });
        return Ok(writing.await??);
    }
    Ok((storage::ledger::copy_after(db, &head, moment, &entries).await?, None))
}

/// The n-th of them: edition after edition, day after day, mixed as the world is: most online and from a few countries.
fn entry(n: u64, all: u64, moment: i64) -> Entry {
    let per_edition = all.div_ceil(EDITIONS);
    let (edition, place) = (n / per_edition, n % per_edition);
    let day = i64::try_from(place * 90 / per_edition.max(1)).unwrap_or(0);
    let dice = mix(n);
    let pick = |shift: u32, of: u64| (dice >> shift) % of;
    let country: Country =
        COUNTRIES[usize::try_from(pick(0, 60).min(pick(8, 60))).unwrap_or(0)].parse().unwrap_or(Country::UNKNOWN);
    let reported = pick(16, 10) == 0;
    let years_ago = i64::try_from(EDITIONS - 1 - edition).unwrap_or(0);
    let opened = moment / 86_400_000 - 90 - years_ago * 365;
    let at = (opened + day) * 86_400_000 + i64::try_from(place % 86_400_000).unwrap_or(0);
    let mut random = [0; 10];
    random[2..].copy_from_slice(&n.to_be_bytes());
    random[..2].copy_from_slice(&dice.to_be_bytes()[..2]);
    Entry {
        campaign: i16::try_from(edition).unwrap_or(0) + 1,
        id: Builder::from_unix_timestamp_millis(u64::try_from(at).unwrap_or(0), &random).into_uuid(),
        case: i16::try_from(pick(24, 10)).unwrap_or(0) + 1,
        kind: Kind::ALL[usize::try_from(pick(28, 7)).unwrap_or(0)],
        quantity: if reported { i32::try_from(pick(32, 40)).unwrap_or(0) + 1 } else { 1 },
        country,
        section: Section::of_country(country).number(),
        group: if reported { i32::try_from(pick(40, 5_000)).unwrap_or(0) + 1 } else { 0 },
        occurred_on: i32::try_from(opened + day).unwrap_or(0),
        channel: if reported { Channel::Reported } else { Channel::Online },
        basis: if reported && pick(48, 4) == 0 { Basis::Estimated } else { Basis::Counted },
        entry: if reported { EntryKind::ReportLine } else { EntryKind::Action },
        origin: None,
    }
}

/// Numbers that look random and are the same each time (SplitMix64, Steele, Lea and Flood 2014).
fn mix(n: u64) -> u64 {
    let mut z = n.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
