//! How long a closed campaign still takes reports.

use domain::{field::Rule, report::USUAL_GRACE};
use sea_orm::ConnectionTrait;

use crate::{Actor, Engine, EngineError};

/// The setting's name.
const SETTING: &str = "report-grace-days";
/// A year: by then the next edition runs.
const LONGEST: u16 = 366;

impl Engine {
    /// How many days after its last day a campaign still takes reports.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn report_grace(&self) -> Result<u16, EngineError> {
        self.grace(&self.db).await
    }

    pub(crate) async fn grace(&self, db: &impl ConnectionTrait) -> Result<u16, EngineError> {
        Ok(storage::settings::get(db, SETTING).await?.unwrap_or(USUAL_GRACE))
    }

    /// Sets it, 0 to 366 days.
    ///
    /// # Errors
    /// [`EngineError::Denied`] when the actor may not; [`EngineError::Invalid`] when it is longer than a year.
    pub async fn set_report_grace(&self, actor: &Actor, days: u16) -> Result<(), EngineError> {
        if !actor.may_correct() {
            return Err(EngineError::Denied);
        }
        if days > LONGEST {
            return Err(EngineError::field("days", Rule::Format));
        }
        let tx = storage::begin(&self.db).await?;
        storage::settings::put(&tx, SETTING, &days, self.now()).await?;
        self.trace(&tx, actor, "set", format!("setting:{SETTING}"), serde_json::json!({"days": days})).await?;
        tx.commit().await?;
        Ok(())
    }
}
