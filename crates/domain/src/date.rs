//! Dates that are known to the day, to the month or only to the year.

pub mod iso_day;
pub mod iso_day_option;
mod written;

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use time::{Date, Month};

pub use written::written;

/// A date of the precision that a source gives: `2024`, `2024-03` or `2024-03-21`. Never padded.
///
/// Ordered by time; of two that begin together, the less precise one stands first, so that "2022-10" heads the exact
/// days of that month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum PartialDate {
    /// A year, such as 2024.
    Year(i32),
    /// A month of a year.
    Month(i32, Month),
    /// An exact day.
    Day(Date),
}

/// The text is not a year, a month or a day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("write a date as 2024, 2024-03 or 2024-03-21")]
pub struct NotADate;

impl PartialDate {
    /// The year.
    #[must_use]
    pub const fn year(self) -> i32 {
        match self {
            Self::Year(year) | Self::Month(year, _) => year,
            Self::Day(day) => day.year(),
        }
    }

    /// The first day that the date may mean.
    #[must_use]
    pub fn first_day(self) -> Date {
        match self {
            Self::Year(year) => Date::from_calendar_date(year, Month::January, 1).unwrap_or(Date::MIN),
            Self::Month(year, month) => Date::from_calendar_date(year, month, 1).unwrap_or(Date::MIN),
            Self::Day(day) => day,
        }
    }

    /// The last day that the date may mean.
    #[must_use]
    pub fn last_day(self) -> Date {
        match self {
            Self::Year(year) => Date::from_calendar_date(year, Month::December, 31).unwrap_or(Date::MAX),
            Self::Month(year, month) => Date::from_calendar_date(year, month, month.length(year)).unwrap_or(Date::MAX),
            Self::Day(day) => day,
        }
    }

    fn key(self) -> (i32, u8, u8) {
        match self {
            Self::Year(year) => (year, 0, 0),
            Self::Month(year, month) => (year, u8::from(month), 0),
            Self::Day(day) => (day.year(), u8::from(day.month()), day.day()),
        }
    }
}

impl Ord for PartialDate {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.key().cmp(&other.key())
    }
}

impl PartialOrd for PartialDate {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Month(year, month) => write!(f, "{year:04}-{:02}", u8::from(*month)),
            Self::Day(day) => f.write_str(&iso(*day)),
        }
    }
}

impl FromStr for PartialDate {
    type Err = NotADate;
    fn from_str(text: &str) -> Result<Self, NotADate> {
        let lengths: Vec<usize> = text.split('-').map(str::len).collect();
        let digits = text.chars().all(|c| c.is_ascii_digit() || c == '-');
        let mut numbers = text.split('-').map(|part| part.parse::<u16>().map_err(|_| NotADate));
        let mut next = || numbers.next().unwrap_or(Err(NotADate));
        let month = |n: u16| u8::try_from(n).ok().and_then(|n| Month::try_from(n).ok()).ok_or(NotADate);
        match (digits, lengths.as_slice()) {
            (true, [4]) => Ok(Self::Year(next()?.into())),
            (true, [4, 2]) => Ok(Self::Month(next()?.into(), month(next()?)?)),
            (true, [4, 2, 2]) => {
                let (year, month) = (next()?.into(), month(next()?)?);
                let day = u8::try_from(next()?).map_err(|_| NotADate)?;
                Date::from_calendar_date(year, month, day).map(Self::Day).map_err(|_| NotADate)
            }
            _ => Err(NotADate),
        }
    }
}

impl TryFrom<String> for PartialDate {
    type Error = NotADate;
    fn try_from(text: String) -> Result<Self, NotADate> {
        text.parse()
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> Self {
        date.to_string()
    }
}

/// A day as ISO 8601, `2026-11-23`.
#[must_use]
pub fn iso(day: Date) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), u8::from(day.month()), day.day())
}

/// A day from ISO 8601.
///
/// # Errors
/// [`NotADate`] for anything but an existing day.
pub fn day(text: &str) -> Result<Date, NotADate> {
    match text.parse()? {
        PartialDate::Day(day) => Ok(day),
        _ => Err(NotADate),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case("2024")]
    #[case("2024-03")]
    #[case("2024-02-29")]
    fn what_is_read_is_written_again(#[case] text: &str) {
        assert_eq!(text.parse::<PartialDate>().unwrap().to_string(), text);
    }

    #[rstest]
    #[case("")]
    #[case("24")]
    #[case("2024-13")]
    #[case("2023-02-29")]
    #[case("2024-3-1")]
    #[case("+024")]
    #[case("2024-03-21T10:00")]
    fn nonsense_is_refused(#[case] text: &str) {
        assert_eq!(text.parse::<PartialDate>(), Err(NotADate));
    }

    #[test]
    fn a_month_stands_before_its_days_and_a_year_before_its_months() {
        let mut dates: Vec<PartialDate> =
            ["2022-10-23", "2022-11-01", "2022-10", "2022", "2021-12-31"].iter().map(|d| d.parse().unwrap()).collect();
        dates.sort();
        let written: Vec<String> = dates.iter().map(ToString::to_string).collect();
        assert_eq!(written, ["2021-12-31", "2022", "2022-10", "2022-10-23", "2022-11-01"]);
    }

    #[test]
    fn a_day_is_written_as_letters_bear_it() {
        let day = day("2026-11-01").unwrap();
        for (lang, words) in [
            ("he", "1 בנובמבר 2026"),
            ("zh-Hans", "2026年11月1日"),
            ("ar", "1 نوفمبر 2026"),
            ("en", "1 November 2026"),
            ("fr", "1er novembre 2026"),
            ("de", "1. November 2026"),
            ("ky", "2026-11-01"),
        ] {
            assert_eq!(written(day, &lang.parse().unwrap()), words);
        }
        assert_eq!("2024-03".parse::<PartialDate>().unwrap().written(), "March 2024");
    }

    #[test]
    fn a_span_runs_from_its_first_to_its_last_day() {
        let february: PartialDate = "2024-02".parse().unwrap();
        assert_eq!(iso(february.first_day()), "2024-02-01");
        assert_eq!(iso(february.last_day()), "2024-02-29");
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused_without_a_panic(text in ".{0,14}") {
            let _ = text.parse::<PartialDate>();
        }

        #[test]
        fn every_day_survives(year in 1900i32..2100, ordinal in 1u16..=365) {
            let day = Date::from_ordinal_date(year, ordinal).unwrap();
            prop_assert_eq!(iso(day).parse::<PartialDate>().unwrap(), PartialDate::Day(day));
        }
    }
}
