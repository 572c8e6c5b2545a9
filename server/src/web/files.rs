//! The built browser files.

use std::path::Path;

use axum::{
    Router,
    http::{HeaderValue, StatusCode, header},
    middleware::map_response,
    response::Response,
};
use tower_http::services::ServeDir;

/// A file's name carries a hash of its content, so it never changes.
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// `/pkg`: scripts, WASM, stylesheet, fonts. Compressed files lie beside the plain ones, made once with the site.
pub fn built(site: &Path) -> Router {
    Router::new().fallback_service(ServeDir::new(site.join("pkg")).precompressed_br()).layer(map_response(keep))
}

/// `/fonts`: the large fonts, for browsers that set a letter in their script. A newer font comes under another name.
pub fn fonts(folder: &Path) -> Router {
    Router::new().fallback_service(ServeDir::new(folder)).layer(map_response(keep))
}

/// Only what is there is kept: a file that is missing for a moment, as while a new version is put in place, is not.
async fn keep(mut response: Response) -> Response {
    if response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED {
        response.headers_mut().entry(header::CACHE_CONTROL).or_insert(FOR_EVER);
    }
    response
}

/// Browsers ask for it on their own; a missing one would be an error in their console.
pub async fn favicon() -> StatusCode {
    StatusCode::NO_CONTENT
}
