//! `GET /api/v1/openapi.json`: what the API is, for programs that read it.

use axum::{
    http::header,
    response::{IntoResponse, Response},
};

/// Written by hand: it says more than types can, and a test holds it against the router.
pub(super) const DESCRIPTION: &str = include_str!("openapi.json");

/// The description.
pub async fn openapi() -> Response {
    ([(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "public, max-age=300")], DESCRIPTION)
        .into_response()
}
