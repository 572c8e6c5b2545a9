//! A press on a thread of its own: while pages are compressed and written, the next ones are set.
//!
//! Compressing takes as long as everything else together, so whoever is ahead helps: when the press has enough to do, the thread
//! that sets pages compresses some itself. The order is kept and so are the bytes, whoever compressed them.

use std::io::Write;
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::thread::{Builder, JoinHandle};

use super::press::{Deflate, Job, Press};
use crate::error::LetterError;

/// How many bytes are handed over at once: waking the other thread costs about as much as compressing a page.
const BATCH: usize = 32_000;
/// How many batches may wait. Whoever is ahead waits then, so that memory stays the same however many pages there are.
const WAITING: usize = 2;

/// The press, seen from the thread that sets pages.
pub(super) struct Thread<W> {
    batch: Vec<Job>,
    bytes: usize,
    deflate: Deflate,
    queue: Option<SyncSender<Vec<Job>>>,
    handle: Option<JoinHandle<Result<Press<W>, LetterError>>>,
}

impl<W: Write + Send + 'static> Thread<W> {
    /// Starts the thread.
    pub fn start(press: Press<W>) -> Result<Self, LetterError> {
        let (queue, jobs) = sync_channel(WAITING);
        let handle = Builder::new().name("pdf".into()).spawn(move || run(press, &jobs));
        let handle =
            handle.map_err(|error| LetterError::Pdf { reason: format!("no thread could be started: {error}") })?;
        Ok(Self { batch: Vec::new(), bytes: 0, deflate: Deflate::default(), queue: Some(queue), handle: Some(handle) })
    }
}

fn run<W: Write>(mut press: Press<W>, jobs: &Receiver<Vec<Job>>) -> Result<Press<W>, LetterError> {
    for job in jobs.iter().flatten() {
        press.print(job)?;
    }
    Ok(press)
}

impl<W> Thread<W> {
    /// Hands a stream over. What went wrong with an earlier one is told here.
    pub fn print(&mut self, job: Job) -> Result<(), LetterError> {
        self.bytes += job.data.len();
        self.batch.push(job);
        if self.bytes < BATCH { Ok(()) } else { self.send() }
    }

    fn send(&mut self) -> Result<(), LetterError> {
        self.bytes = 0;
        let batch = std::mem::take(&mut self.batch);
        let waiting = match self.queue.as_ref().map(|queue| queue.try_send(batch)) {
            Some(Ok(())) => return Ok(()),
            Some(Err(TrySendError::Full(batch))) => batch,
            _ => return self.why(),
        };
        let compressed = waiting.into_iter().map(|job| self.deflate.compressed(job)).collect::<Result<Vec<_>, _>>()?;
        match self.queue.as_ref().map(|queue| queue.send(compressed)) {
            Some(Ok(())) => Ok(()),
            _ => self.why(),
        }
    }

    /// The thread ended, and knows why.
    fn why(&mut self) -> Result<(), LetterError> {
        Err(self.join().err().unwrap_or_else(ended))
    }

    fn join(&mut self) -> Result<Press<W>, LetterError> {
        self.queue = None;
        match self.handle.take().map(JoinHandle::join) {
            Some(Ok(press)) => press,
            _ => Err(ended()),
        }
    }

    /// Waits until all is written, and gives the press back.
    pub fn finish(mut self) -> Result<Press<W>, LetterError> {
        self.send()?;
        self.join()
    }
}

fn ended() -> LetterError {
    LetterError::Pdf { reason: "the thread that writes ended before the file did".into() }
}
