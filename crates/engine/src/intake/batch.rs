//! A batch: what has arrived, judged one by one, written together. A bad action never costs its neighbours anything.

use std::{collections::HashMap, sync::Arc};

use sea_orm::ConnectionTrait;
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
pub(super) struct Batch {
    deliveries: Vec<Delivery>,
    verdicts: Vec<Verdict>,
    entries: Vec<Entry>,
    recorded_at: i64,
    content: Arc<Content>,
}

impl Batch {
    pub fn of(deliveries: Vec<Delivery>) -> Self {
        Self { deliveries, verdicts: Vec::new(), entries: Vec::new(), recorded_at: 0, content: Arc::default() }
    }

    /// Whether there is anything to write.
    pub fn is_new(&self) -> bool {
        !self.entries.is_empty()
    }

    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Decides about every delivery.
    ///
    /// # Errors
    /// When the database refuses; about one delivery alone nothing is an error here.
    pub async fn judge(
        &mut self,
        db: &impl ConnectionTrait,
        content: &Arc<Content>,
        now: OffsetDateTime,
    ) -> Result<(), EngineError> {
        let earlier = earlier(db, content, &self.deliveries).await?;
        #[cfg(feature = "wrong")]
        let earlier = if super::wrong::Wrong::NoUniqueKey.is_asked_for() { HashMap::new() } else { earlier };
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
        Ok(())
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

/// Which of these ids stand in the ledger already, in whichever campaign, each with the moment of counting.
///
/// Where a campaign takes actions any id may be there. Where it takes none any more only ids up to its highest can be:
/// for what is posted now nothing is looked up there.
async fn earlier(
    db: &impl ConnectionTrait,
    content: &Content,
    deliveries: &[Delivery],
) -> Result<HashMap<Uuid, (Model, i64)>, EngineError> {
    let ids: Vec<Uuid> = deliveries.iter().map(|delivery| delivery.action.id).collect();
    let open: Vec<i16> = content.campaigns().filter(|c| c.closed_at.is_none()).map(|c| c.number).collect();
    let mut rows = storage::actions::by_ids(db, &open, &ids).await?;
    for campaign in content.campaigns() {
        let Some(highest) = campaign.closed_at else { continue };
        let below: Vec<Uuid> = ids.iter().copied().filter(|id| *id <= highest).collect();
        rows.extend(storage::actions::by_ids(db, &[campaign.number], &below).await?);
    }
    let links: Vec<(i32, i32)> = rows.iter().map(|row| (row.writer, row.number)).collect();
    let moments = storage::ledger::recorded_at(db, links).await?;
    let moment = |row: &Model| moments.get(&(row.writer, row.number)).copied().unwrap_or_default();
    Ok(rows.into_iter().map(|row| (row.id, (moment(&row), row))).map(|(id, (at, row))| (id, (row, at))).collect())
}
