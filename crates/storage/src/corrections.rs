//! Corrections: why a row of the ledger takes another one back. Rows are only added.

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, FromQueryResult, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect, QueryTrait, sea_query::Expr,
};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::{
    Result,
    entity::{action, chain, correction, sender},
};

pub use crate::entity::correction::Model as Correction;

/// How many rows go into one statement: SQLite takes 32,766 values, PostgreSQL 65,535.
const AT_ONCE: usize = 1_000;

/// Adds corrections.
///
/// # Errors
/// [`StorageError::Conflict`](crate::StorageError::Conflict) when one of the rows was corrected already.
pub async fn add(db: &impl ConnectionTrait, corrections: &[Correction]) -> Result<()> {
    for some in corrections.chunks(AT_ONCE) {
        let rows = some.iter().map(|row| row.clone().into_active_model());
        correction::Entity::insert_many(rows).exec_without_returning(db).await?;
    }
    Ok(())
}

/// What takes this row of the ledger back, if anything does.
///
/// # Errors
/// When the database refuses.
pub async fn of_entry(db: &impl ConnectionTrait, campaign: i16, entry: Uuid) -> Result<Option<Correction>> {
    let found = correction::Entity::find()
        .filter(correction::Column::Campaign.eq(campaign))
        .filter(correction::Column::Corrects.eq(entry));
    Ok(found.one(db).await?)
}

/// Of these rows of the ledger, those that are taken back, with what takes them back.
///
/// # Errors
/// When the database refuses.
pub async fn of_entries(db: &impl ConnectionTrait, campaign: i16, entries: &[Uuid]) -> Result<Vec<Correction>> {
    let mut found = Vec::new();
    for some in entries.chunks(AT_ONCE) {
        let rows = correction::Entity::find()
            .filter(correction::Column::Campaign.eq(campaign))
            .filter(correction::Column::Corrects.is_in(some.iter().copied()));
        found.extend(rows.all(db).await?);
    }
    Ok(found)
}

/// What was corrected together.
///
/// # Errors
/// When the database refuses.
pub async fn of_batch(db: &impl ConnectionTrait, batch: Uuid) -> Result<Vec<Correction>> {
    let rows = correction::Entity::find().filter(correction::Column::Batch.eq(batch));
    Ok(rows.order_by_asc(correction::Column::Entry).all(db).await?)
}

/// Of these rows of the ledger, what each that is a correction corrects.
///
/// # Errors
/// When the database refuses.
pub async fn by_entries(db: &impl ConnectionTrait, campaign: i16, entries: &[Uuid]) -> Result<Vec<Correction>> {
    let mut found = Vec::new();
    for some in entries.chunks(AT_ONCE) {
        let rows = correction::Entity::find()
            .filter(correction::Column::Campaign.eq(campaign))
            .filter(correction::Column::Entry.is_in(some.iter().copied()));
        found.extend(rows.all(db).await?);
    }
    Ok(found)
}

/// What was corrected together.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Batch {
    /// Its id.
    pub batch: Uuid,
    /// The reason's code.
    pub reason: String,
    /// Who, in the audit trail's words.
    pub actor: String,
    /// How many rows of the ledger.
    pub entries: i64,
    /// When, UTC.
    pub at: OffsetDateTime,
}

/// The newest corrections, each once however many rows it has: `most` of them after the first `skip`.
///
/// # Errors
/// When the database refuses.
pub async fn batches(db: &impl ConnectionTrait, skip: u64, most: u64) -> Result<Vec<Batch>> {
    use correction::Column as C;
    let rows = correction::Entity::find()
        .select_only()
        .columns([C::Batch, C::Reason, C::Actor, C::At])
        .column_as(C::Entry.count(), "entries")
        .group_by(C::Batch)
        .group_by(C::Reason)
        .group_by(C::Actor)
        .group_by(C::At)
        .order_by_desc(C::At)
        .order_by_desc(C::Batch)
        .offset(skip)
        .limit(most);
    Ok(rows.into_model::<Batch>().all(db).await?)
}

/// Which rows of the ledger a bulk correction is about: all that fit everything that is said here, in the ledger's own
/// numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matching {
    /// The campaign's number.
    pub campaign: i16,
    /// The case's number.
    pub case: Option<i16>,
    /// The kind's number.
    pub kind: Option<i16>,
    /// The country's number.
    pub country: Option<i16>,
    /// The group's number.
    pub group: Option<i32>,
    /// The channel's number.
    pub channel: Option<i16>,
    /// Days since 1970-01-01, from and to, both inside.
    pub done: (Option<i32>, Option<i32>),
    /// Milliseconds since 1970-01-01, from (inside) and to (outside).
    pub counted: (Option<i64>, Option<i64>),
    /// The hash of where it was sent from.
    pub sender: Option<Vec<u8>>,
    /// More than so many entries from one sender within so many milliseconds.
    pub burst: Option<(i64, i64)>,
    /// The least quantity.
    pub at_least: i32,
}

impl Matching {
    fn condition(&self) -> Condition {
        use action::Column as C;
        let corrections = domain::ledger::EntryKind::Correction.number();
        Condition::all()
            .add(C::Campaign.eq(self.campaign))
            .add(C::Entry.ne(corrections))
            .add(C::Quantity.gte(Ord::max(self.at_least, 1)))
            .add_option(self.case.map(|n| C::Cases.eq(n)))
            .add_option(self.kind.map(|n| C::Kind.eq(n)))
            .add_option(self.country.map(|n| C::Country.eq(n)))
            .add_option(self.group.map(|n| C::Grp.eq(n)))
            .add_option(self.channel.map(|n| C::Channel.eq(n)))
            .add_option(self.done.0.map(|n| C::OccurredOn.gte(n)))
            .add_option(self.done.1.map(|n| C::OccurredOn.lte(n)))
            .add_option(self.in_links())
            .add_option(self.of_sender())
            .add_option(self.in_burst())
    }
}

impl Matching {
    fn of_sender(&self) -> Option<Expr> {
        let sent = sender::Entity::find()
            .select_only()
            .column(sender::Column::Entry)
            .filter(sender::Column::Campaign.eq(self.campaign))
            .filter(sender::Column::Sender.eq(self.sender.clone()?))
            .into_query();
        Some(action::Column::Id.in_subquery(sent))
    }

    /// That a row is part of a burst: at some moment, not later than the span after it, more than so many entries of its
    /// sender had come within the span. The numbers are ours, so they stand in the text.
    fn in_burst(&self) -> Option<Expr> {
        let (more_than, span) = self.burst?;
        let campaign = self.campaign;
        Some(Expr::cust(format!(
            "\"action\".\"id\" IN (SELECT entry FROM (SELECT entry, MAX(together) OVER (PARTITION BY sender ORDER BY at \
             RANGE BETWEEN CURRENT ROW AND {span} FOLLOWING) AS most FROM (SELECT entry, sender, at, COUNT(*) OVER \
             (PARTITION BY sender ORDER BY at RANGE BETWEEN {span} PRECEDING AND CURRENT ROW) AS together FROM sender \
             WHERE campaign = {campaign}) counted) burst WHERE most > {more_than})"
        )))
    }

    /// That a row came in with a link of a chain that was written in the span.
    fn in_links(&self) -> Option<Expr> {
        let (from, to) = self.counted;
        if from.is_none() && to.is_none() {
            return None;
        }
        let of_row =
            |link: chain::Column, row: action::Column| Expr::col((chain::Entity, link)).equals((action::Entity, row));
        let links = chain::Entity::find()
            .select_only()
            .column(chain::Column::Number)
            .filter(of_row(chain::Column::Writer, action::Column::Writer))
            .filter(of_row(chain::Column::Number, action::Column::Number))
            .filter(
                Condition::all()
                    .add_option(from.map(|n| chain::Column::RecordedAt.gte(n)))
                    .add_option(to.map(|n| chain::Column::RecordedAt.lt(n))),
            )
            .into_query();
        Some(Expr::exists(links))
    }
}

/// The rows of the ledger that fit, by id, without those that are themselves corrections; at most `most`. Reads the ledger:
/// for staff, not for pages.
///
/// # Errors
/// When the database refuses.
pub async fn matching(db: &impl ConnectionTrait, rule: &Matching, most: u64) -> Result<Vec<Uuid>> {
    let rows = action::Entity::find()
        .select_only()
        .column(action::Column::Id)
        .filter(rule.condition())
        .order_by_asc(action::Column::Id)
        .limit(most);
    Ok(rows.into_tuple().all(db).await?)
}

/// The rows of the ledger with these ids.
///
/// # Errors
/// When the database refuses.
pub async fn entries(db: &impl ConnectionTrait, campaign: i16, ids: &[Uuid]) -> Result<Vec<action::Model>> {
    let mut found = Vec::new();
    for some in ids.chunks(AT_ONCE) {
        let rows = action::Entity::find()
            .filter(action::Column::Campaign.eq(campaign))
            .filter(action::Column::Id.is_in(some.iter().copied()));
        found.extend(rows.all(db).await?);
    }
    Ok(found)
}
