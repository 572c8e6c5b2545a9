//! The serde form of a day as ISO 8601, for `#[serde(with = "domain::date::iso_day")]`.

use std::fmt;

use serde::{
    Deserializer, Serializer,
    de::{Error, MapAccess, Visitor},
};
use time::Date;

/// Writes `2026-11-23`.
///
/// # Errors
/// The serializer's own.
pub fn serialize<S: Serializer>(day: &Date, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&super::iso(*day))
}

/// Reads `2026-11-23`.
///
/// # Errors
/// When it is not an existing day.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    deserializer.deserialize_any(Day)
}

/// A text, or a date as TOML writes it without quotes: that arrives as a map of one entry with the text in it.
struct Day;

impl<'de> Visitor<'de> for Day {
    type Value = Date;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a day such as 2026-11-23")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Date, E> {
        super::day(text).map_err(E::custom)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Date, A::Error> {
        let entry: Option<(String, String)> = map.next_entry()?;
        let (_, text) = entry.ok_or_else(|| A::Error::custom("no day"))?;
        super::day(&text).map_err(A::Error::custom)
    }
}
