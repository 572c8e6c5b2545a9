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

    /// What [`Self::bytes`] gave; none where it did not give these.
    #[must_use]
    pub fn of_bytes(bytes: &[u8; 62]) -> Option<Self> {
        let mut at = 0;
        let mut take = |width: usize| {
            let field = bytes.get(at..at + width).unwrap_or_default();
            at += width;
            field
        };
        let id = Uuid::from_slice(take(16)).ok()?;
        let mut small = || take(2).try_into().ok().map(i16::from_be_bytes);
        let [campaign, case, kind, country, section] = [small()?, small()?, small()?, small()?, small()?];
        let mut wide = || take(4).try_into().ok().map(i32::from_be_bytes);
        let [quantity, group, occurred_on] = [wide()?, wide()?, wide()?];
        let mut small = || take(2).try_into().ok().map(i16::from_be_bytes);
        let [channel, basis, entry] = [small()?, small()?, small()?];
        let origin = Uuid::from_slice(take(16)).ok().filter(|id| !id.is_nil());
        let reason = take(2).try_into().ok().map(i16::from_be_bytes)?;
        Some(Self {
            campaign,
            id,
            case,
            kind: Kind::from_number(kind)?,
            quantity,
            country: Country::from_number(country),
            section,
            group,
            occurred_on,
            channel: Channel::from_number(channel)?,
            basis: Basis::from_number(basis)?,
            entry: EntryKind::from_number(entry)?,
            origin: origin.map(|id| Origin { id, reason: Reason::from_number(reason) }),
        })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_read_back() {
        let bare = Entry {
            campaign: 25,
            id: Uuid::from_u128(0x0193_5a2e_7c00_7abc_8def_0123_4567_89ab),
            case: 10,
            kind: Kind::Card,
            quantity: -10_000,
            country: Country::from_number(7),
            section: 3,
            group: 70_000,
            occurred_on: 20_781,
            channel: Channel::Reported,
            basis: Basis::AtLeast,
            entry: EntryKind::Correction,
            origin: None,
        };
        let with = |origin| Entry { origin, ..bare.clone() };
        let id = Uuid::max();
        for entry in [
            with(None),
            with(Some(Origin { id, reason: None })),
            with(Some(Origin { id, reason: Reason::from_number(1) })),
        ] {
            assert_eq!(Entry::of_bytes(&entry.bytes()), Some(entry));
        }
        let mut unknown = bare.bytes();
        unknown[20] = 0x7f;
        assert_eq!(Entry::of_bytes(&unknown), None, "a kind of a newer version");
    }
}
