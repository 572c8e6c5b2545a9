//! Sections' keys, and their totals day by day.

use sea_orm::{ConnectionTrait, EntityTrait, IntoActiveModel as _, sea_query::OnConflict};
use time::OffsetDateTime;

use crate::{
    Result,
    entity::{section_key, section_total},
};

pub use crate::entity::section_total::Model as Total;

/// The public key with which a section's totals are verified.
///
/// # Errors
/// When the database refuses.
pub async fn key(db: &impl ConnectionTrait, section: i16) -> Result<Option<Vec<u8>>> {
    Ok(section_key::Entity::find_by_id(section).one(db).await?.map(|row| row.public))
}

/// Sets it; one that is there does not hold any more.
///
/// # Errors
/// When the database refuses.
pub async fn set_key(db: &impl ConnectionTrait, section: i16, public: Vec<u8>, made_at: OffsetDateTime) -> Result<()> {
    use section_key::Column as C;
    let row = section_key::Model { section, public, made_at }.into_active_model();
    let instead = OnConflict::column(C::Section).update_columns([C::Public, C::MadeAt]).to_owned();
    section_key::Entity::insert(row).on_conflict(instead).exec_without_returning(db).await?;
    Ok(())
}

/// A section's total of a day, if it sent one.
///
/// # Errors
/// When the database refuses.
pub async fn total(db: &impl ConnectionTrait, campaign: i16, section: i16, day: i32) -> Result<Option<Total>> {
    Ok(section_total::Entity::find_by_id((campaign, section, day)).one(db).await?)
}

/// Keeps it; one that is there is replaced.
///
/// # Errors
/// When the database refuses.
pub async fn set_total(db: &impl ConnectionTrait, total: &Total) -> Result<()> {
    use section_total::Column as C;
    let instead =
        OnConflict::columns([C::Campaign, C::Section, C::Day]).update_columns([C::Report, C::SentAt]).to_owned();
    let row = total.clone().into_active_model();
    section_total::Entity::insert(row).on_conflict(instead).exec_without_returning(db).await?;
    Ok(())
}
