//! For those who operate the site.

use axum::{Router, extract::State, http::StatusCode, routing::get};
use engine::Engine;

use super::Site;

/// `/health/live` and `/health/ready`.
pub fn routes() -> Router<Site> {
    Router::new().route("/health/live", get(async || "live")).route("/health/ready", get(ready))
}

/// Ready when the database answers.
async fn ready(State(engine): State<Engine>) -> (StatusCode, &'static str) {
    match engine.ping().await {
        Ok(()) => (StatusCode::OK, "ready"),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer"),
    }
}
