//! Correcting: the count first, then the deed, and the way back.

use std::collections::BTreeMap;

use domain::{
    field::{FieldError, Rule},
    ledger::Reason,
};
use sea_orm::DatabaseTransaction;
use serde::Serialize;
use storage::corrections::Correction;
use uuid::Uuid;

use super::{
    Chosen, Why,
    made::{ACTIONS, CHOSEN, REMARK, UNDOES, subject},
};
use crate::{Actor, Engine, EngineError};

/// The longest remark on a correction, in characters.
const LONGEST_REMARK: usize = 500;

/// What a correction would take back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct CorrectionPreview {
    /// How many entries still count something.
    pub entries: u64,
    /// How much they count, in actions: what the totals would go down by.
    pub actions: i64,
}

/// What a correction took back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Corrected {
    /// By this it can be undone.
    pub batch: Uuid,
    /// How many entries were compensated.
    pub entries: u64,
    /// How much the totals went down by, in actions; below zero where something was put back.
    pub actions: i64,
}

impl Engine {
    /// How much a correction would take back. Nothing is written.
    ///
    /// # Errors
    /// [`EngineError::Denied`] when the actor may not correct; [`EngineError::Invalid`] when nothing or too much is chosen.
    pub async fn preview_correction(&self, actor: &Actor, chosen: &Chosen) -> Result<CorrectionPreview, EngineError> {
        may(actor)?;
        self.write_senders().await;
        let tx = storage::begin_reading(&self.db).await?;
        let (entries, actions) = self.chosen(&tx, chosen).await?.change();
        tx.rollback().await?;
        Ok(CorrectionPreview { entries: entries as u64, actions })
    }

    /// Takes back what is chosen. `expected` is what the preview said, in actions: should it have changed since, nothing
    /// is done.
    ///
    /// # Errors
    /// [`EngineError::Denied`] when the actor may not correct; [`EngineError::Invalid`] when nothing or too much is
    /// chosen, when the reason is the engine's own, or when it is no longer `expected`.
    pub async fn correct(
        &self,
        actor: &Actor,
        chosen: &Chosen,
        reason: Reason,
        remark: &str,
        expected: i64,
    ) -> Result<Corrected, EngineError> {
        may(actor)?;
        if matches!(reason, Reason::Replaced | Reason::Undone) {
            return Err(EngineError::field("reason", Rule::UnknownWord));
        }
        let remark = short(remark)?;
        self.write_senders().await;
        let writer = self.writer().await?;
        let tx = storage::begin(&self.db).await?;
        let affected = self.chosen(&tx, chosen).await?;
        let batch = self.new_id();
        let why = Why { batch, reason, actor };
        let (entries, actions) = self.leave(&tx, writer, &affected.standing, affected.left, &why).await?;
        let roots: Vec<Uuid> = affected.standing.iter().map(|one| one.row.id).collect();
        self.reports_still_count(&tx, &roots).await?;
        if actions != expected || entries == 0 {
            tx.rollback().await?;
            let now = FieldError::with_detail("expected", Rule::CountChanged, actions.to_string());
            return Err(EngineError::Invalid(vec![now]));
        }
        let detail = serde_json::json!({
            CHOSEN: chosen, "reason": reason, REMARK: remark, "entries": entries, ACTIONS: actions,
        });
        self.trace(&tx, actor, "correct", subject(batch), detail).await?;
        tx.commit().await?;
        self.counted().await;
        Ok(Corrected { batch, entries: entries as u64, actions })
    }

    /// Puts back what a correction took back. Undoing that again takes it back once more.
    ///
    /// # Errors
    /// [`EngineError::Denied`] when the actor may not correct; [`EngineError::NotFound`] when there is no such
    /// correction; [`EngineError::Invalid`] when a later report stands in its place, or it was undone already.
    pub async fn undo_correction(&self, actor: &Actor, batch: Uuid) -> Result<Corrected, EngineError> {
        may(actor)?;
        let writer = self.writer().await?;
        let tx = storage::begin(&self.db).await?;
        let made = storage::corrections::of_batch(&tx, batch).await?;
        let first = made.first().ok_or(EngineError::NotFound)?;
        if first.reason == Reason::Replaced.as_str() {
            // the later report still counts: both together would count twice
            return Err(EngineError::field("correction", Rule::ReplacedBefore));
        }
        let roots = self.roots(&tx, first.campaign, &made).await?;
        if storage::reports::any_replaced(&tx, &roots).await? {
            return Err(EngineError::field("correction", Rule::ReplacedBefore));
        }
        let entries: Vec<Uuid> = made.iter().map(|correction| correction.entry).collect();
        let standing = self.standing(&tx, first.campaign, &entries).await?;
        // something else was corrected on top: putting back what this one took would put back that as well
        if standing.iter().any(|one| one.counts != 0 && one.counts != i64::from(one.row.quantity)) {
            return Err(EngineError::field("correction", Rule::CorrectedSince));
        }
        let undoing = self.new_id();
        let why = Why { batch: undoing, reason: Reason::Undone, actor };
        let (entries, actions) = self.leave(&tx, writer, &standing, 0, &why).await?;
        self.reports_still_count(&tx, &roots).await?;
        if entries == 0 {
            tx.rollback().await?;
            return Err(EngineError::field("correction", Rule::UndoneBefore));
        }
        let detail = serde_json::json!({UNDOES: batch, "entries": entries, ACTIONS: actions});
        self.trace(&tx, actor, "correct", subject(undoing), detail).await?;
        tx.commit().await?;
        self.counted().await;
        Ok(Corrected { batch: undoing, entries: entries as u64, actions })
    }

    /// The rows that counted something at first, of what was corrected: a correction may correct a correction.
    async fn roots(
        &self,
        tx: &DatabaseTransaction,
        campaign: i16,
        made: &[Correction],
    ) -> Result<Vec<Uuid>, EngineError> {
        let mut roots: Vec<Uuid> = made.iter().map(|correction| correction.corrects).collect();
        loop {
            let earlier = storage::corrections::by_entries(tx, campaign, &roots).await?;
            if earlier.is_empty() {
                return Ok(roots);
            }
            let back: BTreeMap<Uuid, Uuid> = earlier.into_iter().map(|c| (c.entry, c.corrects)).collect();
            roots = roots.into_iter().map(|id| back.get(&id).copied().unwrap_or(id)).collect();
        }
    }

    /// The people of a report count as long as anything of it does.
    async fn reports_still_count(&self, tx: &DatabaseTransaction, roots: &[Uuid]) -> Result<(), EngineError> {
        for id in storage::reports::with_people(tx, roots).await? {
            let Some(report) = storage::reports::by_id(tx, id).await? else { continue };
            let standing = self.standing_of_report(tx, &report).await?;
            storage::reports::set_counts(tx, id, standing.iter().any(|one| one.counts != 0)).await?;
        }
        Ok(())
    }
}

pub(super) fn may(actor: &Actor) -> Result<(), EngineError> {
    if actor.may_correct() { Ok(()) } else { Err(EngineError::Denied) }
}

fn short(remark: &str) -> Result<&str, EngineError> {
    let remark = remark.trim();
    if remark.chars().count() <= LONGEST_REMARK {
        return Ok(remark);
    }
    Err(EngineError::Invalid(vec![FieldError::with_detail("remark", Rule::TooLong, LONGEST_REMARK.to_string())]))
}
