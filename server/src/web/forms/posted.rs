//! `POST /cases/{slug}/posted`: a receipt, or the page again.

use app::attempts::{Attempt, PostedForm};
use axum::{
    RequestExt as _,
    extract::{Form, Path, Request, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    action::NewAction,
    field::{FieldError, Rule},
};
use engine::EngineError;
use uuid::Uuid;

use super::{again, refusal};
use crate::web::{Site, from::From};

/// Answers the "I posted it" form.
pub async fn answer(
    State(site): State<Site>,
    Path(slug): Path<String>,
    From(from): From,
    request: Request,
) -> Response {
    let (parts, body) = request.into_parts();
    let whole = Request::from_parts(parts.clone(), body);
    let Ok(Form(form)) = whole.extract::<Form<PostedForm>, _>().await else {
        return (StatusCode::BAD_REQUEST, "This is not the form for posted letters: go back and send it again.")
            .into_response();
    };
    let recorded = match read(&slug, &form) {
        Ok(action) => site.engine.record_action_from(from, &action).await,
        Err(wrong) => Err(wrong),
    };
    match recorded {
        Ok(recorded) => Redirect::to(&format!("/receipts/{}", recorded.receipt.reference)).into_response(),
        Err(error) => again(&site, parts, Attempt { form, refusal: refusal(error) }).await,
    }
}

fn read(slug: &str, form: &PostedForm) -> Result<NewAction, EngineError> {
    let mut wrong = Vec::new();
    let mut note = |field: &str, rule| wrong.push(FieldError::new(field, rule));
    let id = form.id.parse::<Uuid>().map_err(|_| note("id", Rule::Format));
    let quantity = form.quantity.trim().parse::<i64>().map_err(|_| note("quantity", Rule::OneToTenThousand));
    match (id, quantity) {
        (Ok(id), Ok(quantity)) => Ok(NewAction {
            id,
            campaign: form.campaign.clone(),
            case: slug.to_owned(),
            kind: form.kind.clone(),
            quantity,
            country: Some(form.country.clone()).filter(|country| !country.is_empty()),
            occurred_on: form.occurred_on.trim().to_owned(),
            group: None,
        }),
        _ => Err(EngineError::Invalid(wrong)),
    }
}
