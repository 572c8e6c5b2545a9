//! `POST /api/v1/reports`: as JSON, or as a table with the rest in the address.

use axum::{
    Json,
    body::Bytes,
    extract::{Query, State},
    http::{HeaderMap, StatusCode, header},
};
use domain::report::{NewLine, NewReport};
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
        let new = beside.with(table.lines.clone(), table.people);
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
    /// The report that it is. What cannot be read becomes what no report takes, so that all that is wrong is named at once.
    fn with(self, lines: Vec<NewLine>, counted: Option<i64>) -> NewReport {
        NewReport {
            id: self.id.parse().unwrap_or(Uuid::nil()),
            campaign: self.campaign,
            group: self.group,
            section: self.section,
            replaces: self.replaces.map(|id| id.parse().unwrap_or(Uuid::nil())),
            collected_from: self.collected_from,
            collected_to: self.collected_to,
            basis: self.basis,
            people: self.people.map(|n| n.parse().unwrap_or(-1)).or(counted),
            note: self.note,
            lines,
        }
    }
}
