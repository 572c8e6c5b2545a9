//! Where an id could stand already. The key of the ledger begins with the campaign: that an id is new in its own campaign
//! the key itself says, that it stands in no other one has to be looked up, and this says where.

use std::collections::BTreeMap;

use storage::ledger::Entry;
use uuid::Uuid;

use crate::intake::Content;

/// The lowest and the highest id of each campaign. UUIDv7 begin with their moment, so that the spans of campaigns from
/// different years do not meet, and mostly nothing has to be looked up.
#[derive(Debug, Default)]
pub(super) struct Spans(BTreeMap<i16, (Uuid, Uuid)>);

impl Spans {
    /// As the ledger is now. Where actions are taken meanwhile, the span is open at its upper end.
    pub fn of(content: &Content, known: impl IntoIterator<Item = (i16, Uuid, Uuid)>) -> Self {
        let mut spans: BTreeMap<_, _> =
            known.into_iter().map(|(campaign, low, high)| (campaign, (low, high))).collect();
        for open in content.campaigns().filter(|campaign| campaign.closed_at.is_none()) {
            spans.entry(open.number).or_insert((Uuid::max(), Uuid::max())).1 = Uuid::max();
        }
        Self(spans)
    }

    /// These entries stand there too.
    pub fn add(&mut self, entries: &[Entry]) {
        for entry in entries {
            let (low, high) = self.0.entry(entry.campaign).or_insert((entry.id, entry.id));
            *low = entry.id.min(*low);
            *high = entry.id.max(*high);
        }
    }

    /// Other campaigns in which this entry's id could stand.
    pub fn elsewhere(&self, entry: &Entry) -> impl Iterator<Item = i16> {
        let (own, id) = (entry.campaign, entry.id);
        self.0.iter().filter_map(move |(campaign, (low, high))| {
            (*campaign != own && (*low..=*high).contains(&id)).then_some(*campaign)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{
        action::{Channel, Kind},
        campaign::Basis,
        country::Country,
        ledger::EntryKind,
    };

    fn entry(campaign: i16, id: Uuid) -> Entry {
        Entry {
            campaign,
            id,
            case: 1,
            kind: Kind::Letter,
            quantity: 1,
            country: Country::UNKNOWN,
            section: 0,
            group: 0,
            occurred_on: 20_000,
            channel: Channel::Online,
            basis: Basis::Counted,
            entry: EntryKind::Action,
            origin: None,
        }
    }

    fn id(n: u128) -> Uuid {
        Uuid::from_u128(n)
    }

    #[test]
    fn only_spans_that_hold_the_id_are_named() {
        let spans = Spans::of(&Content::default(), [(1, id(10), id(20)), (2, id(15), id(30)), (3, id(40), id(50))]);
        let of = |campaign, n| spans.elsewhere(&entry(campaign, id(n))).collect::<Vec<_>>();
        assert_eq!(of(1, 15), [2]);
        assert_eq!(of(3, 15), [1, 2]);
        assert_eq!(of(3, 45), [0_i16; 0], "its own campaign's key says it");
        assert_eq!(of(1, 35), [0_i16; 0]);
    }
}
