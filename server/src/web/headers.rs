//! What every response forbids the browser.

use axum::{
    http::{HeaderName, HeaderValue, header},
    response::Response,
};

/// No inline script or style, nothing from elsewhere, and no nonce: so pages can be cached. `wasm-unsafe-eval` allows
/// compiling WASM and nothing more.
const POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; worker-src 'self'; \
     img-src 'self'; font-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

const HEADERS: [(HeaderName, &str); 5] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    // Not `no-referrer`: form posts would then send `Origin: null` and look like they came from another site.
    (header::REFERRER_POLICY, "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    ),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
];

/// Adds the security headers; for `axum::middleware::map_response`, outside everything that answers.
///
/// A handler that set one of them itself keeps its own, as the embeddable counter does to allow frames.
pub async fn harden<B>(mut response: Response<B>) -> Response<B> {
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::response::IntoResponse;

    #[tokio::test]
    async fn every_response_gets_the_policy_unless_it_brings_its_own() {
        let plain = harden("".into_response()).await;
        assert_eq!(plain.headers()[header::CONTENT_SECURITY_POLICY], POLICY);
        assert_eq!(plain.headers().len(), HEADERS.len() + 1, "one header and one for the content type");
        let own = harden([(header::CONTENT_SECURITY_POLICY, "frame-ancestors *")].into_response()).await;
        assert_eq!(own.headers()[header::CONTENT_SECURITY_POLICY], "frame-ancestors *");
    }
}
