//! Where entries of the ledger were sent from, as hashes that say nothing. Kept for a week.

use sea_orm::entity::prelude::*;

/// A row of `sender`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sender")]
pub struct Model {
    /// The campaign's number.
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign: i16,
    /// The hash of the sender's address, with the key of the day.
    #[sea_orm(primary_key, auto_increment = false)]
    pub sender: Vec<u8>,
    /// The ledger's row.
    #[sea_orm(primary_key, auto_increment = false)]
    pub entry: Uuid,
    /// When it was counted, in milliseconds since 1970-01-01, UTC.
    pub at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
