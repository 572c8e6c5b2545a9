//! `pillarbox import FILE.csv`: actions from a file.

mod aside;
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
    Actor,
    import_actions::{ImportError, Portion, Rules},
};
use tokio::sync::mpsc;

use self::{aside::Aside, progress::Progress};
use crate::{config::Config, database};

/// How many rows are written in one transaction.
const PORTION: usize = 50_000;

/// How many bad rows are named.
const NAMED: usize = 20;

/// Counts every row of the file, or names those that cannot be counted and counts none.
pub async fn run(config: &Config, file: &Path) -> Result<()> {
    let db = database::open(config).await?;
    database::migrate(config, &db).await?;
    let engine = database::assemble(config, db).await?;
    let rules = engine.rules().await?;
    let checking = {
        let (file, aside) = (file.to_path_buf(), Aside::within(&config.state_dir)?);
        tokio::task::spawn_blocking(move || check(&file, &rules, aside))
    };
    let aside = checking.await??;
    let rows = aside.rows();
    // one portion waits while another is written
    let (portions, mut arriving) = mpsc::channel(1);
    let reading =
        tokio::task::spawn_blocking(move || aside.portions(PORTION, |portion| portions.blocking_send(portion).is_ok()));
    let (mut all, mut progress) = (Portion::default(), Progress::new("counting", rows));
    let mut import = engine.begin_import(&Actor::CommandLine, rows).await?;
    while let Some(portion) = arriving.recv().await {
        let portion = match import.count(portion).await {
            Err(ImportError::Twice(id)) => bail!(
                "after {} rows: the id {id} stands in the file or in the ledger also with other fields, or in another \
                 campaign. The rows before are counted. Mend the row with this id and import the whole file again: what was \
                 counted counts nothing twice",
                all.new + all.repeats
            ),
            Err(ImportError::Engine(error)) => return Err(error.into()),
            Ok(portion) => portion,
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

/// Looks at every row before any is counted, and puts them aside.
fn check(file: &Path, rules: &Rules, mut aside: Aside) -> Result<Aside> {
    let length = std::fs::metadata(file).with_context(|| format!("{} cannot be read", file.display()))?.len();
    let read = Arc::new(AtomicU64::new(0));
    let mut progress = Progress::new("checking, bytes", length);
    let (mut rows, mut bad) = (0, Vec::new());
    for stretch in rows::read(file, rules, &read)? {
        rows += stretch.len() as u64;
        for row in stretch {
            match row {
                Ok(action) => aside.put(&action)?,
                Err(words) => bad.push(words),
            }
        }
        progress.show(read.load(Ordering::Relaxed));
    }
    progress.end();
    if bad.is_empty() {
        return Ok(aside);
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
