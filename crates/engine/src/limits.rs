//! How much may come from one sender. Kept in memory, by this process: behind several servers a sender may send as much to
//! each.

use std::{num::NonZeroU32, sync::Arc};

use governor::{
    DefaultKeyedRateLimiter, Quota, RateLimiter,
    clock::{Clock as _, DefaultClock},
};
use serde::{Deserialize, Serialize};

use crate::{EngineError, senders::Sender};

/// What is limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limited {
    /// Counting an action online.
    Action,
    /// A report, and a look at one.
    Report,
    /// Making a pack or printing it again.
    Pack,
    /// Signing in.
    SignIn,
}

/// The limits in force, in requests from one sender; 0 is no limit. A school or a country's mobile phones may share one
/// address, so they are wide: they stop a machine, not a crowd.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Whether there are any; then it is also kept for a week which actions had one sender.
    pub enabled: bool,
    /// Actions an hour.
    pub actions_an_hour: u32,
    /// Actions at once, before the hour's pace holds.
    pub actions_at_once: u32,
    /// Reports an hour.
    pub reports_an_hour: u32,
    /// Packs an hour.
    pub packs_an_hour: u32,
    /// Tries to sign in an hour, with whatever name.
    pub sign_ins_an_hour: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            enabled: true,
            actions_an_hour: 600,
            actions_at_once: 120,
            reports_an_hour: 240,
            packs_an_hour: 120,
            sign_ins_an_hour: 120,
        }
    }
}

/// One limit; none where there is none.
type Gate = Option<DefaultKeyedRateLimiter<Sender>>;

struct Gates {
    action: Gate,
    report: Gate,
    pack: Gate,
    sign_in: Gate,
}

/// The limits with what was taken of them.
#[derive(Clone, Default)]
pub(crate) struct Gatekeeper(Option<Arc<Gates>>);

impl Gatekeeper {
    pub fn new(limits: &Limits) -> Self {
        let gates = limits.enabled.then(|| Gates {
            action: gate(limits.actions_an_hour, limits.actions_at_once),
            report: gate(limits.reports_an_hour, limits.reports_an_hour / 4),
            pack: gate(limits.packs_an_hour, limits.packs_an_hour / 4),
            sign_in: gate(limits.sign_ins_an_hour, limits.sign_ins_an_hour / 4),
        });
        Self(gates.map(Arc::new))
    }

    pub const fn are_on(&self) -> bool {
        self.0.is_some()
    }

    /// Takes one.
    ///
    /// # Errors
    /// [`EngineError::TooMany`] with the seconds until there is one again.
    pub fn take(&self, what: Limited, sender: Sender) -> Result<(), EngineError> {
        let Some(gates) = &self.0 else { return Ok(()) };
        let gate = match what {
            Limited::Action => &gates.action,
            Limited::Report => &gates.report,
            Limited::Pack => &gates.pack,
            Limited::SignIn => &gates.sign_in,
        };
        let Some(gate) = gate else { return Ok(()) };
        gate.check_key(&sender).map_err(|not_until| {
            let wait = not_until.wait_time_from(DefaultClock::default().now());
            EngineError::TooMany(wait.as_secs() + 1)
        })
    }

    /// Forgets senders who have their whole limit again.
    pub fn tidy(&self) {
        let Some(gates) = &self.0 else { return };
        for gate in [&gates.action, &gates.report, &gates.pack, &gates.sign_in].into_iter().flatten() {
            gate.retain_recent();
            gate.shrink_to_fit();
        }
    }
}

fn gate(an_hour: u32, at_once: u32) -> Gate {
    let an_hour = NonZeroU32::new(an_hour)?;
    let at_once = NonZeroU32::new(at_once).unwrap_or(NonZeroU32::MIN);
    Some(RateLimiter::keyed(Quota::per_hour(an_hour).allow_burst(at_once)))
}
