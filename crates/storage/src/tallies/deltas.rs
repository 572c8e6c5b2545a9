//! What entries add to the tallies.

use rustc_hash::FxHashMap;

use super::{GRAINS, Grain};
use crate::ledger::Entry;

/// A grain's key, filled up with zeros.
pub type Key = [i32; WIDEST];

/// The most columns in a key.
const WIDEST: usize = 9;

/// Per grain the keys that change, in order, each with what is added to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deltas(Vec<Vec<(Key, i64)>>);

impl Deltas {
    /// The sums of these entries by each grain's key.
    #[must_use]
    pub fn of(entries: &[&Entry]) -> Self {
        Self(GRAINS.iter().map(|grain| sums(entries, grain)).collect())
    }

    /// The grain's table and its changes, grain by grain.
    pub fn grains(&self) -> impl Iterator<Item = (&'static Grain, &[(Key, i64)])> {
        GRAINS.iter().zip(self.0.iter().map(Vec::as_slice))
    }
}

fn sums(entries: &[&Entry], grain: &Grain) -> Vec<(Key, i64)> {
    let key = |entry: &Entry| {
        let mut key = [0; WIDEST];
        key.iter_mut().zip(grain.key).for_each(|(part, by)| *part = by.of(entry));
        key
    };
    // most entries of a transaction share their keys: adding up first leaves few to sort
    let mut sums: FxHashMap<Key, i64> = FxHashMap::default();
    for entry in entries {
        *sums.entry(key(entry)).or_default() += i64::from(entry.quantity);
    }
    let mut sums: Vec<(Key, i64)> = sums.into_iter().collect();
    sums.sort_unstable_by_key(|(key, _)| *key);
    sums
}
