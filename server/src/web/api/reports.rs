//! `POST /api/v1/reports`: as JSON, or as a table with the rest in the address.

use axum::{
    Json,
    body::Bytes,
    extract::{Query, State},
    http::{HeaderMap, StatusCode, header},
};
use domain::{
    field::{FieldError, Rule},
    report::NewReport,
};
use engine::{
    Actor, Engine, EngineError,
    limits::Limited,
    reports::{ReportSource, ReportView, read_csv},
};
use serde::Deserialize;
use uuid::Uuid;

use super::{body, error::ApiError};
use crate::web::from::From;

/// What stands in the address beside a table: the fields of a report without its lines.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Beside {
    id: String,
    campaign: String,
    group: Option<String>,
    section: Option<String>,
    replaces: Option<String>,
    collected_from: String,
    collected_to: String,
    basis: String,
    people: Option<String>,
    note: Option<String>,
}

/// Counts a group's or section's report: 201 with what is counted, 200 for a repeat.
///
/// # Errors
/// 400, 409, 422, 429 or 503, as `ApiError` says.
pub async fn record(
    State(engine): State<Engine>,
    From(from): From,
    Query(beside): Query<Beside>,
    headers: HeaderMap,
    sent: Bytes,
) -> Result<(StatusCode, Json<ReportView>), ApiError> {
    engine.allow(Limited::Report, from).await?;
    let source = ReportSource::default();
    let reported = if is_table(&headers) {
        let table = read_csv(&sent, &engine.case_names().await?).map_err(ApiError::Fields)?;
        let new = beside.with(table.lines.clone(), table.people)?;
        engine.record_report(&Actor::Supporter, &new, &source).await.map_err(|error| match error {
            EngineError::Invalid(errors) => EngineError::Invalid(table.by_row(errors)),
            other => other,
        })?
    } else {
        engine.record_report(&Actor::Supporter, &body::read(&sent)?, &source).await?
    };
    let status = if reported.first { StatusCode::CREATED } else { StatusCode::OK };
    Ok((status, Json(reported.view)))
}

fn is_table(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    kind.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("text/csv"))
}

impl Beside {
    fn with(self, lines: Vec<domain::report::NewLine>, counted: Option<i64>) -> Result<NewReport, ApiError> {
        let mut wrong = Vec::new();
        let mut note = |field: &str, rule| wrong.push(FieldError::new(field, rule));
        let id = self.id.parse::<Uuid>().map_err(|_| note("id", Rule::Format));
        let replaces = self.replaces.map(|id| id.parse::<Uuid>().map_err(|_| note("replaces", Rule::UnknownReport)));
        let people = self.people.map(|n| n.parse::<i64>().map_err(|_| note("people", Rule::OneToTenMillion)));
        match (id, replaces.transpose(), people.transpose()) {
            (Ok(id), Ok(replaces), Ok(people)) => Ok(NewReport {
                id,
                campaign: self.campaign,
                group: self.group,
                section: self.section,
                replaces,
                collected_from: self.collected_from,
                collected_to: self.collected_to,
                basis: self.basis,
                people: people.or(counted),
                note: self.note,
                lines,
            }),
            _ => Err(ApiError::Fields(wrong)),
        }
    }
}
