//! `pillarbox grace`: for how many days after its end a campaign still takes reports.

use anyhow::Result;
use engine::Actor;

use crate::{cli::Grace, config::Config, database};

/// Sets it, or says what holds.
pub async fn run(config: &Config, args: Grace) -> Result<()> {
    let engine = database::engine(config).await?;
    if let Some(days) = args.days {
        engine.set_report_grace(&Actor::CommandLine, days).await?;
    }
    println!("A campaign takes reports for {} days after its last day.", engine.report_grace().await?);
    Ok(())
}
