//! `pillarbox import DIR`

use std::path::Path;

use anyhow::{Context as _, Result};
use engine::{Actor, Engine, import::read_folder};

use crate::{cli::Import, config::Config, database};

/// Brings a bundle in, all of it or nothing.
pub async fn run(config: &Config, args: Import) -> Result<()> {
    if args.folder.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv")) {
        return super::import_actions::run(config, &args.folder).await;
    }
    // the folder is read first: a broken file leaves not even an empty database behind
    let bundle = read_folder(&args.folder)?;
    let db = database::open(config).await?;
    database::migrate(config, &db).await?;
    let engine = database::assemble(config, db).await?;
    let report = engine.import(&Actor::CommandLine, &bundle, args.force).await?;
    println!("{}: {}", bundle.manifest.title, words(report));
    Ok(())
}

/// What `serve` does at its first start: imports a folder unless there are campaigns already.
pub async fn first(engine: &Engine, folder: &Path) -> Result<()> {
    if !engine.campaigns().await?.is_empty() {
        return Ok(());
    }
    let bundle = read_folder(folder).context("the first import")?;
    let report = engine.import(&Actor::Setup, &bundle, false).await?;
    println!("Imported {}: {}", bundle.manifest.title, words(report));
    Ok(())
}

fn words(report: engine::import::Report) -> String {
    format!("{} records new, {} changed, {} as they were", report.created, report.changed, report.unchanged)
}
