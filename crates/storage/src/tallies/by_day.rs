//! The tallies of single days, whole, for who keeps them in memory.

use sea_orm::{ConnectionTrait, QueryResult, Statement};

use crate::Result;

/// A line of a day's tally.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayLine {
    /// In actions. Can be 0 where corrections took away all.
    pub actions: i64,
    /// The case's number.
    pub case: i16,
    /// The kind's number.
    pub kind: i16,
    /// The two letters of the writers' country as a number.
    pub country: i16,
    /// The section's number.
    pub section: i16,
    /// The channel's number.
    pub channel: i16,
    /// The basis's number.
    pub basis: i16,
}

/// The days on which anything was done in a campaign, in order, each with a number that grows whenever its tallies change.
///
/// # Errors
/// When the database refuses.
pub async fn changes(db: &impl ConnectionTrait, campaign: i16) -> Result<Vec<(i32, i64)>> {
    const SQL: &str = "SELECT occurred_on, changes FROM tally_change WHERE campaign = $1 ORDER BY occurred_on";
    let asked = Statement::from_sql_and_values(db.get_database_backend(), SQL, [i32::from(campaign).into()]);
    let rows = db.query_all_raw(asked).await?;
    let pair = |row: QueryResult| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?));
    rows.into_iter().map(pair).collect::<std::result::Result<_, sea_orm::DbErr>>().map_err(Into::into)
}

/// What was done in a campaign on a day.
///
/// # Errors
/// When the database refuses.
pub async fn of_day(db: &impl ConnectionTrait, campaign: i16, day: i32) -> Result<Vec<DayLine>> {
    const SQL: &str = "SELECT actions, cases, kind, country, section, channel, basis FROM tally_day \
         WHERE campaign = $1 AND occurred_on = $2";
    let asked =
        Statement::from_sql_and_values(db.get_database_backend(), SQL, [i32::from(campaign).into(), day.into()]);
    let line = |row: QueryResult| {
        // keys are wider in the tables than they ever are
        let small = |at: usize| row.try_get_by_index::<i32>(at).map(|wide| i16::try_from(wide).unwrap_or(0));
        Ok(DayLine {
            actions: row.try_get_by_index(0)?,
            case: small(1)?,
            kind: small(2)?,
            country: small(3)?,
            section: small(4)?,
            channel: small(5)?,
            basis: small(6)?,
        })
    };
    let rows = db.query_all_raw(asked).await?;
    rows.into_iter().map(line).collect::<std::result::Result<_, sea_orm::DbErr>>().map_err(Into::into)
}
