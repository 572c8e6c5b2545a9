//! The way into the ledger for what comes in online: one task a process writes what has arrived, all of it in one
//! transaction, and answers after the commit.
//!
//! Nothing waits on purpose: a batch is what is there when the writer is free. Under load batches grow by themselves,
//! and a transaction's cost is shared by all that came meanwhile.

mod batch;
mod by_pen;
mod by_wire;
mod content;
pub(crate) mod rules;
mod writer;
#[cfg(debug_assertions)]
mod wrong;

use std::sync::{
    Arc, OnceLock,
    atomic::{AtomicBool, Ordering},
};

use domain::action::Action;
use sea_orm::DatabaseConnection;
use storage::ledger::Entry;
use tokio::sync::{mpsc, oneshot};

pub(crate) use content::Content;

use crate::{Clock, EngineError, live::Live};

/// How many deliveries may wait. At the slowest that was measured they are through in a second; who comes when all
/// places are taken is told to come again.
const PLACES: usize = 8_192;

/// What became of a delivery.
#[derive(Clone, Debug)]
pub(crate) struct Counted {
    /// What the ledger has.
    pub entry: Entry,
    /// When it was counted, in milliseconds since 1970-01-01, UTC.
    pub recorded_at: i64,
    /// Whether it was this time.
    pub first: bool,
    /// The campaigns and cases as they were then.
    pub content: Arc<Content>,
}

/// An action on its way, and whoever waits for the answer.
struct Delivery {
    action: Action,
    answer: oneshot::Sender<Result<Counted, EngineError>>,
}

/// The hand that deliveries are given to. The writer starts with the first one and ends with the last hand.
#[derive(Clone)]
pub(crate) struct Intake {
    places: Arc<OnceLock<mpsc::Sender<Delivery>>>,
    failing: Arc<AtomicBool>,
    db: DatabaseConnection,
    clock: Arc<dyn Clock>,
    live: Live,
}

impl Intake {
    pub fn new(db: DatabaseConnection, clock: Arc<dyn Clock>, live: Live) -> Self {
        Self { places: Arc::default(), failing: Arc::default(), db, clock, live }
    }

    /// Gives an action to the writer and waits for the commit.
    ///
    /// # Errors
    /// [`EngineError::Unavailable`] when all places are taken or the database cannot commit, and what the rules say.
    pub async fn deliver(&self, action: Action) -> Result<Counted, EngineError> {
        let places = self.places.get_or_init(|| {
            let (places, arriving) = mpsc::channel(PLACES);
            let writer =
                writer::Writer::new(self.db.clone(), self.clock.clone(), self.failing.clone(), self.live.clone());
            tokio::spawn(writer.run(arriving));
            places
        });
        let (answer, answered) = oneshot::channel();
        places.try_send(Delivery { action, answer }).map_err(|_| EngineError::Unavailable)?;
        answered.await.map_err(|_| EngineError::Unavailable)?
    }

    /// Whether the last transaction could not be committed.
    pub fn is_failing(&self) -> bool {
        self.failing.load(Ordering::Relaxed)
    }

    /// Says that the database takes writes again.
    pub fn works_again(&self) {
        self.failing.store(false, Ordering::Relaxed);
    }
}
