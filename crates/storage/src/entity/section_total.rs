//! Which report a section's total of a day is.

use sea_orm::entity::prelude::*;

/// A row of `section_total`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "section_total")]
pub struct Model {
    /// The campaign's number.
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign: i16,
    /// The section's number, 0 for the centre.
    #[sea_orm(primary_key, auto_increment = false)]
    pub section: i16,
    /// The day, in days since 1970-01-01.
    #[sea_orm(primary_key, auto_increment = false)]
    pub day: i32,
    /// The report.
    pub report: Uuid,
    /// When the section sent it, in milliseconds since 1970-01-01, UTC.
    pub sent_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
