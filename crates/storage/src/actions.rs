//! The ledger: rows are added and read, never changed.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, sea_query::OnConflict};
use uuid::Uuid;

use crate::{
    Result,
    entity::action::{Column, Entity, Model},
};

/// The action with this id, in whichever of these campaigns it was counted.
///
/// The key of the ledger begins with the campaign, so that it can be spread over machines; the id is looked up under
/// each campaign's number.
///
/// # Errors
/// When the database refuses.
pub async fn by_id(
    db: &impl ConnectionTrait,
    campaigns: impl IntoIterator<Item = i16>,
    id: Uuid,
) -> Result<Option<Model>> {
    Ok(Entity::find().filter(Column::Campaign.is_in(campaigns)).filter(Column::Id.eq(id)).one(db).await?)
}

/// Adds an entry unless its key is there already. Says whether it was added.
///
/// # Errors
/// When the database refuses.
pub async fn add(db: &impl ConnectionTrait, entry: &Model) -> Result<bool> {
    let nothing = OnConflict::columns([Column::Campaign, Column::Id]).do_nothing().to_owned();
    let added = Entity::insert(entry.clone().into_active_model()).on_conflict(nothing).exec_without_returning(db).await;
    match added {
        Ok(added) => Ok(added > 0),
        Err(sea_orm::DbErr::RecordNotInserted) => Ok(false),
        Err(other) => Err(other.into()),
    }
}

/// The whole ledger of a campaign, for verifying and for tests.
///
/// # Errors
/// When the database refuses.
pub async fn of_campaign(db: &impl ConnectionTrait, campaign: i16) -> Result<Vec<Model>> {
    Ok(Entity::find().filter(Column::Campaign.eq(campaign)).all(db).await?)
}
