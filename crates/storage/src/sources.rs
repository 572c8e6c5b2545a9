//! Sources.

use std::collections::BTreeMap;

use domain::source::Source;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Set};
use time::OffsetDateTime;

use crate::{Result, entity::source, from_document, to_document};

/// The sources with these ids, by id. Ids that are not there are left out.
///
/// # Errors
/// When the database refuses or a record cannot be read.
pub async fn by_ids<'a>(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = &'a str>,
) -> Result<BTreeMap<String, Source>> {
    let rows = source::Entity::find().filter(source::Column::Id.is_in(ids)).all(db).await?;
    rows.into_iter()
        .map(|row| Ok((row.id.clone(), from_document(&format!("source {}", row.id), row.record)?)))
        .collect()
}

/// All sources, by id.
///
/// # Errors
/// When the database refuses or a record cannot be read.
pub async fn all(db: &impl ConnectionTrait) -> Result<BTreeMap<String, Source>> {
    let rows = source::Entity::find().all(db).await?;
    rows.into_iter()
        .map(|row| Ok((row.id.clone(), from_document(&format!("source {}", row.id), row.record)?)))
        .collect()
}

/// Writes a source, new or not.
///
/// # Errors
/// When the database refuses.
pub async fn put(db: &impl ConnectionTrait, record: &Source, now: OffsetDateTime) -> Result<()> {
    let row = source::ActiveModel {
        id: Set(record.id.clone()),
        record: Set(to_document(&record.id, record)?),
        updated_at: Set(now),
    };
    let replace = sea_orm::sea_query::OnConflict::column(source::Column::Id)
        .update_columns([source::Column::Record, source::Column::UpdatedAt])
        .to_owned();
    source::Entity::insert(row).on_conflict(replace).exec_without_returning(db).await?;
    Ok(())
}
