//! The ledger. Rows are only added.

use sea_orm::entity::prelude::*;

/// A row of `action`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "action")]
pub struct Model {
    /// The campaign's number.
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign: i16,
    /// The client's UUIDv7.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The case's number.
    pub cases: i16,
    /// The kind's number.
    pub kind: i16,
    /// How many, in actions.
    pub quantity: i32,
    /// The two letters of the writer's country as a number.
    pub country: i16,
    /// The section's number, 0 for the centre.
    pub section: i16,
    /// The group's number, 0 for none.
    pub grp: i32,
    /// The day it was done, in days since 1970-01-01.
    pub occurred_on: i32,
    /// When it was counted, in milliseconds since 1970-01-01, UTC.
    pub recorded_at: i64,
    /// The channel's number.
    pub channel: i16,
    /// The basis's number.
    pub basis: i16,
}

impl ActiveModelBehavior for ActiveModel {}
