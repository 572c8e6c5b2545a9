//! Forms of people who have scripting off, or whose scripts have not arrived. Each answers itself: with what was asked
//! for, or with the page again, what was typed intact and its problems named. Nothing typed is stored or logged.

pub mod packs;
pub mod posted;
pub mod report;
pub mod write;

use app::attempts::{Attempt, Refusal};
use axum::{
    body::Body,
    http::{HeaderValue, Request, StatusCode, header, request::Parts},
    response::Response,
};
use engine::EngineError;
use leptos::prelude::provide_context;

use super::Site;

/// Shows the page of the request's address again, with the refused form in its context.
async fn again<F: Clone + Send + Sync + 'static>(site: &Site, parts: Parts, attempt: Attempt<F>) -> Response {
    let status = match attempt.refusal {
        Refusal::Fields(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Refusal::SentBefore => StatusCode::CONFLICT,
        Refusal::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
        Refusal::Later => StatusCode::SERVICE_UNAVAILABLE,
        Refusal::Pages(_) => StatusCode::OK,
    };
    let wait = match attempt.refusal {
        Refusal::TooMany(minutes) => Some(HeaderValue::from(minutes * 60)),
        _ => None,
    };
    let request = Request::from_parts(parts, Body::empty());
    let mut response = site.render(request, move || provide_context(attempt.clone())).await;
    // a page that says 404 or 410 keeps saying so: the case may have been withdrawn while somebody wrote
    if response.status() == StatusCode::OK {
        *response.status_mut() = status;
    }
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response.headers_mut().extend(wait.map(|wait| (header::RETRY_AFTER, wait)));
    response
}

/// Why a form was refused, in the words of its page.
fn refusal(error: EngineError) -> Refusal {
    match error {
        EngineError::Invalid(fields) => Refusal::Fields(fields),
        EngineError::Conflict => Refusal::SentBefore,
        EngineError::TooMany(seconds) => Refusal::TooMany(i64::try_from(seconds.div_ceil(60)).unwrap_or(60)),
        _ => Refusal::Later,
    }
}
