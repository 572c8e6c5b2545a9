//! The chains: one link a transaction of one writer.

use sea_orm::entity::prelude::*;

/// A row of `chain`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "chain")]
pub struct Model {
    /// Whose chain.
    #[sea_orm(primary_key, auto_increment = false)]
    pub writer: i32,
    /// Its place in it, from 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    /// When its entries were counted, in milliseconds since 1970-01-01, UTC.
    pub recorded_at: i64,
    /// How many entries it holds.
    pub entries: i32,
    /// Over the link before it and its entries; none before it is sealed.
    pub hash: Option<Vec<u8>>,
}

impl ActiveModelBehavior for ActiveModel {}
