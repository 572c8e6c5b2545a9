//! The audit trail: one line for every deed that changes a record.

use sea_orm::DatabaseTransaction;
use storage::audits::Entry;

use crate::{Actor, Engine, EngineError};

impl Engine {
    /// Adds a line to the trail, in the transaction that does the deed. `detail` holds nothing personal.
    pub(crate) async fn trace(
        &self,
        tx: &DatabaseTransaction,
        actor: &Actor,
        deed: &str,
        subject: String,
        detail: serde_json::Value,
    ) -> Result<(), EngineError> {
        let entry =
            Entry { id: self.new_id(), at: self.now(), actor: actor.name(), deed: deed.to_owned(), subject, detail };
        Ok(storage::audits::add(tx, entry).await?)
    }
}
