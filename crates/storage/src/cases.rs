//! Cases.

use std::collections::BTreeMap;

use domain::{Slug, action::StateSince, case::Case, state::CaseState};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, Set, sea_query::OnConflict};
use time::OffsetDateTime;

use crate::{Result, StorageError, entity::case, from_document, to_document};

/// A case as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// The record.
    pub case: Case,
    /// The number that stands for it in the ledger.
    pub number: i16,
    /// Where it stands, and since when.
    pub state: StateSince,
    /// Whether staff changed it by hand.
    pub edited: bool,
}

/// The case with this slug, whatever its state.
///
/// # Errors
/// When the database refuses or the record cannot be read.
pub async fn by_slug(db: &impl ConnectionTrait, slug: &Slug) -> Result<Option<Stored>> {
    case::Entity::find_by_id(slug.as_str()).one(db).await?.map(read).transpose()
}

/// The cases with these slugs, whatever their state, by slug.
///
/// # Errors
/// When the database refuses or a record cannot be read.
pub async fn by_slugs<'a>(
    db: &impl ConnectionTrait,
    slugs: impl IntoIterator<Item = &'a Slug>,
) -> Result<BTreeMap<Slug, Stored>> {
    let slugs = slugs.into_iter().map(Slug::as_str);
    let rows = case::Entity::find().filter(case::Column::Slug.is_in(slugs)).all(db).await?;
    rows.into_iter().map(|row| read(row).map(|stored| (stored.case.slug.clone(), stored))).collect()
}

/// All cases, whatever their state, by slug.
///
/// # Errors
/// When the database refuses or a record cannot be read.
pub async fn all(db: &impl ConnectionTrait) -> Result<BTreeMap<Slug, Stored>> {
    let rows = case::Entity::find().all(db).await?;
    rows.into_iter().map(|row| read(row).map(|stored| (stored.case.slug.clone(), stored))).collect()
}

/// The slug of the case with each of these numbers.
///
/// # Errors
/// When the database refuses or a record cannot be read.
pub async fn slugs_by_number(
    db: &impl ConnectionTrait,
    numbers: impl IntoIterator<Item = i16>,
) -> Result<BTreeMap<i16, Slug>> {
    let rows: Vec<(i16, String)> = case::Entity::find()
        .select_only()
        .columns([case::Column::Number, case::Column::Slug])
        .filter(case::Column::Number.is_in(numbers))
        .into_tuple()
        .all(db)
        .await?;
    rows.into_iter().map(|(number, slug)| Ok((number, read_slug(&slug)?))).collect()
}

fn read_slug(slug: &str) -> Result<Slug> {
    slug.parse().map_err(|_| StorageError::Unreadable { key: format!("case {slug}"), why: "not a slug".to_owned() })
}

fn read(row: case::Model) -> Result<Stored> {
    let key = format!("case {}", row.slug);
    let state: CaseState = row
        .state
        .parse()
        .map_err(|_| StorageError::Unreadable { key: key.clone(), why: format!("no state is called {}", row.state) })?;
    let mut case: Case = from_document(&key, row.record)?;
    case.state = state;
    Ok(Stored {
        case,
        number: row.number,
        state: StateSince { state, since: row.state_since },
        edited: row.edited_at.is_some(),
    })
}

/// The next free number.
///
/// # Errors
/// When the database refuses.
pub async fn next_number(db: &impl ConnectionTrait) -> Result<i16> {
    let highest: Option<Option<i16>> = case::Entity::find()
        .select_only()
        .column_as(case::Column::Number.max(), "highest")
        .into_tuple()
        .one(db)
        .await?;
    Ok(highest.flatten().unwrap_or(0) + 1)
}

/// Writes a case as an import brings it, new or not. A case keeps its number; `since` is kept by the caller where the
/// state did not change.
///
/// # Errors
/// When the database refuses.
pub async fn put(
    db: &impl ConnectionTrait,
    record: &Case,
    number: i16,
    since: OffsetDateTime,
    now: OffsetDateTime,
) -> Result<()> {
    let row = case::ActiveModel {
        slug: Set(record.slug.to_string()),
        record: Set(to_document(record.slug.as_str(), record)?),
        updated_at: Set(now),
        number: Set(number),
        state: Set(record.state.as_str().to_owned()),
        state_since: Set(since),
        edited_at: Set(None),
    };
    use case::Column::{EditedAt, Record, Slug as Key, State, StateSince as Since, UpdatedAt};
    let replace = OnConflict::column(Key).update_columns([Record, UpdatedAt, State, Since, EditedAt]).to_owned();
    case::Entity::insert(row).on_conflict(replace).exec_without_returning(db).await?;
    Ok(())
}
