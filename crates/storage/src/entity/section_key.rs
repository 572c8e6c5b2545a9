//! The keys with which sections sign their totals: the public halves.

use sea_orm::entity::prelude::*;

/// A row of `section_key`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "section_key")]
pub struct Model {
    /// The section's number, 0 for the centre.
    #[sea_orm(primary_key, auto_increment = false)]
    pub section: i16,
    /// An Ed25519 public key.
    pub public: Vec<u8>,
    /// When it was made, UTC.
    pub made_at: TimeDateTimeWithTimeZone,
}

impl ActiveModelBehavior for ActiveModel {}
