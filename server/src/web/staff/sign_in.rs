//! Signing in and out.

use app::attempts::staff::{NotLetIn, SignInAttempt, SignInForm};
use axum::{
    RequestExt as _,
    extract::{Form, Request, State},
    http::{HeaderMap, Method, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use engine::{Actor, EngineError, limits::Limited, sessions::SignedIn};
use leptos::prelude::provide_context;
use url::form_urlencoded;

use super::{again, own_address};
use crate::web::{Site, from::From};

impl Site {
    /// Who sends this request, if they are signed in.
    ///
    /// # Errors
    /// When the database does not answer.
    pub(super) async fn actor(&self, headers: &HeaderMap) -> Result<Option<Actor>, EngineError> {
        match self.cookie.and_then(|cookie| cookie.token(headers).map(str::to_owned)) {
            Some(token) => self.engine.signed_in(&token).await,
            None => Ok(None),
        }
    }
}

/// The way to the sign-in page, and from there back to what was asked for.
pub fn led_to(request: &Request) -> Response {
    let wanted = request.uri().path_and_query().map_or("/staff", |address| address.as_str());
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let to = if reads { own_address(wanted) } else { "/staff" };
    if to == "/staff" {
        return Redirect::to("/staff/sign-in").into_response();
    }
    let query = form_urlencoded::Serializer::new(String::new()).append_pair("to", to).finish();
    Redirect::to(&format!("/staff/sign-in?{query}")).into_response()
}

/// `POST /staff/sign-in`: a session, or the page again.
pub async fn sign_in(State(site): State<Site>, From(from): From, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let whole = Request::from_parts(parts.clone(), body);
    let Ok(Form(form)) = whole.extract::<Form<SignInForm>, _>().await else {
        return (StatusCode::BAD_REQUEST, "This is not the sign-in form: go back and send it again.").into_response();
    };
    let to = own_address(&form.to).to_owned();
    let Some(cookie) = site.cookie else { return refused(&site, parts, form.login, to, NotLetIn::NoTls).await };
    let signed_in = match site.engine.allow(Limited::SignIn, from).await {
        Ok(_) => site.engine.sign_in(&form.login, &form.password).await,
        Err(error) => Err(error),
    };
    let why = match signed_in {
        Ok(SignedIn::Yes(token)) => {
            let mut response = Redirect::to(&to).into_response();
            response.headers_mut().extend(cookie.give(&token).map(|line| (header::SET_COOKIE, line)));
            return response;
        }
        Ok(SignedIn::No) => NotLetIn::Wrong,
        Err(EngineError::Wait(minutes)) => NotLetIn::Wait(minutes),
        Err(EngineError::TooMany(seconds)) => NotLetIn::TooMany(i64::try_from(seconds.div_ceil(60)).unwrap_or(60)),
        Err(_) => NotLetIn::Later,
    };
    refused(&site, parts, form.login, to, why).await
}

async fn refused(site: &Site, parts: axum::http::request::Parts, login: String, to: String, why: NotLetIn) -> Response {
    let status = match why {
        NotLetIn::Wrong => StatusCode::UNPROCESSABLE_ENTITY,
        NotLetIn::Wait(_) | NotLetIn::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
        NotLetIn::Later | NotLetIn::NoTls => StatusCode::SERVICE_UNAVAILABLE,
    };
    let attempt = SignInAttempt { login, to, why };
    let mut response = again(site, parts, status, move || provide_context(attempt.clone())).await;
    if let NotLetIn::Wait(minutes) | NotLetIn::TooMany(minutes) = why {
        response.headers_mut().insert(header::RETRY_AFTER, (minutes * 60).into());
    }
    response
}

/// `POST /staff/sign-out`: ends the session.
pub async fn sign_out(State(site): State<Site>, headers: HeaderMap) -> Response {
    let Some(cookie) = site.cookie else { return Redirect::to("/staff/sign-in").into_response() };
    if let Some(token) = cookie.token(&headers)
        && site.engine.sign_out(token).await.is_err()
    {
        return super::not_now();
    }
    let mut response = Redirect::to("/staff/sign-in?out=yes").into_response();
    response.headers_mut().extend(cookie.take().map(|line| (header::SET_COOKIE, line)));
    response
}
