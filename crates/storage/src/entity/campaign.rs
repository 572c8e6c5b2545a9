//! Campaigns, by slug.

use sea_orm::entity::prelude::*;

/// A row of `campaign`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "campaign")]
pub struct Model {
    /// The record's name in addresses.
    #[sea_orm(primary_key, auto_increment = false)]
    pub slug: String,
    /// The record as a document.
    pub record: Json,
    /// When it was last written, UTC.
    pub updated_at: TimeDateTimeWithTimeZone,
    /// The number that stands for it in the ledger.
    #[sea_orm(unique)]
    pub number: i16,
    /// Where it stands.
    pub state: String,
    /// When staff last changed it by hand, UTC.
    pub edited_at: Option<TimeDateTimeWithTimeZone>,
}

impl ActiveModelBehavior for ActiveModel {}
