//! The design that first comes to mind, to measure against: each request is a transaction with one INSERT and one UPDATE
//! of a counter.

use axum::{Router, extract::State, http::StatusCode, routing::post};
use domain::action::NewAction;
use sea_orm::{ConnectionTrait as _, DatabaseConnection, DbErr, Statement};

/// The path it answers at.
pub const PATH: &str = "/naive";

const TABLES: [&str; 3] = [
    "CREATE TABLE IF NOT EXISTS naive_action (id VARCHAR(36) PRIMARY KEY, campaign TEXT NOT NULL, cases TEXT NOT NULL, \
     kind TEXT NOT NULL, quantity INTEGER NOT NULL, country TEXT NOT NULL, occurred_on TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS naive_count (cases VARCHAR(80) PRIMARY KEY, actions BIGINT NOT NULL)",
    "INSERT INTO naive_count (cases, actions) VALUES ('bench', 0) ON CONFLICT DO NOTHING",
];

/// Its tables and its route.
///
/// # Errors
/// When the database refuses.
pub async fn router(db: DatabaseConnection) -> Result<Router, DbErr> {
    for table in TABLES {
        db.execute_unprepared(table).await?;
    }
    Ok(Router::new().route(PATH, post(count)).with_state(db))
}

async fn count(State(db): State<DatabaseConnection>, body: axum::body::Bytes) -> StatusCode {
    let Ok(action) = serde_json::from_slice::<NewAction>(&body) else { return StatusCode::BAD_REQUEST };
    if action.read().is_err() {
        return StatusCode::UNPROCESSABLE_ENTITY;
    }
    match write(&db, action).await {
        Ok(()) => StatusCode::CREATED,
        Err(_) => StatusCode::SERVICE_UNAVAILABLE,
    }
}

async fn write(db: &DatabaseConnection, action: NewAction) -> Result<(), storage::StorageError> {
    let backend = db.get_database_backend();
    let tx = storage::begin(db).await?;
    let quantity = action.quantity;
    let case = action.case.clone();
    let row = [
        action.id.to_string().into(),
        action.campaign.into(),
        action.case.into(),
        action.kind.into(),
        quantity.into(),
        action.country.unwrap_or_default().into(),
        action.occurred_on.into(),
    ];
    let insert = "INSERT INTO naive_action VALUES ($1, $2, $3, $4, $5, $6, $7)";
    tx.execute_raw(Statement::from_sql_and_values(backend, insert, row)).await?;
    let update = "UPDATE naive_count SET actions = actions + $1 WHERE cases = $2";
    tx.execute_raw(Statement::from_sql_and_values(backend, update, [quantity.into(), case.into()])).await?;
    tx.commit().await?;
    Ok(())
}
