//! `POST /api/v1/actions`

use axum::{Json, body::Bytes, extract::State, http::StatusCode};
use domain::{
    action::NewAction,
    field::{FieldError, Rule},
};
use engine::{Engine, receipts::Receipt};

use super::error::ApiError;

/// Counts one action: 201 with a receipt, 200 for a repeat.
///
/// # Errors
/// 400, 409, 422 or 503, as `ApiError` says.
pub async fn record(State(engine): State<Engine>, body: Bytes) -> Result<(StatusCode, Json<Receipt>), ApiError> {
    let recorded = engine.record_action(&read(&body)?).await?;
    let status = if recorded.first { StatusCode::CREATED } else { StatusCode::OK };
    Ok((status, Json(recorded.receipt)))
}

/// Reads the body; a field of the wrong form is named like one that breaks a rule.
fn read(body: &[u8]) -> Result<NewAction, ApiError> {
    let mut reader = serde_json::Deserializer::from_slice(body);
    let action = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let data = error.inner().is_data();
        let path = error.path().to_string();
        match missing_field(&error.inner().to_string()) {
            Some(field) => ApiError::Fields(vec![FieldError::new(&field, Rule::Required)]),
            None if data && path != "." => ApiError::Fields(vec![FieldError::new(&path, Rule::Format)]),
            None => ApiError::NotJson,
        }
    })?;
    reader.end().map_err(|_| ApiError::NotJson)?;
    Ok(action)
}

/// serde names a missing field only in its message.
fn missing_field(message: &str) -> Option<String> {
    let rest = message.strip_prefix("missing field `")?;
    Some(rest.split('`').next()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(json: &str) -> Vec<(String, Rule)> {
        match read(json.as_bytes()) {
            Err(ApiError::Fields(fields)) => fields.into_iter().map(|f| (f.field, f.rule)).collect(),
            Err(_) => vec![("not json".into(), Rule::Format)],
            Ok(_) => Vec::new(),
        }
    }

    #[test]
    fn a_field_of_the_wrong_form_is_named() {
        let whole = r#"{"id":"01935a2e-7c00-7abc-8def-0123456789ab","campaign":"a","case":"b","kind":"letter","quantity":1,"occurred_on":"2026-11-23"}"#;
        assert_eq!(fields(whole), []);
        assert_eq!(fields(&whole.replace(":1,", ":\"one\",")), [("quantity".to_owned(), Rule::Format)]);
        assert_eq!(fields(&whole.replace("\"quantity\":1,", "")), [("quantity".to_owned(), Rule::Required)]);
        assert_eq!(fields(&whole.replace("01935a2e", "x")), [("id".to_owned(), Rule::Format)]);
        assert_eq!(fields(&whole.replace("\"case\"", "\"cas\"")), [("cas".to_owned(), Rule::Format)]);
    }

    #[test]
    fn what_is_not_json_is_said_to_be_none() {
        for text in ["", "{", "[]", "null", "{} {}"] {
            assert!(!fields(text).is_empty(), "{text}");
        }
    }
}
