//! The one task that writes.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use sea_orm::{DatabaseConnection, DbBackend, TransactionTrait as _};
use storage::ledger::{Head, Pen, Wire};
use tokio::sync::mpsc;

use super::{Content, Delivery, batch::Batch};
use crate::{Clock, EngineError, live::Live, receipts::millis};

/// The most deliveries in one transaction, so that nobody waits long for others.
const MOST: usize = 512;

/// How often a batch is tried when another server counted one of its ids at the same moment.
const TRIES: usize = 5;

/// What the writer keeps between batches.
pub(super) struct Writer {
    pub(super) db: DatabaseConnection,
    pub(super) clock: Arc<dyn Clock>,
    failing: Arc<AtomicBool>,
    /// The end of this process's chain; none before the first batch and after a failure.
    pub(super) head: Option<Head>,
    /// This process's number, once it has one.
    number: Option<i32>,
    pub(super) content: Arc<Content>,
    /// On SQLite, between batches; none before the first one and after a failure.
    pub(super) pen: Option<Pen>,
    /// The same on PostgreSQL.
    pub(super) wire: Option<Wire>,
    live: Live,
}

impl Writer {
    pub fn new(db: DatabaseConnection, clock: Arc<dyn Clock>, failing: Arc<AtomicBool>, live: Live) -> Self {
        Self { db, clock, failing, head: None, number: None, content: Arc::default(), pen: None, wire: None, live }
    }

    /// Writes until nobody can deliver any more.
    pub async fn run(mut self, mut arriving: mpsc::Receiver<Delivery>) {
        let mut deliveries = Vec::with_capacity(MOST);
        while arriving.recv_many(&mut deliveries, MOST).await > 0 {
            self.write(std::mem::take(&mut deliveries)).await;
        }
    }

    async fn write(&mut self, deliveries: Vec<Delivery>) {
        let mut batch = Batch::of(deliveries);
        #[cfg(debug_assertions)]
        if let Some(wrong) = super::wrong::Wrong::of_environment() {
            return self.write_wrongly(wrong, batch).await;
        }
        for _ in 0..TRIES {
            match self.attempt(&mut batch).await {
                Ok(()) => {
                    self.failing.store(false, Ordering::Relaxed);
                    if batch.is_new() {
                        self.live.counted();
                    }
                    return batch.answer();
                }
                Err(EngineError::Conflict) => {}
                Err(EngineError::Internal) => return batch.refuse(|| EngineError::Internal),
                Err(_) => break,
            }
        }
        self.failing.store(true, Ordering::Relaxed);
        self.head = None;
        batch.refuse(|| EngineError::Unavailable);
    }

    /// One transaction: look, judge, write, commit. After an error nothing of it stands.
    async fn attempt(&mut self, batch: &mut Batch) -> Result<(), EngineError> {
        let head = self.head().await?;
        match self.db.get_database_backend() {
            DbBackend::Sqlite => self.by_pen(head, batch).await,
            _ => self.by_wire(head, batch).await,
        }
    }

    pub(super) async fn head(&mut self) -> Result<Head, EngineError> {
        if let Some(head) = &self.head {
            return Ok(head.clone());
        }
        let number = match self.number {
            Some(number) => number,
            None => storage::ledger::new_writer(&self.db, millis(self.clock.now())).await?,
        };
        self.number = Some(number);
        let tx = self.db.begin().await?;
        let head = storage::ledger::head(&tx, number).await?;
        tx.commit().await?;
        Ok(head)
    }
}
