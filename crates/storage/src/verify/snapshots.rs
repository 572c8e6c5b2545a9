//! The snapshots against the ledger: what each day said is the sum of exactly the links up to that day's heads.

use std::collections::{BTreeMap, HashMap};

use sea_orm::{DatabaseConnection, EntityTrait, QueryOrder};

use super::Findings;
use crate::{
    Result,
    entity::{
        action,
        snapshot::{day, head, line},
    },
    ledger::Hash,
    snapshots,
};

/// Campaign, case, kind, country, section, channel, basis.
type Key = [i32; 7];

/// The days with snapshots, and what their links add up to.
#[derive(Debug, Default)]
pub(super) struct Days {
    /// Per writer the recorded heads, by number: the day and whether the chain has come by with that hash.
    heads: HashMap<i32, BTreeMap<i32, Recorded>>,
    /// What each day's links added.
    added: BTreeMap<i32, BTreeMap<Key, i64>>,
    /// The last day there was when the reading began: a server may take another meanwhile.
    until: i32,
}

#[derive(Debug)]
struct Recorded {
    day: i32,
    hash: Vec<u8>,
    seen: Option<bool>,
}

impl Days {
    /// Reads the recorded heads.
    pub async fn read(db: &DatabaseConnection) -> Result<Self> {
        let until = snapshots::last_day(db).await?.unwrap_or(i32::MIN);
        let mut days = Self { until, ..Self::default() };
        for head in head::Entity::find().order_by_asc(head::Column::Day).all(db).await? {
            let recorded = Recorded { day: head.day, hash: head.hash, seen: None };
            days.heads.entry(head.writer).or_default().entry(head.number).or_insert(recorded);
        }
        Ok(days)
    }

    /// Counts a row for the first day whose head includes its link.
    pub fn count(&mut self, row: &action::Model) {
        let heads = self.heads.get(&row.writer);
        let Some((_, recorded)) = heads.and_then(|heads| heads.range(row.number..).next()) else { return };
        let key = [row.campaign, row.cases, row.kind, row.country, row.section, row.channel, row.basis].map(i32::from);
        *self.added.entry(recorded.day).or_default().entry(key).or_default() += i64::from(row.quantity);
    }

    /// Compares a link with the head that was recorded of it.
    pub fn see_link(&mut self, writer: i32, number: i32, hash: &Hash) {
        if let Some(recorded) = self.heads.get_mut(&writer).and_then(|heads| heads.get_mut(&number)) {
            recorded.seen = Some(recorded.hash == hash);
        }
    }

    /// Compares what was said with what the links add up to. Also gives how many snapshots there are.
    pub async fn compare(self, db: &DatabaseConnection) -> Result<(u64, Findings)> {
        let mut findings = Findings::default();
        self.heads_as_recorded(&mut findings);
        let mut taken: BTreeMap<i32, Vec<day::Model>> = BTreeMap::new();
        for snapshot in
            day::Entity::find().all(db).await?.into_iter().filter(|one| one.campaign != 0 && one.day <= self.until)
        {
            taken.entry(snapshot.day).or_default().push(snapshot);
        }
        let mut lines: HashMap<(i32, i32), BTreeMap<Key, i64>> = HashMap::new();
        for line in line::Entity::find().all(db).await? {
            let key = [line.campaign, line.cases, line.kind, line.country, line.section, line.channel, line.basis];
            lines.entry((line.campaign, line.day)).or_default().insert(key, line.actions);
        }
        let mut sums: BTreeMap<Key, i64> = BTreeMap::new();
        let mut count = 0;
        let mut added = self.added.into_iter().peekable();
        for (day, said) in taken {
            while let Some((_, more)) = added.next_if(|(until, _)| *until <= day) {
                more.into_iter().for_each(|(key, actions)| *sums.entry(key).or_default() += actions);
            }
            for snapshot in said {
                count += 1;
                let kept = lines.get(&(i32::from(snapshot.campaign), snapshot.lines_day));
                compare_one(&snapshot, kept, &sums, &mut findings);
            }
        }
        Ok((count, findings))
    }

    fn heads_as_recorded(&self, findings: &mut Findings) {
        for (writer, heads) in &self.heads {
            for (number, recorded) in heads {
                let name = format!("chain {writer}, link {number}, head on {}", date(recorded.day));
                match recorded.seen {
                    Some(true) => {}
                    Some(false) => findings.add(format!("{name}: its hash is another one now")),
                    None => findings.add(format!("{name}: it is gone, the end of the chain was cut off")),
                }
            }
        }
    }
}

fn compare_one(
    snapshot: &day::Model,
    kept: Option<&BTreeMap<Key, i64>>,
    sums: &BTreeMap<Key, i64>,
    findings: &mut Findings,
) {
    let campaign = i32::from(snapshot.campaign);
    let name = format!("snapshot of campaign {campaign} on {}", date(snapshot.day));
    let empty = BTreeMap::new();
    let kept = kept.unwrap_or(&empty);
    let ledger: BTreeMap<&Key, i64> =
        sums.iter().filter(|(key, _)| key[0] == campaign).map(|(key, actions)| (key, *actions)).collect();
    let total: i64 = kept.values().sum();
    if total != snapshot.actions {
        findings.add(format!("{name}: it says {} actions, its lines add up to {total}", snapshot.actions));
    }
    let keys = kept.keys().chain(ledger.keys().copied());
    for key in keys.collect::<std::collections::BTreeSet<_>>() {
        let (said, counted) = (kept.get(key).copied().unwrap_or(0), ledger.get(key).copied().unwrap_or(0));
        if said != counted {
            findings.add(format!("{name}, {}: it says {said}, the ledger then had {counted}", words(key)));
        }
    }
}

fn words(key: &Key) -> String {
    let names = ["campaign", "case", "kind", "country", "section", "channel", "basis"];
    names.iter().zip(key).skip(1).map(|(name, number)| format!("{name} {number}")).collect::<Vec<_>>().join(", ")
}

/// A day of the ledger as people write it.
pub(super) fn date(days: i32) -> String {
    let epoch = time::macros::date!(1970 - 01 - 01);
    epoch.checked_add(time::Duration::days(days.into())).map_or_else(|| days.to_string(), |date| date.to_string())
}
