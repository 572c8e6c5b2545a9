//! Groups.

use std::collections::BTreeMap;

use domain::{
    Slug,
    action::Kind,
    country::Country,
    group::{Group, name_key},
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, DbBackend, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    Set,
};
use time::OffsetDateTime;

use crate::{
    Result, StorageError,
    entity::grp,
    tallies::{self, By, Filter},
};

/// A group as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// The record.
    pub group: Group,
    /// The number that stands for it in the ledger.
    pub number: i32,
}

/// The group with this slug.
///
/// # Errors
/// When the database refuses or the record cannot be read.
pub async fn by_slug(db: &impl ConnectionTrait, slug: &Slug) -> Result<Option<Stored>> {
    grp::Entity::find().filter(grp::Column::Slug.eq(slug.as_str())).one(db).await?.map(read).transpose()
}

/// The group with this number.
///
/// # Errors
/// When the database refuses or the record cannot be read.
pub async fn by_number(db: &impl ConnectionTrait, number: i32) -> Result<Option<Stored>> {
    grp::Entity::find_by_id(number).one(db).await?.map(read).transpose()
}

/// The groups with this name, in whatever country: two towns may be called the same.
///
/// # Errors
/// When the database refuses or a record cannot be read.
pub async fn by_name(db: &impl ConnectionTrait, name: &str) -> Result<Vec<Stored>> {
    let rows = grp::Entity::find().filter(grp::Column::NameKey.eq(name_key(name))).order_by_asc(grp::Column::Number);
    rows.all(db).await?.into_iter().map(read).collect()
}

/// The group of this name in this country.
///
/// # Errors
/// When the database refuses or the record cannot be read.
pub async fn by_name_in(db: &impl ConnectionTrait, name: &str, country: Country) -> Result<Option<Stored>> {
    let found = grp::Entity::find()
        .filter(grp::Column::NameKey.eq(name_key(name)))
        .filter(grp::Column::Country.eq(country.code()));
    found.one(db).await?.map(read).transpose()
}

/// The groups with these numbers.
///
/// # Errors
/// When the database refuses or a record cannot be read.
pub async fn by_numbers(db: &impl ConnectionTrait, numbers: impl IntoIterator<Item = i32>) -> Result<Vec<Stored>> {
    let rows = grp::Entity::find().filter(grp::Column::Number.is_in(numbers)).order_by_asc(grp::Column::Name);
    rows.all(db).await?.into_iter().map(read).collect()
}

/// The groups that are listed, by name.
///
/// # Errors
/// When the database refuses or a record cannot be read.
pub async fn public(db: &impl ConnectionTrait) -> Result<Vec<Stored>> {
    let rows = grp::Entity::find().filter(grp::Column::Public.eq(true)).order_by_asc(grp::Column::Name);
    rows.all(db).await?.into_iter().map(read).collect()
}

/// All groups, by name.
///
/// # Errors
/// When the database refuses or a record cannot be read.
pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<Stored>> {
    grp::Entity::find().order_by_asc(grp::Column::Name).all(db).await?.into_iter().map(read).collect()
}

fn read(row: grp::Model) -> Result<Stored> {
    let unreadable = |why: &str| StorageError::Unreadable { key: format!("group {}", row.number), why: why.to_owned() };
    let group = Group {
        slug: row.slug.parse().map_err(|_| unreadable("not a slug"))?,
        name: row.name.clone(),
        country: row.country.parse().map_err(|_| unreadable("not a country"))?,
        kind: row.kind.parse().map_err(|_| unreadable("no kind is called so"))?,
        public: row.public,
    };
    Ok(Stored { group, number: row.number })
}

/// Waits until nobody else makes a group; until the transaction ends nobody else does. On SQLite one writes at a time anyway.
///
/// # Errors
/// When the database refuses.
pub async fn wait_for_turn(tx: &DatabaseTransaction) -> Result<()> {
    if tx.get_database_backend() == DbBackend::Postgres {
        tx.execute_unprepared("LOCK TABLE grp IN SHARE ROW EXCLUSIVE MODE").await?;
    }
    Ok(())
}

/// Adds a group and gives its number. Number 0 stands for none.
///
/// # Errors
/// [`StorageError::Conflict`] when slug, name or number are taken: look again and try another.
pub async fn add(db: &impl ConnectionTrait, group: &Group, now: OffsetDateTime) -> Result<i32> {
    let highest: Option<Option<i32>> =
        grp::Entity::find().select_only().column_as(grp::Column::Number.max(), "highest").into_tuple().one(db).await?;
    let number = highest.flatten().unwrap_or(0) + 1;
    let row = grp::ActiveModel {
        number: Set(number),
        slug: Set(group.slug.to_string()),
        name: Set(group.name.clone()),
        name_key: Set(name_key(&group.name)),
        country: Set(group.country.code().to_owned()),
        kind: Set(group.kind.as_str().to_owned()),
        public: Set(group.public),
        created_at: Set(now),
    };
    grp::Entity::insert(row).exec_without_returning(db).await?;
    Ok(number)
}

/// Lists a group or takes it off the list.
///
/// # Errors
/// When the database refuses.
pub async fn set_public(db: &impl ConnectionTrait, number: i32, public: bool) -> Result<()> {
    let row = grp::ActiveModel { number: Set(number), public: Set(public), ..Default::default() };
    grp::Entity::update(row).exec(db).await?;
    Ok(())
}

/// What a group did in a campaign, by kind. Counts are actions.
///
/// # Errors
/// When the database refuses.
pub async fn sums_by_kind(db: &impl ConnectionTrait, campaign: i16, group: i32) -> Result<BTreeMap<Kind, i64>> {
    let filter = Filter { group: Some(group), ..Filter::campaign(campaign) };
    let sums = tallies::sums(db, &filter, &[By::Kind]).await?;
    let kind = |key: &[i32]| Kind::from_number(i16::try_from(*key.first()?).ok()?);
    Ok(sums.into_iter().filter_map(|sum| Some((kind(&sum.key)?, sum.actions))).filter(|(_, n)| *n != 0).collect())
}

/// What every group did in a campaign, in actions, by the group's number.
///
/// # Errors
/// When the database refuses.
pub async fn sums(db: &impl ConnectionTrait, campaign: i16) -> Result<BTreeMap<i32, i64>> {
    let sums = tallies::sums(db, &Filter::campaign(campaign), &[By::Group]).await?;
    Ok(sums.into_iter().filter_map(|sum| Some((*sum.key.first()?, sum.actions))).collect())
}
