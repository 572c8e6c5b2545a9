//! `pillarbox bench …`: measurements, and the load and the checker of the fault suite (`scripts/faults`).

mod check;
mod counts;
mod faults_load;
mod fill;
mod ledger;
mod letters;
mod load;
mod naive;

use anyhow::Result;

use crate::{cli::Bench, config::Config};

/// Does what is asked.
pub async fn run(config: &Config, bench: Bench) -> Result<()> {
    match bench {
        Bench::Letters(args) => letters::run(&args),
        Bench::Ledger(args) => ledger::run(config, args).await,
        Bench::Counts(args) => counts::run(config, args).await,
        Bench::Fill(args) => fill::run(config, args).await,
        Bench::Load(args) => faults_load::run(args).await,
        Bench::Check(args) => check::run(config, args).await,
    }
}
