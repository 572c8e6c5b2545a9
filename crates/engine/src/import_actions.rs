//! Actions that come as a file: from another site, or from a time before this one.

mod spans;

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use domain::{action::NewAction, field::FieldError};
use sea_orm::DbBackend;
use serde_json::json;
use storage::{
    entity::action::Model,
    ledger::{Entry, Head, Pen},
};
use uuid::Uuid;

use spans::Spans;

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

impl Checked {
    /// How many bytes [`Self::bytes`] gives.
    pub const WIDTH: usize = 44;

    /// For whoever puts it aside until all others are checked.
    #[must_use]
    pub fn bytes(&self) -> [u8; Self::WIDTH] {
        let mut bytes = [0; Self::WIDTH];
        // an action belongs to nothing: what would follow is zeros
        bytes.copy_from_slice(&self.0.bytes()[..Self::WIDTH]);
        bytes
    }

    /// What was put aside; none when these are not bytes of one.
    #[must_use]
    pub fn of_bytes(bytes: [u8; Self::WIDTH]) -> Option<Self> {
        let mut all = [0; 62];
        all[..Self::WIDTH].copy_from_slice(&bytes);
        Entry::of_bytes(&all).map(Self)
    }

    /// Its id, in whose order a campaign's rows are written quickest.
    #[must_use]
    pub const fn id(&self) -> Uuid {
        self.0.id
    }
}

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

    /// Begins to count many actions, which come in portions; `rows` is how many, for the audit trail.
    ///
    /// # Errors
    /// [`EngineError::Denied`] unless at the command line; [`EngineError::Unavailable`] when the database does not answer.
    pub async fn begin_import(&self, actor: &Actor, rows: u64) -> Result<Import, EngineError> {
        if !actor.may_import() {
            return Err(EngineError::Denied);
        }
        let writer = self.writer().await?;
        let tx = storage::begin(&self.db).await?;
        self.trace(&tx, actor, "import-actions", format!("writer {writer}"), json!({ "rows": rows })).await?;
        let content = Content::current(&tx, &Arc::default()).await?;
        let spans = Spans::of(&content, storage::actions::spans(&tx).await?);
        let head = storage::ledger::head(&tx, writer).await?;
        tx.commit().await?;
        Ok(Import { engine: self.clone(), head, spans, pen: None, expects_repeats: false })
    }
}

/// Why a portion was not counted: nothing of it was.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// This id was used with other fields, or in another campaign.
    #[error("the id {0} was used before with other fields")]
    Twice(Uuid),
    /// Anything else.
    #[error(transparent)]
    Engine(#[from] EngineError),
}

impl From<storage::StorageError> for ImportError {
    fn from(error: storage::StorageError) -> Self {
        EngineError::from(error).into()
    }
}

/// Many actions on their way into the ledger.
pub struct Import {
    engine: Engine,
    head: Head,
    spans: Spans,
    pen: Option<Pen>,
    /// Whether the portion before had any: then they are looked for before anything is written.
    expects_repeats: bool,
}

impl Import {
    /// Counts a portion in one transaction, all of it or nothing. What was counted before counts nothing.
    ///
    /// # Errors
    /// [`ImportError::Twice`] when an id was used with other fields, or in another campaign.
    pub async fn count(&mut self, portion: Vec<Checked>) -> Result<Portion, ImportError> {
        let all = u64::try_from(portion.len()).unwrap_or(u64::MAX);
        let entries = distinct(portion.into_iter().map(|checked| checked.0).collect())?;
        // a file that is new is written without a look at what is there: the key of the ledger says when it was not
        let new = match self.append(entries.clone(), self.expects_repeats).await {
            Err(ImportError::Engine(EngineError::Conflict)) if !self.expects_repeats => {
                self.append(entries, true).await?
            }
            other => other?,
        };
        self.expects_repeats = new < all;
        self.engine.counted().await;
        Ok(Portion { new, repeats: all - new })
    }

    async fn append(&mut self, entries: Vec<Entry>, look_at_own: bool) -> Result<u64, ImportError> {
        let asked = self.asked(&entries, look_at_own);
        let at = millis(self.engine.now());
        let written = if self.engine.db.get_database_backend() == DbBackend::Sqlite {
            self.by_pen(entries, asked, at).await?
        } else {
            let mut there = Vec::new();
            for (campaign, ids) in &asked {
                there.extend(storage::actions::by_ids(&self.engine.db, &[*campaign], ids).await?);
            }
            // should another server count one of them now, the ledger's key refuses the portion
            let entries = without(entries, there)?;
            self.head = storage::ledger::copy_after(&self.engine.db, &self.head, at, &entries).await?;
            entries
        };
        self.spans.add(&written);
        Ok(u64::try_from(written.len()).unwrap_or(u64::MAX))
    }

    async fn by_pen(
        &mut self,
        entries: Vec<Entry>,
        asked: BTreeMap<i16, Vec<Uuid>>,
        at: i64,
    ) -> Result<Vec<Entry>, ImportError> {
        let (pen, db, head) = (self.pen.take(), self.engine.db.clone(), self.head.clone());
        let writing = tokio::task::spawn_blocking(move || {
            let mut pen = match pen {
                Some(pen) => pen,
                None => Pen::beside(&db)?,
            };
            let writing = pen.begin()?;
            let keys = asked.into_iter().flat_map(|(campaign, ids)| ids.into_iter().map(move |id| (campaign, id)));
            let entries = without(entries, writing.look(keys)?.into_iter().map(|(row, _)| row).collect())?;
            let next = writing.append(&head, at, &entries)?;
            writing.commit()?;
            Ok::<_, ImportError>((pen, next, entries))
        });
        let (pen, next, entries) = writing.await.map_err(|_| EngineError::Unavailable)??;
        (self.pen, self.head) = (Some(pen), next);
        Ok(entries)
    }

    /// What has to be looked up.
    fn asked(&self, entries: &[Entry], look_at_own: bool) -> BTreeMap<i16, Vec<Uuid>> {
        let mut asked: BTreeMap<i16, Vec<Uuid>> = BTreeMap::new();
        for entry in entries {
            for campaign in self.spans.elsewhere(entry).chain(look_at_own.then_some(entry.campaign)) {
                asked.entry(campaign).or_default().push(entry.id);
            }
        }
        asked
    }
}

/// Each entry once. Two with one id that say different things are a mistake of whoever made the file.
fn distinct(mut entries: Vec<Entry>) -> Result<Vec<Entry>, ImportError> {
    entries.sort_by_key(|entry| entry.id);
    entries.dedup();
    match entries.windows(2).find(|pair| pair[0].id == pair[1].id) {
        Some(pair) => Err(ImportError::Twice(pair[0].id)),
        None => Ok(entries),
    }
}

/// The entries that do not stand in the ledger yet.
fn without(entries: Vec<Entry>, there: Vec<Model>) -> Result<Vec<Entry>, ImportError> {
    if there.is_empty() {
        return Ok(entries);
    }
    let there: HashMap<Uuid, Model> = there.into_iter().map(|row| (row.id, row)).collect();
    let mut fresh = Vec::with_capacity(entries.len().saturating_sub(there.len()));
    for entry in entries {
        match there.get(&entry.id) {
            None => fresh.push(entry),
            Some(row) if rules::says_the_same(row, &entry) => {}
            Some(_) => return Err(ImportError::Twice(entry.id)),
        }
    }
    Ok(fresh)
}
