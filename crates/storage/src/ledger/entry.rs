//! An entry of the ledger.

use domain::{
    action::{Channel, Kind},
    campaign::Basis,
    country::Country,
    ledger::{EntryKind, Reason},
};
use uuid::Uuid;

use crate::entity::action;

/// What an entry belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The report of a line, or the entry that a correction corrects.
    pub id: Uuid,
    /// Why; none for a report's line.
    pub reason: Option<Reason>,
}

impl Origin {
    /// The reason's number, 0 for none.
    #[must_use]
    pub fn reason_number(&self) -> i16 {
        self.reason.map_or(0, Reason::number)
    }
}

/// One entry, before it has its place in a chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The campaign's number.
    pub campaign: i16,
    /// A UUIDv7: the client's for an action, the engine's for a report's line or a correction.
    pub id: Uuid,
    /// The case's number.
    pub case: i16,
    /// What was done.
    pub kind: Kind,
    /// How many, in actions; negative where a correction takes away.
    pub quantity: i32,
    /// The writers' country, `ZZ` where not given.
    pub country: Country,
    /// The section's number, 0 for the centre.
    pub section: i16,
    /// The group's number, 0 for none.
    pub group: i32,
    /// The day, in days since 1970-01-01.
    pub occurred_on: i32,
    /// How it came in.
    pub channel: Channel,
    /// How exact it is.
    pub basis: Basis,
    /// What it is.
    pub entry: EntryKind,
    /// What it belongs to; none for an action.
    pub origin: Option<Origin>,
}

impl Entry {
    /// The key of the ledger, in whose order rows are written.
    #[must_use]
    pub const fn key(&self) -> (i16, Uuid) {
        (self.campaign, self.id)
    }

    /// The bytes that the chain's hash goes over: every field, fixed places, big-endian.
    #[must_use]
    pub fn bytes(&self) -> [u8; 62] {
        let mut bytes = [0; 62];
        let mut at = 0;
        let mut put = |part: &[u8]| {
            bytes[at..at + part.len()].copy_from_slice(part);
            at += part.len();
        };
        put(self.id.as_bytes());
        for small in [self.campaign, self.case, self.kind.number(), self.country.number(), self.section] {
            put(&small.to_be_bytes());
        }
        for wide in [self.quantity, self.group, self.occurred_on] {
            put(&wide.to_be_bytes());
        }
        for small in [self.channel.number(), self.basis.number(), self.entry.number()] {
            put(&small.to_be_bytes());
        }
        if let Some(origin) = &self.origin {
            put(origin.id.as_bytes());
            put(&origin.reason_number().to_be_bytes());
        }
        bytes
    }

    /// The entry of a stored row; none where a newer version wrote what this one does not know.
    #[must_use]
    pub fn of_row(row: &action::Model, origin: Option<Origin>) -> Option<Self> {
        Some(Self {
            campaign: row.campaign,
            id: row.id,
            case: row.cases,
            kind: Kind::from_number(row.kind)?,
            quantity: row.quantity,
            country: Country::from_number(row.country),
            section: row.section,
            group: row.grp,
            occurred_on: row.occurred_on,
            channel: Channel::from_number(row.channel)?,
            basis: Basis::from_number(row.basis)?,
            entry: EntryKind::from_number(row.entry)?,
            origin,
        })
    }
}
