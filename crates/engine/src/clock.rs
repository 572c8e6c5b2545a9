//! The clock and the source of ids. Passed in everywhere, so that tests decide what they are.

use time::OffsetDateTime;
use uuid::{NoContext, Timestamp, Uuid};

/// What tells the time.
pub trait Clock: Send + Sync {
    /// Now, UTC.
    fn now(&self) -> OffsetDateTime;
}

/// What makes ids.
pub trait Entropy: Send + Sync {
    /// A new UUIDv7 for the moment `now`.
    fn id(&self, now: OffsetDateTime) -> Uuid;
}

/// The machine's own clock and randomness.
#[derive(Clone, Copy, Debug, Default)]
pub struct System;

impl Clock for System {
    #[expect(clippy::disallowed_methods, reason = "the one place where the machine's clock is read")]
    fn now(&self) -> OffsetDateTime {
        OffsetDateTime::now_utc()
    }
}

impl Entropy for System {
    fn id(&self, now: OffsetDateTime) -> Uuid {
        let seconds = u64::try_from(now.unix_timestamp()).unwrap_or(0);
        Uuid::new_v7(Timestamp::from_unix(NoContext, seconds, now.nanosecond()))
    }
}
