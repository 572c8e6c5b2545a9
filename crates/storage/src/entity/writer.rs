//! Whoever writes to the ledger: each has its own chain.

use sea_orm::entity::prelude::*;

/// A row of `writer`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "writer")]
pub struct Model {
    /// Its number; 0 for what was counted before there were chains.
    #[sea_orm(primary_key, auto_increment = false)]
    pub writer: i32,
    /// Since when, in milliseconds since 1970-01-01, UTC.
    pub began_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
