//! What changed for a case.

use serde::{Deserialize, Serialize};

use crate::PartialDate;

wire_enum! {
    /// The kind of a change.
    OutcomeKind {
        /// Released for good.
        Freed = "freed",
        /// Released from custody while the case goes on, or on bail.
        Released = "released",
        /// Found not guilty.
        Acquitted = "acquitted",
        /// Verdict set aside.
        ConvictionOverturned = "conviction-overturned",
        /// Sentence changed to a milder one.
        Commuted = "commuted",
        /// Sentence that need not be served if conditions are kept.
        Suspended = "suspended",
        /// Pardoned.
        Pardoned = "pardoned",
        /// Charges dropped.
        ChargesDropped = "charges-dropped",
        /// Brought to a safe place.
        Relocated = "relocated",
        /// Better conditions of detention.
        ConditionsImproved = "conditions-improved",
        /// A law was changed.
        LawChanged = "law-changed",
        /// A court or an expert body confirms the violation.
        Recognition = "recognition",
        /// The situation became worse.
        Setback = "setback",
        /// Died.
        Died = "died",
    }
}

/// A dated, sourced change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// When, as exactly as known.
    pub date: PartialDate,
    /// What kind of change.
    pub kind: OutcomeKind,
    /// One sentence.
    pub text: String,
    /// Whether it is what the campaign asked for above all: only then the stamp is cancelled.
    #[serde(default)]
    pub meets_main_demand: bool,
    /// Ids of the sources.
    pub sources: Vec<String>,
    /// Whether it was read in the named source itself.
    #[serde(default = "yes")]
    pub verified: bool,
}

pub(crate) const fn yes() -> bool {
    true
}
