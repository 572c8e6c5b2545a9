//! How a batch is written on SQLite: by the ledger's own pen, on a thread that may wait, in one go.

use std::sync::Arc;

use storage::ledger::{Head, Pen};
use time::OffsetDateTime;

use super::{Content, batch::Batch, writer::Writer};
use crate::{EngineError, receipts::millis};

/// What became of a try.
enum Became {
    /// The batch's new entries stand; the chain ends here now.
    Written(Head),
    /// There was nothing new in it.
    NothingNew,
    /// Campaigns or cases changed: they have to be read before anything can be judged.
    Outdated,
}

impl Writer {
    /// One transaction. [`EngineError::Conflict`] asks for another try.
    pub(super) async fn by_pen(&mut self, head: Head, batch: &mut Batch) -> Result<(), EngineError> {
        let (pen, db, content, now) = (self.pen.take(), self.db.clone(), self.content.clone(), self.clock.now());
        // should the thread die, the batch is gone, and everybody who waits is told to come again
        let mut carried = std::mem::take(batch);
        self.head = None;
        let working = tokio::task::spawn_blocking(move || {
            let pen = match pen {
                Some(pen) => Ok(pen),
                None => Pen::beside(&db),
            };
            match pen {
                Ok(mut pen) => match attempt(&mut pen, &mut carried, &content, &head, now) {
                    Ok(became) => (carried, Ok((pen, head, became))),
                    Err(error) => (carried, Err(error)),
                },
                Err(error) => (carried, Err(error.into())),
            }
        });
        let (carried, became) = working.await.map_err(|_| EngineError::Unavailable)?;
        *batch = carried;
        let (pen, head, became) = became?;
        self.pen = Some(pen);
        self.head = Some(match became {
            Became::Written(next) => next,
            Became::NothingNew => head,
            Became::Outdated => {
                self.head = Some(head);
                self.content = Content::current(&self.db, &self.content).await?;
                return Err(EngineError::Conflict);
            }
        });
        batch.written(millis(now));
        Ok(())
    }
}

fn attempt(
    pen: &mut Pen,
    batch: &mut Batch,
    content: &Arc<Content>,
    head: &Head,
    now: OffsetDateTime,
) -> Result<Became, EngineError> {
    // nobody else writes from here on, so that what is looked up still holds when it is written
    let writing = pen.begin()?;
    if writing.content_version()? != content.version {
        return Ok(Became::Outdated);
    }
    let keys = batch.asked(content).into_iter().flat_map(|(campaigns, ids)| {
        ids.into_iter().flat_map(move |id| campaigns.clone().into_iter().map(move |campaign| (campaign, id)))
    });
    let earlier = writing.look(keys)?.into_iter().map(|(row, at)| (row.id, (row, at))).collect();
    batch.judge(&earlier, content, now);
    if !batch.is_new() {
        return Ok(Became::NothingNew);
    }
    let next = writing.append(head, millis(now), batch.entries())?;
    writing.commit()?;
    Ok(Became::Written(next))
}
