//! The rows of a file of actions, read by one thread and held against the rules by others.

use std::{
    fs::File,
    io::{BufReader, Read},
    path::Path,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
        mpsc::{Receiver, Sender, SyncSender, channel, sync_channel},
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
pub fn read(file: &Path, rules: &Rules, read: &Arc<AtomicU64>) -> Result<Receiver<Vec<Row>>> {
    let opened = File::open(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let counting = Counting { inner: BufReader::with_capacity(1 << 20, opened), read: read.clone() };
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(counting);
    let header = reader.byte_headers().with_context(|| format!("{} has no header line", file.display()))?.clone();
    let (to_workers, raw) = sync_channel(WAITING);
    let (to_caller, checked) = sync_channel(WAITING);
    let (used, spare) = channel();
    thread::spawn(move || hand_out(&mut reader, &to_workers, &spare));
    let raw = Arc::new(Mutex::new(raw));
    // nobody else needs the machine's cores while nothing is written
    for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
        let (raw, to_caller, rules, header) = (raw.clone(), to_caller.clone(), rules.clone(), header.clone());
        let used = used.clone();
        thread::spawn(move || work(&raw, &to_caller, &used, &rules, &header));
    }
    Ok(checked)
}

/// A stretch of the file.
#[derive(Default)]
struct Stretch {
    /// Its records; those from `filled` on are of an earlier stretch, kept for their memory.
    records: Vec<ByteRecord>,
    filled: usize,
    /// What is no record, with its line.
    broken: Vec<(u64, String)>,
}

impl Stretch {
    /// Fills it from the file; whether there is more.
    fn fill(&mut self, reader: &mut csv::Reader<Counting>) -> bool {
        self.filled = 0;
        self.records.resize_with(STRETCH, ByteRecord::new);
        while let Some(record) = self.records.get_mut(self.filled) {
            let line = reader.position().line();
            match reader.read_byte_record(record) {
                Ok(true) => self.filled += 1,
                Ok(false) => return false,
                Err(error) => {
                    self.broken.push((line, error.to_string()));
                    if error.is_io_error() {
                        return false;
                    }
                }
            }
        }
        true
    }
}

fn hand_out(reader: &mut csv::Reader<Counting>, to: &SyncSender<Stretch>, spare: &Receiver<Stretch>) {
    loop {
        let mut stretch = spare.try_recv().unwrap_or_default();
        let more = stretch.fill(reader);
        if to.send(stretch).is_err() || !more {
            return;
        }
    }
}

fn work(
    raw: &Mutex<Receiver<Stretch>>,
    to: &SyncSender<Vec<Row>>,
    used: &Sender<Stretch>,
    rules: &Rules,
    header: &ByteRecord,
) {
    loop {
        let stretch = raw.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(mut stretch) = stretch else { return };
        let records = stretch.records.iter().take(stretch.filled).map(|record| check(record, rules, header));
        let rows = records.chain(stretch.broken.drain(..).map(Err)).collect();
        if to.send(rows).is_err() {
            return;
        }
        // when all is handed out, nobody wants it
        let _ = used.send(stretch);
    }
}

fn check(record: &ByteRecord, rules: &Rules, header: &ByteRecord) -> Row {
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
