//! `/cases/{slug}`: who it is, what we ask of whom, what happened.

mod ask;
mod record;

use domain::{case::Case, state::CaseState};
use engine::cases::CasePage as Page;
use leptos::prelude::*;

use crate::{
    parts::{
        cite,
        live::{self, Watched},
        stamp::{Face, stamp},
        visit::{Room, Sheet, Trouble, Visit, param, slug},
    },
    words::Words,
};

/// The page.
#[component]
pub fn CasePage() -> impl IntoView {
    let visit = Visit::of_this_request();
    let name = param("slug");
    Suspend::new(async move {
        let sheet = load(&visit, &name).await;
        visit.show(sheet).await
    })
}

async fn load(visit: &Visit, name: &str) -> Result<Sheet, Trouble> {
    let w = &visit.words;
    let page = visit.engine()?.case_page(&slug(name)?).await?;
    let case = &page.case;
    let mourned = case.is_mourned();
    let class = if mourned { "wrap case mourning" } else { "wrap case" };
    let body = view! {
        <article class=class>
            <aside><span class="lifted">{stamp(w, &Face::from(&page))}</span> {facts(w, &page)}</aside>
            <div class="body">
                {title(w, case)} <p class="lead">{case.summary.clone()}</p> {ask::section(w, &page)}
                <div class="story">{case.story.iter().map(|text| view! { <p>{text.clone()}</p> }).collect_view()}</div>
                {mourned.then(|| ask::below_the_story(w, &page))} {record::events(w, &page)} {record::outcomes(w, &page)}
                {record::unsure(w, &page)} {record::sources(w, &page)}
                <p class="label on-paper">{w.with("case-on-paper", [("address", format!("/cases/{}", case.slug).into())])}</p>
            </div>
            {more_facts(w, &page)}
        </article>
    };
    let head = visit.head(&case.name).describe(case.summary.clone());
    Ok(Sheet::new(head, body).within(Room::Cases))
}

fn title(w: &Words, case: &Case) -> AnyView {
    let native = case.native_name.as_ref().filter(|native| native.text != case.name);
    let native = native.map(|n| view! { <p class="native" lang=n.lang.to_string() dir="auto">{n.text.clone()}</p> });
    let shown = |alias: &&String| case.native_name.as_ref().is_none_or(|native| native.text != **alias);
    let aliases = case.aliases.iter().filter(shown).cloned().collect::<Vec<_>>().join("; ");
    let aliases = (!aliases.is_empty())
        .then(|| view! { <p class="label">{w.with("case-aliases", [("names", aliases.into())])}</p> });
    let paused = (case.state == CaseState::Paused).then(|| view! { <p class="notice">{w.t("case-paused")}</p> });
    view! {
        <h1>{case.name.clone()}</h1>
        {native}
        {aliases}
        {paused}
    }
    .into_any()
}

/// Beside the stamp: how things stand, and where.
fn facts(w: &Words, page: &Page) -> AnyView {
    view! {
        <dl class="facts">
            {fact(w.t("fact-status"), standing(w, page))} {fact(w.t("fact-country"), countries(w, &page.case))}
        </dl>
    }
    .into_any()
}

/// Under the stamp on a desk, under the text on a phone: themes, campaigns, what was posted.
fn more_facts(w: &Words, page: &Page) -> AnyView {
    let case = &page.case;
    let themes = (!case.themes.is_empty()).then(|| fact(w.t("fact-themes"), case.themes.join(", ").into_any()));
    view! { <dl class="facts more">{themes} {fact(w.t("fact-editions"), editions(page))} {total(w, page)}</dl> }
        .into_any()
}

fn fact(term: String, what: AnyView) -> AnyView {
    view! {
        <div>
            <dt>{term}</dt>
            <dd>{what}</dd>
        </div>
    }
    .into_any()
}

/// The status as of its date, its note and its source.
fn standing(w: &Words, page: &Page) -> AnyView {
    let standing = &page.case.standing;
    let as_of = w.with("fact-as-of", [("date", w.date(standing.as_of).into())]);
    let note = (!standing.note.is_empty()).then(|| view! { <span class="label">{standing.note.clone()}</span> });
    view! {
        <strong>{w.of("status", standing.status)}</strong>
        <span class="label">
            <time datetime=standing.as_of.to_string()>{as_of}</time>
            {cite::publishers(std::slice::from_ref(&standing.source), &page.sources)}
            {cite::unsure(w, standing.verified)}
        </span>
        {note}
    }
    .into_any()
}

fn countries(w: &Words, case: &Case) -> AnyView {
    let all = std::iter::once(&case.country).chain(&case.related_countries);
    all.map(|country| country.name(w.lang())).collect::<Vec<_>>().join(", ").into_any()
}

fn editions(page: &Page) -> AnyView {
    let link = |campaign: &engine::campaigns::CampaignLink| {
        view! { <a class="line" href=format!("/campaigns/{}", campaign.slug)>{campaign.title.clone()}</a> }
    };
    page.campaigns.iter().map(link).collect_view().into_any()
}

/// What was done for this case in the campaign that counts today.
fn total(w: &Words, page: &Page) -> Option<AnyView> {
    let campaign = page.counts_in.as_ref()?;
    let actions = page.total.as_ref().map_or(0, |total| total.actions);
    let what = view! {
        <strong>{live::words(w, "fact-actions", actions, live::ACTIONS)}</strong>
        {live::script(w, &campaign.slug, Watched::Case(&page.case.slug))}
        <span class="label">{w.with("fact-actions-in", [("campaign", campaign.title.as_str().into())])}</span>
        <a class="line label" href=format!("/cases/{}/posted", page.case.slug)>
            {w.t("fact-posted")}
        </a>
    };
    Some(fact(w.t("fact-total"), what.into_any()))
}
