//! The chains: each writer's entries, transaction by transaction, each link's hash over the one before.

use std::collections::BTreeMap;

use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseConnection, DbBackend, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect, Set, Unchanged, sea_query::LockType,
};
use sha2::{Digest as _, Sha256};

use super::Entry;
use crate::{
    Result, StorageError,
    entity::{action, chain, writer},
};

/// SHA-256.
pub type Hash = [u8; 32];

/// How often a number is tried: of several servers that start at once, one gets it.
const TRIES: usize = 20;

/// The last link of a writer's chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Whose.
    pub writer: i32,
    /// Its place in the chain; 0 before the first.
    pub number: i32,
    /// Its hash; zeros before the first.
    pub hash: Hash,
}

impl Head {
    /// The link after this one, over `entries` in the order of their keys.
    #[must_use]
    pub fn next(&self, recorded_at: i64, entries: &[&Entry]) -> Self {
        let mut hasher = Sha256::new();
        let number = self.number + 1;
        hasher.update(self.hash);
        hasher.update(self.writer.to_be_bytes());
        hasher.update(number.to_be_bytes());
        hasher.update(recorded_at.to_be_bytes());
        for entry in entries {
            hasher.update(entry.bytes());
        }
        Self { writer: self.writer, number, hash: hasher.finalize().into() }
    }

    /// The link after this one, over entries in any order.
    #[must_use]
    pub fn with(&self, recorded_at: i64, entries: &[Entry]) -> Self {
        self.next(recorded_at, &super::in_order(entries))
    }

    /// Before the first link.
    #[must_use]
    pub const fn start(writer: i32) -> Self {
        Self { writer, number: 0, hash: [0; 32] }
    }
}

/// Takes the next free number for a new writer.
///
/// # Errors
/// When the database refuses.
pub async fn new_writer(db: &DatabaseConnection, now: i64) -> Result<i32> {
    for _ in 0..TRIES {
        let highest: Option<Option<i32>> = writer::Entity::find()
            .select_only()
            .column_as(writer::Column::Writer.max(), "highest")
            .into_tuple()
            .one(db)
            .await?;
        let number = highest.flatten().unwrap_or(0) + 1;
        let row = writer::ActiveModel { writer: Set(number), began_at: Set(now) };
        match writer::Entity::insert(row).exec_without_returning(db).await.map_err(StorageError::from) {
            Ok(_) => return Ok(number),
            Err(StorageError::Conflict) => {}
            Err(other) => return Err(other),
        }
    }
    Err(StorageError::Conflict)
}

/// Since when a writer writes, in milliseconds since 1970-01-01, UTC.
///
/// # Errors
/// When the database refuses.
pub async fn began_at(db: &impl ConnectionTrait, number: i32) -> Result<Option<i64>> {
    Ok(writer::Entity::find_by_id(number).one(db).await?.map(|writer| writer.began_at))
}

/// The head of a writer's chain. Until the transaction ends no other one of this writer gets as far as here.
///
/// # Errors
/// When the database refuses, or the chain was damaged.
pub async fn head(db: &impl ConnectionTrait, number: i32) -> Result<Head> {
    if db.get_database_backend() == DbBackend::Postgres {
        writer::Entity::find_by_id(number).lock(LockType::Update).one(db).await?;
    }
    let last = chain::Entity::find()
        .filter(chain::Column::Writer.eq(number))
        .order_by_desc(chain::Column::Number)
        .limit(1)
        .one(db)
        .await?;
    match last {
        None => Ok(Head::start(number)),
        Some(link) => {
            let hash = link.hash.and_then(|hash| hash.try_into().ok());
            let hash = hash.ok_or_else(|| StorageError::Unreadable {
                key: format!("chain {number}, link {}", link.number),
                why: "it has no hash".to_owned(),
            })?;
            Ok(Head { writer: number, number: link.number, hash })
        }
    }
}

/// When each of these links was written, in milliseconds since 1970-01-01, UTC.
///
/// # Errors
/// When the database refuses.
pub async fn recorded_at(
    db: &impl ConnectionTrait,
    links: impl IntoIterator<Item = (i32, i32)>,
) -> Result<BTreeMap<(i32, i32), i64>> {
    let mut found = BTreeMap::new();
    for (writer, number) in links {
        if found.contains_key(&(writer, number)) {
            continue;
        }
        if let Some(link) = chain::Entity::find_by_id((writer, number)).one(db).await? {
            found.insert((writer, number), link.recorded_at);
        }
    }
    Ok(found)
}

/// The links of a writer from `from` on, at most `most`, in order.
///
/// # Errors
/// When the database refuses.
pub async fn links(db: &impl ConnectionTrait, writer: i32, from: i32, most: u64) -> Result<Vec<chain::Model>> {
    Ok(chain::Entity::find()
        .filter(chain::Column::Writer.eq(writer))
        .filter(chain::Column::Number.gte(from))
        .order_by_asc(chain::Column::Number)
        .limit(most)
        .all(db)
        .await?)
}

/// Gives the links that were carried over from a version without chains (writer 0's) their hashes. Does nothing when all
/// have one.
///
/// # Errors
/// When the database refuses.
pub async fn seal(db: &impl ConnectionTrait) -> Result<()> {
    let open = chain::Entity::find().filter(chain::Column::Writer.eq(0)).filter(chain::Column::Hash.is_null());
    let open = open.order_by_asc(chain::Column::Number).all(db).await?;
    if open.is_empty() {
        return Ok(());
    }
    let mut entries: BTreeMap<i32, Vec<Entry>> = BTreeMap::new();
    let rows = action::Entity::find().filter(action::Column::Writer.eq(0));
    let rows = rows.order_by_asc(action::Column::Campaign).order_by_asc(action::Column::Id).all(db).await?;
    for row in rows {
        entries.entry(row.number).or_default().extend(Entry::of_row(&row, None));
    }
    let mut head = Head::start(0);
    for link in open {
        let of_link: Vec<&Entry> = entries.get(&link.number).into_iter().flatten().collect();
        head = head.next(link.recorded_at, &of_link);
        let sealed = chain::ActiveModel {
            writer: Unchanged(0),
            number: Unchanged(link.number),
            hash: Set(Some(head.hash.to_vec())),
            ..ActiveModelTrait::default()
        };
        chain::Entity::update(sealed).exec(db).await?;
    }
    Ok(())
}
