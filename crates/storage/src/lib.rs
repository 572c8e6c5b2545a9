//! Entities and queries: one implementation for SQLite and PostgreSQL.
//!
//! Free functions over `&impl ConnectionTrait`, so that they work inside and outside a transaction. Nothing here asks
//! who acts: that is `engine`'s.

pub mod accounts;
pub mod actions;
pub mod audits;
pub mod campaigns;
pub mod cases;
mod connect;
pub mod corrections;
pub mod entity;
pub mod groups;
pub mod ledger;
pub mod notify;
pub mod open_letters;
pub mod packs;
pub mod reports;
pub mod sections;
pub mod senders;
pub mod sessions;
pub mod settings;
pub mod snapshots;
pub mod sources;
pub mod statements;
pub mod tallies;
pub mod targets;
pub mod verify;

pub use connect::{begin, begin_reading, connect};

/// Why a query or a write did not happen.
#[derive(Debug, thiserror::Error)]
pub enum StorageError {
    /// Another record has this key, or the record changed meanwhile.
    #[error("there is one already")]
    Conflict,
    /// A stored record cannot be read back: the file was changed from outside, or a newer version wrote it.
    #[error("the stored record {key} cannot be read: {why}")]
    Unreadable {
        /// Table and key.
        key: String,
        /// What the reader said.
        why: String,
    },
    /// The database refused or is not there.
    #[error(transparent)]
    Db(sea_orm::DbErr),
}

impl From<sea_orm::DbErr> for StorageError {
    fn from(error: sea_orm::DbErr) -> Self {
        match error.sql_err() {
            Some(sea_orm::SqlErr::UniqueConstraintViolation(_)) => Self::Conflict,
            _ => Self::Db(error),
        }
    }
}

/// Shorthand for this crate's results.
pub type Result<T> = std::result::Result<T, StorageError>;

/// Writes a record as the document that is stored.
fn to_document<T: serde::Serialize>(key: &str, record: &T) -> Result<serde_json::Value> {
    serde_json::to_value(record).map_err(|why| StorageError::Unreadable { key: key.to_owned(), why: why.to_string() })
}

/// Reads a record back from the stored document.
fn from_document<T: serde::de::DeserializeOwned>(key: &str, document: serde_json::Value) -> Result<T> {
    serde_json::from_value(document)
        .map_err(|why| StorageError::Unreadable { key: key.to_owned(), why: why.to_string() })
}
