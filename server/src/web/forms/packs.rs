//! `POST /packs` and `POST /packs/{code}`: a pack as one file, or the page again.

use std::sync::{Arc, Mutex};

use app::{
    attempts::{Attempt, PackForm},
    pages::packs::builder::{included, title},
    words::Words,
};
use axum::{
    RequestExt as _,
    extract::{Form, Path, Request, State},
    http::{StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    Lang, Slug,
    country::Country,
    field::{FieldError, Rule},
    group::GroupKind,
    pack::{Order, PackCode, PackLetters, PackSpec, Style},
};
use engine::{
    Actor, EngineError,
    groups::NamedGroup,
    limits::Limited,
    packs::{KeptPack, PackOrder},
};

use super::{again, refusal};
use crate::web::{Site, from::From};

/// What a form asks for.
struct Wanted {
    spec: PackSpec,
    campaign: Slug,
    group: Option<NamedGroup>,
}

/// Answers the pack builder.
pub async fn answer(State(site): State<Site>, From(from): From, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let whole = Request::from_parts(parts.clone(), body);
    let Ok(Form(form)) = whole.extract::<Form<PackForm>, _>().await else {
        return (StatusCode::BAD_REQUEST, "This is not the form for packs: go back and send it again.").into_response();
    };
    let made = match read(&form, &Words::new(Lang::en())) {
        Ok(wanted) => match site.engine.allow(Limited::Pack, from).await {
            Ok(_) => make(&site, &wanted, form.then == "look").await.map_err(|error| named(&wanted.spec, error)),
            Err(error) => Err(error),
        },
        Err(wrong) => Err(EngineError::Invalid(wrong)),
    };
    match made {
        Ok(response) => response,
        Err(error) => again(&site, parts, Attempt { form, refusal: refusal(error) }).await,
    }
}

/// Answers "Get the file" on a pack's page.
pub async fn print_again(
    State(site): State<Site>,
    Path(typed): Path<String>,
    From(from): From,
    request: Request,
) -> Response {
    let pack = match typed.parse::<PackCode>() {
        Ok(code) => match site.engine.allow(Limited::Pack, from).await {
            Ok(_) => site.engine.kept_pack(code).await,
            Err(error) => Err(error),
        },
        Err(_) => Err(EngineError::NotFound),
    };
    let printed = match pack {
        Ok(pack) => file(&site, &pack).await,
        Err(error) => Err(error),
    };
    match printed {
        Ok(response) => response,
        // the page says by itself what is the matter: an unknown code, or a case that nobody writes for any more
        Err(error) => {
            let (parts, _) = request.into_parts();
            again(&site, parts, Attempt { form: PackForm::default(), refusal: refusal(error) }).await
        }
    }
}

async fn make(site: &Site, wanted: &Wanted, look: bool) -> Result<Response, EngineError> {
    // first what can be wrong with it: a pack that cannot be printed is not kept
    site.engine.check_pack(&wanted.spec).await?;
    let kept =
        site.engine.keep_pack(&Actor::Supporter, &wanted.spec, Some(&wanted.campaign), wanted.group.as_ref()).await?;
    if look {
        return Ok(Redirect::to(&format!("/packs/{}", kept.code)).into_response());
    }
    file(site, &kept).await
}

/// The pack as a file, attached, so that the page stays where it is.
async fn file(site: &Site, kept: &KeptPack) -> Result<Response, EngineError> {
    let order = PackOrder {
        spec: kept.spec.clone(),
        code: Some(kept.code),
        base_url: site.base_url.to_string(),
        words: Arc::new(Words::new(Lang::en())),
    };
    let sink = Sink::default();
    let printed = site.engine.print_pack(&order, sink.clone(), |_| ()).await?;
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{}\"", printed.file_name)),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, sink.taken()?).into_response())
}

/// Where a pack is written to: the handle that stays here reads what the one that was given away took.
#[derive(Clone, Default)]
struct Sink(Arc<Mutex<Vec<u8>>>);

impl Sink {
    fn taken(&self) -> Result<Vec<u8>, EngineError> {
        self.0.lock().map(|mut bytes| std::mem::take(&mut *bytes)).map_err(|_| EngineError::Internal)
    }
}

impl std::io::Write for Sink {
    fn write(&mut self, some: &[u8]) -> std::io::Result<usize> {
        let mut bytes = self.0.lock().map_err(|_| std::io::Error::other("the file was lost"))?;
        bytes.extend_from_slice(some);
        Ok(some.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// The form's words as a pack.
fn read(form: &PackForm, w: &Words) -> Result<Wanted, Vec<FieldError>> {
    let mut wrong = Vec::new();
    let mut note = |field: &str, rule| wrong.push(FieldError::new(field, rule));
    let campaign = form.campaign.parse::<Slug>().map_err(|_| note("campaign", Rule::UnknownCampaign));
    let style = form.style.parse::<Style>().map_err(|_| note("style", Rule::UnknownWord));
    let order = form.order.parse::<Order>().map_err(|_| note("order", Rule::UnknownWord));
    let profile = form.profile.parse::<Slug>().map_err(|_| note("profile", Rule::UnknownWord));
    let paper = form.paper.parse::<Slug>().map_err(|_| note("paper", Rule::UnknownWord));
    let kind = form.group_kind.parse::<GroupKind>().map_err(|_| note("group_kind", Rule::UnknownWord));
    let posted_from = given(&form.posted_from)
        .map(|code| code.parse::<Country>().map_err(|_| note("posted_from", Rule::CountryCode)))
        .transpose();
    let date = given(&form.date).map(|day| domain::date::day(day).map_err(|_| note("date", Rule::Format))).transpose();
    let style_of_all = style.unwrap_or(Style::Prefilled);
    let letters = letters(form, style_of_all, &mut note);
    let group = given(&form.group);
    if let Some(Err(error)) = group.map(domain::group::name) {
        wrong.push(error);
    }
    let (Ok(campaign), Ok(_), Ok(order), Ok(profile), Ok(paper), Ok(kind), Ok(posted_from), Ok(date), true) =
        (campaign, style, order, profile, paper, kind, posted_from, date, wrong.is_empty())
    else {
        return Err(wrong);
    };
    let country = posted_from.unwrap_or(Country::UNKNOWN);
    let group = group.map(|name| NamedGroup { name: name.to_owned(), country, kind });
    let title = title(w, group.as_ref().map(|group| group.name.as_str()));
    let spec = PackSpec {
        title,
        date,
        profile: Some(profile),
        paper: Some(paper),
        duplex: form.sides != "one",
        order,
        posted_from,
        include: included(form),
        letters,
    };
    Ok(Wanted { spec, campaign, group })
}

/// A number for each case that has one. An empty field and a nought leave the case out.
fn letters(form: &PackForm, style: Style, note: &mut impl FnMut(&str, Rule)) -> Vec<PackLetters> {
    let mut letters = Vec::new();
    for (name, typed) in &form.more {
        let Some(case) = name.strip_prefix("copies-").and_then(|slug| slug.parse::<Slug>().ok()) else { continue };
        match typed.trim() {
            "" | "0" => {}
            number => match number.parse::<u32>() {
                Ok(copies) => letters.push(PackLetters { case, target: None, copies, lang: None, style }),
                Err(_) => note(name, Rule::OneToFiveThousand),
            },
        }
    }
    letters
}

fn given(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}

/// The engine names letters by their place in the spec; the form names them by their case.
fn named(spec: &PackSpec, error: EngineError) -> EngineError {
    let EngineError::Invalid(errors) = error else { return error };
    let name = |error: FieldError| {
        let place = error.field.strip_prefix("letters[").and_then(|rest| rest.split_once(']'));
        let letters = place.and_then(|(n, _)| spec.letters.get(n.parse::<usize>().ok()?));
        match letters {
            Some(letters) => FieldError { field: format!("copies-{}", letters.case), ..error },
            None => error,
        }
    };
    EngineError::Invalid(errors.into_iter().map(name).collect())
}
