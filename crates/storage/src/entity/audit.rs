//! Who did what to which record, and when. Rows are only added.

use sea_orm::entity::prelude::*;

/// A row of `audit`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit")]
pub struct Model {
    /// UUIDv7.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// When, UTC.
    pub at: TimeDateTimeWithTimeZone,
    /// Who.
    pub actor: String,
    /// What: `import`, `publish`.
    pub deed: String,
    /// Which record: `case:rita-karasartova`.
    pub subject: String,
    /// What changed, without anything personal.
    pub detail: Json,
}

impl ActiveModelBehavior for ActiveModel {}
