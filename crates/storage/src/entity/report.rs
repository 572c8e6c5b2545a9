//! Reports as they came. A replaced one stays.

use sea_orm::entity::prelude::*;

/// A row of `report`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "report")]
pub struct Model {
    /// The client's UUIDv7.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The campaign's number.
    pub campaign: i16,
    /// The group's number, 0 where a section reports.
    pub grp: i32,
    /// The section's number, 0 for the centre.
    pub section: i16,
    /// The report that this one replaces.
    #[sea_orm(unique)]
    pub replaces: Option<Uuid>,
    /// The code of the pack it came from.
    pub pack: Option<String>,
    /// The report as a document.
    pub record: Json,
    /// All its lines together, in actions.
    pub actions: i64,
    /// By how many people it was, where that is known.
    pub people: Option<i32>,
    /// Whether anything of it still counts: no later report took its place, and it was not taken back.
    pub counts: bool,
    /// Who sent it, in the audit trail's words.
    pub actor: String,
    /// When it was counted, UTC.
    pub recorded_at: TimeDateTimeWithTimeZone,
}

impl ActiveModelBehavior for ActiveModel {}
