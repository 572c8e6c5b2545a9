//! The serde form of a day that may be left out, for `#[serde(default, with = "domain::date::iso_day_option")]`.

use serde::{Deserialize, Deserializer, Serializer};
use time::Date;

/// Writes `2026-11-23`, or nothing.
///
/// # Errors
/// The serializer's own.
pub fn serialize<S: Serializer>(day: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
    match day {
        Some(day) => super::iso_day::serialize(day, serializer),
        None => serializer.serialize_none(),
    }
}

/// Reads `2026-11-23`; `null` is none.
///
/// # Errors
/// When it is not an existing day.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    #[derive(Deserialize)]
    struct Day(#[serde(with = "crate::date::iso_day")] Date);
    Ok(Option::<Day>::deserialize(deserializer)?.map(|day| day.0))
}
