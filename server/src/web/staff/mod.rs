//! Staff's part of the site: who gets in, what is kept out of caches, and the forms and files that are no pages.

mod cookie;
mod corrections;
mod counts_csv;
mod reports;
mod sign_in;
mod welcome;

pub use cookie::SessionCookie;

use axum::{
    Router,
    body::Body,
    extract::{Request, State},
    http::{Extensions, HeaderMap, HeaderValue, Method, StatusCode, Version, header},
    middleware::Next,
    response::{IntoResponse, Response},
    routing::{get, post},
};
use percent_encoding::percent_decode_str;

use super::Site;

/// Marks an answer that is meant for one reader: it is neither kept nor compressed.
#[derive(Clone, Copy)]
struct Private;

/// What is no page.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/staff/sign-in", post(sign_in::sign_in))
        .route("/staff/sign-out", post(sign_in::sign_out))
        .route("/staff/welcome/{token}", post(welcome::answer))
        .route("/staff/corrections", post(corrections::correct))
        .route("/staff/corrections/undo", post(corrections::undo))
        .route("/staff/reports/grace", post(reports::grace))
        .route("/staff/counts.csv", get(counts_csv::file))
}

/// For `axum::middleware::from_fn_with_state`, around everything: below `/staff` only staff who are signed in get
/// further, and find themselves in the request's extensions. Anybody else is led to the sign-in page and learns nothing,
/// not even whether there is such a page. Rights are the engine's to check.
pub async fn gate(State(site): State<Site>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path();
    if !is_staff(path) {
        return next.run(request).await;
    }
    let response = if is_door(path) {
        next.run(request).await
    } else {
        match site.actor(request.headers()).await {
            Ok(Some(actor)) => {
                request.extensions_mut().insert(actor);
                next.run(request).await
            }
            Ok(None) => sign_in::led_to(&request),
            Err(_) => not_now(),
        }
    };
    private(response)
}

/// Whether an address lies below `/staff`, in whatever spelling: a page must not be found under one that this overlooks.
fn is_staff(path: &str) -> bool {
    let path = percent_decode_str(path).decode_utf8_lossy();
    path.split('/').find(|part| !part.is_empty() && *part != ".").is_some_and(|part| part.eq_ignore_ascii_case("staff"))
}

/// What has to be open for those who are not signed in.
fn is_door(path: &str) -> bool {
    path == "/staff/sign-in" || path.strip_prefix("/staff/welcome/").is_some_and(|token| !token.contains('/'))
}

fn not_now() -> Response {
    let words = "It is not possible just now. Try again in a moment.";
    (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, "30")], words).into_response()
}

/// Not kept by anybody. Not compressed either: what a page says and what somebody else had it say would give each other
/// away by its length (BREACH).
fn private(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store, no-transform"));
    response.extensions_mut().insert(Private);
    response
}

/// For the compression layer.
pub fn may_be_compressed(_: StatusCode, _: Version, _: &HeaderMap, extensions: &Extensions) -> bool {
    extensions.get::<Private>().is_none()
}

/// An address to go to after signing in: one of staff's own, else their start page.
fn own_address(to: &str) -> &str {
    let rest = to.strip_prefix("/staff");
    let own = rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']));
    let plain = to.chars().all(|c| c.is_ascii_graphic() && c != '\\');
    if own && plain && !to.contains("//") { to } else { "/staff" }
}

/// Shows the page of a request again after its form was refused.
async fn again(
    site: &Site,
    parts: axum::http::request::Parts,
    status: StatusCode,
    more: impl Fn() + Clone + Send + Sync + 'static,
) -> Response {
    let mut get = Request::from_parts(parts, Body::empty());
    *get.method_mut() = Method::GET;
    let mut response = site.render(get, more).await;
    if response.status() == StatusCode::OK {
        *response.status_mut() = status;
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn staffs_addresses_are_known_in_every_spelling() {
        for path in [
            "/staff",
            "/staff/",
            "/staff/counts",
            "/staff/counts.csv",
            "/%73taff/counts",
            "//staff",
            "/Staff/x",
            "/./staff",
        ] {
            assert!(is_staff(path), "{path}");
        }
        for path in ["/", "/cases", "/staffing", "/cases/staff", "/stamps/staff.svg"] {
            assert!(!is_staff(path), "{path}");
        }
    }

    #[test]
    fn only_the_two_doors_are_open() {
        assert!(is_door("/staff/sign-in") && is_door("/staff/welcome/abc"));
        for path in
            ["/staff", "/staff/sign-in/x", "/staff/welcome/a/b", "/staff/counts", "/staff/sign-out", "/%73taff/sign-in"]
        {
            assert!(!is_door(path), "{path}");
        }
    }

    #[test]
    fn nobody_is_led_to_another_site() {
        for own in ["/staff", "/staff/counts", "/staff/counts?by=day&country=DE", "/staff?x=1"] {
            assert_eq!(own_address(own), own);
        }
        for other in [
            "",
            "/",
            "//evil.example",
            "https://evil.example",
            "/staff//evil.example",
            "/\\evil.example",
            "/staff\\evil",
            "/staffevil.example",
            "/staff/\r\nSet-Cookie: x",
            "javascript:alert(1)",
            "/cases",
            "/staff/ü",
        ] {
            assert_eq!(own_address(other), "/staff", "{other:?}");
        }
    }
}
