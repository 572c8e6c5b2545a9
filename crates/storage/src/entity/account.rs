//! Accounts of staff.

use sea_orm::entity::prelude::*;

/// A row of `account`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account")]
pub struct Model {
    /// UUIDv7.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// What is typed to sign in, in small letters.
    #[sea_orm(unique)]
    pub login: String,
    /// How they are called.
    pub name: String,
    /// The section they belong to.
    pub section: String,
    /// What they may do.
    pub role: String,
    /// Where the account stands.
    pub state: String,
    /// The password as an argon2id hash with its salt (PHC string); none until they set one.
    pub password: Option<String>,
    /// When it was made, UTC.
    pub created_at: TimeDateTimeWithTimeZone,
    /// When it was disabled, UTC.
    pub disabled_at: Option<TimeDateTimeWithTimeZone>,
}

impl ActiveModelBehavior for ActiveModel {}
