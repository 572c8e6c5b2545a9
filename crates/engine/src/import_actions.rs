//! Actions that come as a file: from another site, or from a time before this one.

use std::{collections::HashMap, sync::Arc};

use domain::{action::NewAction, field::FieldError};
use storage::{StorageError, ledger::Entry};
use uuid::Uuid;

use crate::{
    Actor, Engine, EngineError,
    intake::{Content, rules},
    receipts::millis,
};

/// What became of a portion.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Portion {
    /// Counted now.
    pub new: u64,
    /// Counted before, or twice in the portion.
    pub repeats: u64,
}

/// The rules as they are now, to hold many actions against.
#[derive(Clone)]
pub struct Rules {
    content: Arc<Content>,
    now: time::OffsetDateTime,
}

/// An action that keeps every rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked(Entry);

impl Rules {
    /// Holds an action against every rule for actions.
    ///
    /// # Errors
    /// Every field that breaks one.
    pub fn check(&self, action: &NewAction) -> Result<Checked, Vec<FieldError>> {
        let action = action.read()?;
        let checked = rules::entry(&self.content, &action)
            .and_then(|entry| rules::counts(&self.content, &action, self.now).map(|()| Checked(entry)));
        checked.map_err(|refusal| match refusal {
            EngineError::Invalid(fields) => fields,
            _ => Vec::new(),
        })
    }
}

impl Engine {
    /// The rules as they are now.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn rules(&self) -> Result<Rules, EngineError> {
        let content = Content::current(&self.db, &Arc::default()).await?;
        Ok(Rules { content, now: self.now() })
    }

    /// Counts a portion in one transaction, all of it or nothing. What was counted before counts nothing.
    ///
    /// # Errors
    /// [`EngineError::Denied`] unless at the command line; [`EngineError::Conflict`] when an id was used with other fields.
    pub async fn import_actions(&self, actor: &Actor, portion: Vec<Checked>) -> Result<Portion, EngineError> {
        if !actor.may_import() {
            return Err(EngineError::Denied);
        }
        let all = u64::try_from(portion.len()).unwrap_or(u64::MAX);
        let mut entries: Vec<Entry> = portion.into_iter().map(|checked| checked.0).collect();
        let writer = self.writer().await?;
        // a file that is new is written without a look at what is there
        let new = match self.append_all(writer, &entries).await {
            Err(EngineError::Conflict) => {
                entries = self.without_repeats(entries).await?;
                self.append_all(writer, &entries).await?
            }
            other => other?,
        };
        Ok(Portion { new, repeats: all - new })
    }

    async fn append_all(&self, writer: i32, entries: &[Entry]) -> Result<u64, EngineError> {
        let tx = storage::begin(&self.db).await?;
        match storage::ledger::append(&tx, writer, millis(self.now()), entries).await {
            Ok(_) => tx.commit().await?,
            Err(StorageError::Conflict) => {
                tx.rollback().await?;
                return Err(EngineError::Conflict);
            }
            Err(other) => return Err(other.into()),
        }
        self.live.counted();
        Ok(u64::try_from(entries.len()).unwrap_or(u64::MAX))
    }

    async fn without_repeats(&self, entries: Vec<Entry>) -> Result<Vec<Entry>, EngineError> {
        let campaigns: Vec<i16> = storage::campaigns::numbers(&self.db).await?.into_keys().collect();
        let ids: Vec<Uuid> = entries.iter().map(|entry| entry.id).collect();
        let rows = storage::actions::by_ids(&self.db, &campaigns, &ids).await?;
        let there: HashMap<Uuid, _> = rows.into_iter().map(|row| (row.id, row)).collect();
        let mut fresh: HashMap<Uuid, Entry> = HashMap::new();
        for entry in entries {
            let same = match (there.get(&entry.id), fresh.get(&entry.id)) {
                (Some(row), _) => rules::says_the_same(row, &entry),
                (None, Some(earlier)) => *earlier == entry,
                (None, None) => {
                    fresh.insert(entry.id, entry);
                    true
                }
            };
            if !same {
                return Err(EngineError::Conflict);
            }
        }
        Ok(fresh.into_values().collect())
    }
}
