//! Sources, by their id.

use sea_orm::entity::prelude::*;

/// A row of `source`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "source")]
pub struct Model {
    /// The id by which records cite it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// The record as a document.
    pub record: Json,
    /// When it was last written, UTC.
    pub updated_at: TimeDateTimeWithTimeZone,
}

impl ActiveModelBehavior for ActiveModel {}
