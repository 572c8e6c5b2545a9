//! `POST /api/v1/reports`

use axum::{Json, body::Bytes, extract::State, http::StatusCode};
use engine::{
    Actor, Engine,
    reports::{ReportSource, ReportView},
};

use super::{body, error::ApiError};

/// Counts a group's or section's report: 201 with what is counted, 200 for a repeat.
///
/// # Errors
/// 400, 409, 422 or 503, as `ApiError` says.
pub async fn record(State(engine): State<Engine>, sent: Bytes) -> Result<(StatusCode, Json<ReportView>), ApiError> {
    let new = body::read(&sent)?;
    let reported = engine.record_report(&Actor::Supporter, &new, &ReportSource::default()).await?;
    let status = if reported.first { StatusCode::CREATED } else { StatusCode::OK };
    Ok((status, Json(reported.view)))
}
