//! Actions of supporters, counted one by one.

use std::net::IpAddr;

use domain::action::NewAction;

use crate::{Engine, EngineError, limits::Limited, receipts::Receipt, senders::Sender};

/// What became of an action that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// What is counted.
    pub receipt: Receipt,
    /// Whether this was the first time; a repeat counts nothing.
    pub first: bool,
}

impl Engine {
    /// Counts an action: it stands in the ledger and in every tally when this returns. Sent twice, it is one action.
    /// Anybody may.
    ///
    /// # Errors
    /// [`EngineError::Invalid`] with every rule it breaks, [`EngineError::Conflict`] when its id was used with other
    /// fields, [`EngineError::Unavailable`] when it cannot be committed or too many wait: sending the same again is safe.
    pub async fn record_action(&self, new: &NewAction) -> Result<Recorded, EngineError> {
        self.record(new, None).await
    }

    /// The same for what comes from an address, which may be one too many.
    ///
    /// # Errors
    /// As [`Engine::record_action`], and [`EngineError::TooMany`]: then nothing was counted.
    pub async fn record_action_from(&self, from: Option<IpAddr>, new: &NewAction) -> Result<Recorded, EngineError> {
        let sender = self.allow(Limited::Action, from).await?;
        self.record(new, sender).await
    }

    async fn record(&self, new: &NewAction, sender: Option<Sender>) -> Result<Recorded, EngineError> {
        let action = new.read().map_err(EngineError::Invalid)?;
        let campaign = action.campaign.clone();
        let counted = self.intake.deliver(action).await?;
        if let Some(sender) = sender.filter(|_| counted.first) {
            self.senders.note(counted.entry.campaign, counted.entry.id, sender, counted.recorded_at);
        }
        let case = counted.content.case_by_number(counted.entry.case);
        let public = case.map(|known| &known.case).filter(|case| case.may_be_public_on(self.today()));
        let receipt = Receipt::of(&counted.entry, counted.recorded_at, campaign, public)?;
        Ok(Recorded { receipt, first: counted.first })
    }
}
