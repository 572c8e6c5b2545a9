//! `POST /api/v1/sections/{section}/totals`

use axum::{
    Json,
    body::Bytes,
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
};
use domain::section::Section;
use engine::{Engine, EngineError, limits::Limited, reports::ReportView};

use super::{body, error::ApiError};
use crate::web::from::From;

/// The header with the signature of the body, in base64.
const SIGNATURE: &str = "pillarbox-signature";

/// Counts a section's total of a day: 201 with the report that it is, 200 for the same once more.
///
/// # Errors
/// 400, 401, 409, 422, 429 or 503, as `ApiError` says.
pub async fn record(
    State(engine): State<Engine>,
    Path(section): Path<String>,
    From(from): From,
    headers: HeaderMap,
    sent: Bytes,
) -> Result<(StatusCode, Json<ReportView>), ApiError> {
    engine.allow(Limited::Report, from).await?;
    let section: Section = section.parse().map_err(|_| ApiError::NotSigned)?;
    let signature = headers.get(SIGNATURE).and_then(|value| value.to_str().ok()).ok_or(ApiError::NotSigned)?;
    match engine.verify_section(section, &sent, signature).await {
        Err(EngineError::Denied) => return Err(ApiError::NotSigned),
        other => other?,
    }
    let counted = engine.record_section_totals(section, &body::read(&sent)?).await?;
    let status = if counted.first { StatusCode::CREATED } else { StatusCode::OK };
    Ok((status, Json(counted.view)))
}
