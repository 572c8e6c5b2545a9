//! Packs, by their code.

use sea_orm::entity::prelude::*;

/// A row of `pack`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "pack")]
pub struct Model {
    /// The code without its hyphen.
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    /// What is in it.
    pub spec: Json,
    /// The campaign's number.
    pub campaign: i16,
    /// The group's number, 0 while none is known.
    pub grp: i32,
    /// When it was made, UTC.
    pub created_at: TimeDateTimeWithTimeZone,
}

impl ActiveModelBehavior for ActiveModel {}
