//! What was said on each day.

use domain::{Slug, field::Rule, totals::Totals};
use time::Date;

use crate::{
    Engine, EngineError,
    receipts::{days, millis},
};

impl Engine {
    /// Takes the snapshot of yesterday (UTC), unless one of it is there. Says whether it was taken now.
    ///
    /// # Errors
    /// [`EngineError::Unavailable`] when the database does not answer.
    pub async fn take_snapshot(&self) -> Result<bool, EngineError> {
        let Some(yesterday) = self.today().previous_day() else { return Ok(false) };
        Ok(storage::snapshots::take(&self.db, days(yesterday), millis(self.now())).await?)
    }

    /// The totals of a public campaign as they stood at the end of a day, UTC.
    ///
    /// # Errors
    /// [`EngineError::Invalid`] when the day is not over or nothing was kept of it, [`EngineError::NotFound`] when there is
    /// no such campaign.
    pub async fn totals_on(&self, campaign: &Slug, day: Date) -> Result<Totals, EngineError> {
        let number = self.public_campaign(campaign).await?;
        if day >= self.today() {
            return Err(EngineError::field("on", Rule::DayNotOver));
        }
        let said = storage::snapshots::of_day(&self.db, number, days(day)).await?;
        let said = said.ok_or_else(|| EngineError::field("on", Rule::NothingKept))?;
        let sums = storage::tallies::at_moment(&self.db, number, said.lines_day, &crate::totals::BY).await?;
        self.add_up(campaign, &sums, crate::receipts::moment_of(said.taken_at).ok_or(EngineError::Internal)?).await
    }
}
