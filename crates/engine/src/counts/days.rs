//! Days kept in memory, for questions that go through every day, case and country of an edition: half a million lines,
//! which the database takes a second to sum up and memory some milliseconds.
//!
//! Each day comes with the number of its changes, written in the same transaction as its tallies. A day whose number is
//! another one now is read again, so that an answer is as true as one from the database itself; that is mostly today.

use std::sync::Arc;

use rustc_hash::FxHashMap;
use sea_orm::DatabaseConnection;
use storage::tallies::{By, DayLine, Filter, Sum};
use tokio::sync::Mutex;

use crate::{Engine, EngineError};

/// How many lines are kept at most: some editions, in about 64 MB. A single edition is kept whatever its size.
const LINES: usize = 2_500_000;

/// A day as it was read.
#[derive(Clone)]
struct Day {
    day: i32,
    changes: i64,
    lines: Arc<[DayLine]>,
}

/// Campaigns' days, the campaign asked for last at the end.
#[derive(Default)]
struct Kept(Vec<(i16, Vec<Day>)>);

/// What all handles of an engine share.
#[derive(Clone, Default)]
pub(crate) struct KeptDays(Arc<Mutex<Kept>>);

/// Whether a question goes through days in a way that only memory answers quickly: days together with countries or sections.
pub(crate) fn suits(filter: &Filter, by: &[By]) -> bool {
    let asks = |column: By, narrows: bool| narrows || by.contains(&column);
    asks(By::Day, filter.from.is_some() || filter.to.is_some())
        && (asks(By::Country, filter.country.is_some()) || asks(By::Section, filter.section.is_some()))
        && !asks(By::Group, filter.group.is_some())
}

impl Engine {
    /// Reads the days of the campaign that staff see first and of the edition before it, so that nobody has to wait for
    /// that with a question.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn read_days(&self) -> Result<(), EngineError> {
        let all = storage::campaigns::all(&self.db).await?;
        let Some(first) = self.shown_first(&all) else { return Ok(()) };
        for stored in super::before(&all, &first.campaign).into_iter().chain([&first]) {
            self.kept_days.of(&self.db, stored.number).await?;
        }
        Ok(())
    }
}

impl KeptDays {
    /// As [`storage::tallies::sums`], for questions that [`suits`] says yes to.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn sums(
        &self,
        db: &DatabaseConnection,
        filter: &Filter,
        by: &'static [By],
    ) -> Result<Vec<Sum>, EngineError> {
        let days = self.of(db, filter.campaign).await?;
        let filter = filter.clone();
        tokio::task::spawn_blocking(move || sums(&days, &filter, by)).await.map_err(|_| EngineError::Internal)
    }

    /// A campaign's days as they are now. Who asks meanwhile waits and finds them read.
    async fn of(&self, db: &DatabaseConnection, campaign: i16) -> Result<Vec<Day>, EngineError> {
        let mut kept = self.0.lock().await;
        let before = kept.take(campaign);
        let tx = storage::begin_reading(db).await?;
        let mut days = Vec::new();
        for (day, changes) in storage::tallies::changes(&tx, campaign).await? {
            let known = before.binary_search_by_key(&day, |known| known.day).ok().map(|at| &before[at]);
            days.push(match known {
                Some(known) if known.changes == changes => known.clone(),
                _ => Day { day, changes, lines: storage::tallies::of_day(&tx, campaign, day).await?.into() },
            });
        }
        tx.commit().await?;
        kept.put(campaign, days.clone());
        Ok(days)
    }
}

impl Kept {
    fn take(&mut self, campaign: i16) -> Vec<Day> {
        let at = self.0.iter().position(|(other, _)| *other == campaign);
        at.map(|at| self.0.remove(at).1).unwrap_or_default()
    }

    fn put(&mut self, campaign: i16, days: Vec<Day>) {
        self.0.push((campaign, days));
        let lines = |kept: &Self| kept.0.iter().flat_map(|(_, days)| days).map(|day| day.lines.len()).sum::<usize>();
        while self.0.len() > 1 && lines(self) > LINES {
            self.0.remove(0);
        }
    }
}

fn sums(days: &[Day], filter: &Filter, by: &[By]) -> Vec<Sum> {
    let within =
        |day: &&Day| filter.from.is_none_or(|from| day.day >= from) && filter.to.is_none_or(|to| day.day <= to);
    let passes = passing(filter);
    // keys are numbers of ours: nobody can choose them so that they collide
    let mut sums: FxHashMap<u128, i64> = FxHashMap::default();
    for day in days.iter().filter(within) {
        for line in day.lines.iter().filter(|line| passes(line)) {
            *sums.entry(packed(day.day, line, by)).or_default() += line.actions;
        }
    }
    if by.is_empty() {
        return vec![Sum { key: Vec::new(), actions: sums.values().sum() }];
    }
    let mut sums: Vec<(u128, i64)> = sums.into_iter().collect();
    sums.sort_unstable();
    sums.into_iter().map(|(key, actions)| Sum { key: unpacked(key, by.len()), actions }).collect()
}

/// What a line has to be like.
fn passing(filter: &Filter) -> impl Fn(&DayLine) -> bool {
    let kinds: Vec<i16> = filter.kinds.iter().map(|kind| kind.number()).collect();
    let cases = filter.cases.clone();
    let (country, section) = (filter.country.map(domain::country::Country::number), filter.section);
    let (channel, basis) = (filter.channel.map(|channel| channel.number()), filter.basis.map(|basis| basis.number()));
    move |line| {
        country.is_none_or(|country| country == line.country)
            && section.is_none_or(|section| section == line.section)
            && channel.is_none_or(|channel| channel == line.channel)
            && basis.is_none_or(|basis| basis == line.basis)
            && (cases.is_empty() || cases.contains(&line.case))
            && (kinds.is_empty() || kinds.contains(&line.kind))
    }
}

/// The numbers asked by, 24 bits each with the first in front, so that keys sort as their numbers do. A day has no more
/// bits until the year 24,000, anything else 16.
fn packed(day: i32, line: &DayLine, by: &[By]) -> u128 {
    by.iter().fold(0, |key, column| {
        let number = match column {
            By::Case => line.case.into(),
            By::Kind => line.kind.into(),
            By::Country => line.country.into(),
            By::Section => line.section.into(),
            By::Channel => line.channel.into(),
            By::Basis => line.basis.into(),
            By::Day => day,
            By::Campaign | By::Group => 0,
        };
        key << 24 | u128::from(number.cast_unsigned() & 0x00ff_ffff)
    })
}

fn unpacked(key: u128, width: usize) -> Vec<i32> {
    let number = |at: usize| i32::try_from(key >> (24 * (width - 1 - at)) & 0x00ff_ffff).unwrap_or(0);
    (0..width).map(number).collect()
}

#[cfg(test)]
mod tests {
    use domain::{action::Kind, country::Country};

    use super::*;

    fn line(actions: i64, case: i16, kind: Kind, country: &str) -> DayLine {
        let country = country.parse().unwrap_or(Country::UNKNOWN).number();
        DayLine { actions, case, kind: kind.number(), country, section: country, channel: 0, basis: 0 }
    }

    fn two_days() -> Vec<Day> {
        let first = [line(5, 1, Kind::Letter, "DE"), line(2, 2, Kind::Card, "FR")];
        let second = [line(1, 1, Kind::Letter, "DE"), line(-1, 2, Kind::Card, "DE"), line(9, 2, Kind::Letter, "FR")];
        vec![Day { day: 10, changes: 1, lines: first.into() }, Day { day: 11, changes: 4, lines: second.into() }]
    }

    fn asked(filter: Filter, by: &[By]) -> Vec<(Vec<i32>, i64)> {
        sums(&two_days(), &filter, by).into_iter().map(|sum| (sum.key, sum.actions)).collect()
    }

    #[test]
    fn sums_are_by_what_is_asked_in_the_order_of_their_keys() {
        assert_eq!(
            asked(Filter::default(), &[By::Case, By::Day]),
            [(vec![1, 10], 5), (vec![1, 11], 1), (vec![2, 10], 2), (vec![2, 11], 8)]
        );
        assert_eq!(asked(Filter::default(), &[]), [(vec![], 16)]);
    }

    #[test]
    fn what_is_narrowed_is_left_out() {
        let of = |filter: Filter| asked(filter, &[])[0].1;
        assert_eq!(of(Filter { from: Some(11), ..Filter::default() }), 9);
        assert_eq!(of(Filter { to: Some(10), cases: vec![2], ..Filter::default() }), 2);
        assert_eq!(of(Filter { country: "DE".parse().ok(), kinds: vec![Kind::Letter], ..Filter::default() }), 6);
        assert_eq!(of(Filter { section: Some(12_345), ..Filter::default() }), 0);
    }

    #[test]
    fn one_campaign_too_many_is_forgotten_the_one_asked_for_longest_ago() {
        let mut kept = Kept::default();
        let day = |lines| vec![Day { day: 1, changes: 1, lines: vec![line(1, 1, Kind::Letter, "DE"); lines].into() }];
        for campaign in 1..=3 {
            kept.put(campaign, day(LINES / 3));
        }
        let one = kept.take(1);
        kept.put(1, one);
        kept.put(4, day(LINES / 3));
        assert_eq!(kept.0.iter().map(|(campaign, _)| *campaign).collect::<Vec<_>>(), [3, 1, 4]);
        kept.put(5, day(LINES + 1));
        assert_eq!(kept.0.len(), 1, "an edition is kept whatever its size");
    }
}
