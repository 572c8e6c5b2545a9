//! The built browser files.

use std::path::Path;

use axum::{
    Router,
    http::{HeaderValue, StatusCode, header},
};
use tower_http::{services::ServeDir, set_header::SetResponseHeaderLayer};

/// A file's name carries a hash of its content, so it never changes.
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// `/pkg`: scripts, WASM, stylesheet, fonts.
pub fn built(site: &Path) -> Router {
    Router::new()
        .fallback_service(ServeDir::new(site.join("pkg")))
        .layer(SetResponseHeaderLayer::if_not_present(header::CACHE_CONTROL, FOR_EVER))
}

/// Browsers ask for it on their own; a missing one would be an error in their console.
pub async fn favicon() -> StatusCode {
    StatusCode::NO_CONTENT
}
