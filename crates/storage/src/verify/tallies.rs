//! The tallies against the ledger: the full one against its rows, the others against the full one.

use sea_orm::{ConnectionTrait as _, DatabaseConnection, Statement};

use super::{Findings, LISTED, snapshots::date};
use crate::{
    Result,
    tallies::{By, GRAINS, Grain},
};

/// Compares every grain.
pub(super) async fn compare(db: &DatabaseConnection) -> Result<Findings> {
    let mut findings = Findings::default();
    for grain in &GRAINS {
        let source = if grain.table == "tally" { "action" } else { "tally" };
        let summed = if grain.table == "tally" { "quantity" } else { "actions" };
        differing(db, grain, source, summed, &mut findings).await?;
    }
    Ok(findings)
}

async fn differing(
    db: &DatabaseConnection,
    grain: &Grain,
    source: &str,
    summed: &str,
    findings: &mut Findings,
) -> Result<()> {
    let key = grain.key.iter().map(|by| by.column()).collect::<Vec<_>>().join(", ");
    let shown = grain.key.iter().map(|by| format!("CAST({c} AS INTEGER) AS {c}", c = by.column()));
    let shown = shown.collect::<Vec<_>>().join(", ");
    let sql = format!(
        "SELECT {shown}, COALESCE(s.counted, 0) AS counted, COALESCE(t.actions, 0) AS said \
         FROM (SELECT {key}, CAST(SUM({summed}) AS BIGINT) AS counted FROM {source} GROUP BY {key}) s \
         FULL JOIN {} t USING ({key}) WHERE COALESCE(s.counted, 0) <> COALESCE(t.actions, 0) LIMIT {}",
        grain.table,
        LISTED * 50
    );
    for row in db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await? {
        let (counted, said): (i64, i64) = (row.try_get("", "counted")?, row.try_get("", "said")?);
        let mut words = Vec::new();
        for by in grain.key {
            let number: i32 = row.try_get("", by.column())?;
            let value = if *by == By::Day { date(number) } else { number.to_string() };
            words.push(format!("{} {value}", name(*by)));
        }
        findings.add(format!("{}, {}: it says {said}, the ledger has {counted}", grain.table, words.join(", ")));
    }
    Ok(())
}

const fn name(by: By) -> &'static str {
    match by {
        By::Campaign => "campaign",
        By::Case => "case",
        By::Kind => "kind",
        By::Country => "country",
        By::Section => "section",
        By::Group => "group",
        By::Day => "day",
        By::Channel => "channel",
        By::Basis => "basis",
    }
}
