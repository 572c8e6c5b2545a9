//! Totals as they are published.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{Slug, action::Kind};

/// The answer of `/api/v1/campaigns/{slug}/totals`. Counts are actions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// The campaign.
    pub campaign: Slug,
    /// The moment of reading, RFC 3339, UTC.
    pub as_of: String,
    /// All actions.
    pub actions: i64,
    /// By how many people at least, as far as reports say so; never part of the actions. None where none says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub people: Option<i64>,
    /// By kind; kinds with none are left out.
    pub by_kind: BTreeMap<Kind, i64>,
    /// By case, the most first.
    pub by_case: Vec<CaseTotal>,
    /// By the writers' country, the most first; `ZZ` where not given.
    pub by_country: Vec<CountryTotal>,
    /// By the way they came in.
    pub by_channel: ChannelTotals,
}

/// What was done for one case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseTotal {
    /// The case.
    pub case: Slug,
    /// All actions.
    pub actions: i64,
    /// By kind.
    pub by_kind: BTreeMap<Kind, i64>,
}

/// What was done from one country.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountryTotal {
    /// ISO code, `ZZ` where not given.
    pub country: String,
    /// All actions.
    pub actions: i64,
}

/// Counted online and reported, kept apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChannelTotals {
    /// Counted one by one.
    pub online: i64,
    /// From reports.
    pub reported: i64,
}
