//! Tallies: written with every ledger row, read instead of it.

use domain::action::Kind;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter,
    sea_query::{Alias, Expr, OnConflict, Query},
};

use crate::{
    Result,
    entity::{action, tally::total},
};

/// The columns that every grain has.
const KEY: [&str; 7] = ["campaign", "cases", "kind", "country", "section", "channel", "basis"];

/// The grains with what each keeps beyond the common key.
const GRAINS: [(&str, &[&str]); 4] = [
    ("tally", &["grp", "occurred_on"]),
    ("tally_total", &[]),
    ("tally_day", &["occurred_on"]),
    ("tally_group", &["grp"]),
];

/// Adds a ledger row's quantity to every grain. Call it in the transaction that adds the row.
///
/// # Errors
/// When the database refuses.
pub async fn count(db: &impl ConnectionTrait, row: &action::Model) -> Result<()> {
    for (table, extra) in GRAINS {
        let columns: Vec<&str> = KEY.iter().chain(extra).copied().collect();
        let mut values: Vec<Expr> = columns.iter().map(|column| Expr::val(key_of(row, column))).collect();
        values.push(Expr::val(i64::from(row.quantity)));
        let sum = Expr::col((Alias::new(table), Alias::new("actions")))
            .add(Expr::col((Alias::new("excluded"), Alias::new("actions"))));
        let add =
            OnConflict::columns(columns.iter().map(|c| Alias::new(*c))).value(Alias::new("actions"), sum).to_owned();
        let mut insert = Query::insert();
        insert
            .into_table(Alias::new(table))
            .columns(columns.iter().chain(&["actions"]).map(|c| Alias::new(*c)))
            .on_conflict(add)
            .values(values)
            .map_err(|why| DbErr::Custom(why.to_string()))?;
        db.execute(&insert).await?;
    }
    Ok(())
}

fn key_of(row: &action::Model, column: &str) -> i32 {
    match column {
        "campaign" => row.campaign.into(),
        "cases" => row.cases.into(),
        "kind" => row.kind.into(),
        "country" => row.country.into(),
        "section" => row.section.into(),
        "channel" => row.channel.into(),
        "basis" => row.basis.into(),
        "grp" => row.grp,
        _ => row.occurred_on,
    }
}

/// A sum as public totals need it. Counts are actions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// The case's number.
    pub case: i16,
    /// What was done.
    pub kind: Kind,
    /// The two letters of the writers' country as a number.
    pub country: i16,
    /// The channel's number.
    pub channel: i16,
    /// The sum.
    pub actions: i64,
}

/// Every sum of a campaign in the grain without group and day.
///
/// # Errors
/// When the database refuses.
pub async fn of_campaign(db: &impl ConnectionTrait, campaign: i16) -> Result<Vec<Sum>> {
    let rows = total::Entity::find().filter(total::Column::Campaign.eq(i32::from(campaign))).all(db).await?;
    let small = |n: i32| i16::try_from(n).unwrap_or(0);
    Ok(rows
        .into_iter()
        .filter_map(|row| {
            let kind = Kind::from_number(small(row.kind))?;
            let (case, country, channel) = (small(row.cases), small(row.country), small(row.channel));
            Some(Sum { case, kind, country, channel, actions: row.actions })
        })
        .collect())
}
