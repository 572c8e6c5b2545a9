//! Open letters.

use std::collections::BTreeMap;

use domain::{Slug, open_letter::OpenLetter};
use sea_orm::{ConnectionTrait, EntityTrait, Set, sea_query::OnConflict};
use time::OffsetDateTime;

use crate::{Result, entity::open_letter, from_document, to_document};

/// An open letter with what an import has to know of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// The record.
    pub letter: OpenLetter,
    /// Whether staff changed it by hand.
    pub edited: bool,
}

/// The open letter with this slug.
///
/// # Errors
/// When the database refuses or the record cannot be read.
pub async fn by_slug(db: &impl ConnectionTrait, slug: &Slug) -> Result<Option<OpenLetter>> {
    let row = open_letter::Entity::find_by_id(slug.as_str()).one(db).await?;
    Ok(row.map(read).transpose()?.map(|stored| stored.letter))
}

/// All open letters, by slug.
///
/// # Errors
/// When the database refuses or a record cannot be read.
pub async fn all(db: &impl ConnectionTrait) -> Result<BTreeMap<Slug, Stored>> {
    let rows = open_letter::Entity::find().all(db).await?;
    rows.into_iter().map(|row| read(row).map(|stored| (stored.letter.slug.clone(), stored))).collect()
}

fn read(row: open_letter::Model) -> Result<Stored> {
    let letter = from_document(&format!("open letter {}", row.slug), row.record)?;
    Ok(Stored { letter, edited: row.edited_at.is_some() })
}

/// Writes an open letter as an import brings it, new or not.
///
/// # Errors
/// When the database refuses.
pub async fn put(db: &impl ConnectionTrait, record: &OpenLetter, now: OffsetDateTime) -> Result<()> {
    let row = open_letter::ActiveModel {
        slug: Set(record.slug.to_string()),
        record: Set(to_document(record.slug.as_str(), record)?),
        updated_at: Set(now),
        edited_at: Set(None),
    };
    let replace = OnConflict::column(open_letter::Column::Slug)
        .update_columns([open_letter::Column::Record, open_letter::Column::UpdatedAt, open_letter::Column::EditedAt])
        .to_owned();
    open_letter::Entity::insert(row).on_conflict(replace).exec_without_returning(db).await?;
    Ok(())
}
