//! `pillarbox import FILE.csv`: actions from a file.

mod progress;
mod rows;

use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use anyhow::{Context as _, Result, bail};
use engine::{
    Actor, EngineError,
    import_actions::{Checked, Portion, Rules},
};
use tokio::sync::mpsc;

use self::progress::Progress;
use crate::{config::Config, database};

/// How many rows are written in one transaction.
const PORTION: usize = 20_000;

/// How many bad rows are named.
const NAMED: usize = 20;

/// Counts every row of the file, or names those that cannot be counted and counts none.
pub async fn run(config: &Config, file: &Path) -> Result<()> {
    let db = database::open(config).await?;
    database::migrate(config, &db).await?;
    let engine = database::assemble(config, db).await?;
    let rules = engine.rules().await?;
    let checking = {
        let (rules, file) = (rules.clone(), file.to_path_buf());
        tokio::task::spawn_blocking(move || check(&file, &rules))
    };
    let rows = checking.await??;
    // two portions wait at most: the file is read no faster than it is written
    let (portions, mut arriving) = mpsc::channel(2);
    let reading = {
        let file = file.to_path_buf();
        tokio::task::spawn_blocking(move || read(&file, &rules, &portions))
    };
    let (mut all, mut progress) = (Portion::default(), Progress::new("counting", rows));
    let mut import = engine.begin_import(&Actor::CommandLine, rows).await?;
    while let Some(portion) = arriving.recv().await {
        let portion = match import.count(portion).await {
            Err(EngineError::Conflict) => bail!(
                "after {} rows: an id was counted before with other fields or in another campaign; those rows are \
                 counted, and counting them again is safe",
                all.new + all.repeats
            ),
            other => other?,
        };
        all.new += portion.new;
        all.repeats += portion.repeats;
        progress.show(all.new + all.repeats);
    }
    reading.await??;
    progress.end();
    println!("{}: {} actions counted, {} were counted before", file.display(), all.new, all.repeats);
    Ok(())
}

/// Looks at every row before any is counted; gives how many there are.
fn check(file: &Path, rules: &Rules) -> Result<u64> {
    let length = std::fs::metadata(file).with_context(|| format!("{} cannot be read", file.display()))?.len();
    let read = Arc::new(AtomicU64::new(0));
    let mut progress = Progress::new("checking, bytes", length);
    let (mut rows, mut bad) = (0, Vec::new());
    // nobody else needs the machine's cores while nothing is written
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    for stretch in rows::read(file, rules, workers, &read)? {
        rows += stretch.len() as u64;
        bad.extend(stretch.into_iter().filter_map(Result::err));
        progress.show(read.load(Ordering::Relaxed));
    }
    progress.end();
    if bad.is_empty() {
        return Ok(rows);
    }
    bad.sort_unstable();
    for (line, what) in bad.iter().take(NAMED) {
        eprintln!("line {line}: {what}");
    }
    bail!(
        "{} of {rows} rows cannot be counted, so none was: mend those that are named and import the file again",
        bad.len()
    );
}

/// Reads the file again and hands it over in portions.
fn read(file: &Path, rules: &Rules, portions: &mpsc::Sender<Vec<Checked>>) -> Result<()> {
    let mut portion = Vec::with_capacity(PORTION);
    for stretch in rows::read(file, rules, 1, &Arc::default())? {
        for row in stretch {
            portion.push(row.map_err(|(line, what)| anyhow::anyhow!("the file changed: line {line}: {what}"))?);
        }
        if portion.len() >= PORTION && portions.blocking_send(std::mem::take(&mut portion)).is_err() {
            return Ok(());
        }
    }
    if !portion.is_empty() {
        let _ = portions.blocking_send(portion);
    }
    Ok(())
}
