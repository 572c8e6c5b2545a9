//! What a correction is about.

use domain::{
    Slug,
    action::MOST_ONLINE,
    correction::Selection,
    field::{FieldError, Rule},
    ledger::EntryKind,
    reference,
    report::MOST_REPORTED,
};
use sea_orm::DatabaseTransaction;
use serde::{Deserialize, Serialize};
use storage::corrections::Matching;
use uuid::Uuid;

use super::Standing;
use crate::{
    Engine, EngineError,
    receipts::{days, millis},
};

/// The most entries of one correction: what is more is done in parts.
pub(super) const MOST_ENTRIES: usize = 100_000;

/// What is to be taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Chosen {
    /// What stands on a receipt: an action or a whole report, by its reference.
    Receipt(String),
    /// The one line on a receipt, which is to count this many actions instead.
    Number {
        /// The reference.
        receipt: String,
        /// How many it really was.
        to: u32,
    },
    /// Everything that fits a rule.
    Rule(Selection),
}

/// Entries that are chosen, with what still counts of them.
pub(super) struct Affected {
    pub standing: Vec<Standing>,
    /// What each is to count.
    pub left: i64,
}

impl Affected {
    /// How many change, and how much less they count then.
    pub fn change(&self) -> (usize, i64) {
        let changing = self.standing.iter().filter(|one| one.counts != self.left);
        changing.fold((0, 0), |(entries, actions), one| (entries + 1, actions + one.counts - self.left))
    }
}

impl Engine {
    /// The entries that are chosen.
    pub(super) async fn chosen(&self, tx: &DatabaseTransaction, chosen: &Chosen) -> Result<Affected, EngineError> {
        let ((campaign, entries), left) = match chosen {
            Chosen::Receipt(written) => (self.on_receipt(tx, written).await?, 0),
            Chosen::Number { receipt, to } => (self.on_receipt(tx, receipt).await?, i64::from(*to)),
            Chosen::Rule(selection) => (self.by_rule(tx, selection).await?, 0),
        };
        let affected = Affected { standing: self.standing(tx, campaign, &entries).await?, left };
        if let Chosen::Number { to, .. } = chosen {
            may_count(&affected, *to)?;
            if storage::reports::any_replaced(tx, &entries).await? {
                return Err(EngineError::field("receipt", Rule::ReplacedBefore));
            }
        }
        Ok(affected)
    }

    async fn on_receipt(&self, tx: &DatabaseTransaction, written: &str) -> Result<(i16, Vec<Uuid>), EngineError> {
        let unknown = || EngineError::field("receipt", Rule::UnknownReceipt);
        let id = reference::read(written).ok_or_else(unknown)?;
        if let Some(report) = storage::reports::by_id(tx, id).await? {
            return Ok((report.campaign, storage::reports::entries(tx, id).await?));
        }
        let campaigns = storage::campaigns::numbers(tx).await?;
        let action = storage::actions::by_id(tx, campaigns.keys().copied(), id).await?.ok_or_else(unknown)?;
        Ok((action.campaign, vec![action.id]))
    }

    async fn by_rule(&self, tx: &DatabaseTransaction, selection: &Selection) -> Result<(i16, Vec<Uuid>), EngineError> {
        selection.check().map_err(EngineError::Invalid)?;
        let rule = self.in_numbers(tx, selection).await?;
        let rows = storage::corrections::matching(tx, &rule, MOST_ENTRIES as u64 + 1).await?;
        if rows.len() > MOST_ENTRIES {
            let most = MOST_ENTRIES.to_string();
            return Err(EngineError::Invalid(vec![FieldError::with_detail("selection", Rule::TooMany, most)]));
        }
        Ok((rule.campaign, rows))
    }

    async fn in_numbers(&self, tx: &DatabaseTransaction, selection: &Selection) -> Result<Matching, EngineError> {
        let campaign = storage::campaigns::by_slug(tx, &selection.campaign).await?;
        let campaign = campaign.ok_or_else(|| EngineError::field("campaign", Rule::UnknownCampaign))?.number;
        let case = match &selection.case {
            None => None,
            Some(slug) => Some(self.case_number(tx, slug).await?),
        };
        let group = match &selection.group {
            None => None,
            Some(slug) => {
                let found = storage::groups::by_slug(tx, slug).await?;
                Some(found.ok_or_else(|| EngineError::field("group", Rule::UnknownGroup))?.number)
            }
        };
        Ok(Matching {
            campaign,
            case,
            group,
            kind: selection.kind.map(domain::action::Kind::number),
            country: selection.country.map(domain::country::Country::number),
            channel: selection.channel.map(domain::action::Channel::number),
            done: (selection.done_from.map(days), selection.done_to.map(days)),
            counted: (selection.counted_from.map(millis), selection.counted_to.map(millis)),
            sender: match &selection.same_sender_as {
                None => None,
                Some(receipt) => Some(self.sender_of(tx, receipt).await?),
            },
            burst: selection.burst.map(|burst| (i64::from(burst.more_than), i64::from(burst.minutes) * 60_000)),
            at_least: selection.at_least.and_then(|n| i32::try_from(n).ok()).unwrap_or(1),
        })
    }

    /// From where the action on a receipt was sent, as far as that is still kept.
    async fn sender_of(&self, tx: &DatabaseTransaction, receipt: &str) -> Result<Vec<u8>, EngineError> {
        let id = reference::read(receipt).ok_or_else(|| EngineError::field("same_sender_as", Rule::UnknownReceipt))?;
        let sender = storage::senders::of_entry(tx, id).await?;
        sender.ok_or_else(|| EngineError::field("same_sender_as", Rule::UnknownSender))
    }

    async fn case_number(&self, tx: &DatabaseTransaction, slug: &Slug) -> Result<i16, EngineError> {
        let found = storage::cases::by_slug(tx, slug).await?;
        Ok(found.ok_or_else(|| EngineError::field("case", Rule::UnknownCase))?.number)
    }
}

/// Whether what is chosen is one line, and may count so many.
fn may_count(affected: &Affected, to: u32) -> Result<(), EngineError> {
    let [one] = affected.standing.as_slice() else { return Err(EngineError::field("receipt", Rule::OneLineOnly)) };
    let (most, rule) = if one.row.entry == EntryKind::Action.number() {
        (MOST_ONLINE, Rule::OneToTenThousand)
    } else {
        (MOST_REPORTED, Rule::OneToTenMillion)
    };
    if (1..=most).contains(&to) { Ok(()) } else { Err(EngineError::field("to", rule)) }
}
