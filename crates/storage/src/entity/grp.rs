//! Groups, by the number that stands for them in the ledger.

use sea_orm::entity::prelude::*;

/// A row of `grp`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "grp")]
pub struct Model {
    /// The number that stands for it in the ledger.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    /// Its name in addresses.
    #[sea_orm(unique)]
    pub slug: String,
    /// Its name.
    pub name: String,
    /// The name by which it is found again, in small letters.
    pub name_key: String,
    /// Its country's code.
    pub country: String,
    /// What kind of group it is.
    pub kind: String,
    /// Whether staff agreed that it is listed.
    pub public: bool,
    /// When it was made, UTC.
    pub created_at: TimeDateTimeWithTimeZone,
}

impl ActiveModelBehavior for ActiveModel {}
