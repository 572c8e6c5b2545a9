//! `POST /staff/reports/grace`: for how many days after its end a campaign still takes reports.

use axum::{
    Extension,
    extract::{Form, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use engine::{Actor, EngineError};
use serde::Deserialize;

use super::not_now;
use crate::web::Site;

/// What the form sends.
#[derive(Debug, Deserialize)]
pub struct GraceForm {
    days: String,
}

/// Sets it.
pub async fn grace(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Form(form): Form<GraceForm>,
) -> Response {
    let set = match form.days.trim().parse::<u16>() {
        Ok(days) => site.engine.set_report_grace(&actor, days).await,
        Err(_) => Err(EngineError::field("days", domain::field::Rule::Format)),
    };
    match set {
        Ok(()) => Redirect::to("/staff/reports?grace=set").into_response(),
        Err(EngineError::Invalid(_)) => Redirect::to("/staff/reports?grace=wrong").into_response(),
        Err(EngineError::Denied) => (StatusCode::FORBIDDEN, "Your account may not set this.").into_response(),
        Err(_) => not_now(),
    }
}
