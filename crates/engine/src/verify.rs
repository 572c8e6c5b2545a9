//! Proof: everything recomputed from the ledger's rows.

pub use storage::verify::Verification;

use crate::{Actor, Engine, EngineError};

impl Engine {
    /// Recomputes chains, tallies and snapshots and says what differs. Changes nothing; servers may go on counting.
    ///
    /// # Errors
    /// [`EngineError::Denied`] unless at the command line; [`EngineError::Unavailable`] when the database does not answer.
    pub async fn verify(&self, actor: &Actor) -> Result<Verification, EngineError> {
        if !actor.may_export() {
            return Err(EngineError::Denied);
        }
        Ok(storage::verify::run(&self.db).await?)
    }
}
