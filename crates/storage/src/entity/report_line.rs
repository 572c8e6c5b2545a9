//! The lines of reports, each with its row in the ledger.

use sea_orm::entity::prelude::*;

/// A row of `report_line`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "report_line")]
pub struct Model {
    /// The report.
    #[sea_orm(primary_key, auto_increment = false)]
    pub report: Uuid,
    /// The line, from 0.
    #[sea_orm(primary_key, auto_increment = false)]
    pub line: i32,
    /// The case's number.
    pub cases: i16,
    /// The kind's number.
    pub kind: i16,
    /// How many, in actions.
    pub quantity: i32,
    /// In which language, where that is known.
    pub language: Option<String>,
    /// The id of the ledger's row.
    #[sea_orm(unique)]
    pub entry: Uuid,
}

impl ActiveModelBehavior for ActiveModel {}
