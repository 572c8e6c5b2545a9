//! Corrections that were made: who, when, why, what and how much.

use std::collections::BTreeMap;

use domain::ledger::Reason;
use serde::Serialize;
use time::{OffsetDateTime, serde::rfc3339};
use uuid::Uuid;

use super::{Chosen, bulk::may};
use crate::{Actor, Engine, EngineError};

/// What the audit trail says of a correction: what was chosen.
pub(super) const CHOSEN: &str = "chosen";
/// The remark.
pub(super) const REMARK: &str = "remark";
/// How much less is counted.
pub(super) const ACTIONS: &str = "actions";
/// The correction that was undone.
pub(super) const UNDOES: &str = "undoes";

/// A correction that was made, for a list of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Batch {
    /// By this it can be undone.
    pub batch: Uuid,
    /// Why.
    pub reason: String,
    /// Who, in the audit trail's words.
    pub actor: String,
    /// Who, by name, where it is somebody on the staff.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// How many entries were compensated.
    pub entries: u64,
    /// How much the totals went down by, in actions; below zero where something was put back. Not known of a report whose
    /// place a later one took: the later one counts instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actions: Option<i64>,
    /// What was chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chosen: Option<Chosen>,
    /// The remark that was made with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
    /// The correction that this one undoes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub undoes: Option<Uuid>,
    /// The report that took an earlier one's place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub report: Option<Uuid>,
    /// When, UTC.
    #[serde(with = "rfc3339")]
    pub at: OffsetDateTime,
}

impl Engine {
    /// The corrections that were made, the newest first: `most` of them after the first `skip`.
    ///
    /// # Errors
    /// [`EngineError::Denied`] when the actor may not see them.
    pub async fn corrections(&self, actor: &Actor, skip: u64, most: u64) -> Result<Vec<Batch>, EngineError> {
        may(actor)?;
        let batches = storage::corrections::batches(&self.db, skip, most).await?;
        let subjects: Vec<String> = batches.iter().map(|made| subject(made.batch)).collect();
        let trail = storage::audits::of_subjects(&self.db, &subjects).await?;
        let mut trail: BTreeMap<String, serde_json::Value> =
            trail.into_iter().map(|line| (line.subject, line.detail)).collect();
        let names = self.staff_names(actor).await?;
        let batch = |made: storage::corrections::Batch| {
            let mut said = trail.remove(&subject(made.batch)).unwrap_or_default();
            let remark = said[REMARK].as_str().filter(|remark| !remark.is_empty()).map(str::to_owned);
            Batch {
                batch: made.batch,
                // a later report's own id stands for what it took back
                report: (made.reason == Reason::Replaced.as_str()).then_some(made.batch),
                reason: made.reason,
                name: names.get(&made.actor).cloned(),
                actor: made.actor,
                entries: u64::try_from(made.entries).unwrap_or(0),
                actions: said[ACTIONS].as_i64(),
                remark,
                undoes: serde_json::from_value(said[UNDOES].take()).ok(),
                chosen: serde_json::from_value(said[CHOSEN].take()).ok(),
                at: made.at,
            }
        };
        Ok(batches.into_iter().map(batch).collect())
    }
}

/// How the audit trail calls a correction.
pub(super) fn subject(batch: Uuid) -> String {
    format!("correction:{batch}")
}
