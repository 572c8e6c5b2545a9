//! `pillarbox totals`

use anyhow::{Context as _, Result, bail};
use domain::totals::Totals as Sums;

use crate::{cli::Totals, config::Config, database};

/// Prints a campaign's totals, in actions.
pub async fn run(config: &Config, args: Totals) -> Result<()> {
    let engine = database::engine(config).await?;
    let totals = match (&args.campaign, args.on) {
        (Some(slug), Some(day)) => {
            engine.totals_on(slug, day).await.with_context(|| format!("no totals of {slug} on {day}"))?
        }
        (Some(slug), None) => engine.totals(slug).await.with_context(|| format!("no totals of {slug}"))?,
        (None, on) => match (engine.current_campaign().await?, on) {
            (Some(page), None) => page.totals,
            (Some(page), Some(day)) => {
                let slug = &page.campaign.slug;
                engine.totals_on(slug, day).await.with_context(|| format!("no totals of {slug} on {day}"))?
            }
            (None, _) => bail!("no campaign is open: name one with --campaign"),
        },
    };
    if args.json {
        println!("{}", serde_json::to_string_pretty(&totals)?);
    } else {
        print(&totals);
    }
    Ok(())
}

fn print(totals: &Sums) {
    let row = |name: &str, actions: i64| println!("{name:<44}{actions:>14}");
    println!("{}, {}", totals.campaign, totals.as_of);
    row("all actions", totals.actions);
    row("  counted online", totals.by_channel.online);
    row("  reported", totals.by_channel.reported);
    if let Some(people) = totals.people {
        row("by people, at least (not part of the actions)", people);
    }
    for (kind, actions) in &totals.by_kind {
        row(kind.as_str(), *actions);
    }
    for case in &totals.by_case {
        row(case.case.as_str(), case.actions);
    }
}
