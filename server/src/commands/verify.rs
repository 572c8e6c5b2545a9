//! `pillarbox verify`

use anyhow::{Result, bail};
use engine::Actor;

use crate::{config::Config, database};

/// Recomputes everything from the ledger; a difference is a failure.
pub async fn run(config: &Config) -> Result<()> {
    let engine = database::engine(config).await?;
    let all = engine.verify(&Actor::CommandLine).await?;
    println!(
        "{} rows of the ledger in {} links, {} snapshots; tallies recomputed in every grain",
        all.entries, all.links, all.snapshots
    );
    if all.is_sound() {
        println!("All of it is as it should be.");
        return Ok(());
    }
    for finding in &all.findings {
        println!("{finding}");
    }
    if all.more > 0 {
        println!("and {} more of the kind", all.more);
    }
    bail!(
        "the ledger and what was made from it differ in {} places: keep a copy of the database as it is, then compare with a backup",
        all.findings.len() as u64 + all.more
    );
}
