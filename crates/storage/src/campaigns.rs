//! Campaigns.

use std::collections::BTreeMap;

use domain::{Slug, campaign::Campaign};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QuerySelect, Set, sea_query::OnConflict};
use time::OffsetDateTime;

use crate::{Result, StorageError, entity::campaign, from_document, to_document};

/// A campaign as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// The record.
    pub campaign: Campaign,
    /// The number that stands for it in the ledger.
    pub number: i16,
    /// Whether staff changed it by hand.
    pub edited: bool,
}

/// The campaign with this slug, whatever its state.
///
/// # Errors
/// When the database refuses or the record cannot be read.
pub async fn by_slug(db: &impl ConnectionTrait, slug: &Slug) -> Result<Option<Stored>> {
    campaign::Entity::find_by_id(slug.as_str()).one(db).await?.map(read).transpose()
}

/// All campaigns, whatever their state, by slug.
///
/// # Errors
/// When the database refuses or a record cannot be read.
pub async fn all(db: &impl ConnectionTrait) -> Result<BTreeMap<Slug, Stored>> {
    let rows = campaign::Entity::find().all(db).await?;
    rows.into_iter().map(|row| read(row).map(|stored| (stored.campaign.slug.clone(), stored))).collect()
}

fn read(row: campaign::Model) -> Result<Stored> {
    let key = format!("campaign {}", row.slug);
    let mut campaign: Campaign = from_document(&key, row.record)?;
    campaign.state = row
        .state
        .parse()
        .map_err(|_| StorageError::Unreadable { key, why: format!("no state is called {}", row.state) })?;
    Ok(Stored { campaign, number: row.number, edited: row.edited_at.is_some() })
}

/// The slug of every campaign by the number that stands for it in the ledger.
///
/// # Errors
/// When the database refuses.
pub async fn numbers(db: &impl ConnectionTrait) -> Result<BTreeMap<i16, Slug>> {
    let rows: Vec<(i16, String)> = campaign::Entity::find()
        .select_only()
        .columns([campaign::Column::Number, campaign::Column::Slug])
        .into_tuple()
        .all(db)
        .await?;
    rows.into_iter()
        .map(|(number, slug)| match slug.parse() {
            Ok(slug) => Ok((number, slug)),
            Err(_) => Err(StorageError::Unreadable { key: format!("campaign {slug}"), why: "not a slug".to_owned() }),
        })
        .collect()
}

/// The next free number.
///
/// # Errors
/// When the database refuses.
pub async fn next_number(db: &impl ConnectionTrait) -> Result<i16> {
    let highest: Option<Option<i16>> = campaign::Entity::find()
        .select_only()
        .column_as(campaign::Column::Number.max(), "highest")
        .into_tuple()
        .one(db)
        .await?;
    Ok(highest.flatten().unwrap_or(0) + 1)
}

/// Writes a campaign as an import brings it, new or not. A campaign keeps its number.
///
/// # Errors
/// When the database refuses.
pub async fn put(db: &impl ConnectionTrait, record: &Campaign, number: i16, now: OffsetDateTime) -> Result<()> {
    let row = campaign::ActiveModel {
        slug: Set(record.slug.to_string()),
        record: Set(to_document(record.slug.as_str(), record)?),
        updated_at: Set(now),
        number: Set(number),
        state: Set(record.state.as_str().to_owned()),
        edited_at: Set(None),
    };
    use campaign::Column::{EditedAt, Record, Slug as Key, State, UpdatedAt};
    let replace = OnConflict::column(Key).update_columns([Record, UpdatedAt, State, EditedAt]).to_owned();
    campaign::Entity::insert(row).on_conflict(replace).exec_without_returning(db).await?;
    Ok(())
}
