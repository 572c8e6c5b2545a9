//! The JSON API, `/api/v1`.

mod actions;
mod body;
mod error;
mod live;
mod openapi;
mod reports;
mod totals;

use axum::{
    Router,
    routing::{get, post},
};

use super::Site;

/// All its routes.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/actions", post(actions::record))
        .route("/reports", post(reports::record))
        .route("/campaigns/{slug}/totals", get(totals::totals))
        .route("/openapi.json", get(openapi::openapi))
        .route("/campaigns/{slug}/live", get(live::live))
        .fallback(async || error::ApiError::NotFound)
}
