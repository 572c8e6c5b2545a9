//! Where actions were sent from: hashes with a key of the day, kept for a week. No address is stored, and once a day is over
//! nobody can tell which address a hash of it was.

use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait as _, FromQueryResult, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect, Set,
    sea_query::{Expr, OnConflict},
};
use uuid::Uuid;

use crate::{
    Result,
    entity::{sender, sender_key},
};

pub use crate::entity::sender::Model as Sent;

/// How many rows go into one statement.
const AT_ONCE: usize = 1_000;

/// The key of a day; `fresh` becomes it where there is none yet, whichever server asks first.
///
/// # Errors
/// When the database refuses.
pub async fn key(db: &impl ConnectionTrait, day: i32, fresh: &[u8]) -> Result<Vec<u8>> {
    if let Some(row) = sender_key::Entity::find_by_id(day).one(db).await? {
        return Ok(row.secret);
    }
    let row = sender_key::ActiveModel { day: Set(day), secret: Set(fresh.to_vec()) };
    let first = OnConflict::column(sender_key::Column::Day).do_nothing().to_owned();
    sender_key::Entity::insert(row).on_conflict(first).exec_without_returning(db).await?;
    let row = sender_key::Entity::find_by_id(day).one(db).await?;
    Ok(row.map_or_else(|| fresh.to_vec(), |row| row.secret))
}

/// Deletes the keys of days before `day`, and what was sent before the moment `before` (milliseconds since 1970-01-01).
///
/// # Errors
/// When the database refuses.
pub async fn tidy(db: &impl ConnectionTrait, day: i32, before: i64) -> Result<()> {
    sender_key::Entity::delete_many().filter(sender_key::Column::Day.lt(day)).exec(db).await?;
    sender::Entity::delete_many().filter(sender::Column::At.lt(before)).exec(db).await?;
    Ok(())
}

/// Keeps where entries were sent from. What is there already stays.
///
/// # Errors
/// When the database refuses.
pub async fn add(db: &impl ConnectionTrait, sent: &[Sent]) -> Result<()> {
    use sender::Column as C;
    for some in sent.chunks(AT_ONCE) {
        let rows = some.iter().map(|row| row.clone().into_active_model());
        let first = OnConflict::columns([C::Campaign, C::Sender, C::Entry]).do_nothing().to_owned();
        sender::Entity::insert_many(rows).on_conflict(first).exec_without_returning(db).await?;
    }
    Ok(())
}

/// Where an entry was sent from, if that is still kept.
///
/// # Errors
/// When the database refuses.
pub async fn of_entry(db: &impl ConnectionTrait, entry: Uuid) -> Result<Option<Vec<u8>>> {
    Ok(sender::Entity::find().filter(sender::Column::Entry.eq(entry)).one(db).await?.map(|row| row.sender))
}

/// A sender of many entries.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Busy {
    /// The campaign's number.
    pub campaign: i16,
    /// The hash.
    pub sender: Vec<u8>,
    /// How many entries of the ledger.
    pub entries: i64,
    /// The first and the last moment, in milliseconds since 1970-01-01.
    pub from: i64,
    /// The last moment.
    pub to: i64,
}

/// The senders of at least `least` entries in a campaign, the busiest first.
///
/// # Errors
/// When the database refuses.
pub async fn busy(db: &impl ConnectionTrait, least: i64, most: u64) -> Result<Vec<Busy>> {
    use sender::Column as C;
    let rows = sender::Entity::find()
        .select_only()
        .columns([C::Campaign, C::Sender])
        .column_as(C::Entry.count(), "entries")
        .column_as(C::At.min(), "from")
        .column_as(C::At.max(), "to")
        .group_by(C::Campaign)
        .group_by(C::Sender)
        .having(Expr::col(C::Entry).count().gte(least))
        .order_by_desc(Expr::col(C::Entry).count())
        .limit(most);
    Ok(rows.into_model::<Busy>().all(db).await?)
}

/// One of a sender's entries: by its receipt the sender can be named.
///
/// # Errors
/// When the database refuses.
pub async fn one_of(db: &impl ConnectionTrait, campaign: i16, sender: &[u8]) -> Result<Option<Uuid>> {
    let rows = sender::Entity::find()
        .filter(sender::Column::Campaign.eq(campaign))
        .filter(sender::Column::Sender.eq(sender))
        .order_by_asc(sender::Column::Entry);
    Ok(rows.one(db).await?.map(|row| row.entry))
}
