//! `/cases/{slug}/posted`: says that letters were posted. The server answers with the receipt, or with this page again.

use domain::{action::Kind, campaign::Campaign, date::iso};
use engine::{Engine, cases::CasePage};
use leptos::prelude::*;

use crate::{
    attempts::{Attempt, PostedForm, Refusal},
    parts::{
        fields::{Problems, Ties, countries, field, menu},
        visit::{Room, Sheet, Trouble, Visit, param, slug},
    },
    words::Words,
};

/// The page.
#[component]
pub fn Posted() -> impl IntoView {
    let visit = Visit::of_this_request();
    let name = param("slug");
    let attempt = use_context::<Attempt<PostedForm>>();
    Suspend::new(async move {
        visit.keep_out_of_caches();
        let sheet = load(&visit, &name, attempt).await;
        visit.show(sheet).await
    })
}

async fn load(visit: &Visit, name: &str, attempt: Option<Attempt<PostedForm>>) -> Result<Sheet, Trouble> {
    let (w, engine) = (&visit.words, visit.engine()?);
    let page = engine.case_page(&slug(name)?).await?;
    let title = w.with("posted-title", [("name", page.case.name.as_str().into())]);
    let content = match &page.counts_in {
        Some(link) => {
            let campaign = engine.campaign_page(&link.slug).await?.campaign;
            let problems = Problems::of(attempt.as_ref());
            let form = attempt.map_or_else(|| blank(engine, &campaign), |attempt| kept(engine, attempt));
            whole_form(w, &page, &campaign, &form, &problems)
        }
        None => view! { <p class="lead">{w.t("posted-nowhere")}</p> }.into_any(),
    };
    let body = view! {
        <div class="wrap page">
            <h1>{title.clone()}</h1>
            {content}
            <p>
                <a href=format!("/cases/{}", page.case.slug)>{w.t("posted-back")}</a>
            </p>
        </div>
    };
    let mut head = visit.head(&title);
    head.unlisted = true;
    Ok(Sheet::new(head, body).within(Room::Cases))
}

fn blank(engine: &Engine, campaign: &Campaign) -> PostedForm {
    PostedForm {
        id: engine.new_id().to_string(),
        campaign: campaign.slug.to_string(),
        kind: first_kind(campaign).to_string(),
        quantity: "1".to_owned(),
        country: String::new(),
        occurred_on: iso(engine.today()),
    }
}

/// A letter where the campaign counts letters.
fn first_kind(campaign: &Campaign) -> Kind {
    let letters = campaign.kinds.iter().find(|kind| **kind == Kind::Letter);
    letters.or(campaign.kinds.first()).copied().unwrap_or(Kind::Letter)
}

/// What was typed. An id that was used before with other answers is a used one: the form gets a fresh one.
fn kept(engine: &Engine, attempt: Attempt<PostedForm>) -> PostedForm {
    let used = matches!(attempt.refusal, Refusal::SentBefore) || !attempt.errors_of("id").is_empty();
    let mut form = attempt.form;
    if used {
        form.id = engine.new_id().to_string();
    }
    form
}

fn whole_form(w: &Words, page: &CasePage, campaign: &Campaign, form: &PostedForm, problems: &Problems) -> AnyView {
    let labels = [
        ("kind", w.t("posted-kind")),
        ("quantity", w.t("posted-quantity")),
        ("occurred_on", w.t("posted-day")),
        ("country", w.t("posted-country")),
    ];
    let (country, none) = (form.country.clone(), w.t("posted-country-none"));
    view! {
        <p class="lead">{w.with("posted-lead", [("campaign", campaign.title.as_str().into())])}</p>
        {problems.summary(w, &labels)}
        <form class="sheet form" method="post" action=format!("/cases/{}/posted", page.case.slug)>
            <input type="hidden" name="id" value=form.id.clone()/>
            <input type="hidden" name="campaign" value=form.campaign.clone()/>
            {kinds(w, campaign, form)}
            {quantity(w, form, problems)}
            {day(w, campaign, form, problems)}
            {field(w, problems, "country", w.t("posted-country"), Some(w.t("posted-country-help")), |ties| {
                menu("country", countries(w, none), &country, ties)
            })}
            <p class="lock">{w.t("posted-kept")} " " <a href="/about/privacy">{w.t("foot-privacy")}</a></p>
            <button class="button" type="submit">
                {w.t("posted-send")}
            </button>
        </form>
    }
    .into_any()
}

fn kinds(w: &Words, campaign: &Campaign, form: &PostedForm) -> AnyView {
    let choice = |kind: &Kind| {
        let (value, checked) = (kind.to_string(), form.kind == kind.as_str());
        view! {
            <label class="choice">
                <input type="radio" name="kind" value=value checked=checked required/>
                {w.of("kind", kind)}
            </label>
        }
    };
    let choices = campaign.kinds.iter().map(choice).collect_view();
    view! {
        <fieldset id="kind" tabindex="-1">
            <legend>{w.t("posted-kind")}</legend>
            {choices}
        </fieldset>
    }
    .into_any()
}

fn quantity(w: &Words, form: &PostedForm, problems: &Problems) -> AnyView {
    let value = form.quantity.clone();
    let control = move |ties: Ties| {
        view! {
            <input
                id="quantity"
                name="quantity"
                value=value
                inputmode="numeric"
                autocomplete="off"
                required
                aria-describedby=ties.described_by
                aria-invalid=ties.invalid
            />
        }
        .into_any()
    };
    field(w, problems, "quantity", w.t("posted-quantity"), Some(w.t("posted-quantity-help")), control)
}

fn day(w: &Words, campaign: &Campaign, form: &PostedForm, problems: &Problems) -> AnyView {
    let (value, first) = (form.occurred_on.clone(), iso(campaign.opens.first_day()));
    let control = move |ties: Ties| {
        view! {
            <input
                id="occurred_on"
                name="occurred_on"
                type="date"
                value=value
                min=first
                required
                aria-describedby=ties.described_by
                aria-invalid=ties.invalid
            />
        }
        .into_any()
    };
    field(w, problems, "occurred_on", w.t("posted-day"), None, control)
}
