//! What a later report changes.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Line;
use crate::{Slug, action::Kind};

/// What one line of a table of differences says: of a case and a kind, before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The case.
    pub case: Slug,
    /// What was done.
    pub kind: Kind,
    /// How many were reported before, in actions.
    pub before: i64,
    /// How many are reported now.
    pub after: i64,
}

/// The lines that differ, by case and kind; languages are added up.
#[must_use]
pub fn difference(before: &[Line], after: &[Line]) -> Vec<Change> {
    let mut sums: BTreeMap<(&Slug, Kind), (i64, i64)> = BTreeMap::new();
    for line in before {
        sums.entry((&line.case, line.kind)).or_default().0 += i64::from(line.quantity);
    }
    for line in after {
        sums.entry((&line.case, line.kind)).or_default().1 += i64::from(line.quantity);
    }
    sums.into_iter()
        .filter(|(_, (before, after))| before != after)
        .map(|((case, kind), (before, after))| Change { case: case.clone(), kind, before, after })
        .collect()
}
