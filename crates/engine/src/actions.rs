//! The way into the ledger.

use domain::{
    action::{Action, Channel, NewAction},
    campaign::Basis,
    field::Rule,
};
use sea_orm::DatabaseTransaction;
use storage::entity::action::Model;
use time::OffsetDateTime;

use crate::{
    Engine, EngineError,
    receipts::{Receipt, days, millis},
};

/// What became of an action that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// What is counted.
    pub receipt: Receipt,
    /// Whether this was the first time; a repeat counts nothing.
    pub first: bool,
}

impl Engine {
    /// Counts an action: ledger row and tallies in one transaction. Sent twice, it is one action. Anybody may.
    ///
    /// # Errors
    /// [`EngineError::Invalid`] with every rule it breaks, [`EngineError::Conflict`] when its id was used with other
    /// fields, [`EngineError::Unavailable`] when it cannot be committed: then nothing was counted.
    pub async fn record_action(&self, new: &NewAction) -> Result<Recorded, EngineError> {
        let action = new.read().map_err(EngineError::Invalid)?;
        let now = self.now();
        let tx = storage::begin(&self.db).await?;
        let found = self.row_for(&tx, &action, now).await;
        let (row, first) = match found {
            Ok(found) => found,
            Err(refusal) => {
                tx.rollback().await?;
                return Err(refusal);
            }
        };
        if first {
            if !storage::actions::add(&tx, &row).await? {
                // another server counted the same id between our look and our write: look again outside
                tx.rollback().await?;
                return self.repeat(&action).await;
            }
            storage::tallies::count(&tx, &row).await?;
        }
        tx.commit().await?;
        Ok(Recorded { receipt: self.receipt_of(&row, action.campaign).await?, first })
    }

    /// The ledger row of an action: the one that is there already, or the one to add.
    async fn row_for(
        &self,
        tx: &DatabaseTransaction,
        action: &Action,
        now: OffsetDateTime,
    ) -> Result<(Model, bool), EngineError> {
        let campaigns = storage::campaigns::numbers(tx).await?;
        let earlier = storage::actions::by_id(tx, campaigns.keys().copied(), action.id).await?;
        let campaign = storage::campaigns::by_slug(tx, &action.campaign).await?;
        let case = storage::cases::by_slug(tx, &action.case).await?;
        if let Some(earlier) = earlier {
            let same = campaign
                .zip(case)
                .is_some_and(|(campaign, case)| same_fields(&earlier, &row(action, campaign.number, case.number, now)));
            return if same { Ok((earlier, false)) } else { Err(EngineError::Conflict) };
        }
        let campaign = campaign
            .filter(|c| c.campaign.state.is_public())
            .ok_or_else(|| EngineError::field("campaign", Rule::UnknownCampaign))?;
        let case = case.ok_or_else(|| EngineError::field("case", Rule::UnknownCase))?;
        action.check(&campaign.campaign, &case.case, case.state, now).map_err(EngineError::Invalid)?;
        Ok((row(action, campaign.number, case.number, now), true))
    }

    async fn repeat(&self, action: &Action) -> Result<Recorded, EngineError> {
        let campaign = storage::campaigns::by_slug(&self.db, &action.campaign).await?.ok_or(EngineError::Conflict)?;
        let case = storage::cases::by_slug(&self.db, &action.case).await?.ok_or(EngineError::Conflict)?;
        let earlier =
            storage::actions::by_id(&self.db, [campaign.number], action.id).await?.ok_or(EngineError::Conflict)?;
        if !same_fields(&earlier, &row(action, campaign.number, case.number, self.now())) {
            return Err(EngineError::Conflict);
        }
        Ok(Recorded { receipt: self.receipt_of(&earlier, action.campaign.clone()).await?, first: false })
    }
}

fn row(action: &Action, campaign: i16, case: i16, now: OffsetDateTime) -> Model {
    Model {
        campaign,
        id: action.id,
        cases: case,
        kind: action.kind.number(),
        quantity: i32::try_from(action.quantity).unwrap_or(i32::MAX),
        country: action.country.number(),
        section: 0,
        grp: 0,
        occurred_on: days(action.occurred_on),
        recorded_at: millis(now),
        channel: Channel::Online.number(),
        basis: Basis::Counted.number(),
    }
}

/// Whether two rows say the same, apart from the moment of counting.
fn same_fields(earlier: &Model, now: &Model) -> bool {
    *earlier == Model { recorded_at: earlier.recorded_at, ..now.clone() }
}
