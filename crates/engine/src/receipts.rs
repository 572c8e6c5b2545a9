//! Receipts: what an action was counted as, by the reference that only its writer has.

use domain::{Slug, action::Kind, case::Case, country::Country, date::iso_day, reference};
use serde::Serialize;
use storage::{entity::action, ledger::Entry};
use time::{Date, OffsetDateTime, serde::rfc3339};
use uuid::Uuid;

use crate::{Engine, EngineError};

/// What was counted, once. It names nobody but the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Receipt {
    /// The public reference: `/receipts/{reference}`.
    pub reference: String,
    /// The client's own id.
    pub id: Uuid,
    /// The campaign in which it is counted.
    pub campaign: Slug,
    /// The case; none once it is withdrawn.
    pub case: Option<Slug>,
    /// What was done.
    pub kind: Kind,
    /// How many, in actions.
    pub quantity: i32,
    /// The writer's country, `ZZ` where not given.
    pub country: Country,
    /// The day on which it was done.
    #[serde(with = "iso_day")]
    pub occurred_on: Date,
    /// When it was counted, UTC.
    #[serde(with = "rfc3339")]
    pub recorded_at: OffsetDateTime,
    /// How many of them count now, for the page: others than `quantity` once it was corrected.
    #[serde(skip)]
    pub counts: i64,
    /// The case's name, for the page.
    #[serde(skip)]
    pub case_name: Option<String>,
}

impl Engine {
    /// The receipt with this reference.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] when nothing was counted under it; [`EngineError::Unavailable`] when the database does
    /// not answer.
    pub async fn receipt(&self, written: &str) -> Result<Receipt, EngineError> {
        let id = reference::read(written).ok_or(EngineError::NotFound)?;
        let campaigns = storage::campaigns::numbers(&self.db).await?;
        let row =
            storage::actions::by_id(&self.db, campaigns.keys().copied(), id).await?.ok_or(EngineError::NotFound)?;
        let campaign = campaigns.get(&row.campaign).cloned().ok_or(EngineError::Internal)?;
        self.receipt_of(&row, campaign).await
    }

    async fn receipt_of(&self, row: &action::Model, campaign: Slug) -> Result<Receipt, EngineError> {
        let slugs = storage::cases::slugs_by_number(&self.db, [row.cases]).await?;
        let cases = storage::cases::by_slugs(&self.db, slugs.values()).await?;
        let link = (row.writer, row.number);
        let recorded = storage::ledger::recorded_at(&self.db, [link]).await?.get(&link).copied();
        let case = cases.into_values().next().map(|s| s.case).filter(|case| case.may_be_public_on(self.today()));
        let entry = Entry::of_row(row, None).ok_or(EngineError::Internal)?;
        let receipt = Receipt::of(&entry, recorded.ok_or(EngineError::Internal)?, campaign, case.as_ref())?;
        let standing = self.standing(&self.db, row.campaign, &[row.id]).await?;
        Ok(Receipt { counts: standing.iter().map(|one| one.counts).sum(), ..receipt })
    }
}

impl Receipt {
    /// The receipt of an entry; `case` only where it may be named.
    pub(crate) fn of(
        entry: &Entry,
        recorded_at: i64,
        campaign: Slug,
        case: Option<&Case>,
    ) -> Result<Self, EngineError> {
        Ok(Self {
            reference: reference::write(entry.id),
            id: entry.id,
            campaign,
            kind: entry.kind,
            quantity: entry.quantity,
            counts: entry.quantity.into(),
            country: entry.country,
            occurred_on: day_of(entry.occurred_on).ok_or(EngineError::Internal)?,
            recorded_at: moment_of(recorded_at).ok_or(EngineError::Internal)?,
            case_name: case.map(|case| case.name.clone()),
            case: case.map(|case| case.slug.clone()),
        })
    }
}

const EPOCH: Date = time::macros::date!(1970 - 01 - 01);

/// A day as the ledger writes it: days since 1970-01-01.
pub(crate) fn days(day: Date) -> i32 {
    i32::try_from((day - EPOCH).whole_days()).unwrap_or(0)
}

pub(crate) fn day_of(days: i32) -> Option<Date> {
    EPOCH.checked_add(time::Duration::days(days.into()))
}

/// A moment as the ledger writes it: milliseconds since 1970-01-01, UTC.
pub(crate) fn millis(moment: OffsetDateTime) -> i64 {
    i64::try_from(moment.unix_timestamp_nanos() / 1_000_000).unwrap_or(0)
}

pub(crate) fn moment_of(millis: i64) -> Option<OffsetDateTime> {
    OffsetDateTime::from_unix_timestamp_nanos(i128::from(millis) * 1_000_000).ok()
}
