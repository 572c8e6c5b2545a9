//! Why a row of the ledger takes another one back. Rows are only added.

use sea_orm::entity::prelude::*;

/// A row of `correction`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "correction")]
pub struct Model {
    /// The campaign's number.
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign: i16,
    /// The ledger's row that compensates.
    #[sea_orm(primary_key, auto_increment = false)]
    pub entry: Uuid,
    /// The ledger's row that is compensated.
    pub corrects: Uuid,
    /// What was corrected together.
    pub batch: Uuid,
    /// The reason's code.
    pub reason: String,
    /// Who, in the audit trail's words.
    pub actor: String,
    /// When, UTC.
    pub at: TimeDateTimeWithTimeZone,
}

impl ActiveModelBehavior for ActiveModel {}
