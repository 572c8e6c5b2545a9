//! What a correction is about.

use domain::{
    Slug,
    correction::Selection,
    field::{FieldError, Rule},
    reference,
};
use sea_orm::DatabaseTransaction;
use serde::{Deserialize, Serialize};
use storage::corrections::Matching;
use uuid::Uuid;

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
    /// Everything that fits a rule.
    Rule(Selection),
}

impl Engine {
    /// The campaign's number and the entries that are chosen.
    pub(super) async fn chosen(
        &self,
        tx: &DatabaseTransaction,
        chosen: &Chosen,
    ) -> Result<(i16, Vec<Uuid>), EngineError> {
        match chosen {
            Chosen::Receipt(written) => self.on_receipt(tx, written).await,
            Chosen::Rule(selection) => self.by_rule(tx, selection).await,
        }
    }

    async fn on_receipt(&self, tx: &DatabaseTransaction, written: &str) -> Result<(i16, Vec<Uuid>), EngineError> {
        let unknown = || EngineError::field("receipt", Rule::UnknownReceipt);
        let id = reference::read(written).ok_or_else(unknown)?;
        if let Some(report) = storage::reports::by_id(tx, id).await? {
            let lines = storage::reports::lines(tx, id).await?;
            return Ok((report.campaign, lines.into_iter().map(|line| line.entry).collect()));
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
            at_least: selection.at_least.and_then(|n| i32::try_from(n).ok()).unwrap_or(1),
        })
    }

    async fn case_number(&self, tx: &DatabaseTransaction, slug: &Slug) -> Result<i16, EngineError> {
        let found = storage::cases::by_slug(tx, slug).await?;
        Ok(found.ok_or_else(|| EngineError::field("case", Rule::UnknownCase))?.number)
    }
}
