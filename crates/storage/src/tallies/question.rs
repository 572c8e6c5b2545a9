//! Questions to the tallies.

use domain::{
    action::{Channel, Kind},
    campaign::Basis,
    country::Country,
};
use sea_orm::{
    ConnectionTrait, ExprTrait as _,
    sea_query::{Alias, Condition, Expr, Func, IntoColumnRef, Order, Query, SelectStatement},
};

use super::{By, GRAINS, Grain};
use crate::Result;

/// Which entries a question is about. What is empty does not narrow it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Filter {
    /// The campaign's number.
    pub campaign: i16,
    /// Numbers of cases; empty for all.
    pub cases: Vec<i16>,
    /// What was done; empty for all.
    pub kinds: Vec<Kind>,
    /// The writers' country.
    pub country: Option<Country>,
    /// The section's number.
    pub section: Option<i16>,
    /// The group's number; 0 for what was done without one.
    pub group: Option<i32>,
    /// How it came in.
    pub channel: Option<Channel>,
    /// How exact it is.
    pub basis: Option<Basis>,
    /// The first day, in days since 1970-01-01.
    pub from: Option<i32>,
    /// The last day, in days since 1970-01-01.
    pub to: Option<i32>,
}

impl Filter {
    /// Everything in a campaign.
    #[must_use]
    pub fn campaign(number: i16) -> Self {
        Self { campaign: number, ..Self::default() }
    }

    /// The columns it narrows.
    fn columns(&self) -> Vec<By> {
        let narrowed = [
            (By::Campaign, true),
            (By::Case, !self.cases.is_empty()),
            (By::Kind, !self.kinds.is_empty()),
            (By::Country, self.country.is_some()),
            (By::Section, self.section.is_some()),
            (By::Group, self.group.is_some()),
            (By::Channel, self.channel.is_some()),
            (By::Basis, self.basis.is_some()),
            (By::Day, self.from.is_some() || self.to.is_some()),
        ];
        narrowed.into_iter().filter(|(_, narrows)| *narrows).map(|(by, _)| by).collect()
    }

    /// The one condition that it is.
    fn condition(&self) -> Condition {
        let is = |by: By, number: Option<i32>| number.map(|number| column(by).eq(number));
        let within = |from: bool, day: Option<i32>| {
            day.map(|day| if from { column(By::Day).gte(day) } else { column(By::Day).lte(day) })
        };
        let cases = (!self.cases.is_empty())
            .then(|| column(By::Case).is_in(self.cases.iter().map(|number| i32::from(*number))));
        let kinds = (!self.kinds.is_empty())
            .then(|| column(By::Kind).is_in(self.kinds.iter().map(|kind| i32::from(kind.number()))));
        Condition::all()
            .add_option(is(By::Campaign, Some(self.campaign.into())))
            .add_option(cases)
            .add_option(kinds)
            .add_option(is(By::Country, self.country.map(|country| country.number().into())))
            .add_option(is(By::Section, self.section.map(i32::from)))
            .add_option(is(By::Group, self.group))
            .add_option(is(By::Channel, self.channel.map(|channel| channel.number().into())))
            .add_option(is(By::Basis, self.basis.map(|basis| basis.number().into())))
            .add_option(within(true, self.from))
            .add_option(within(false, self.to))
    }
}

fn column(by: By) -> Expr {
    Expr::col(Alias::new(by.column()))
}

/// The smallest grain that has all of these columns.
#[must_use]
pub fn grain_for(columns: &[By]) -> &'static Grain {
    GRAINS.iter().find(|grain| columns.iter().all(|by| grain.key.contains(by))).unwrap_or(&GRAINS[GRAINS.len() - 1])
}

/// One line of an answer: the numbers asked by, in the order asked, and the sum in actions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// What the line is about: cases, kinds, countries … by the numbers that stand for them in the ledger.
    pub key: Vec<i32>,
    /// The sum, in actions. Can be 0 where corrections took away all.
    pub actions: i64,
}

/// The sums of what `filter` lets through, by each combination of `by`, in the order of the keys.
///
/// # Errors
/// When the database refuses.
pub async fn sums(db: &impl ConnectionTrait, filter: &Filter, by: &[By]) -> Result<Vec<Sum>> {
    let columns: Vec<By> = filter.columns().into_iter().chain(by.iter().copied()).collect();
    let mut select = Query::select();
    select.from(Alias::new(grain_for(&columns).table)).cond_where(filter.condition());
    read(db, select, by).await
}

/// Everything that `filter` lets through, in actions.
///
/// # Errors
/// When the database refuses.
pub async fn sum(db: &impl ConnectionTrait, filter: &Filter) -> Result<i64> {
    Ok(sums(db, filter, &[]).await?.first().map_or(0, |sum| sum.actions))
}

/// The sums by day, in order; days with nothing are left out.
///
/// # Errors
/// When the database refuses.
pub async fn days(db: &impl ConnectionTrait, filter: &Filter) -> Result<Vec<(i32, i64)>> {
    let sums = sums(db, filter, &[By::Day]).await?;
    Ok(sums.into_iter().filter_map(|sum| Some((*sum.key.first()?, sum.actions))).collect())
}

/// What a campaign's snapshot of `lines_day` holds, by each combination of `by`.
///
/// # Errors
/// When the database refuses.
pub async fn at_moment(db: &impl ConnectionTrait, campaign: i16, lines_day: i32, by: &[By]) -> Result<Vec<Sum>> {
    let mut select = Query::select();
    select
        .from(Alias::new("snapshot_line"))
        .and_where(column(By::Campaign).eq(i32::from(campaign)))
        .and_where(Expr::col(Alias::new("day")).eq(lines_day));
    read(db, select, by).await
}

async fn read(db: &impl ConnectionTrait, mut select: SelectStatement, by: &[By]) -> Result<Vec<Sum>> {
    for column in by {
        let name = Alias::new(column.column());
        select
            .column(name.clone())
            .add_group_by([Expr::col(name.clone().into_column_ref())])
            .order_by(name, Order::Asc);
    }
    // PostgreSQL's sum of bigint is numeric
    let sum = Expr::expr(Func::coalesce([Expr::col(Alias::new("actions")).sum(), Expr::val(0)]))
        .cast_as(Alias::new("BIGINT"));
    select.expr_as(sum, Alias::new("actions"));
    let rows = db.query_all(&select).await?;
    let line = |row: sea_orm::QueryResult| {
        let key =
            by.iter().map(|column| row.try_get::<i32>("", column.column())).collect::<std::result::Result<_, _>>()?;
        Ok(Sum { key, actions: row.try_get("", "actions")? })
    };
    rows.into_iter().map(line).collect::<std::result::Result<_, sea_orm::DbErr>>().map_err(Into::into)
}
