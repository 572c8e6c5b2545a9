//! The log line of a request: method, route, status and time. Never the query, a body, a header or an address: what a
//! supporter types and where they are is nobody's business, not even the operator's.

use std::time::Instant;

use axum::{
    extract::{MatchedPath, Request},
    middleware::Next,
    response::Response,
};

/// Logs a request after it was answered.
pub async fn request(request: Request, next: Next) -> Response {
    let method = request.method().clone();
    // the route as it is written, not the address: an address can carry a receipt's reference
    let route = request.extensions().get::<MatchedPath>().map_or_else(|| "other".to_owned(), |p| p.as_str().to_owned());
    let begun = Instant::now();
    let response = next.run(request).await;
    let status = response.status().as_u16();
    let ms = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
    if status >= 500 {
        tracing::error!(%method, route, status, ms, "answered");
    } else {
        tracing::info!(%method, route, status, ms, "answered");
    }
    response
}
