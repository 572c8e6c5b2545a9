//! The body of a request: one JSON object.

use domain::field::{FieldError, Rule};
use serde::de::DeserializeOwned;

use super::error::ApiError;

/// Reads the body; a field of the wrong form is named like one that breaks a rule.
///
/// # Errors
/// [`ApiError::NotJson`], or [`ApiError::Fields`] with the field that is missing, unknown or of the wrong form.
pub fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, ApiError> {
    let mut reader = serde_json::Deserializer::from_slice(body);
    let read = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let data = error.inner().is_data();
        let path = error.path().to_string();
        let message = error.inner().to_string();
        let form = if message.starts_with("unknown field") {
            Rule::UnknownField
        } else if message.starts_with("UUID parsing failed") {
            Rule::NotUuid7
        } else {
            Rule::Format
        };
        match missing_field(&message) {
            Some(field) if path == "." => ApiError::Fields(vec![FieldError::new(&field, Rule::Required)]),
            // the path may already end with the field that is missing
            Some(field) if path == field || path.ends_with(&format!(".{field}")) => {
                ApiError::Fields(vec![FieldError::new(&path, Rule::Required)])
            }
            Some(field) => ApiError::Fields(vec![FieldError::new(&format!("{path}.{field}"), Rule::Required)]),
            None if data && path != "." => ApiError::Fields(vec![FieldError::new(&path, form)]),
            None => ApiError::NotJson,
        }
    })?;
    reader.end().map_err(|_| ApiError::NotJson)?;
    Ok(read)
}

/// serde names a missing field only in its message, as it says only there what is wrong with another.
fn missing_field(message: &str) -> Option<String> {
    let rest = message.strip_prefix("missing field `")?;
    Some(rest.split('`').next()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{action::NewAction, report::NewReport};

    fn fields<T: DeserializeOwned>(json: &str) -> Vec<(String, Rule)> {
        match read::<T>(json.as_bytes()) {
            Err(ApiError::Fields(fields)) => fields.into_iter().map(|f| (f.field, f.rule)).collect(),
            Err(_) => vec![("not json".into(), Rule::Format)],
            Ok(_) => Vec::new(),
        }
    }

    #[test]
    fn a_field_of_the_wrong_form_is_named() {
        let whole = r#"{"id":"01935a2e-7c00-7abc-8def-0123456789ab","campaign":"a","case":"b","kind":"letter","quantity":1,"occurred_on":"2026-11-23"}"#;
        assert_eq!(fields::<NewAction>(whole), []);
        let changed = |from: &str, to: &str| fields::<NewAction>(&whole.replace(from, to));
        assert_eq!(changed(":1,", ":\"one\","), [("quantity".to_owned(), Rule::Format)]);
        assert_eq!(changed("\"quantity\":1,", ""), [("quantity".to_owned(), Rule::Required)]);
        assert_eq!(changed("01935a2e", "x"), [("id".to_owned(), Rule::NotUuid7)]);
        assert_eq!(changed("\"case\"", "\"cas\""), [("cas".to_owned(), Rule::UnknownField)]);
    }

    #[test]
    fn a_field_of_a_line_is_named_with_its_line() {
        let whole = r#"{"id":"01935a2e-7c00-7abc-8def-0123456789ab","campaign":"a","group":"g","collected_from":"2026-11-23","collected_to":"2026-11-23","basis":"counted","lines":[{"case":"a","kind":"letter","quantity":1},{"case":"b","kind":"card","quantity":2}]}"#;
        assert_eq!(fields::<NewReport>(whole), []);
        let changed = |from: &str, to: &str| fields::<NewReport>(&whole.replace(from, to));
        assert_eq!(changed(":2}", ":\"two\"}"), [("lines[1].quantity".to_owned(), Rule::Format)]);
        assert_eq!(changed(",\"quantity\":2", ""), [("lines[1].quantity".to_owned(), Rule::Required)]);
        assert_eq!(changed("\"basis\":\"counted\",", ""), [("basis".to_owned(), Rule::Required)]);
    }

    #[test]
    fn what_is_not_json_is_said_to_be_none() {
        for text in ["", "{", "[]", "null", "{} {}"] {
            assert!(!fields::<NewAction>(text).is_empty(), "{text}");
        }
    }
}
