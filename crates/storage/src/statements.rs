//! Statements.

use std::collections::BTreeMap;

use domain::{Slug, statement::Statement};
use sea_orm::{ConnectionTrait, EntityTrait, Set, sea_query::OnConflict};
use time::OffsetDateTime;

use crate::{Result, entity::statement, from_document, to_document};

/// A statement with what an import has to know of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// The record.
    pub statement: Statement,
    /// Whether staff changed it by hand.
    pub edited: bool,
}

/// The statement with this slug.
///
/// # Errors
/// When the database refuses or the record cannot be read.
pub async fn by_slug(db: &impl ConnectionTrait, slug: &Slug) -> Result<Option<Statement>> {
    let row = statement::Entity::find_by_id(slug.as_str()).one(db).await?;
    Ok(row.map(read).transpose()?.map(|stored| stored.statement))
}

/// All statements, by slug.
///
/// # Errors
/// When the database refuses or a record cannot be read.
pub async fn all(db: &impl ConnectionTrait) -> Result<BTreeMap<Slug, Stored>> {
    let rows = statement::Entity::find().all(db).await?;
    rows.into_iter().map(|row| read(row).map(|stored| (stored.statement.slug.clone(), stored))).collect()
}

fn read(row: statement::Model) -> Result<Stored> {
    let statement = from_document(&format!("statement {}", row.slug), row.record)?;
    Ok(Stored { statement, edited: row.edited_at.is_some() })
}

/// Writes a statement as an import brings it, new or not.
///
/// # Errors
/// When the database refuses.
pub async fn put(db: &impl ConnectionTrait, record: &Statement, now: OffsetDateTime) -> Result<()> {
    let row = statement::ActiveModel {
        slug: Set(record.slug.to_string()),
        record: Set(to_document(record.slug.as_str(), record)?),
        updated_at: Set(now),
        edited_at: Set(None),
    };
    let replace = OnConflict::column(statement::Column::Slug)
        .update_columns([statement::Column::Record, statement::Column::UpdatedAt, statement::Column::EditedAt])
        .to_owned();
    statement::Entity::insert(row).on_conflict(replace).exec_without_returning(db).await?;
    Ok(())
}
