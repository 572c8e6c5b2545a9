//! `pillarbox bench check`: whether the ledger holds what was acknowledged, once each, and explains its totals.

use std::collections::HashSet;

use anyhow::{Context as _, Result, bail};
use engine::Actor;
use sea_orm::{ConnectionTrait as _, Statement};
use uuid::Uuid;

use crate::{cli::BenchCheck, config::Config, database};

/// How many ids are looked up at once.
const PORTION: usize = 500;

/// Compares; what is wrong is said, all of it, and is a failure.
pub async fn run(config: &Config, args: BenchCheck) -> Result<()> {
    let text = std::fs::read_to_string(&args.acknowledged)
        .with_context(|| format!("{} cannot be read", args.acknowledged.display()))?;
    // a client that was killed while writing leaves half a line
    let acknowledged: Vec<Uuid> = text.lines().filter_map(|line| line.parse().ok()).collect();
    let db = database::open(config).await?;
    let campaigns: Vec<i16> = storage::campaigns::numbers(&db).await?.into_keys().collect();
    let mut there: HashSet<Uuid> = HashSet::new();
    for portion in acknowledged.chunks(PORTION) {
        there.extend(storage::actions::by_ids(&db, &campaigns, portion).await?.into_iter().map(|row| row.id));
    }
    let lost = acknowledged.iter().filter(|id| !there.contains(id)).count();
    let twice = "SELECT COUNT(*) - COUNT(DISTINCT id) AS n FROM action";
    let row = db.query_one_raw(Statement::from_string(db.get_database_backend(), twice)).await?;
    let twice: i64 = row.map(|row| row.try_get("", "n")).transpose()?.unwrap_or(0);
    let engine = database::assemble(config, db).await?;
    let all = engine.verify(&Actor::CommandLine).await?;
    println!("{} acknowledged, {lost} lost; {} in the ledger, {twice} of them twice", acknowledged.len(), all.entries);
    for finding in &all.findings {
        println!("{finding}");
    }
    if lost > 0 || twice > 0 || !all.is_sound() {
        bail!("the ledger does not hold what was acknowledged, once each: look at what is printed above");
    }
    Ok(())
}
