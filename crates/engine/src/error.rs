//! Why the engine did not do what it was asked.
//!
//! Use `Invalid` when a person can mend a field, `NotFound` when the record is not there or not public, `Gone` when it
//! was and is no longer, `Conflict` when it is there in another form, `Unavailable` when it may work in a moment, and
//! `Internal` for everything that only an operator can mend: that one is logged where it arises and says nothing.

use domain::field::FieldError;
use storage::StorageError;

/// A refusal or a failure.
#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    /// The actor may not do this.
    #[error("you may not do this")]
    Denied,
    /// There is no such record, or it is not public.
    #[error("there is no such record")]
    NotFound,
    /// It was public and is withdrawn.
    #[error("this was withdrawn")]
    Gone,
    /// Fields are not what they should be.
    #[error("some fields are not right: {}", list(.0))]
    Invalid(Vec<FieldError>),
    /// The record is there in another form.
    #[error("this id was used before with other fields")]
    Conflict,
    /// A record that staff changed by hand would be overwritten.
    #[error("{0} was changed by hand since: nothing was imported; look at it, or import with --force")]
    Edited(String),
    /// Too many of this from one sender: so many seconds to wait.
    #[error("too many from one place: wait {0} seconds, then send the same again")]
    TooMany(u64),
    /// Too many wrong passwords: nothing is tried until then.
    #[error("too many wrong passwords: wait {0} minutes, then try again")]
    Wait(i64),
    /// The database does not answer or cannot commit: nothing was done, and it can be tried again.
    #[error("not possible just now, nothing was done: try again in a moment")]
    Unavailable,
    /// Only an operator can mend this.
    #[error("this did not work, nothing was done")]
    Internal,
}

fn list(errors: &[FieldError]) -> String {
    let one = |e: &FieldError| match &e.detail {
        Some(detail) => format!("{}: {} ({detail})", e.field, e.rule.remedy()),
        None => format!("{}: {}", e.field, e.rule.remedy()),
    };
    errors.iter().map(one).collect::<Vec<_>>().join("; ")
}

impl EngineError {
    /// One field that is not right.
    #[must_use]
    pub fn field(field: &str, rule: domain::field::Rule) -> Self {
        Self::Invalid(vec![FieldError::new(field, rule)])
    }
}

impl From<StorageError> for EngineError {
    fn from(error: StorageError) -> Self {
        match error {
            StorageError::Conflict => Self::Conflict,
            StorageError::Unreadable { .. } => {
                tracing::error!(%error, "a stored record cannot be read");
                Self::Internal
            }
            // the text of a database error can quote values, so only its kind is logged
            StorageError::Db(error) => {
                tracing::error!(kind = kind(&error), "the database refused");
                Self::Unavailable
            }
        }
    }
}

impl From<sea_orm::DbErr> for EngineError {
    fn from(error: sea_orm::DbErr) -> Self {
        StorageError::from(error).into()
    }
}

const fn kind(error: &sea_orm::DbErr) -> &'static str {
    use sea_orm::DbErr;
    match error {
        DbErr::ConnectionAcquire(_) => "no connection",
        DbErr::Conn(_) => "connection",
        DbErr::Exec(_) => "statement",
        DbErr::Query(_) => "query",
        _ => "other",
    }
}
