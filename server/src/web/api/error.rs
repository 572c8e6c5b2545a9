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
    /// What stands behind the question mark cannot be read.
    BadQuery,
    /// The address takes other methods.
    WrongMethod,
    /// Fields to mend.
    Fields(Vec<FieldError>),
    /// Only for staff: no token, or one that does not hold.
    NotSignedIn,
    /// A section's total without its signature.
    NotSigned,
    /// A report in a section's name by somebody who is not known to speak for it.
    NotTheSection,
    /// The account may not do this.
    Denied,
    /// No such record.
    NotFound,
    /// The same id with other fields.
    Conflict,
    /// Too many from one sender: so many seconds to wait.
    TooMany(u64),
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
            EngineError::NotFound | EngineError::Gone => Self::NotFound,
            EngineError::Denied => Self::Denied,
            EngineError::Conflict | EngineError::Edited(_) => Self::Conflict,
            EngineError::TooMany(seconds) => Self::TooMany(seconds),
            EngineError::Unavailable | EngineError::Wait(_) => Self::Unavailable,
            EngineError::Internal => Self::Internal,
        }
    }
}

impl ApiError {
    /// Its status, its name in the API, and what to do next.
    const fn said(&self) -> (StatusCode, &'static str, &'static str) {
        match self {
            Self::NotJson => (
                StatusCode::BAD_REQUEST,
                "not-json",
                "send one JSON object, as application/json; a report's table goes as text/csv",
            ),
            Self::BadQuery => (
                StatusCode::BAD_REQUEST,
                "bad-query",
                "check the part of the address behind the question mark: each name once, and only those that are described",
            ),
            Self::WrongMethod => {
                (StatusCode::METHOD_NOT_ALLOWED, "wrong-method", "use one of the methods that the header Allow names")
            }
            Self::Fields(_) => {
                (StatusCode::UNPROCESSABLE_ENTITY, "fields", "mend the fields that are named and send it again")
            }
            Self::NotSignedIn => (
                StatusCode::UNAUTHORIZED,
                "not-signed-in",
                "send `Authorization: Bearer` with a token that `pillarbox staff token` printed",
            ),
            Self::NotSigned => (
                StatusCode::UNAUTHORIZED,
                "not-signed",
                "sign the body with the section's key and send the signature, in base64, as Pillarbox-Signature",
            ),
            Self::NotTheSection => (
                StatusCode::UNAUTHORIZED,
                "not-the-section",
                "a section's numbers come with `Authorization: Bearer` and a token of its staff, or signed, to \
                 /api/v1/sections/{section}/totals",
            ),
            Self::Denied => (
                StatusCode::FORBIDDEN,
                "denied",
                "this account may not do that: ask whoever manages the accounts for one that may",
            ),
            Self::NotFound => (StatusCode::NOT_FOUND, "not-found", "check the address"),
            Self::Conflict => (
                StatusCode::CONFLICT,
                "conflict",
                "this id stands for something else already: make a new UUIDv7 for a new one; if yours has no id, somebody was \
                 quicker: look at what is there now, then send it again",
            ),
            Self::TooMany(_) => (
                StatusCode::TOO_MANY_REQUESTS,
                "too-many",
                "too many from your address: wait as long as Retry-After says, then send the same again; what a group did \
                 together is one report",
            ),
            Self::Unavailable => (
                StatusCode::SERVICE_UNAVAILABLE,
                "unavailable",
                "not possible just now: send the same again in a moment, it counts once",
            ),
            Self::Internal => {
                (StatusCode::INTERNAL_SERVER_ERROR, "internal", "nothing was counted: tell whoever runs this site")
            }
        }
    }

    /// How whoever asks says who they are, where that is missing.
    const fn challenge(&self) -> Option<&'static str> {
        match self {
            Self::NotSignedIn | Self::NotTheSection => Some("Bearer"),
            Self::NotSigned => Some("Pillarbox-Signature"),
            _ => None,
        }
    }

    /// After how many seconds it may be tried again, where that helps.
    const fn wait(&self) -> Option<u64> {
        match self {
            Self::TooMany(seconds) => Some(*seconds),
            Self::Unavailable => Some(2),
            _ => None,
        }
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let ((status, error, message), challenge, wait) = (self.said(), self.challenge(), self.wait());
        let fields = match self {
            Self::Fields(fields) => {
                fields.into_iter().map(|error| Field { remedy: error.rule.remedy(), error }).collect()
            }
            _ => Vec::new(),
        };
        let mut response = (status, Json(Body { error, message, fields })).into_response();
        if let Some(how) = challenge {
            response.headers_mut().insert(header::WWW_AUTHENTICATE, header::HeaderValue::from_static(how));
        }
        response.headers_mut().extend(wait.map(|seconds| (header::RETRY_AFTER, seconds.into())));
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_comes_when_it_cannot_be_counted_is_told_when_to_come_again() {
        let busy = ApiError::from(EngineError::Unavailable).into_response();
        assert_eq!(
            (busy.status(), &busy.headers()[header::RETRY_AFTER]),
            (StatusCode::SERVICE_UNAVAILABLE, &"2".parse().unwrap())
        );
        let wrong = ApiError::from(EngineError::Conflict).into_response();
        assert!(!wrong.headers().contains_key(header::RETRY_AFTER), "coming again would not help");
    }
}
