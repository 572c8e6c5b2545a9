//! `/stamps/{slug}.svg`: a case's line pattern. It is drawn from the slug alone, so that it says nothing about whether
//! such a case exists, and a withdrawn case leaves no trace in it.

use axum::{
    extract::Path,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::Slug;
use letter::stamp::engraving;

/// The drawing.
pub async fn stamp(Path(file): Path<String>) -> Response {
    let Some(slug) = file.strip_suffix(".svg").and_then(|slug| slug.parse::<Slug>().ok()) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let headers = [(header::CONTENT_TYPE, "image/svg+xml"), (header::CACHE_CONTROL, "public, max-age=604800")];
    (headers, engraving(slug.as_str()).svg()).into_response()
}
