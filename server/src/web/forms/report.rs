//! `POST /r/{code}`: a last look, then the receipt; or the page again.

mod numbers;
mod sent;

use app::attempts::{Attempt, Refusal, ReportForm, Review};
use axum::{
    body::Body,
    extract::{Path, Request, State},
    http::{HeaderValue, StatusCode, header, request::Parts},
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    country::Country,
    field::{FieldError, Rule},
    group::GroupKind,
    pack::PackCode,
    report::NewReport,
};
use engine::{
    Actor, EngineError,
    groups::NamedGroup,
    limits::Limited,
    reports::{PackReport, ReportSource},
};
use leptos::prelude::provide_context;
use uuid::Uuid;

use super::{again, refusal};
use crate::web::{Site, from::From};
use numbers::Numbers;

/// Answers the report form of a pack.
pub async fn answer(
    State(site): State<Site>,
    Path(typed): Path<String>,
    From(from): From,
    request: Request,
) -> Response {
    let (parts, body) = request.into_parts();
    let Some((form, file)) = sent::form(Request::from_parts(parts.clone(), body)).await else {
        return (StatusCode::BAD_REQUEST, "This is not the form for reports: go back and send it again.")
            .into_response();
    };
    let page = match typed.parse::<PackCode>() {
        Ok(code) => site.engine.pack_report(code).await,
        Err(_) => Err(EngineError::NotFound),
    };
    let page = match page {
        Ok(page) => page,
        // the page says by itself that no pack has this code
        Err(error) => return again(&site, parts, Attempt { form, refusal: refusal(error) }).await,
    };
    if form.step == "change" {
        return shown(&site, parts, move || {
            provide_context(Attempt { form: form.clone(), refusal: Refusal::Fields(vec![]) })
        })
        .await;
    }
    match done(&site, &page, &form, file, from).await {
        Ok(Step::Counted(response)) => response,
        Ok(Step::Look(review)) => shown(&site, parts, move || provide_context(review.as_ref().clone())).await,
        Err(error) => again(&site, parts, Attempt { refusal: refusal(error), form }).await,
    }
}

enum Step {
    Look(Box<Review>),
    Counted(Response),
}

/// One step on: a look at what was sent, or its receipt. What is wrong is named as the form names it.
async fn done(
    site: &Site,
    page: &PackReport,
    form: &ReportForm,
    file: Option<FieldError>,
    from: Option<std::net::IpAddr>,
) -> Result<Step, EngineError> {
    let mut wrong: Vec<FieldError> = file.into_iter().collect();
    let numbers = Numbers::read(page, form, &site.engine.case_names().await?, &mut wrong);
    let (new, source) = read(page, form, &numbers, wrong).map_err(EngineError::Invalid)?;
    site.engine.allow(Limited::Report, from).await?;
    step(site, form, &new, &source).await.map_err(|error| numbers.named(error))
}

async fn step(site: &Site, form: &ReportForm, new: &NewReport, source: &ReportSource) -> Result<Step, EngineError> {
    if form.step == "send" {
        let counted = site.engine.record_report(&Actor::Supporter, new, source).await?;
        return Ok(Step::Counted(Redirect::to(&format!("/receipts/{}", counted.view.reference)).into_response()));
    }
    let preview = site.engine.preview_report(&Actor::Supporter, new, source).await?;
    Ok(Step::Look(Box::new(Review { form: form.clone(), preview })))
}

/// The page of the request's address, with something in its context. It carries what was typed: no cache keeps it.
async fn shown(site: &Site, parts: Parts, more: impl Fn() + Clone + Send + Sync + 'static) -> Response {
    let mut response = site.render(Request::from_parts(parts, Body::empty()), more).await;
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// The form's words as a report.
fn read(
    page: &PackReport,
    form: &ReportForm,
    numbers: &Numbers,
    mut wrong: Vec<FieldError>,
) -> Result<(NewReport, ReportSource), Vec<FieldError>> {
    let mut note = |field: &str, rule| wrong.push(FieldError::new(field, rule));
    let id = form.id.parse::<Uuid>().map_err(|_| note("id", Rule::Format));
    let replaces = match form.replaces.trim() {
        "" => Ok(None),
        text => text.parse::<Uuid>().map(Some).map_err(|_| note("replaces", Rule::UnknownReport)),
    };
    let people = match form.people.trim() {
        "" => Ok(numbers.people()),
        text => text.parse::<i64>().map(Some).map_err(|_| note("people", Rule::OneToTenMillion)),
    };
    let group = match &page.pack.group {
        Some(_) => Ok(None),
        None => named_group(form).map(Some).map_err(|error| wrong.push(error)),
    };
    let (Ok(id), Ok(replaces), Ok(people), Ok(group), true) = (id, replaces, people, group, wrong.is_empty()) else {
        return Err(wrong);
    };
    let slug = page.pack.group.as_ref().map(|group| group.slug.to_string());
    let new = NewReport {
        id,
        campaign: page.pack.campaign.to_string(),
        group: slug.or_else(|| group.as_ref().map(|group| group.name.clone())),
        section: None,
        replaces,
        collected_from: form.collected_from.clone(),
        collected_to: form.collected_to.clone(),
        basis: form.basis.clone(),
        people,
        note: Some(form.note.clone()).filter(|note| !note.trim().is_empty()),
        lines: numbers.lines(),
    };
    Ok((new, ReportSource { pack: Some(page.pack.code), group }))
}

fn named_group(form: &ReportForm) -> Result<NamedGroup, FieldError> {
    let name = domain::group::name(&form.group)?;
    let kind = form.group_kind.parse::<GroupKind>().map_err(|_| FieldError::new("group_kind", Rule::UnknownWord))?;
    let country = match form.country.trim() {
        "" => Country::UNKNOWN,
        code => code.parse().map_err(|_| FieldError::new("country", Rule::CountryCode))?,
    };
    Ok(NamedGroup { name, country, kind })
}
