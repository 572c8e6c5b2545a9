//! Packs: what is in one, by the code that is printed on it.

use domain::pack::{PackCode, PackSpec};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use time::OffsetDateTime;

use crate::{Result, StorageError, entity::pack, from_document, to_document};

/// A pack as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Its code.
    pub code: PackCode,
    /// What is in it.
    pub spec: PackSpec,
    /// The campaign's number.
    pub campaign: i16,
    /// The group's number, 0 while none is known.
    pub group: i32,
    /// When it was made, UTC.
    pub created_at: OffsetDateTime,
}

/// The pack with this code.
///
/// # Errors
/// When the database refuses or the record cannot be read.
pub async fn by_code(db: &impl ConnectionTrait, code: PackCode) -> Result<Option<Stored>> {
    pack::Entity::find_by_id(code.plain()).one(db).await?.map(read).transpose()
}

/// The packs of a group in a campaign, the newest first, at most `most`.
///
/// # Errors
/// When the database refuses or a record cannot be read.
pub async fn of_group(db: &impl ConnectionTrait, campaign: i16, group: i32, most: u64) -> Result<Vec<Stored>> {
    let rows = pack::Entity::find()
        .filter(pack::Column::Campaign.eq(campaign))
        .filter(pack::Column::Grp.eq(group))
        .order_by_desc(pack::Column::CreatedAt)
        .limit(most);
    rows.all(db).await?.into_iter().map(read).collect()
}

fn read(row: pack::Model) -> Result<Stored> {
    let key = format!("pack {}", row.code);
    let code =
        row.code.parse().map_err(|_| StorageError::Unreadable { key: key.clone(), why: "not a code".to_owned() })?;
    let spec = from_document(&key, row.spec)?;
    Ok(Stored { code, spec, campaign: row.campaign, group: row.grp, created_at: row.created_at })
}

/// Adds a pack.
///
/// # Errors
/// [`StorageError::Conflict`] when the code is taken.
pub async fn add(db: &impl ConnectionTrait, pack: &Stored) -> Result<()> {
    let row = pack::ActiveModel {
        code: Set(pack.code.plain().to_owned()),
        spec: Set(to_document(pack.code.plain(), &pack.spec)?),
        campaign: Set(pack.campaign),
        grp: Set(pack.group),
        created_at: Set(pack.created_at),
    };
    pack::Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

/// Says which group a pack is of.
///
/// # Errors
/// When the database refuses.
pub async fn set_group(db: &impl ConnectionTrait, code: PackCode, group: i32) -> Result<()> {
    let row = pack::ActiveModel { code: Set(code.plain().to_owned()), grp: Set(group), ..Default::default() };
    row.update(db).await?;
    Ok(())
}
