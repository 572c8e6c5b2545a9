//! Wrong passwords, by what was typed as a login.

use sea_orm::entity::prelude::*;

/// A row of `sign_in_try`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sign_in_try")]
pub struct Model {
    /// SHA-256 of the login, whether or not there is such an account.
    #[sea_orm(primary_key, auto_increment = false)]
    pub login: Vec<u8>,
    /// Tries since the last time it went well.
    pub tries: i32,
    /// When the last one was, UTC.
    pub last_at: TimeDateTimeWithTimeZone,
}

impl ActiveModelBehavior for ActiveModel {}
