//! `/cases/{slug}/write`: a sheet of paper, what to ask for beside it, and a PDF at the end.
//!
//! The form is sent to its own address. The server answers with the PDF, or with this page again: what was typed intact,
//! its problems named.

mod beside;
mod paper;
mod preview;

use domain::{Slug, country::Country, date::iso};
use engine::{
    Engine, EngineError,
    letters::{LetterDraft, usual_paper, usual_profile},
};
use leptos::prelude::*;

use crate::{
    attempts::{Attempt, Refusal, WriteForm},
    parts::{
        fields::Problems,
        visit::{Room, Sheet, Trouble, Visit, param, query, slug},
    },
    shell::Assets,
    words::Words,
};

/// The form's id, by which the island finds it.
const FORM: &str = "letter";

/// What the form shows: what was typed, or what a writer starts from.
struct Desk {
    draft: LetterDraft,
    form: WriteForm,
    /// The address as it will be printed.
    recipient: Vec<String>,
    /// The date as it will be printed.
    written: String,
    problems: Problems,
    /// How many pages it takes, if the writer has to be told.
    pages: Option<i64>,
}

/// The page.
#[component]
pub fn Write() -> impl IntoView {
    let visit = Visit::of_this_request();
    let name = param("slug");
    let wanted = query("target");
    let attempt = use_context::<Attempt<WriteForm>>();
    let assets = use_context::<Assets>().unwrap_or_default();
    Suspend::new(async move {
        visit.keep_out_of_caches();
        let sheet = load(&visit, &assets, &name, wanted, attempt).await;
        visit.show(sheet).await
    })
}

async fn load(
    visit: &Visit,
    assets: &Assets,
    name: &str,
    wanted: Option<String>,
    attempt: Option<Attempt<WriteForm>>,
) -> Result<Sheet, Trouble> {
    let (w, engine, case) = (&visit.words, visit.engine()?, slug(name)?);
    let target = attempt.as_ref().map(|a| a.form.target.clone()).or(wanted).and_then(|t| t.parse::<Slug>().ok());
    let draft = match engine.letter_draft(&case, target.as_ref(), visit.lang()).await {
        // An office that is none of this case's, or has no address: the first one is.
        Err(EngineError::Invalid(_)) if target.is_some() => engine.letter_draft(&case, None, visit.lang()).await,
        answer => answer,
    };
    let draft = match draft {
        Err(EngineError::Invalid(_)) => return nobody_writes(visit, &case).await,
        draft => draft?,
    };
    let desk = lay_out(engine, draft, attempt);
    let preview = preview::preview(w, engine, assets, &desk);
    let title = w.with("write-title", [("name", desk.draft.page.case.name.as_str().into())]);
    let body = view! {
        <div class="wrap write">
            <form id=FORM class="desk" method="post" action=format!("/cases/{case}/write")>
                <div class="about">
                    <h1>{title.clone()}</h1>
                    {paper::addressee(w, &desk)}
                    {paper::rules(w, &desk)}
                    {desk.problems.summary(w, &labels(w))}
                    {paper::longer(w, &desk)}
                </div>
                <input type="hidden" name="target" value=desk.draft.target.slug.to_string()/>
                {(!desk.form.pages.is_empty()).then(|| view! { <input type="hidden" name="pages" value=desk.form.pages.clone()/> })}
                {paper::sheet(w, &desk, preview)}
                <div class="tools">{beside::tools(w, &desk)}</div>
                {beside::bar(w, &desk)}
            </form>
            {beside::posted(w, engine, &desk)}
        </div>
    };
    let mut head = visit.head(&title);
    head.unlisted = true;
    Ok(Sheet::new(head, body).within(Room::Cases).with_islands())
}

/// The fields with their labels, for the summary of problems.
fn labels(w: &Words) -> [(&'static str, String); 8] {
    [
        ("salutation", w.t("write-salutation")),
        ("body", w.t("write-body")),
        ("name", w.t("write-name")),
        ("town", w.t("write-town")),
        ("profile", w.t("write-profile")),
        ("paper", w.t("write-paper")),
        ("alignment", w.t("write-alignment")),
        ("posted_from", w.t("write-posted-from")),
    ]
}

fn lay_out(engine: &Engine, draft: LetterDraft, attempt: Option<Attempt<WriteForm>>) -> Desk {
    let problems = Problems::of(attempt.as_ref());
    let pages = attempt.as_ref().and_then(|attempt| match attempt.refusal {
        Refusal::Pages(pages) => Some(pages),
        _ => None,
    });
    let form = attempt.map_or_else(|| blank(&draft), |attempt| attempt.form);
    let posted_from = form.posted_from.parse::<Country>().ok();
    let stationery = engine.stationery(&draft, None);
    let recipient = stationery.destination.lines(posted_from.as_ref().map_or("", Country::code));
    Desk { draft, form, recipient, written: stationery.written, problems, pages }
}

/// The form as a writer finds it.
fn blank(draft: &LetterDraft) -> WriteForm {
    WriteForm {
        target: draft.target.slug.to_string(),
        salutation: draft.salutation.clone(),
        body: draft.body.clone(),
        profile: usual_profile(None).name().to_owned(),
        paper: usual_paper(None).name().to_owned(),
        ..WriteForm::default()
    }
}

/// The case is public, but no letter is offered for it.
async fn nobody_writes(visit: &Visit, case: &Slug) -> Result<Sheet, Trouble> {
    let w = &visit.words;
    let page = visit.engine()?.case_page(case).await?;
    let title = w.with("write-nobody-title", [("name", page.case.name.as_str().into())]);
    let body = view! {
        <div class="wrap page">
            <h1>{title.clone()}</h1>
            <p class="lead">{w.t("write-nobody-text")}</p>
            <p class="acts">
                <a class="button second" href=format!("/cases/{case}")>
                    {w.t("write-nobody-why")}
                </a>
                " "
                <a class="button second" href="/cases">
                    {w.t("trouble-cases")}
                </a>
            </p>
        </div>
    };
    let mut head = visit.head(&title);
    head.unlisted = true;
    Ok(Sheet::new(head, body).within(Room::Cases))
}

/// Today, for a form that is not sent yet.
fn today(engine: &Engine) -> String {
    iso(engine.today())
}
