//! The rows of a table of counts.

use std::collections::BTreeMap;

use domain::{
    action::{Channel, Kind},
    campaign::Basis,
    country::Country,
    counts::By,
    section::Section,
};
use storage::tallies::Sum;
use time::Date;

use super::CountedCase;
use crate::receipts::day_of;

/// What a row stands for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// A case.
    Case(CountedCase),
    /// A country from which people wrote.
    Country(Country),
    /// A case and a country from which people wrote.
    CaseAndCountry(CountedCase, Country),
    /// A kind of action.
    Kind(Kind),
    /// A section.
    Section(Section),
    /// A day.
    Day(Date),
}

/// A part of a row's number: so many of this kind, that came in this way, counted so exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// What was done.
    pub kind: Kind,
    /// How it came in.
    pub channel: Channel,
    /// How exactly it was counted.
    pub basis: Basis,
    /// How many, in actions.
    pub actions: i64,
}

/// What a row's number is made of.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Cells(Vec<Part>);

impl Cells {
    /// Its parts, in the order of kind, channel and basis.
    #[must_use]
    pub fn parts(&self) -> &[Part] {
        &self.0
    }

    fn sum(&self, of: impl Fn(&Part) -> bool) -> i64 {
        self.0.iter().filter(|part| of(part)).map(|part| part.actions).sum()
    }

    /// All of it.
    #[must_use]
    pub fn all(&self) -> i64 {
        self.sum(|_| true)
    }

    /// What came in this way.
    #[must_use]
    pub fn by_channel(&self, channel: Channel) -> i64 {
        self.sum(|part| part.channel == channel)
    }

    /// What is of one of these kinds.
    #[must_use]
    pub fn of_kinds(&self, kinds: &[Kind]) -> i64 {
        self.sum(|part| kinds.contains(&part.kind))
    }

    /// What was counted so exactly.
    #[must_use]
    pub fn by_basis(&self, basis: Basis) -> i64 {
        self.sum(|part| part.basis == basis)
    }

    fn add(&mut self, more: Part) {
        let same = |part: &&mut Part| (part.kind, part.channel, part.basis) == (more.kind, more.channel, more.basis);
        match self.0.iter_mut().find(same) {
            Some(part) => part.actions += more.actions,
            None => self.0.push(more),
        }
    }

    fn in_order(mut self) -> Self {
        self.0.retain(|part| part.actions != 0);
        self.0.sort_by_key(|part| (part.kind, part.channel, part.basis));
        self
    }
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it stands for.
    pub key: Key,
    /// Its number.
    pub cells: Cells,
}

/// The rows of what was summed by the table's columns, and the sum of all. Rows whose corrections took away all are
/// left out.
pub(super) fn rows(by: By, sums: &[Sum], cases: &BTreeMap<i32, CountedCase>) -> (Vec<Row>, Cells) {
    let mut rows: BTreeMap<Key, Cells> = BTreeMap::new();
    let mut all = Cells::default();
    for sum in sums {
        let Some((key, part)) = key_of(by, sum, cases).zip(part_of(sum)) else { continue };
        rows.entry(key).or_default().add(part);
        all.add(part);
    }
    let row = |(key, cells): (Key, Cells)| Row { key, cells: cells.in_order() };
    let mut rows: Vec<Row> = rows.into_iter().map(row).filter(|row| !row.cells.parts().is_empty()).collect();
    if by != By::Day {
        // the most first; of equals the order of their names stays
        rows.sort_by_key(|row| std::cmp::Reverse(row.cells.all()));
    }
    (rows, all.in_order())
}

fn key_of(by: By, sum: &Sum, cases: &BTreeMap<i32, CountedCase>) -> Option<Key> {
    let first = *sum.key.first()?;
    let small = || i16::try_from(first).ok();
    Some(match by {
        By::Case => Key::Case(cases.get(&first)?.clone()),
        By::Country => Key::Country(Country::from_number(small()?)),
        By::CaseAndCountry => {
            let country = i16::try_from(*sum.key.get(1)?).ok()?;
            Key::CaseAndCountry(cases.get(&first)?.clone(), Country::from_number(country))
        }
        By::Kind => Key::Kind(Kind::from_number(small()?)?),
        By::Section => Key::Section(Section::from_number(small()?)),
        By::Day => Key::Day(day_of(first)?),
    })
}

/// The last three columns are always kind, channel and basis.
fn part_of(sum: &Sum) -> Option<Part> {
    let [.., kind, channel, basis] = sum.key[..] else { return None };
    let (kind, channel, basis) = (i16::try_from(kind).ok()?, i16::try_from(channel).ok()?, i16::try_from(basis).ok()?);
    Some(Part {
        kind: Kind::from_number(kind)?,
        channel: Channel::from_number(channel)?,
        basis: Basis::from_number(basis)?,
        actions: sum.actions,
    })
}
