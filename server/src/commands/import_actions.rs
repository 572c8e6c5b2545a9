//! `pillarbox import FILE.csv`: actions from a file.

use std::{
    fs::File,
    io::{BufReader, IsTerminal as _, Read, Write as _},
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, bail};
use domain::{action::NewAction, field::FieldError};
use engine::{
    Actor, EngineError,
    import_actions::{Checked, Portion, Rules},
};
use tokio::sync::mpsc;

use crate::{config::Config, database};

/// How many rows are written in one transaction.
const PORTION: usize = 20_000;

/// How many bad rows are named.
const NAMED: usize = 20;

/// How often the progress is shown.
const PACE: Duration = Duration::from_millis(200);

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
                "near row {}: an id was counted before with other fields; rows before it are counted, and counting them again is safe",
                all.new + all.repeats + 1
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

/// Looks at every row before any is counted.
fn check(file: &Path, rules: &Rules) -> Result<u64> {
    let (mut rows, mut bad) = (0, 0);
    let length = std::fs::metadata(file).with_context(|| format!("{} cannot be read", file.display()))?.len();
    let (reader, seen) = open(file)?;
    let mut progress = Progress::new("checking, bytes", length);
    for action in reader {
        let found = match action {
            Ok(action) => rules.check(&action).err().map(|fields| words(&fields)),
            Err(error) => Some(error.to_string()),
        };
        rows += 1;
        if let Some(found) = found {
            bad += 1;
            if bad <= NAMED {
                eprintln!("line {}: {found}", rows + 1);
            }
        }
        if rows % 4096 == 0 {
            progress.show(seen.load(Ordering::Relaxed));
        }
    }
    progress.end();
    if bad > 0 {
        bail!(
            "{bad} of {rows} rows cannot be counted, so none was: mend those that are named and import the file again"
        );
    }
    Ok(rows)
}

/// Reads the file again and hands it over in portions.
fn read(file: &Path, rules: &Rules, portions: &mpsc::Sender<Vec<Checked>>) -> Result<()> {
    let mut portion = Vec::with_capacity(PORTION);
    for action in open(file)?.0 {
        let checked =
            rules.check(&action?).map_err(|fields| anyhow::anyhow!("the file changed: {}", words(&fields)))?;
        portion.push(checked);
        if portion.len() == PORTION && portions.blocking_send(std::mem::take(&mut portion)).is_err() {
            return Ok(());
        }
    }
    if !portion.is_empty() {
        let _ = portions.blocking_send(portion);
    }
    Ok(())
}

type Rows = csv::DeserializeRecordsIntoIter<Counting, NewAction>;

/// The rows of a file with a header line: id, campaign, case, kind, quantity, country, occurred_on, group.
fn open(file: &Path) -> Result<(Rows, Arc<AtomicU64>)> {
    let opened = File::open(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let seen = Arc::new(AtomicU64::new(0));
    let counting = Counting { inner: BufReader::with_capacity(1 << 20, opened), seen: seen.clone() };
    Ok((csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(counting).into_deserialize(), seen))
}

/// Counts the bytes that were read.
struct Counting {
    inner: BufReader<File>,
    seen: Arc<AtomicU64>,
}

impl Read for Counting {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let read = self.inner.read(into)?;
        self.seen.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

fn words(fields: &[FieldError]) -> String {
    fields.iter().map(|field| format!("{}: {}", field.field, field.rule.remedy())).collect::<Vec<_>>().join("; ")
}

/// A line on a terminal that says how far it is.
struct Progress {
    what: &'static str,
    all: u64,
    shown: Instant,
    terminal: bool,
}

impl Progress {
    fn new(what: &'static str, all: u64) -> Self {
        Self { what, all, shown: Instant::now(), terminal: std::io::stderr().is_terminal() }
    }

    fn show(&mut self, done: u64) {
        if !self.terminal || self.shown.elapsed() < PACE {
            return;
        }
        self.shown = Instant::now();
        let part = (done * 40).checked_div(self.all).unwrap_or(0).min(40);
        let bar: String = (0..40).map(|place| if place < part { '#' } else { '.' }).collect();
        eprint!("\r{} [{bar}] {done} of {}", self.what, self.all);
        let _ = std::io::stderr().flush();
    }

    fn end(&self) {
        if self.terminal {
            eprint!("\r\u{1b}[K");
        }
    }
}
