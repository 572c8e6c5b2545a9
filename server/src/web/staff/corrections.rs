//! `POST /staff/corrections`: takes back what was chosen and looked at; `POST /staff/corrections/undo`: puts it back.

use app::attempts::staff::{CorrectAttempt, CorrectForm, UndoForm};
use axum::{
    Extension, RequestExt as _,
    extract::{Form, Request, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    field::{FieldError, Rule},
    ledger::Reason,
};
use engine::{
    Actor, EngineError,
    corrections::{Chosen, Corrected},
};
use leptos::prelude::provide_context;
use uuid::Uuid;

use super::{again, not_now};
use crate::web::Site;

/// Takes back.
pub async fn correct(State(site): State<Site>, Extension(actor): Extension<Actor>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let whole = Request::from_parts(parts.clone(), body);
    let Ok(Form(form)) = whole.extract::<Form<CorrectForm>, _>().await else { return not_this_form() };
    let errors = match done(&site, &actor, &form).await {
        Ok(corrected) => return to_list("done", &corrected),
        Err(EngineError::Invalid(errors)) => errors,
        Err(other) => return refused(&other),
    };
    let attempt = CorrectAttempt { chosen: form.chosen, reason: form.reason, remark: form.remark, errors };
    again(&site, parts, StatusCode::UNPROCESSABLE_ENTITY, move || provide_context(attempt.clone())).await
}

async fn done(site: &Site, actor: &Actor, form: &CorrectForm) -> Result<Corrected, EngineError> {
    let chosen = Chosen::read(&form.chosen).map_err(EngineError::Invalid)?;
    let chosen = chosen.ok_or_else(|| EngineError::field("selection", Rule::NothingChosen))?;
    let reason = form.reason.parse::<Reason>().map_err(|_| EngineError::field("reason", Rule::UnknownWord))?;
    let expected = form.expected.parse().map_err(|_| EngineError::field("expected", Rule::Format))?;
    site.engine.correct(actor, &chosen, reason, &form.remark, expected).await
}

/// Puts back.
pub async fn undo(State(site): State<Site>, Extension(actor): Extension<Actor>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let whole = Request::from_parts(parts.clone(), body);
    let Ok(Form(form)) = whole.extract::<Form<UndoForm>, _>().await else { return not_this_form() };
    let Ok(batch) = form.batch.parse::<Uuid>() else { return not_this_form() };
    let errors: Vec<FieldError> = match site.engine.undo_correction(&actor, batch).await {
        Ok(corrected) => return to_list("undone", &corrected),
        Err(EngineError::Invalid(errors)) => errors,
        Err(other) => return refused(&other),
    };
    let attempt = CorrectAttempt { chosen: String::new(), reason: String::new(), remark: String::new(), errors };
    let mut parts = parts;
    parts.uri = axum::http::Uri::from_static("/staff/corrections");
    again(&site, parts, StatusCode::UNPROCESSABLE_ENTITY, move || provide_context(attempt.clone())).await
}

fn to_list(what: &str, corrected: &Corrected) -> Response {
    Redirect::to(&format!("/staff/corrections?{what}={}", corrected.batch)).into_response()
}

fn not_this_form() -> Response {
    (StatusCode::BAD_REQUEST, "This is not the form for corrections: go back and send it again.").into_response()
}

fn refused(error: &EngineError) -> Response {
    match error {
        EngineError::Denied => {
            (StatusCode::FORBIDDEN, "Your account may not correct what was counted.").into_response()
        }
        EngineError::NotFound => (StatusCode::NOT_FOUND, "There is no such correction.").into_response(),
        _ => not_now(),
    }
}
