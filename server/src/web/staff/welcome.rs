//! `POST /staff/welcome/{token}`: a password is set, or the page again.

use app::attempts::staff::{WelcomeAttempt, WelcomeForm};
use axum::{
    RequestExt as _,
    extract::{Form, Path, Request, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use engine::EngineError;
use leptos::prelude::provide_context;

use super::{again, not_now};
use crate::web::Site;

/// Answers the form for a new password.
pub async fn answer(State(site): State<Site>, Path(token): Path<String>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let whole = Request::from_parts(parts.clone(), body);
    let Ok(Form(form)) = whole.extract::<Form<WelcomeForm>, _>().await else {
        return (StatusCode::BAD_REQUEST, "This is not the form for a password: go back and send it again.")
            .into_response();
    };
    let attempt = match site.engine.set_password(&token, &form.password, &form.again).await {
        Ok(()) => return Redirect::to("/staff/sign-in?set=yes").into_response(),
        Err(EngineError::Invalid(errors)) => WelcomeAttempt(errors),
        // the page itself says that the link is of no use any more
        Err(EngineError::NotFound) => WelcomeAttempt(Vec::new()),
        Err(_) => return not_now(),
    };
    again(&site, parts, StatusCode::UNPROCESSABLE_ENTITY, move || provide_context(attempt.clone())).await
}
