//! A batch: what has arrived, judged one by one, written together. A bad action never costs its neighbours anything.

use std::{collections::HashMap, sync::Arc};

use storage::{entity::action::Model, ledger::Entry};
use time::OffsetDateTime;
use uuid::Uuid;

use super::{Content, Counted, Delivery, rules};
use crate::EngineError;

/// What is to become of a delivery.
#[derive(Debug)]
enum Verdict {
    /// The entry at this place of the batch's, counted now.
    New(usize),
    /// The same as the entry at this place, delivered twice at once.
    Again(usize),
    /// Counted before.
    Earlier(Entry, i64),
    Refused(EngineError),
}

/// Deliveries with their verdicts.
#[derive(Default)]
pub(super) struct Batch {
    deliveries: Vec<Delivery>,
    verdicts: Vec<Verdict>,
    entries: Vec<Entry>,
    recorded_at: i64,
    content: Arc<Content>,
}

impl Batch {
    pub fn of(deliveries: Vec<Delivery>) -> Self {
        Self { deliveries, ..Self::default() }
    }

    /// Whether there is anything to write.
    pub fn is_new(&self) -> bool {
        !self.entries.is_empty()
    }

    /// Whether it is one delivery.
    pub fn is_lone(&self) -> bool {
        self.deliveries.len() == 1
    }

    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Decides about every delivery; `earlier` is what the ledger has of [`Batch::asked`].
    pub fn judge(&mut self, earlier: &Earlier, content: &Arc<Content>, now: OffsetDateTime) {
        self.entries.clear();
        self.content = content.clone();
        let mut places: HashMap<Uuid, usize> = HashMap::new();
        let mut verdicts = Vec::with_capacity(self.deliveries.len());
        for Delivery { action, .. } in &self.deliveries {
            let said = rules::entry(content, action);
            let verdict = match (earlier.get(&action.id), places.get(&action.id)) {
                (Some((row, recorded_at)), _) => match said {
                    Ok(said) if rules::says_the_same(row, &said) => Verdict::Earlier(said, *recorded_at),
                    _ => Verdict::Refused(EngineError::Conflict),
                },
                (None, Some(place)) => match said {
                    Ok(said) if self.entries[*place] == said => Verdict::Again(*place),
                    _ => Verdict::Refused(EngineError::Conflict),
                },
                (None, None) => match said.and_then(|said| rules::counts(content, action, now).map(|()| said)) {
                    Ok(said) => {
                        places.insert(action.id, self.entries.len());
                        self.entries.push(said);
                        Verdict::New(self.entries.len() - 1)
                    }
                    Err(refusal) => Verdict::Refused(refusal),
                },
            };
            verdicts.push(verdict);
        }
        self.verdicts = verdicts;
    }

    /// The ids that could stand in the ledger already, each portion with the campaigns in which.
    ///
    /// Where a campaign takes actions any id may be there. Where it takes none any more only ids up to its highest can be:
    /// for what is posted now nothing is looked up there.
    pub fn asked(&self, content: &Content) -> Vec<(Vec<i16>, Vec<Uuid>)> {
        let ids: Vec<Uuid> = self.deliveries.iter().map(|delivery| delivery.action.id).collect();
        let closed = content.campaigns().filter_map(|campaign| {
            let highest = campaign.closed_at?;
            let below: Vec<Uuid> = ids.iter().copied().filter(|id| *id <= highest).collect();
            (!below.is_empty()).then(|| (vec![campaign.number], below))
        });
        let closed: Vec<_> = closed.collect();
        let open = content.campaigns().filter(|c| c.closed_at.is_none()).map(|c| c.number).collect();
        std::iter::once((open, ids)).chain(closed).collect()
    }

    /// The batch's entries stand in the ledger.
    pub fn written(&mut self, recorded_at: i64) {
        self.recorded_at = recorded_at;
    }

    /// Tells everybody what became of their delivery. Who went away meanwhile is told when they deliver it again.
    pub fn answer(self) {
        let Self { deliveries, verdicts, entries, recorded_at, content } = self;
        let counted = |entry, recorded_at, first| Counted { entry, recorded_at, first, content: content.clone() };
        for (delivery, verdict) in deliveries.into_iter().zip(verdicts) {
            let answer = match verdict {
                Verdict::New(place) => Ok(counted(entries[place].clone(), recorded_at, true)),
                Verdict::Again(place) => Ok(counted(entries[place].clone(), recorded_at, false)),
                Verdict::Earlier(entry, recorded_at) => Ok(counted(entry, recorded_at, false)),
                Verdict::Refused(refusal) => Err(refusal),
            };
            let _ = delivery.answer.send(answer);
        }
    }

    /// Tells everybody that nothing was counted.
    pub fn refuse(self, why: impl Fn() -> EngineError) {
        for delivery in self.deliveries {
            let _ = delivery.answer.send(Err(why()));
        }
    }
}

/// Rows that stand in the ledger already by their ids, each with the moment of counting.
pub(super) type Earlier = HashMap<Uuid, (Model, i64)>;
