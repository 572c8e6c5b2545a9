//! Tallies: written with every entry of the ledger, read instead of it.
//!
//! They stand in a few grains. All are written in the entries' transaction; a question reads the smallest that answers
//! it, and each grain's key begins with what narrows its questions most.

mod by_day;
mod deltas;
mod question;

pub use by_day::{DayLine, changes, of_day};
pub use deltas::{Deltas, Key};
pub use question::{Filter, Sum, at_moment, days, grain_for, sum, sums};

use crate::ledger::Entry;

/// A column of the tallies' keys, and what a question can ask by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum By {
    /// The campaign's number.
    Campaign,
    /// The case's number.
    Case,
    /// The kind's number.
    Kind,
    /// The two letters of the writers' country as a number.
    Country,
    /// The section's number, 0 for the centre.
    Section,
    /// The group's number, 0 for none.
    Group,
    /// The day, in days since 1970-01-01.
    Day,
    /// The channel's number.
    Channel,
    /// The basis's number.
    Basis,
}

impl By {
    /// The column's name.
    #[must_use]
    pub const fn column(self) -> &'static str {
        match self {
            Self::Campaign => "campaign",
            Self::Case => "cases",
            Self::Kind => "kind",
            Self::Country => "country",
            Self::Section => "section",
            Self::Group => "grp",
            Self::Day => "occurred_on",
            Self::Channel => "channel",
            Self::Basis => "basis",
        }
    }

    /// What an entry has there.
    #[must_use]
    pub fn of(self, entry: &Entry) -> i32 {
        match self {
            Self::Campaign => entry.campaign.into(),
            Self::Case => entry.case.into(),
            Self::Kind => entry.kind.number().into(),
            Self::Country => entry.country.number().into(),
            Self::Section => entry.section.into(),
            Self::Group => entry.group,
            Self::Day => entry.occurred_on,
            Self::Channel => entry.channel.number().into(),
            Self::Basis => entry.basis.number().into(),
        }
    }
}

/// A table of sums.
#[derive(Debug, PartialEq, Eq)]
pub struct Grain {
    /// The table.
    pub table: &'static str,
    /// Its key, in order.
    pub key: &'static [By],
}

use By::{Basis, Campaign, Case, Channel, Country, Day, Group, Kind, Section};

/// The grains, the smallest first. Servers write them in this order and each in the order of its key, so that no two
/// wait for each other.
pub const GRAINS: [Grain; 5] = [
    Grain { table: "tally_total", key: &[Campaign, Case, Kind, Country, Section, Channel, Basis] },
    Grain { table: "tally_date", key: &[Campaign, Day, Case, Kind, Channel, Basis] },
    Grain { table: "tally_group", key: &[Campaign, Group, Case, Kind, Country, Section, Channel, Basis] },
    Grain { table: "tally_day", key: &[Campaign, Day, Country, Case, Kind, Section, Channel, Basis] },
    Grain { table: "tally", key: &[Campaign, Group, Day, Case, Kind, Country, Section, Channel, Basis] },
];
