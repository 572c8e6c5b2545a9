//! The status and the headers of the response that a page is rendered for.

use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;

pub use axum::http::{HeaderName, HeaderValue, StatusCode};

/// A handle on the response of this request. Take it before the first `.await`, use it whenever you know better.
///
/// Outside a request (while routes are listed at start) it does nothing.
#[derive(Clone, Debug, Default)]
pub struct Answer(Option<ResponseOptions>);

impl Answer {
    /// The response that the current page is rendered for.
    #[must_use]
    pub fn of_this_request() -> Self {
        Self(use_context())
    }

    /// Sets the status, as in 404 for a case that never was and 410 for one that was withdrawn.
    pub fn status(&self, status: StatusCode) {
        if let Some(response) = &self.0 {
            response.set_status(status);
        }
    }

    /// Sets a header.
    pub fn header(&self, name: HeaderName, value: HeaderValue) {
        if let Some(response) = &self.0 {
            response.insert_header(name, value);
        }
    }
}
