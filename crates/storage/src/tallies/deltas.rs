//! What entries add to the tallies.

use super::GRAINS;
use crate::ledger::Entry;

/// Per grain the keys that change, in order, each with what is added to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deltas(Vec<Vec<(Vec<i32>, i64)>>);

impl Deltas {
    /// The sums of these entries by each grain's key.
    #[must_use]
    pub fn of(entries: &[&Entry]) -> Self {
        Self(
            GRAINS
                .iter()
                .map(|grain| sums(entries, |entry| grain.key.iter().map(|by| by.of(entry)).collect()))
                .collect(),
        )
    }

    /// The grain's table and its changes, grain by grain.
    pub fn grains(&self) -> impl Iterator<Item = (&'static super::Grain, &[(Vec<i32>, i64)])> {
        GRAINS.iter().zip(self.0.iter().map(Vec::as_slice))
    }
}

fn sums(entries: &[&Entry], key: impl Fn(&Entry) -> Vec<i32>) -> Vec<(Vec<i32>, i64)> {
    let mut all: Vec<(Vec<i32>, i64)> = entries.iter().map(|entry| (key(entry), i64::from(entry.quantity))).collect();
    all.sort_unstable_by(|a, b| a.0.cmp(&b.0));
    all.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 += next.1;
        }
        same
    });
    all
}
