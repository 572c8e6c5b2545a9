//! How a batch is written on PostgreSQL: by the ledger's own wire. Several servers may look at once: the key of the ledger
//! says who was first, and the other looks again.

use sea_orm::DatabaseConnection;
use storage::{
    StorageError,
    ledger::{Entry, Head, Wire},
};
use time::OffsetDateTime;

use super::{
    Content,
    batch::{Batch, Earlier},
    writer::Writer,
};
use crate::{EngineError, receipts::millis};

impl Writer {
    /// One statement that looks, one that is the transaction; for a lone action mostly one that does both.
    /// [`EngineError::Conflict`] asks for another try.
    pub(super) async fn by_wire(&mut self, head: Head, batch: &mut Batch) -> Result<(), EngineError> {
        let now = self.clock.now();
        if batch.is_lone() && self.lone(&head, batch, now).await? {
            return Ok(());
        }
        let (mut wire, there) = self.look(batch).await?;
        batch.judge(&there, &self.content, now);
        if batch.is_new() {
            self.head = None;
            self.head = Some(append(&self.db, &mut wire, head, millis(now), batch.entries()).await?);
        }
        batch.written(millis(now));
        self.wire = Some(wire);
        Ok(())
    }

    /// Tries to write a lone action at once, by the rules as they are kept in memory. Whether that is done; else nothing was
    /// written, and what stands against it has to be looked up.
    async fn lone(&mut self, head: &Head, batch: &mut Batch, now: OffsetDateTime) -> Result<bool, EngineError> {
        batch.judge(&Earlier::default(), &self.content, now);
        let [entry] = batch.entries() else { return Ok(false) };
        let (entry, at) = (entry.clone(), millis(now));
        let Some(mut wire) = self.wire.take() else { return Ok(false) };
        let campaigns: Vec<i16> = batch.asked(&self.content).into_iter().flat_map(|(campaigns, _)| campaigns).collect();
        self.head = None;
        let written = match wire.append_new(head, at, &entry, &campaigns, self.content.version).await {
            Ok(written) => written,
            Err(StorageError::Conflict) => None,
            // the connection had gone: before the commit or after it, the chain knows
            Err(failure) => match storage::ledger::head(&self.db, head.writer).await {
                Ok(found) if found == head.with(at, std::slice::from_ref(&entry)) => Some(found),
                Ok(found) if found == *head => return Ok(false),
                _ => return Err(failure.into()),
            },
        };
        self.wire = Some(wire);
        batch.written(at);
        let done = written.is_some();
        self.head = Some(written.unwrap_or_else(|| head.clone()));
        Ok(done)
    }

    /// What of a batch the ledger has already, with campaigns and cases as they are now. A wire that was kept may have been
    /// cut since, a new one not.
    async fn look(&mut self, batch: &Batch) -> Result<(Wire, Earlier), EngineError> {
        if let Some(mut kept) = self.wire.take()
            && let Ok(there) = self.look_by(&mut kept, batch).await
        {
            return Ok((kept, there));
        }
        let mut wire = Wire::beside(&self.db).await?;
        let there = self.look_by(&mut wire, batch).await?;
        Ok((wire, there))
    }

    async fn look_by(&mut self, wire: &mut Wire, batch: &Batch) -> Result<Earlier, EngineError> {
        loop {
            let mut there = Earlier::default();
            let mut newest = None;
            for (campaigns, ids) in batch.asked(&self.content) {
                let (version, found) = wire.look(&campaigns, &ids).await?;
                newest.get_or_insert(version);
                there.extend(found.into_iter().map(|(row, at)| (row.id, (row, at))));
            }
            if newest == Some(self.content.version) {
                return Ok(there);
            }
            // campaigns or cases changed: those kept in memory hardly ever did
            self.content = Content::current(&self.db, &self.content).await?;
        }
    }
}

async fn append(
    db: &DatabaseConnection,
    wire: &mut Wire,
    head: Head,
    recorded_at: i64,
    entries: &[Entry],
) -> Result<Head, EngineError> {
    let failure = match wire.append(&head, recorded_at, entries).await {
        Ok(next) => return Ok(next),
        Err(StorageError::Conflict) => return Err(EngineError::Conflict),
        Err(failure) => failure,
    };
    // the connection may have gone between the commit and its answer: the chain knows
    let expected = head.with(recorded_at, entries);
    match storage::ledger::head(db, head.writer).await {
        Ok(found) if found == expected => Ok(found),
        _ => Err(failure.into()),
    }
}
