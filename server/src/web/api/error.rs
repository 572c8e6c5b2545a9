//! What the API answers when it refuses: a closed set, without internals, each with what to do next.

use axum::{
    Json,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::field::FieldError;
use engine::EngineError;
use serde::Serialize;

/// A refusal.
#[derive(Debug)]
pub enum ApiError {
    /// The body is not JSON.
    NotJson,
    /// Fields to mend.
    Fields(Vec<FieldError>),
    /// No such record.
    NotFound,
    /// The same id with other fields.
    Conflict,
    /// Not possible just now; nothing was done.
    Unavailable,
    /// Only the operator can mend it.
    Internal,
}

#[derive(Serialize)]
struct Body {
    error: &'static str,
    message: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fields: Vec<Field>,
}

#[derive(Serialize)]
struct Field {
    #[serde(flatten)]
    error: FieldError,
    remedy: &'static str,
}

impl From<EngineError> for ApiError {
    fn from(error: EngineError) -> Self {
        match error {
            EngineError::Invalid(fields) => Self::Fields(fields),
            EngineError::NotFound | EngineError::Gone | EngineError::Denied => Self::NotFound,
            EngineError::Conflict | EngineError::Edited(_) => Self::Conflict,
            EngineError::Unavailable | EngineError::TooMany | EngineError::Wait(_) => Self::Unavailable,
            EngineError::Internal => Self::Internal,
        }
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let (status, error, message) = match &self {
            Self::NotJson => (StatusCode::BAD_REQUEST, "not-json", "send one JSON object, as application/json"),
            Self::Fields(_) => {
                (StatusCode::UNPROCESSABLE_ENTITY, "fields", "mend the fields that are named and send it again")
            }
            Self::NotFound => (StatusCode::NOT_FOUND, "not-found", "check the address"),
            Self::Conflict => (
                StatusCode::CONFLICT,
                "conflict",
                "this id was used with other fields: make a new UUIDv7 for a new one",
            ),
            Self::Unavailable => (
                StatusCode::SERVICE_UNAVAILABLE,
                "unavailable",
                "not possible just now: send the same again in a moment, it counts once",
            ),
            Self::Internal => {
                (StatusCode::INTERNAL_SERVER_ERROR, "internal", "nothing was counted: tell whoever runs this site")
            }
        };
        let fields = match self {
            Self::Fields(fields) => {
                fields.into_iter().map(|error| Field { remedy: error.rule.remedy(), error }).collect()
            }
            _ => Vec::new(),
        };
        let mut response = (status, Json(Body { error, message, fields })).into_response();
        if status == StatusCode::SERVICE_UNAVAILABLE {
            response.headers_mut().insert(header::RETRY_AFTER, header::HeaderValue::from_static("2"));
        }
        response
    }
}
