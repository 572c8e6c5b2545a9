//! Corrections: what was counted is taken back, and what was taken back is put back, without changing a row.
//!
//! A correction is an entry of the ledger that compensates another one and names it. Compensating the compensation puts
//! the first one back, and so on: an entry counts what it and all that follows from it add up to. So nothing is taken
//! back twice, and every total can be explained.

mod asked;
mod bulk;
mod busy;
mod chosen;
mod made;

use std::collections::BTreeMap;

use domain::ledger::{EntryKind, Reason};
use sea_orm::{ConnectionTrait, DatabaseTransaction};
use storage::{
    corrections::Correction,
    entity::action::Model,
    ledger::{Entry, Origin},
};
use uuid::Uuid;

use crate::{Actor, Engine, EngineError};

pub use bulk::{Corrected, CorrectionPreview};
pub use busy::BusySender;
pub use chosen::Chosen;
pub use made::Batch;

/// Why entries are taken back, and who does it.
pub(crate) struct Why<'a> {
    /// What is corrected together.
    pub batch: Uuid,
    /// The reason's code.
    pub reason: Reason,
    /// Who.
    pub actor: &'a Actor,
}

/// An entry with what still counts of it.
pub(crate) struct Standing {
    /// The entry's row.
    row: Model,
    /// The last entry of those that follow from it: the one to compensate.
    last: Uuid,
    /// What it and all that follows from it add up to, in actions.
    pub counts: i64,
}

/// Entries that compensate others, with what says so; not written yet.
#[derive(Default)]
pub(crate) struct Compensation {
    pub entries: Vec<Entry>,
    pub corrections: Vec<Correction>,
    /// How much less is counted, in actions.
    pub actions: i64,
}

impl Engine {
    /// What still counts of these entries of the ledger.
    pub(crate) async fn standing(
        &self,
        tx: &impl ConnectionTrait,
        campaign: i16,
        entries: &[Uuid],
    ) -> Result<Vec<Standing>, EngineError> {
        let rows = storage::corrections::entries(tx, campaign, entries).await?;
        let mut all: Vec<Standing> =
            rows.into_iter().map(|row| Standing { last: row.id, counts: row.quantity.into(), row }).collect();
        let mut open: BTreeMap<Uuid, usize> = all.iter().enumerate().map(|(n, one)| (one.last, n)).collect();
        while !open.is_empty() {
            let last: Vec<Uuid> = open.keys().copied().collect();
            let corrections = storage::corrections::of_entries(tx, campaign, &last).await?;
            let ids: Vec<Uuid> = corrections.iter().map(|correction| correction.entry).collect();
            let quantities: BTreeMap<Uuid, i32> = storage::corrections::entries(tx, campaign, &ids)
                .await?
                .into_iter()
                .map(|row| (row.id, row.quantity))
                .collect();
            let mut next = BTreeMap::new();
            for correction in corrections {
                let Some(n) = open.get(&correction.corrects) else { continue };
                all[*n].last = correction.entry;
                all[*n].counts += i64::from(quantities.get(&correction.entry).copied().unwrap_or(0));
                next.insert(correction.entry, *n);
            }
            open = next;
        }
        Ok(all)
    }

    /// Lets each of these entries count `left` from now on. Gives how many changed and how much less they count.
    async fn leave(
        &self,
        tx: &DatabaseTransaction,
        writer: i32,
        standing: &[Standing],
        left: i64,
        why: &Why<'_>,
    ) -> Result<(usize, i64), EngineError> {
        let made = self.compensation(standing, left, why)?;
        self.append(tx, writer, &made.entries).await?;
        storage::corrections::add(tx, &made.corrections).await?;
        Ok((made.entries.len(), made.actions))
    }

    /// What lets each of these entries count `left`: one compensating entry each. Nothing is written.
    pub(crate) fn compensation(
        &self,
        standing: &[Standing],
        left: i64,
        why: &Why<'_>,
    ) -> Result<Compensation, EngineError> {
        let mut made = Compensation::default();
        for one in standing.iter().filter(|one| one.counts != left) {
            let (id, campaign) = (self.new_id(), one.row.campaign);
            let quantity = i32::try_from(left - one.counts).map_err(|_| EngineError::Internal)?;
            let corrected = Entry::of_row(&one.row, None).ok_or(EngineError::Internal)?;
            let origin = Some(Origin { id: one.last, reason: Some(why.reason) });
            made.entries.push(Entry { id, quantity, entry: EntryKind::Correction, origin, ..corrected });
            made.actions += one.counts - left;
            made.corrections.push(Correction {
                campaign,
                entry: id,
                corrects: one.last,
                batch: why.batch,
                reason: why.reason.as_str().to_owned(),
                actor: why.actor.name(),
                at: self.now(),
            });
        }
        Ok(made)
    }
}
