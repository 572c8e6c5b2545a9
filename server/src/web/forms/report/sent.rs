//! The form as it was sent: with a file, as the browser sends it that shows it, or without.

use app::attempts::ReportForm;
use axum::{
    RequestExt as _,
    extract::{Form, Multipart, Request},
    http::header,
};
use domain::field::{FieldError, Rule};

/// The form, and what is wrong with its file. None for what is not this form.
pub async fn form(request: Request) -> Option<(ReportForm, Option<FieldError>)> {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if kind.starts_with("multipart/form-data") {
        return with_file(request.extract().await.ok()?).await;
    }
    let Form(form) = request.extract::<Form<ReportForm>, _>().await.ok()?;
    Some((form, None))
}

/// A file that was chosen takes the place of a table that was pasted.
async fn with_file(mut parts: Multipart) -> Option<(ReportForm, Option<FieldError>)> {
    let mut fields = serde_json::Map::new();
    let mut file = Vec::new();
    while let Some(part) = parts.next_field().await.ok()? {
        let name = part.name()?.to_owned();
        let bytes = part.bytes().await.ok()?;
        if name == "file" {
            file = bytes.to_vec();
        } else {
            fields.insert(name, String::from_utf8_lossy(&bytes).into_owned().into());
        }
    }
    let mut form: ReportForm = serde_json::from_value(fields.into()).ok()?;
    if file.is_empty() {
        return Some((form, None));
    }
    match String::from_utf8(file) {
        Ok(table) => {
            form.table = table;
            Some((form, None))
        }
        Err(_) => Some((form, Some(FieldError::new("table", Rule::NotText)))),
    }
}
