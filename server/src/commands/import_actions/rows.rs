//! The rows of a file of actions, read by one thread and held against the rules by others.

use std::{
    fs::File,
    io::{BufReader, Read},
    path::Path,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
        mpsc::{Receiver, SyncSender, sync_channel},
    },
    thread,
};

use anyhow::{Context as _, Result};
use csv::ByteRecord;
use domain::{action::NewAction, field::FieldError};
use engine::import_actions::{Checked, Rules};

/// How many rows go from hand to hand at once.
const STRETCH: usize = 4_096;

/// How many stretches wait at most.
const WAITING: usize = 8;

/// What a row is: an action that keeps the rules, or its line in the file and what is wrong with it.
pub type Row = Result<Checked, (u64, String)>;

/// Reads a file with a header line (id, campaign, case, kind, quantity, country, occurred_on, group) and gives its rows in
/// stretches, in whatever order they are ready. `read` counts the bytes that were read.
///
/// # Errors
/// When the file cannot be opened or has no header line.
pub fn read(file: &Path, rules: &Rules, workers: usize, read: &Arc<AtomicU64>) -> Result<Receiver<Vec<Row>>> {
    let opened = File::open(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let counting = Counting { inner: BufReader::with_capacity(1 << 20, opened), read: read.clone() };
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(counting);
    let header = reader.byte_headers().with_context(|| format!("{} has no header line", file.display()))?.clone();
    let (to_workers, raw) = sync_channel(WAITING);
    let (to_caller, checked) = sync_channel(WAITING);
    thread::spawn(move || hand_out(&mut reader, &to_workers));
    let raw = Arc::new(Mutex::new(raw));
    for _ in 0..workers {
        let (raw, to_caller, rules, header) = (raw.clone(), to_caller.clone(), rules.clone(), header.clone());
        thread::spawn(move || work(&raw, &to_caller, &rules, &header));
    }
    Ok(checked)
}

/// A stretch as it stands in the file, each record with its line, or what makes it none.
type Raw = Vec<Result<ByteRecord, (u64, String)>>;

fn hand_out(reader: &mut csv::Reader<Counting>, to: &SyncSender<Raw>) {
    loop {
        let mut stretch = Vec::with_capacity(STRETCH);
        let mut over = false;
        while stretch.len() < STRETCH {
            let line = reader.position().line();
            let mut record = ByteRecord::new();
            match reader.read_byte_record(&mut record) {
                Ok(true) => stretch.push(Ok(record)),
                Ok(false) => over = true,
                Err(error) => {
                    over = error.is_io_error();
                    stretch.push(Err((line, error.to_string())));
                }
            }
            if over {
                break;
            }
        }
        if to.send(stretch).is_err() || over {
            return;
        }
    }
}

fn work(raw: &Mutex<Receiver<Raw>>, to: &SyncSender<Vec<Row>>, rules: &Rules, header: &ByteRecord) {
    loop {
        let stretch = raw.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(stretch) = stretch else { return };
        let rows = stretch.into_iter().map(|record| check(record?, rules, header)).collect();
        if to.send(rows).is_err() {
            return;
        }
    }
}

fn check(record: ByteRecord, rules: &Rules, header: &ByteRecord) -> Row {
    let line = record.position().map_or(0, csv::Position::line);
    let action: NewAction = record.deserialize(Some(header)).map_err(|error| (line, error.to_string()))?;
    rules.check(&action).map_err(|fields| (line, words(&fields)))
}

fn words(fields: &[FieldError]) -> String {
    fields.iter().map(|field| format!("{}: {}", field.field, field.rule.remedy())).collect::<Vec<_>>().join("; ")
}

/// Counts the bytes that were read.
struct Counting {
    inner: BufReader<File>,
    read: Arc<AtomicU64>,
}

impl Read for Counting {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let read = self.inner.read(into)?;
        self.read.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}
