//! The key of a day's hashes of senders. Not backed up, and deleted the next day.

use sea_orm::entity::prelude::*;

/// A row of `sender_key`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sender_key")]
pub struct Model {
    /// The day, in days since 1970-01-01.
    #[sea_orm(primary_key, auto_increment = false)]
    pub day: i32,
    /// The key.
    pub secret: Vec<u8>,
}

impl ActiveModelBehavior for ActiveModel {}
