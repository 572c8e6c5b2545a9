//! `POST /r/{code}`: a last look, then the receipt; or the page again.

use app::attempts::{Attempt, Refusal, ReportForm, Review};
use axum::{
    RequestExt as _,
    body::Body,
    extract::{Form, Path, Request, State},
    http::{HeaderValue, StatusCode, header, request::Parts},
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    action::Kind,
    country::Country,
    field::{FieldError, Rule},
    group::GroupKind,
    pack::PackCode,
    report::{NewLine, NewReport},
};
use engine::{
    Actor, EngineError,
    groups::NamedGroup,
    reports::{PackReport, ReportSource},
};
use leptos::prelude::provide_context;
use uuid::Uuid;

use super::{again, refusal};
use crate::web::Site;

/// Answers the report form of a pack.
pub async fn answer(State(site): State<Site>, Path(typed): Path<String>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let whole = Request::from_parts(parts.clone(), body);
    let Ok(Form(form)) = whole.extract::<Form<ReportForm>, _>().await else {
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
    let done = match read(&page, &form) {
        Ok((new, source)) => step(&site, &form, &new, &source).await,
        Err(wrong) => Err(EngineError::Invalid(wrong)),
    };
    match done {
        Ok(Step::Counted(response)) => response,
        Ok(Step::Look(review)) => shown(&site, parts, move || provide_context(review.as_ref().clone())).await,
        Err(error) => again(&site, parts, Attempt { refusal: refusal(named(&page, &form, error)), form }).await,
    }
}

enum Step {
    Look(Box<Review>),
    Counted(Response),
}

async fn step(site: &Site, form: &ReportForm, new: &NewReport, source: &ReportSource) -> Result<Step, EngineError> {
    if form.step == "send" {
        let counted = site.engine.record_report(&Actor::Supporter, new, source).await?;
        return Ok(Step::Counted(Redirect::to(&format!("/receipts/{}", counted.view.reference)).into_response()));
    }
    let preview = site.engine.preview_report(new, source).await?;
    Ok(Step::Look(Box::new(Review { form: form.clone(), preview })))
}

/// The page of the request's address, with something in its context. It carries what was typed: no cache keeps it.
async fn shown(site: &Site, parts: Parts, more: impl Fn() + Clone + Send + Sync + 'static) -> Response {
    let mut response = site.render(Request::from_parts(parts, Body::empty()), more).await;
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// The form's words as a report.
fn read(page: &PackReport, form: &ReportForm) -> Result<(NewReport, ReportSource), Vec<FieldError>> {
    let mut wrong = Vec::new();
    let lines = lines(page, form, &mut wrong);
    let mut note = |field: &str, rule| wrong.push(FieldError::new(field, rule));
    let id = form.id.parse::<Uuid>().map_err(|_| note("id", Rule::Format));
    let replaces = match form.replaces.trim() {
        "" => Ok(None),
        text => text.parse::<Uuid>().map(Some).map_err(|_| note("replaces", Rule::UnknownReport)),
    };
    let group = match &page.pack.group {
        Some(_) => Ok(None),
        None => named_group(form).map(Some).map_err(|error| wrong.push(error)),
    };
    let (Ok(id), Ok(replaces), Ok(group), true) = (id, replaces, group, wrong.is_empty()) else { return Err(wrong) };
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
        note: Some(form.note.clone()).filter(|note| !note.trim().is_empty()),
        lines: lines.into_iter().map(|(_, line)| line).collect(),
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

/// The lines that have a number, each with its field. An empty field and a nought are no line.
fn lines(page: &PackReport, form: &ReportForm, wrong: &mut Vec<FieldError>) -> Vec<(String, NewLine)> {
    let mut lines = Vec::new();
    let mut failed = false;
    for (n, case) in page.cases.iter().enumerate() {
        for kind in Kind::ALL {
            let field = ReportForm::field(n, *kind);
            let quantity = match form.number(n, *kind).trim() {
                "" | "0" => continue,
                number => number.parse::<i64>(),
            };
            match quantity {
                Ok(quantity) => {
                    let line =
                        NewLine { case: case.slug.to_string(), kind: kind.to_string(), quantity, language: None };
                    lines.push((field, line));
                }
                Err(_) => {
                    failed = true;
                    wrong.push(FieldError::new(&field, Rule::OneToTenMillion));
                }
            }
        }
    }
    if lines.is_empty() && !failed {
        wrong.push(FieldError::new("numbers", Rule::NothingChosen));
    }
    lines
}

/// The engine names lines by their place in the report; the form names them by case and kind.
fn named(page: &PackReport, form: &ReportForm, error: EngineError) -> EngineError {
    let EngineError::Invalid(errors) = error else { return error };
    let lines = lines(page, form, &mut Vec::new());
    let name = |error: FieldError| {
        let place = error.field.strip_prefix("lines[").and_then(|rest| rest.split_once(']'));
        match place.and_then(|(n, _)| lines.get(n.parse::<usize>().ok()?)) {
            Some((field, _)) => FieldError { field: field.clone(), ..error },
            None => error,
        }
    };
    EngineError::Invalid(errors.into_iter().map(name).collect())
}
