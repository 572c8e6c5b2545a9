//! One-time links with which staff set a password.

use sea_orm::entity::prelude::*;

/// A row of `invitation`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "invitation")]
pub struct Model {
    /// SHA-256 of the token in the link.
    #[sea_orm(primary_key, auto_increment = false)]
    pub token: Vec<u8>,
    /// Whose it is.
    pub account: Uuid,
    /// When it was made, UTC.
    pub created_at: TimeDateTimeWithTimeZone,
    /// Until when it can be used, UTC.
    pub expires_at: TimeDateTimeWithTimeZone,
}

impl ActiveModelBehavior for ActiveModel {}
