//! The engine's hand on the ledger.
//!
//! Online actions go through the intake, which has a chain of its own. Everything else that counts (reports,
//! corrections) appends in its own transaction, as this process's second writer:
//!
//! ```text
//! let writer = self.writer().await?;           // before the transaction: it may have to take a number
//! let tx = storage::begin(&self.db).await?;
//! …
//! self.append(&tx, writer, &entries).await?;   // rows, chain and every tally
//! tx.commit().await?;
//! self.counted().await;                        // totals and those who watch them, here and at other servers
//! ```

use sea_orm::DatabaseTransaction;
use storage::ledger::Entry;

use crate::{Engine, EngineError, receipts::millis};

impl Engine {
    /// The number under which this process appends. Ask before the transaction begins. Should no server have run since
    /// midnight, yesterday's snapshot is taken first: what a command counts now was not said then.
    ///
    /// # Errors
    /// [`EngineError::Unavailable`] when the database does not answer.
    pub(crate) async fn writer(&self) -> Result<i32, EngineError> {
        let number = async || -> Result<i32, EngineError> {
            self.take_snapshot().await?;
            Ok(storage::ledger::new_writer(&self.db, millis(self.now())).await?)
        };
        Ok(*self.writer.get_or_try_init(number).await?)
    }

    /// Says that something was counted, after the commit. Where nothing here tells other servers, as in a command, they are
    /// told at once.
    pub(crate) async fn counted(&self) {
        self.live.counted();
        if !self.live.is_telling() {
            self.tell_servers().await;
        }
    }

    /// Appends entries in the given transaction: rows, the chain's next link and all tallies.
    ///
    /// # Errors
    /// [`EngineError::Conflict`] when an id is there already; roll back.
    pub(crate) async fn append(
        &self,
        tx: &DatabaseTransaction,
        writer: i32,
        entries: &[Entry],
    ) -> Result<(), EngineError> {
        storage::ledger::append(tx, writer, millis(self.now()), entries).await?;
        Ok(())
    }
}
