//! Where a page ends.

use axum::{
    body::{Body, to_bytes},
    http::{
        StatusCode,
        header::{CONTENT_LENGTH, CONTENT_TYPE},
    },
    response::{IntoResponse, Response},
};

const END: &[u8] = b"</html>";

/// Cuts a page after its last `</html>`; for `axum::middleware::map_response`, inside compression.
///
/// Leptos appends two inline scripts to every page, which the policy forbids and which our islands do not need
/// (`frontend/js/boot.js` defines what they would). Pages are rendered whole before they leave (`SsrMode::Async`), so
/// nothing of a page comes after its end.
pub async fn end_at_html(response: Response) -> Response {
    let is_html = response.headers().get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if !is_html {
        return response;
    }
    let (mut head, body) = response.into_parts();
    let Ok(body) = to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let end = body.windows(END.len()).rposition(|window| window == END).map_or(body.len(), |at| at + END.len());
    head.headers.remove(CONTENT_LENGTH);
    Response::from_parts(head, Body::from(body.slice(..end)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::response::Html;

    async fn text(response: Response) -> String {
        String::from_utf8(to_bytes(response.into_body(), usize::MAX).await.unwrap().to_vec()).unwrap()
    }

    #[tokio::test]
    async fn what_follows_the_page_is_cut() {
        let page = Html("<html><p>&lt;/html&gt;</p></html><script>x</script>").into_response();
        assert_eq!(text(end_at_html(page).await).await, "<html><p>&lt;/html&gt;</p></html>");
    }

    #[tokio::test]
    async fn a_fragment_and_other_kinds_stay_whole() {
        assert_eq!(text(end_at_html(Html("<p>part</p>").into_response()).await).await, "<p>part</p>");
        assert_eq!(text(end_at_html("</html> in plain text".into_response()).await).await, "</html> in plain text");
    }
}
