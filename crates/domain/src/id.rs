//! Ids that clients make: UUIDs of version 7 (RFC 9562), which begin with a moment.

use time::{Duration, OffsetDateTime};
use uuid::Uuid;

use crate::field::{FieldError, Rule};

/// How far the clock of whoever makes an id may be ahead: telephones' clocks are wrong by hours and by days, and a server's
/// own may be set back.
pub const AHEAD: Duration = Duration::days(30);

/// Refuses an id from further ahead: ids follow time, and one from the year 9999 would stand behind all that are still to
/// come.
///
/// # Errors
/// The field `id`, with what is wrong.
pub fn check(id: Uuid, now: OffsetDateTime) -> Result<(), FieldError> {
    let made = id.get_timestamp().map(|made| made.to_unix().0);
    let latest = u64::try_from((now + AHEAD).unix_timestamp()).unwrap_or(0);
    match made {
        Some(made) if made > latest => Err(FieldError::new("id", Rule::IdAheadOfTime)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::datetime;

    #[test]
    fn an_id_may_be_old_and_a_month_ahead_and_no_more() {
        let now = datetime!(2026-12-10 12:00 UTC);
        let of = |at: OffsetDateTime| {
            let millis = u128::try_from(at.unix_timestamp()).unwrap() * 1_000;
            Uuid::from_u128((millis << 80) | (7 << 76) | (2 << 62))
        };
        for at in [datetime!(2001-01-01 0:00 UTC), now, datetime!(2027-01-09 12:00 UTC)] {
            assert_eq!(of(at).get_version_num(), 7);
            assert_eq!(check(of(at), now), Ok(()), "{at}");
        }
        for id in [of(datetime!(2027-01-09 12:01 UTC)), "ffffffff-ffff-7fff-bfff-ffffffffffff".parse().unwrap()] {
            assert_eq!(check(id, now).unwrap_err().rule, Rule::IdAheadOfTime, "{id}");
        }
    }
}
