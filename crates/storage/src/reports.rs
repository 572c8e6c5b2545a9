//! Reports and their lines. A replaced report stays on record.

use domain::{pack::PackCode, report::Report};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Set,
};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::{
    Result,
    entity::{report, report_line},
    from_document, to_document,
};

pub use crate::entity::report_line::Model as Line;

/// How many rows go into one statement: SQLite takes 32,766 values, PostgreSQL 65,535.
const AT_ONCE: usize = 1_000;

/// A report as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// The report as it came.
    pub report: Report,
    /// The campaign's number.
    pub campaign: i16,
    /// The group's number, 0 where a section reports.
    pub group: i32,
    /// The section's number, 0 for the centre.
    pub section: i16,
    /// The pack it came from.
    pub pack: Option<PackCode>,
    /// Who sent it, in the audit trail's words.
    pub actor: String,
    /// When it was counted, UTC.
    pub recorded_at: OffsetDateTime,
}

/// The report with this id.
///
/// # Errors
/// When the database refuses or the record cannot be read.
pub async fn by_id(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Stored>> {
    report::Entity::find_by_id(id).one(db).await?.map(read).transpose()
}

/// The report that replaced this one.
///
/// # Errors
/// When the database refuses or the record cannot be read.
pub async fn replacing(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Stored>> {
    report::Entity::find().filter(report::Column::Replaces.eq(id)).one(db).await?.map(read).transpose()
}

/// The reports of a group (of a section where `group` is 0) in a campaign, the newest first, at most `most`.
///
/// # Errors
/// When the database refuses or a record cannot be read.
pub async fn of_reporter(
    db: &impl ConnectionTrait,
    campaign: i16,
    group: i32,
    section: i16,
    most: u64,
) -> Result<Vec<Stored>> {
    let rows = report::Entity::find()
        .filter(report::Column::Campaign.eq(campaign))
        .filter(report::Column::Grp.eq(group))
        .filter(report::Column::Section.eq(section))
        .order_by_desc(report::Column::RecordedAt)
        .order_by_desc(report::Column::Id)
        .limit(most);
    rows.all(db).await?.into_iter().map(read).collect()
}

/// The newest report that came from this pack: the one that a further one replaces.
///
/// # Errors
/// When the database refuses or the record cannot be read.
pub async fn newest_of_pack(db: &impl ConnectionTrait, pack: PackCode) -> Result<Option<Stored>> {
    let rows = report::Entity::find()
        .filter(report::Column::Pack.eq(pack.plain()))
        .order_by_desc(report::Column::RecordedAt)
        .order_by_desc(report::Column::Id);
    rows.one(db).await?.map(read).transpose()
}

/// All reports, the newest first: `most` of them after the first `skip`.
///
/// # Errors
/// When the database refuses or a record cannot be read.
pub async fn newest(db: &impl ConnectionTrait, skip: u64, most: u64) -> Result<Vec<Stored>> {
    let rows = report::Entity::find()
        .order_by_desc(report::Column::RecordedAt)
        .order_by_desc(report::Column::Id)
        .offset(skip)
        .limit(most);
    rows.all(db).await?.into_iter().map(read).collect()
}

/// The numbers of the groups that ever reported.
///
/// # Errors
/// When the database refuses.
pub async fn groups(db: &impl ConnectionTrait) -> Result<Vec<i32>> {
    let numbers = report::Entity::find().select_only().column(report::Column::Grp).distinct();
    Ok(numbers.filter(report::Column::Grp.ne(0)).into_tuple().all(db).await?)
}

fn read(row: report::Model) -> Result<Stored> {
    let report = from_document(&format!("report {}", row.id), row.record)?;
    let report::Model { campaign, grp, section, pack, actor, recorded_at, .. } = row;
    let pack = pack.and_then(|code| code.parse().ok());
    Ok(Stored { report, campaign, group: grp, section, pack, actor, recorded_at })
}

/// The lines of a report, in their order.
///
/// # Errors
/// When the database refuses.
pub async fn lines(db: &impl ConnectionTrait, report: Uuid) -> Result<Vec<Line>> {
    let rows = report_line::Entity::find().filter(report_line::Column::Report.eq(report));
    Ok(rows.order_by_asc(report_line::Column::Line).all(db).await?)
}

/// The rows of the ledger that are a report's lines.
///
/// # Errors
/// When the database refuses.
pub async fn entries(db: &impl ConnectionTrait, report: Uuid) -> Result<Vec<Uuid>> {
    Ok(lines(db, report).await?.into_iter().map(|line| line.entry).collect())
}

/// The line that a row of the ledger stands for.
///
/// # Errors
/// When the database refuses.
pub async fn line_of_entry(db: &impl ConnectionTrait, entry: Uuid) -> Result<Option<Line>> {
    Ok(report_line::Entity::find().filter(report_line::Column::Entry.eq(entry)).one(db).await?)
}

/// Adds a report with its lines.
///
/// # Errors
/// [`StorageError::Conflict`](crate::StorageError::Conflict) when its id is taken, or the report that it replaces was
/// replaced meanwhile.
pub async fn add(db: &impl ConnectionTrait, stored: &Stored, lines: &[Line]) -> Result<()> {
    let row = report::ActiveModel {
        id: Set(stored.report.id),
        campaign: Set(stored.campaign),
        grp: Set(stored.group),
        section: Set(stored.section),
        replaces: Set(stored.report.replaces),
        pack: Set(stored.pack.map(|code| code.plain().to_owned())),
        record: Set(to_document("report", &stored.report)?),
        actions: Set(stored.report.actions()),
        people: Set(stored.report.people.and_then(|people| i32::try_from(people).ok())),
        counts: Set(true),
        actor: Set(stored.actor.clone()),
        recorded_at: Set(stored.recorded_at),
    };
    report::Entity::insert(row).exec_without_returning(db).await?;
    for some in lines.chunks(AT_ONCE) {
        let rows = some.iter().map(|line| line.clone().into_active_model());
        report_line::Entity::insert_many(rows).exec_without_returning(db).await?;
    }
    Ok(())
}

/// Whether any of these rows of the ledger is a line of a report that was replaced.
///
/// # Errors
/// When the database refuses.
pub async fn any_replaced(db: &impl ConnectionTrait, entries: &[Uuid]) -> Result<bool> {
    for some in entries.chunks(AT_ONCE) {
        let of = report_line::Entity::find()
            .select_only()
            .column(report_line::Column::Report)
            .filter(report_line::Column::Entry.is_in(some.iter().copied()))
            .into_query();
        let later = report::Entity::find().filter(report::Column::Replaces.in_subquery(of)).one(db).await?;
        if later.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Says whether anything of a report still counts.
///
/// # Errors
/// When the database refuses.
pub async fn set_counts(db: &impl ConnectionTrait, id: Uuid, counts: bool) -> Result<()> {
    let row = report::ActiveModel { id: Set(id), counts: Set(counts), ..Default::default() };
    report::Entity::update(row).exec(db).await?;
    Ok(())
}

/// The reports with a number of people of which any of these rows of the ledger is a line.
///
/// # Errors
/// When the database refuses.
pub async fn with_people(db: &impl ConnectionTrait, entries: &[Uuid]) -> Result<Vec<Uuid>> {
    let mut found = Vec::new();
    for some in entries.chunks(AT_ONCE) {
        let of = report_line::Entity::find()
            .select_only()
            .column(report_line::Column::Report)
            .filter(report_line::Column::Entry.is_in(some.iter().copied()))
            .into_query();
        let reports = report::Entity::find()
            .select_only()
            .column(report::Column::Id)
            .filter(report::Column::People.is_not_null())
            .filter(report::Column::Id.in_subquery(of));
        found.extend(reports.into_tuple::<Uuid>().all(db).await?);
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

/// By how many people the reports of a campaign are that still count, as far as they say so: of each group and section the
/// largest number, because the same people may stand in several of its reports.
///
/// # Errors
/// When the database refuses.
pub async fn people(db: &impl ConnectionTrait, campaign: i16) -> Result<i64> {
    use report::Column as C;
    let most = report::Entity::find()
        .select_only()
        .column_as(C::People.max(), "most")
        .filter(C::Campaign.eq(campaign))
        .filter(C::People.is_not_null())
        .filter(C::Counts.eq(true))
        .group_by(C::Grp)
        .group_by(C::Section);
    let most: Vec<Option<i32>> = most.into_tuple().all(db).await?;
    Ok(most.into_iter().flatten().map(i64::from).sum())
}
