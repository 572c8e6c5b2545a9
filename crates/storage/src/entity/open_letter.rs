//! Open letters, by slug.

use sea_orm::entity::prelude::*;

/// A row of `open_letter`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "open_letter")]
pub struct Model {
    /// The record's name in addresses.
    #[sea_orm(primary_key, auto_increment = false)]
    pub slug: String,
    /// The record as a document.
    pub record: Json,
    /// When it was last written, UTC.
    pub updated_at: TimeDateTimeWithTimeZone,
    /// When staff last changed it by hand, UTC.
    pub edited_at: Option<TimeDateTimeWithTimeZone>,
}

impl ActiveModelBehavior for ActiveModel {}
