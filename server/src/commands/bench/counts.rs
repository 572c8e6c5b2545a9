//! `pillarbox bench counts`: every kind of question that `/staff/counts` can ask, about each edition of a ledger that
//! `pillarbox bench fill` made, and how long the answers took.

use std::time::{Duration, Instant};

use anyhow::Result;
use domain::counts::By;
use engine::{Actor, counts::Question};

use super::ledger::rows;
use crate::{cli::BenchCounts, config::Config, database};

/// What narrows a question, one by one and together.
const NARROWED: [&str; 12] = [
    "",
    "case=bench-2",
    "kind=letter&kind=card",
    "country=DE",
    "section=de",
    "channel=reported",
    "case=bench-2&case=bench-3&kind=letter",
    "case=bench-2&country=DE",
    "case=bench-4&section=fr",
    "kind=letter&country=FR&channel=online",
    "case=bench-2&case=bench-3&kind=letter&section=de&channel=online",
    "kind=card&channel=reported",
];

/// The days asked for, counted from an edition's first.
const SPANS: [Option<(i64, i64)>; 4] = [None, Some((0, 6)), Some((10, 40)), Some((1, 88))];

/// Asks and prints a table.
pub async fn run(config: &Config, args: BenchCounts) -> Result<()> {
    let db = database::open(config).await?;
    database::migrate(config, &db).await?;
    let engine = database::assemble(config, db.clone()).await?;
    println!("{} rows in the ledger; a page of counts, its drawing and the edition before", rows(&db).await?);
    let campaigns = storage::campaigns::all(&db).await?;
    let mut editions: Vec<_> = campaigns.values().filter(|stored| stored.campaign.year.is_some()).collect();
    editions.sort_by_key(|stored| std::cmp::Reverse(stored.campaign.opens));
    let mut all = Vec::new();
    for stored in editions.into_iter().take(args.editions) {
        let campaign = &stored.campaign;
        let mut times = Vec::new();
        for by in By::ALL {
            for narrowed in NARROWED {
                for span in SPANS {
                    let opens = campaign.opens.first_day();
                    let days = span.map_or_else(String::new, |(from, to)| {
                        let day = |days| domain::date::iso(opens + time::Duration::days(days));
                        format!("&from={}&to={}", day(from), day(to))
                    });
                    let query = format!("campaign={}&by={by}&{narrowed}{days}", campaign.slug);
                    let question = Question::read(&query).map_err(|_| anyhow::anyhow!("{query} is no question"))?;
                    let began = Instant::now();
                    engine.counts(&Actor::CommandLine, &question).await?;
                    let took = began.elapsed();
                    times.push((took, query));
                }
            }
        }
        print(campaign.slug.as_str(), &mut times);
        all.extend(times);
    }
    print("all", &mut all);
    for (took, query) in all.iter().rev().take(args.slowest) {
        println!("{:>9.1} ms  {query}", ms(*took));
    }
    Ok(())
}

fn print(name: &str, times: &mut [(Duration, String)]) {
    times.sort_unstable();
    let at = |hundredths: usize| {
        let place = (times.len() * hundredths / 100).min(times.len().saturating_sub(1));
        times.get(place).map_or(0.0, |(took, _)| ms(*took))
    };
    println!(
        "{name:>10}: {} questions, p50 {:.1} ms, p99 {:.1} ms, the slowest {:.1} ms",
        times.len(),
        at(50),
        at(99),
        at(100)
    );
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
