//! `/api/v1/corrections`: what was counted by mistake is taken back, after a look at how much it is, and put back.

use axum::{
    Json,
    body::Bytes,
    extract::{Path, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{
    correction::Selection,
    field::{FieldError, Rule},
    ledger::Reason,
};
use engine::{
    Engine, EngineError,
    corrections::{Chosen, Corrected, CorrectionPreview},
};
use serde::Deserialize;
use uuid::Uuid;

use super::{asked::Asked, body, error::ApiError, staff::Staff};

/// How many corrections an answer has.
const MOST: u64 = 100;

/// What is to be corrected: what stands on a receipt, or all that fits a rule; and for doing it, why and how much.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewCorrection {
    /// The reference of an action or a report.
    receipt: Option<String>,
    /// With `receipt`: so many it really were.
    to: Option<u32>,
    /// All that fits this.
    rule: Option<Selection>,
    /// Why.
    reason: Option<String>,
    /// A remark for others on the staff.
    #[serde(default)]
    remark: String,
    /// The actions that the look said.
    expected: Option<i64>,
}

impl NewCorrection {
    fn chosen(&self) -> Result<Chosen, EngineError> {
        match (&self.receipt, self.to, &self.rule) {
            (Some(receipt), None, None) => Ok(Chosen::Receipt(receipt.clone())),
            (Some(receipt), Some(to), None) => Ok(Chosen::Number { receipt: receipt.clone(), to }),
            (None, None, Some(rule)) => Ok(Chosen::Rule(rule.clone())),
            _ => Err(EngineError::field("rule", Rule::NothingChosen)),
        }
    }

    /// A refusal that names the fields of a rule as they stand in the body.
    fn named(&self, error: EngineError) -> EngineError {
        let EngineError::Invalid(errors) = error else { return error };
        let of_rule = |mut error: FieldError| {
            error.field = match error.field.as_str() {
                "reason" | "remark" | "expected" => error.field,
                "selection" => "rule".to_owned(),
                field => match field.strip_prefix("burst_") {
                    Some(number) => format!("rule.burst.{number}"),
                    None => format!("rule.{field}"),
                },
            };
            error
        };
        let errors = errors.into_iter();
        EngineError::Invalid(if self.rule.is_some() { errors.map(of_rule).collect() } else { errors.collect() })
    }
}

/// How much a correction would take back.
///
/// # Errors
/// 400, 401, 403, 422 or 503, as `ApiError` says.
pub async fn preview(
    State(engine): State<Engine>,
    Staff(actor): Staff,
    sent: Bytes,
) -> Result<Json<CorrectionPreview>, ApiError> {
    let asked: NewCorrection = body::read(&sent)?;
    let preview = engine.preview_correction(&actor, &asked.chosen()?).await;
    Ok(Json(preview.map_err(|error| asked.named(error))?))
}

/// Takes it back: 201 with the correction, by which it can be undone.
///
/// # Errors
/// 400, 401, 403, 422 or 503, as `ApiError` says.
pub async fn correct(
    State(engine): State<Engine>,
    Staff(actor): Staff,
    sent: Bytes,
) -> Result<(StatusCode, Json<Corrected>), ApiError> {
    let asked: NewCorrection = body::read(&sent)?;
    let chosen = asked.chosen()?;
    let reason = asked.reason.as_deref().ok_or_else(|| EngineError::field("reason", Rule::Required))?;
    let reason: Reason =
        reason.parse().map_err(|word| EngineError::Invalid(vec![FieldError::unknown_word("reason", &word)]))?;
    let expected = asked.expected.ok_or_else(|| EngineError::field("expected", Rule::Required))?;
    let done = engine.correct(&actor, &chosen, reason, &asked.remark, expected).await;
    let done = done.map_err(|error| asked.named(error))?;
    Ok((StatusCode::CREATED, Json(done)))
}

/// Puts back what a correction took back: 201 with the correction that does so.
///
/// # Errors
/// 401, 403, 404, 422 or 503, as `ApiError` says.
pub async fn undo(
    State(engine): State<Engine>,
    Staff(actor): Staff,
    Path(batch): Path<String>,
) -> Result<(StatusCode, Json<Corrected>), ApiError> {
    let batch: Uuid = batch.parse().map_err(|_| ApiError::NotFound)?;
    Ok((StatusCode::CREATED, Json(engine.undo_correction(&actor, batch).await?)))
}

/// Where to go on in a list.
#[derive(Debug, Deserialize)]
pub struct After {
    /// How many to pass over.
    #[serde(default)]
    skip: u64,
}

/// The corrections that were made, the newest first, a hundred at most.
///
/// # Errors
/// 400, 401, 403 or 503, as `ApiError` says.
pub async fn list(
    State(engine): State<Engine>,
    Staff(actor): Staff,
    Asked(After { skip }): Asked<After>,
) -> Result<Response, ApiError> {
    let made = engine.corrections(&actor, skip.min(1_000_000), MOST).await?;
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(made)).into_response())
}
