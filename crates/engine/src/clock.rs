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

    /// 32 random bytes that nobody can guess: for a link, a session, a salt.
    fn secret(&self) -> [u8; 32];
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

    #[expect(clippy::expect_used, reason = "a machine without randomness must not hand out what can be guessed")]
    fn secret(&self) -> [u8; 32] {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).expect("the machine has randomness");
        bytes
    }
}
