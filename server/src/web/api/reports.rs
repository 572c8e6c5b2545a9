//! `POST /api/v1/reports`, and a look before it: as JSON, or as a table with the rest in the address.

use axum::{
    Json,
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode, header},
};
use domain::report::{NewLine, NewReport};
use engine::{
    Actor, Engine, EngineError,
    limits::Limited,
    reports::{CsvLines, ReportPreview, ReportSource, ReportView, read_csv},
};
use serde::Deserialize;
use uuid::Uuid;

use super::{asked::Asked, body, error::ApiError, staff::Sender};
use crate::web::from::From;

/// What stands in the address beside a table: the fields of a report without its lines.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
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
/// 400, 401, 403, 409, 422, 429 or 503, as `ApiError` says.
pub async fn record(
    State(engine): State<Engine>,
    From(from): From,
    Sender(sender): Sender,
    Asked(beside): Asked<Beside>,
    headers: HeaderMap,
    sent: Bytes,
) -> Result<(StatusCode, Json<ReportView>), ApiError> {
    engine.allow(Limited::Report, from).await?;
    let (new, table) = read(&engine, &headers, &sent, beside).await?;
    let actor = actor(sender, &new)?;
    let counted = engine.record_report(&actor, &new, &ReportSource::default()).await;
    let reported = counted.map_err(|error| by_row(error, table.as_ref()))?;
    let status = if reported.first { StatusCode::CREATED } else { StatusCode::OK };
    Ok((status, Json(reported.view)))
}

/// What a report would count and change, before it is sent.
///
/// # Errors
/// As [`record`].
pub async fn preview(
    State(engine): State<Engine>,
    From(from): From,
    Sender(sender): Sender,
    Asked(beside): Asked<Beside>,
    headers: HeaderMap,
    sent: Bytes,
) -> Result<Json<ReportPreview>, ApiError> {
    engine.allow(Limited::Report, from).await?;
    let (new, table) = read(&engine, &headers, &sent, beside).await?;
    let actor = actor(sender, &new)?;
    let preview = engine.preview_report(&actor, &new, &ReportSource::default()).await;
    Ok(Json(preview.map_err(|error| by_row(error, table.as_ref()))?))
}

/// The report that a body is; with its table if it is one.
async fn read(
    engine: &Engine,
    headers: &HeaderMap,
    sent: &[u8],
    beside: Beside,
) -> Result<(NewReport, Option<CsvLines>), ApiError> {
    if !is_table(headers) {
        return Ok((body::read(sent)?, None));
    }
    let table = read_csv(sent, &engine.case_names().await?).map_err(ApiError::Fields)?;
    Ok((beside.with(table.lines.clone(), table.people), Some(table)))
}

/// Anybody reports for a group; in a section's name its staff.
fn actor(sender: Option<Actor>, new: &NewReport) -> Result<Actor, ApiError> {
    match sender {
        None if new.section.is_some() => Err(ApiError::NotTheSection),
        sender => Ok(sender.unwrap_or(Actor::Supporter)),
    }
}

fn by_row(error: EngineError, table: Option<&CsvLines>) -> EngineError {
    match (error, table) {
        (EngineError::Invalid(errors), Some(table)) => EngineError::Invalid(table.by_row(errors)),
        (other, _) => other,
    }
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
