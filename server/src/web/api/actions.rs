//! `POST /api/v1/actions`

use axum::{Json, body::Bytes, extract::State, http::StatusCode};
use engine::{Engine, receipts::Receipt};

use super::{body, error::ApiError};
use crate::web::from::From;

/// Counts one action: 201 with a receipt, 200 for a repeat.
///
/// # Errors
/// 400, 409, 422, 429 or 503, as `ApiError` says.
pub async fn record(
    State(engine): State<Engine>,
    From(from): From,
    sent: Bytes,
) -> Result<(StatusCode, Json<Receipt>), ApiError> {
    let recorded = engine.record_action_from(from, &body::read(&sent)?).await?;
    let status = if recorded.first { StatusCode::CREATED } else { StatusCode::OK };
    Ok((status, Json(recorded.receipt)))
}
