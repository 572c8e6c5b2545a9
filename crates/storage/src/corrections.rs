//! Corrections: why a row of the ledger takes another one back. Rows are only added.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::{Result, entity::correction};

pub use crate::entity::correction::Model as Correction;

/// How many rows go into one statement: SQLite takes 32,766 values, PostgreSQL 65,535.
const AT_ONCE: usize = 1_000;

/// Adds corrections.
///
/// # Errors
/// [`StorageError::Conflict`](crate::StorageError::Conflict) when one of the rows was corrected already.
pub async fn add(db: &impl ConnectionTrait, corrections: &[Correction]) -> Result<()> {
    for some in corrections.chunks(AT_ONCE) {
        let rows = some.iter().map(|row| row.clone().into_active_model());
        correction::Entity::insert_many(rows).exec_without_returning(db).await?;
    }
    Ok(())
}

/// What takes this row of the ledger back, if anything does.
///
/// # Errors
/// When the database refuses.
pub async fn of_entry(db: &impl ConnectionTrait, campaign: i16, entry: Uuid) -> Result<Option<Correction>> {
    let found = correction::Entity::find()
        .filter(correction::Column::Campaign.eq(campaign))
        .filter(correction::Column::Corrects.eq(entry));
    Ok(found.one(db).await?)
}

/// Of these rows of the ledger, those that are taken back, with what takes them back.
///
/// # Errors
/// When the database refuses.
pub async fn of_entries(db: &impl ConnectionTrait, campaign: i16, entries: &[Uuid]) -> Result<Vec<Correction>> {
    let mut found = Vec::new();
    for some in entries.chunks(AT_ONCE) {
        let rows = correction::Entity::find()
            .filter(correction::Column::Campaign.eq(campaign))
            .filter(correction::Column::Corrects.is_in(some.iter().copied()));
        found.extend(rows.all(db).await?);
    }
    Ok(found)
}

/// What was corrected together.
///
/// # Errors
/// When the database refuses.
pub async fn of_batch(db: &impl ConnectionTrait, batch: Uuid) -> Result<Vec<Correction>> {
    let rows = correction::Entity::find().filter(correction::Column::Batch.eq(batch));
    Ok(rows.order_by_asc(correction::Column::Entry).all(db).await?)
}

/// The newest corrections: `most` of them after the first `skip`.
///
/// # Errors
/// When the database refuses.
pub async fn newest(db: &impl ConnectionTrait, skip: u64, most: u64) -> Result<Vec<Correction>> {
    let rows = correction::Entity::find()
        .order_by_desc(correction::Column::At)
        .order_by_desc(correction::Column::Entry)
        .offset(skip)
        .limit(most);
    Ok(rows.all(db).await?)
}
