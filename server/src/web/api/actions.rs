//! `POST /api/v1/actions`

use axum::{Json, body::Bytes, extract::State, http::StatusCode};
use engine::{Engine, receipts::Receipt};

use super::{body, error::ApiError};

/// Counts one action: 201 with a receipt, 200 for a repeat.
///
/// # Errors
/// 400, 409, 422 or 503, as `ApiError` says.
pub async fn record(State(engine): State<Engine>, sent: Bytes) -> Result<(StatusCode, Json<Receipt>), ApiError> {
    let recorded = engine.record_action(&body::read(&sent)?).await?;
    let status = if recorded.first { StatusCode::CREATED } else { StatusCode::OK };
    Ok((status, Json(recorded.receipt)))
}
