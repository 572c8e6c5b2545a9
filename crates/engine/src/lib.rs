//! The use cases of Pillarbox.
//!
//! Every write goes through here: it checks who acts, runs in one transaction and leaves a trace (an audit row, or the
//! ledger row itself). Clock and randomness are passed in, so that a test can say what day it is.

pub mod accounts;
pub mod actions;
mod actor;
pub mod campaigns;
pub mod cases;
mod clock;
pub mod corrections;
pub mod counts;
mod error;
pub mod export;
pub mod groups;
pub mod import;
pub mod import_actions;
mod intake;
mod ledger;
pub mod letters;
pub mod limits;
pub mod live;
pub mod notice;
pub mod open_letters;
pub mod outcomes;
pub mod packs;
mod passwords;
pub mod receipts;
pub mod reports;
pub mod sections;
pub mod senders;
pub mod sessions;
pub mod snapshots;
pub mod statements;
mod tokens;
pub mod totals;
mod trail;
mod unnamed;
pub mod verify;

use std::{path::PathBuf, sync::Arc};

pub use actor::{Actor, StaffMember};
pub use clock::{Clock, Entropy, System};
pub use error::EngineError;
use sea_orm::DatabaseConnection;

/// The handle that pages, the API and the command line hold. Cheap to clone: every request does.
#[derive(Clone)]
pub struct Engine(Arc<Parts>);

impl std::ops::Deref for Engine {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

/// What all handles of an engine share.
#[derive(Clone)]
pub struct Parts {
    db: DatabaseConnection,
    /// Where content is read from: the database itself, or a replica of it.
    read: DatabaseConnection,
    clock: Arc<dyn Clock>,
    entropy: Arc<dyn Entropy>,
    fonts: Arc<letters::FontShelf>,
    /// The number under which this process appends to the ledger, once it has one.
    writer: Arc<tokio::sync::OnceCell<i32>>,
    intake: intake::Intake,
    live: live::Live,
    kept_days: counts::days::KeptDays,
    passwords: passwords::Passwords,
    limits: limits::Gatekeeper,
    senders: senders::Senders,
}

impl std::fmt::Debug for Engine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Engine")
    }
}

impl std::fmt::Debug for Parts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Parts")
    }
}

impl Engine {
    /// An engine on a database that is migrated.
    #[must_use]
    pub fn new(db: DatabaseConnection, clock: Arc<dyn Clock>, entropy: Arc<dyn Entropy>) -> Self {
        let fonts = Arc::new(letters::FontShelf::new(None));
        let live = live::Live::default();
        let intake = intake::Intake::new(db.clone(), clock.clone(), live.clone());
        let passwords = passwords::Passwords::default();
        let kept_days = counts::days::KeptDays::default();
        let (read, writer) = (db.clone(), Arc::default());
        let (limits, senders) = (limits::Gatekeeper::default(), senders::Senders::default());
        Self(Arc::new(Parts {
            read,
            db,
            clock,
            entropy,
            fonts,
            writer,
            intake,
            live,
            kept_days,
            passwords,
            limits,
            senders,
        }))
    }

    /// The same engine, with limits on what may come from one sender. Without this there are none.
    #[must_use]
    pub fn with_limits(self, limits: &limits::Limits) -> Self {
        let limits = limits::Gatekeeper::new(limits);
        Self(Arc::new(Parts { limits, ..Arc::unwrap_or_clone(self.0) }))
    }

    /// The same engine, reading pages' content from a replica. Totals and receipts are read where they are written.
    #[must_use]
    pub fn reading_from(self, replica: DatabaseConnection) -> Self {
        Self(Arc::new(Parts { read: replica, ..Arc::unwrap_or_clone(self.0) }))
    }

    /// The same engine, with fonts from a folder besides those that the program carries.
    #[must_use]
    pub fn with_fonts_from(self, folder: PathBuf) -> Self {
        let fonts = Arc::new(letters::FontShelf::new(Some(folder)));
        Self(Arc::new(Parts { fonts, ..Arc::unwrap_or_clone(self.0) }))
    }

    /// Now, UTC.
    #[must_use]
    pub fn now(&self) -> time::OffsetDateTime {
        self.clock.now()
    }

    /// A fresh id: for a form that is not sent yet, for instance.
    #[must_use]
    pub fn new_id(&self) -> uuid::Uuid {
        self.entropy.id(self.clock.now())
    }

    /// Whether the database answers and takes writes: after an action that could not be counted, a write is tried.
    ///
    /// # Errors
    /// [`EngineError::Unavailable`] when it does not.
    pub async fn ping(&self) -> Result<(), EngineError> {
        self.db.ping().await.map_err(|error| EngineError::from(storage::StorageError::from(error)))?;
        if self.intake.is_failing() {
            storage::settings::put(&self.db, "last-write-tried", &true, self.now()).await?;
            self.intake.works_again();
        }
        Ok(())
    }
}
