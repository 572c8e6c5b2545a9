//! `GET /api/v1/campaigns/{slug}/totals`

use axum::{
    Json,
    extract::{Path, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{
    Slug,
    field::{FieldError, Rule},
    totals::Totals,
};
use engine::Engine;
use serde::Deserialize;
use sha2::{Digest as _, Sha256};

use super::{asked::Asked, error::ApiError};

/// The day asked for; none for now.
#[derive(Debug, Deserialize)]
pub struct On {
    /// ISO 8601, a day that is over.
    on: Option<String>,
}

/// A campaign's totals, in actions: now, or at the end of a day that is over (UTC). Who has them already, by `ETag`, is
/// told so with 304.
///
/// # Errors
/// 400, 404, 422 or 503, as `ApiError` says.
pub async fn totals(
    State(engine): State<Engine>,
    Path(slug): Path<String>,
    Asked(On { on }): Asked<On>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let slug: Slug = slug.parse().map_err(|_| ApiError::NotFound)?;
    if let Some(day) = on {
        let wrong = || ApiError::Fields(vec![FieldError::new("on", Rule::Format)]);
        let day = domain::date::day(&day).map_err(|_| wrong())?;
        return Ok(Json(engine.totals_on(&slug, day).await?).into_response());
    }
    let totals = engine.shared_totals(&slug).await?;
    let tag = tag(&totals);
    // kept, and asked for each time: a total is never older than the answer says
    let kept = [(header::ETAG, tag.clone()), (header::CACHE_CONTROL, "no-cache".to_owned())];
    let has_it = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    if has_it.flat_map(|value| value.split(',')).any(|one| one.trim() == tag) {
        return Ok((StatusCode::NOT_MODIFIED, kept).into_response());
    }
    Ok((kept, Json(&*totals)).into_response())
}

/// The same as long as the numbers are, whenever they were read.
fn tag(totals: &Totals) -> String {
    let numbers = Totals { as_of: String::new(), ..totals.clone() };
    let hash = Sha256::digest(serde_json::to_vec(&numbers).unwrap_or_default());
    let hex: String = hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("W/\"{hex}\"")
}
