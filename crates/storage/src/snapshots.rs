//! What was said on each day, kept with the heads of all chains, so that later nobody can say otherwise.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, EntityTrait, IsolationLevel,
    QueryFilter, QueryOrder, QuerySelect, SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait,
    Value,
};

use crate::{Result, StorageError, entity::snapshot::day};

const KEY: &str = "cases, kind, country, section, channel, basis";

/// Takes the snapshot of a day unless there is one of it or of a later day already. Says whether it was taken.
///
/// Everything is read as it was at one moment: the sums are those of exactly the links up to the heads.
///
/// # Errors
/// When the database refuses. Of two servers that take it at once, one does.
pub async fn take(db: &DatabaseConnection, day: i32, taken_at: i64) -> Result<bool> {
    let tx = begin(db).await?;
    match write(&tx, day, taken_at).await {
        Ok(true) => match tx.commit().await.map_err(StorageError::from) {
            Ok(()) => Ok(true),
            Err(refused) => taken_by_another(db, day, refused).await,
        },
        Ok(false) => {
            tx.rollback().await?;
            Ok(false)
        }
        Err(refused) => {
            tx.rollback().await?;
            taken_by_another(db, day, refused).await
        }
    }
}

/// A refusal is none if the snapshot is there now.
async fn taken_by_another(db: &DatabaseConnection, day: i32, refused: StorageError) -> Result<bool> {
    if last_day(db).await?.is_some_and(|last| last >= day) { Ok(false) } else { Err(refused) }
}

async fn begin(db: &DatabaseConnection) -> Result<DatabaseTransaction> {
    let sqlite = db.get_database_backend() == DbBackend::Sqlite;
    let options = TransactionOptions {
        sqlite_transaction_mode: sqlite.then_some(SqliteTransactionMode::Immediate),
        isolation_level: (!sqlite).then_some(IsolationLevel::RepeatableRead),
        ..TransactionOptions::default()
    };
    Ok(db.begin_with_options(options).await?)
}

async fn write(tx: &DatabaseTransaction, day: i32, taken_at: i64) -> Result<bool> {
    if last_day(tx).await?.is_some_and(|last| last >= day) {
        return Ok(false);
    }
    let sums =
        "SELECT campaign, CAST(SUM(actions) AS BIGINT) AS actions FROM tally_total GROUP BY campaign ORDER BY campaign";
    for row in tx.query_all_raw(Statement::from_string(tx.get_database_backend(), sums)).await? {
        let campaign: i32 = row.try_get("", "campaign")?;
        let actions: i64 = row.try_get("", "actions")?;
        campaign_of(tx, campaign, day, taken_at, actions).await?;
    }
    let heads = "INSERT INTO snapshot_head (day, writer, number, hash) SELECT {day}, c.writer, c.number, c.hash \
         FROM writer w JOIN chain c ON c.writer = w.writer AND c.number = (SELECT MAX(number) FROM chain WHERE writer = w.writer) \
         WHERE c.hash IS NOT NULL AND NOT EXISTS (SELECT 1 FROM snapshot_head s WHERE s.writer = c.writer AND s.number = c.number)";
    run(tx, &heads.replace("{day}", &day.to_string()), []).await?;
    // a day on which nothing had ever been counted is marked too, under no campaign
    run(
        tx,
        &format!(
            "INSERT INTO snapshot (campaign, day, taken_at, actions, lines_day) VALUES (0, {day}, {taken_at}, 0, {day})"
        ),
        [],
    )
    .await?;
    Ok(true)
}

/// One campaign's sums, or only that they are still those of the day before.
async fn campaign_of(tx: &DatabaseTransaction, campaign: i32, day: i32, taken_at: i64, actions: i64) -> Result<()> {
    let last = day::Entity::find()
        .filter(day::Column::Campaign.eq(campaign))
        .order_by_desc(day::Column::Day)
        .limit(1)
        .one(tx)
        .await?;
    let lines_day = match last {
        Some(last) if !changed_since(tx, campaign, last.lines_day).await? => last.lines_day,
        _ => {
            let lines = format!(
                "INSERT INTO snapshot_line (campaign, day, {KEY}, actions) SELECT campaign, {day}, {KEY}, actions \
                 FROM tally_total WHERE campaign = {campaign}"
            );
            run(tx, &lines, []).await?;
            day
        }
    };
    let row = format!(
        "INSERT INTO snapshot (campaign, day, taken_at, actions, lines_day) \
         VALUES ({campaign}, {day}, {taken_at}, {actions}, {lines_day})"
    );
    run(tx, &row, []).await
}

/// Whether a campaign's sums are other than in the lines of a day. Sums are never taken away, so one direction says it.
async fn changed_since(tx: &DatabaseTransaction, campaign: i32, lines_day: i32) -> Result<bool> {
    let sql = format!(
        "SELECT COUNT(*) AS n FROM (SELECT {KEY}, actions FROM tally_total WHERE campaign = {campaign} EXCEPT \
         SELECT {KEY}, actions FROM snapshot_line WHERE campaign = {campaign} AND day = {lines_day}) AS changed"
    );
    let row = tx.query_one_raw(Statement::from_string(tx.get_database_backend(), sql)).await?;
    Ok(row.map(|row| row.try_get::<i64>("", "n")).transpose()?.is_some_and(|n| n > 0))
}

async fn run<const N: usize>(tx: &DatabaseTransaction, sql: &str, values: [Value; N]) -> Result<()> {
    tx.execute_raw(Statement::from_sql_and_values(tx.get_database_backend(), sql, values)).await?;
    Ok(())
}

/// The last day of which there is a snapshot, in days since 1970-01-01.
///
/// # Errors
/// When the database refuses.
pub async fn last_day(db: &impl ConnectionTrait) -> Result<Option<i32>> {
    Ok(day::Entity::find()
        .select_only()
        .column_as(day::Column::Day.max(), "last")
        .filter(day::Column::Campaign.eq(0))
        .into_tuple::<Option<i32>>()
        .one(db)
        .await?
        .flatten())
}

/// What was said about a campaign at the end of a day: the first snapshot that was taken when the day was over. Whoever
/// counts takes one first if it is due, so a later day's says the same where a day has none. None when the day is not over,
/// or nothing was counted in the campaign by then.
///
/// # Errors
/// When the database refuses.
pub async fn of_day(db: &impl ConnectionTrait, campaign: i16, day: i32) -> Result<Option<day::Model>> {
    let taken = day::Entity::find()
        .select_only()
        .column_as(day::Column::Day.min(), "first")
        .filter(day::Column::Campaign.eq(0))
        .filter(day::Column::Day.gte(day))
        .into_tuple::<Option<i32>>();
    let Some(taken) = taken.one(db).await?.flatten() else { return Ok(None) };
    Ok(day::Entity::find()
        .filter(day::Column::Campaign.eq(campaign))
        .filter(day::Column::Day.eq(taken))
        .one(db)
        .await?)
}
