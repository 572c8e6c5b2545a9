//! `GET /api/v1/campaigns/{slug}/totals`

use axum::{
    Json,
    extract::{Path, State},
};
use domain::{Slug, totals::Totals};
use engine::Engine;

use super::error::ApiError;

/// A campaign's totals, in actions.
///
/// # Errors
/// 404 or 503, as `ApiError` says.
pub async fn totals(State(engine): State<Engine>, Path(slug): Path<String>) -> Result<Json<Totals>, ApiError> {
    let slug: Slug = slug.parse().map_err(|_| ApiError::NotFound)?;
    Ok(Json(engine.totals(&slug).await?))
}
