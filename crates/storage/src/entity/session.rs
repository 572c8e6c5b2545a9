//! Sessions of staff.

use sea_orm::entity::prelude::*;

/// A row of `session`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub struct Model {
    /// SHA-256 of the token in the cookie.
    #[sea_orm(primary_key, auto_increment = false)]
    pub token: Vec<u8>,
    /// Whose it is.
    pub account: Uuid,
    /// When they signed in, UTC.
    pub created_at: TimeDateTimeWithTimeZone,
    /// Until when it lasts at most, UTC.
    pub expires_at: TimeDateTimeWithTimeZone,
    /// When it was last used, UTC, to a few minutes.
    pub used_at: TimeDateTimeWithTimeZone,
}

impl ActiveModelBehavior for ActiveModel {}
