//! `POST /cases/{slug}/write`: the letter as a PDF, or the page again.

use app::attempts::{Attempt, Refusal, WriteForm};
use axum::{
    RequestExt as _,
    extract::{Form, Path, Request, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{
    Lang, Slug,
    country::Country,
    field::{FieldError, Rule},
};
use engine::{
    EngineError,
    letters::{LetterRequest, SetLetter},
};

use super::{again, refusal};
use crate::web::Site;

/// Answers the write form.
pub async fn answer(State(site): State<Site>, Path(slug): Path<String>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let whole = Request::from_parts(parts.clone(), body);
    let Ok(Form(mut form)) = whole.extract::<Form<WriteForm>, _>().await else {
        return (StatusCode::BAD_REQUEST, "This is not the write form: go back and send it again.").into_response();
    };
    let set = match read(&slug, &form) {
        Ok(letter) => site.engine.set_letter(&letter).await,
        Err(wrong) => Err(wrong),
    };
    match set {
        Ok(letter) if letter.pages > expected(&form) => {
            form.pages = letter.pages.to_string();
            let pages = i64::try_from(letter.pages).unwrap_or(i64::MAX);
            again(&site, parts, Attempt { form, refusal: Refusal::Pages(pages) }).await
        }
        Ok(letter) => file(letter),
        Err(error) => again(&site, parts, Attempt { form, refusal: refusal(error) }).await,
    }
}

/// How many pages the writer expects: one, or as many as this form was told before.
fn expected(form: &WriteForm) -> usize {
    form.pages.trim().parse().unwrap_or(1)
}

fn file(letter: SetLetter) -> Response {
    // attached, so that the page with what was typed stays where it is
    let disposition = format!("attachment; filename=\"{}\"", letter.file_name);
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, letter.pdf).into_response()
}

/// The form's words as a request.
fn read(slug: &str, form: &WriteForm) -> Result<LetterRequest, EngineError> {
    let mut wrong = Vec::new();
    let mut note = |field: &str, rule| wrong.push(FieldError::new(field, rule));
    let case = slug.parse::<Slug>().map_err(|_| EngineError::NotFound)?;
    let target =
        given(&form.target).map(|t| t.parse::<Slug>().map_err(|_| note("target", Rule::UnknownWord))).transpose();
    let profile = form.profile.parse().map_err(|_| note("profile", Rule::UnknownWord));
    let paper = form.paper.parse().map_err(|_| note("paper", Rule::UnknownWord));
    let alignment = given(&form.alignment)
        .map(str::parse::<letter::Alignment>)
        .transpose()
        .map_err(|_| note("alignment", Rule::UnknownWord));
    let posted_from = given(&form.posted_from)
        .map(|c| c.parse::<Country>().map_err(|_| note("posted_from", Rule::CountryCode)))
        .transpose();
    match (target, profile, paper, alignment, posted_from) {
        (Ok(target), Ok(profile), Ok(paper), Ok(alignment), Ok(posted_from)) => Ok(LetterRequest {
            case,
            target,
            lang: Lang::en(),
            profile,
            paper,
            alignment: alignment.unwrap_or_default(),
            name: form.name.clone(),
            sender_lines: letter::form::address_lines(&form.town),
            salutation: form.salutation.clone(),
            body: Some(form.body.clone()),
            date: None,
            posted_from,
        }),
        _ => Err(EngineError::Invalid(wrong)),
    }
}

fn given(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}
