//! Reading the ledger. What writes it is [`crate::ledger`].

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
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

/// The rows with these ids in these campaigns, for a batch that is about to be written.
///
/// # Errors
/// When the database refuses.
pub async fn by_ids(db: &impl ConnectionTrait, campaigns: &[i16], ids: &[Uuid]) -> Result<Vec<Model>> {
    let mut found = Vec::new();
    if campaigns.is_empty() {
        return Ok(found);
    }
    for portion in ids.chunks(PORTION) {
        // always a power of two of them, so that few texts are prepared: the last one stands for those that are missing
        let filled =
            portion.iter().chain(std::iter::repeat_n(&portion[0], portion.len().next_power_of_two() - portion.len()));
        let ids = Column::Id.is_in(filled.copied());
        found.extend(
            Entity::find().filter(Column::Campaign.is_in(campaigns.iter().copied())).filter(ids).all(db).await?,
        );
    }
    Ok(found)
}

/// The most ids in one look.
const PORTION: usize = 512;

/// The highest id in a campaign's ledger.
///
/// # Errors
/// When the database refuses.
pub async fn highest_id(db: &impl ConnectionTrait, campaign: i16) -> Result<Option<Uuid>> {
    Ok(Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::Campaign.eq(campaign))
        .order_by_desc(Column::Id)
        .limit(1)
        .into_tuple()
        .one(db)
        .await?)
}

/// The whole ledger of a campaign, for verifying and for tests.
///
/// # Errors
/// When the database refuses.
pub async fn of_campaign(db: &impl ConnectionTrait, campaign: i16) -> Result<Vec<Model>> {
    Ok(Entity::find().filter(Column::Campaign.eq(campaign)).all(db).await?)
}
