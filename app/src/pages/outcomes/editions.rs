//! One edition: what others published about it, and what became of each of its cases.

use engine::outcomes::{Became, Edition, Fate, OutcomesPage};
use leptos::prelude::*;

use crate::{
    parts::{cite, figures, record},
    words::Words,
};

/// An edition's section.
pub fn section(w: &Words, page: &OutcomesPage, edition: &Edition) -> AnyView {
    let (id, title) = (edition.campaign.slug.to_string(), edition.campaign.title.clone());
    view! {
        <section aria-labelledby=id.clone()>
            <div class="head">
                <h2 id=id.clone()>{title}</h2>
                <a href=format!("/campaigns/{id}")>{w.t("outcomes-to-edition")}</a>
            </div>
            {published(w, page, edition)}
            {fates(w, page, &edition.fates)}
        </section>
    }
    .into_any()
}

/// Public cases of no edition.
pub fn beyond(w: &Words, page: &OutcomesPage) -> Option<AnyView> {
    (!page.beyond.is_empty()).then(|| {
        view! {
            <section aria-labelledby="beyond">
                <div class="head">
                    <h2 id="beyond">{w.t("outcomes-beyond")}</h2>
                </div>
                {fates(w, page, &page.beyond)}
            </section>
        }
        .into_any()
    })
}

fn published(w: &Words, page: &OutcomesPage, edition: &Edition) -> Option<AnyView> {
    let id = format!("figures-{}", edition.campaign.slug);
    (!edition.figures.is_empty()).then(|| {
        view! {
            <h3 id=id.clone()>{w.t("outcomes-figures")}</h3>
            <p class="label">{w.t("outcomes-figures-note")}</p>
            {figures::ledger(w, id, &edition.figures, &page.sources)}
        }
        .into_any()
    })
}

fn fates(w: &Words, page: &OutcomesPage, fates: &[Fate]) -> AnyView {
    let all = fates.iter().map(|fate| entry(w, page, fate)).collect_view();
    view! {
        <h3>{w.t("outcomes-cases")}</h3>
        <ul class="fates">{all}</ul>
    }
    .into_any()
}

/// A case: its name and country, in a word what became of it, and every change with date and source.
fn entry(w: &Words, page: &OutcomesPage, fate: &Fate) -> AnyView {
    let card = &fate.card;
    let class = if card.mourned { "fate sheet mourned" } else { "fate sheet" };
    let became = match fate.became() {
        Became::Met => w.t("became-met"),
        Became::Changed => w.t("became-changed"),
        Became::NothingKnown => w.t("became-nothing-known"),
    };
    let changes = (!fate.outcomes.is_empty()).then(|| record::outcomes(w, &fate.outcomes, &page.sources));
    view! {
        <li class=class>
            <div>
                <h4>
                    <a href=format!("/cases/{}", card.slug)>{card.name.clone()}</a>
                </h4>
                <p class="label">{card.country.name(w.lang())}</p>
                <p class="label"><strong>{became}</strong></p>
            </div>
            <div>{changes} {standing(w, page, fate)}</div>
        </li>
    }
    .into_any()
}

/// The newest state that the sources show, with its date.
fn standing(w: &Words, page: &OutcomesPage, fate: &Fate) -> AnyView {
    let standing = &fate.standing;
    let as_of = w.with("fact-as-of", [("date", w.date(standing.as_of).into())]);
    view! {
        <p class="label">
            {w.t("outcomes-standing")} " " <strong>{w.of("status", standing.status)}</strong> ", "
            <time datetime=standing.as_of.to_string()>{as_of}</time>
            {cite::publishers(std::slice::from_ref(&standing.source), &page.sources)} {cite::unsure(w, standing.verified)}
        </p>
    }
    .into_any()
}
