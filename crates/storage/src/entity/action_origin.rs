//! What an entry of the ledger belongs to: a line's report, a correction's corrected entry.

use sea_orm::entity::prelude::*;

/// A row of `action_origin`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "action_origin")]
pub struct Model {
    /// The campaign's number.
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign: i16,
    /// The entry's id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The id of what it belongs to.
    pub origin: Uuid,
    /// Why, by number.
    pub reason: i16,
}

impl ActiveModelBehavior for ActiveModel {}
