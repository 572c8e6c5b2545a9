//! Reading the ledger. What writes it is [`crate::ledger`].

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, Order, QueryFilter, QueryOrder, QuerySelect, Statement,
};
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
    if campaigns.is_empty() || ids.is_empty() {
        return Ok(found);
    }
    if db.get_database_backend() == DbBackend::Postgres {
        let values = [array(campaigns).into(), array(ids).into()];
        let look = Statement::from_sql_and_values(DbBackend::Postgres, LOOK, values);
        return Ok(Entity::find().from_raw_sql(look).all(db).await?);
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

/// The most ids in one look on SQLite.
const PORTION: usize = 512;

/// On PostgreSQL one text does for any number of ids. `LIMIT` makes it a step down the key for each, whatever the planner
/// thinks of the table's size.
const LOOK: &str = "SELECT found.* FROM unnest(CAST($1 AS text)::int2[]) AS of_campaign, \
     unnest(CAST($2 AS text)::uuid[]) AS of_id, \
     LATERAL (SELECT * FROM action WHERE campaign = of_campaign AND id = of_id LIMIT 1) AS found";

/// As PostgreSQL writes an array.
fn array(of: &[impl ToString]) -> String {
    format!("{{{}}}", of.iter().map(ToString::to_string).collect::<Vec<_>>().join(","))
}

/// The lowest and the highest id of each campaign that has any.
///
/// # Errors
/// When the database refuses.
pub async fn spans(db: &impl ConnectionTrait) -> Result<Vec<(i16, Uuid, Uuid)>> {
    let mut spans = Vec::new();
    for campaign in crate::campaigns::numbers(db).await?.into_keys() {
        // two questions: each is one step down the key, both in one would read the whole campaign
        let id = |order| {
            Entity::find()
                .select_only()
                .column(Column::Id)
                .filter(Column::Campaign.eq(campaign))
                .order_by(Column::Id, order)
                .limit(1)
                .into_tuple::<Uuid>()
        };
        if let (Some(low), Some(high)) = (id(Order::Asc).one(db).await?, id(Order::Desc).one(db).await?) {
            spans.push((campaign, low, high));
        }
    }
    Ok(spans)
}

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
