//! Targets.

use std::collections::BTreeMap;

use domain::{Slug, target::Target};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Set, sea_query::OnConflict};
use time::OffsetDateTime;

use crate::{Result, entity::target, from_document, to_document};

/// A target with what an import has to know of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// The record.
    pub target: Target,
    /// Whether staff changed it by hand.
    pub edited: bool,
}

/// The targets with these slugs, by slug. Slugs that are not there are left out.
///
/// # Errors
/// When the database refuses or a record cannot be read.
pub async fn by_slugs<'a>(
    db: &impl ConnectionTrait,
    slugs: impl IntoIterator<Item = &'a Slug>,
) -> Result<BTreeMap<Slug, Target>> {
    let slugs = slugs.into_iter().map(Slug::as_str);
    let rows = target::Entity::find().filter(target::Column::Slug.is_in(slugs)).all(db).await?;
    rows.into_iter().map(|row| read(row).map(|stored| (stored.target.slug.clone(), stored.target))).collect()
}

/// All targets, by slug.
///
/// # Errors
/// When the database refuses or a record cannot be read.
pub async fn all(db: &impl ConnectionTrait) -> Result<BTreeMap<Slug, Stored>> {
    let rows = target::Entity::find().all(db).await?;
    rows.into_iter().map(|row| read(row).map(|stored| (stored.target.slug.clone(), stored))).collect()
}

fn read(row: target::Model) -> Result<Stored> {
    let target = from_document(&format!("target {}", row.slug), row.record)?;
    Ok(Stored { target, edited: row.edited_at.is_some() })
}

/// Writes a target as an import brings it, new or not.
///
/// # Errors
/// When the database refuses.
pub async fn put(db: &impl ConnectionTrait, record: &Target, now: OffsetDateTime) -> Result<()> {
    let row = target::ActiveModel {
        slug: Set(record.slug.to_string()),
        record: Set(to_document(record.slug.as_str(), record)?),
        updated_at: Set(now),
        edited_at: Set(None),
    };
    let replace = OnConflict::column(target::Column::Slug)
        .update_columns([target::Column::Record, target::Column::UpdatedAt, target::Column::EditedAt])
        .to_owned();
    target::Entity::insert(row).on_conflict(replace).exec_without_returning(db).await?;
    Ok(())
}
