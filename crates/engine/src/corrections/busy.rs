//! Senders of very much: a hint at what may have been counted twice or by a machine. It says nothing about who they are.

use domain::{Slug, reference};
use serde::Serialize;
use time::{OffsetDateTime, serde::rfc3339};

use crate::{Actor, Engine, EngineError, receipts::moment_of};

/// So many entries of one sender on one day are worth a look.
const MANY: i64 = 50;
/// How many senders are named.
const MOST: u64 = 20;

/// A sender of very much on one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BusySender {
    /// The campaign.
    pub campaign: Slug,
    /// The reference of one of the actions: by it a rule names the sender.
    pub same_sender_as: String,
    /// How many entries of the ledger.
    pub entries: i64,
    /// When the first was counted, UTC.
    #[serde(with = "rfc3339")]
    pub from: OffsetDateTime,
    /// When the last was counted, UTC.
    #[serde(with = "rfc3339")]
    pub to: OffsetDateTime,
}

impl Engine {
    /// The senders of the last seven days that sent much on one day, the busiest first. A school may be one of them.
    ///
    /// # Errors
    /// [`EngineError::Denied`] when the actor may not correct.
    pub async fn busy_senders(&self, actor: &Actor) -> Result<Vec<BusySender>, EngineError> {
        if !actor.may_correct() {
            return Err(EngineError::Denied);
        }
        self.write_senders().await;
        let campaigns = storage::campaigns::numbers(&self.db).await?;
        let mut senders = Vec::new();
        for busy in storage::senders::busy(&self.db, MANY, MOST).await? {
            let one = storage::senders::one_of(&self.db, busy.campaign, &busy.sender).await?;
            let (Some(campaign), Some(one)) = (campaigns.get(&busy.campaign).cloned(), one) else { continue };
            senders.push(BusySender {
                campaign,
                same_sender_as: reference::write(one),
                entries: busy.entries,
                from: moment_of(busy.from).ok_or(EngineError::Internal)?,
                to: moment_of(busy.to).ok_or(EngineError::Internal)?,
            });
        }
        Ok(senders)
    }
}
