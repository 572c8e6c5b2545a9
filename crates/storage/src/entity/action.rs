//! The ledger. Rows are only added.

use sea_orm::entity::prelude::*;

/// A row of `action`: an entry of any kind.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "action")]
pub struct Model {
    /// The client's UUIDv7, or for reports and corrections the engine's.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// How many, in actions. A correction's is negative.
    pub quantity: i32,
    /// The group's number, 0 for none.
    pub grp: i32,
    /// The day it was done, in days since 1970-01-01.
    pub occurred_on: i32,
    /// Who wrote it: the chain it stands in.
    pub writer: i32,
    /// The link of that chain it came in with.
    pub number: i32,
    /// The campaign's number.
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign: i16,
    /// The case's number.
    pub cases: i16,
    /// The kind's number.
    pub kind: i16,
    /// The two letters of the writer's country as a number.
    pub country: i16,
    /// The section's number, 0 for the centre.
    pub section: i16,
    /// The channel's number.
    pub channel: i16,
    /// The basis's number.
    pub basis: i16,
    /// What kind of entry it is, by number.
    pub entry: i16,
}

impl ActiveModelBehavior for ActiveModel {}
