//! `/outcomes`, "What letters did": the wall of cancelled stamps, those who died, and edition by edition the published
//! figures and what became of each case.

mod editions;

use engine::{cases::CaseCard, outcomes::OutcomesPage};
use leptos::prelude::*;

use crate::{
    parts::{
        record, stamp,
        visit::{Room, Sheet, Trouble, Visit},
    },
    words::Words,
};

/// The page.
#[component]
pub fn Outcomes() -> impl IntoView {
    let visit = Visit::of_this_request();
    Suspend::new(async move {
        let sheet = load(&visit).await;
        visit.show(sheet).await
    })
}

async fn load(visit: &Visit) -> Result<Sheet, Trouble> {
    let w = &visit.words;
    let page = visit.engine()?.outcomes().await?;
    let met = i64::try_from(page.wall.len()).unwrap_or(0);
    let editions = page.editions.iter().map(|edition| editions::section(w, &page, edition)).collect_view();
    let body = view! {
        <div class="wrap">
            <header class="intro">
                <h1>{w.t("outcomes-title")}</h1>
                <p class="lead">{w.many("outcomes-lead", met)}</p>
                <p>{w.t("outcomes-caution")}</p>
                {ways(w, &page)}
            </header>
            {stamps(w, "met", w.t("outcomes-met"), w.t("outcomes-met-note"), &page.wall)}
            {stamps(w, "mourned", w.t("outcomes-mourned"), w.t("outcomes-mourned-note"), &page.mourned)}
            {editions}
            {editions::beyond(w, &page)}
            {signed(w, &page)}
        </div>
    };
    let head = visit.head(&w.t("outcomes-title")).describe(w.t("outcomes-description"));
    Ok(Sheet::new(head, body).within(Room::Outcomes))
}

/// The page is long: the ways to its parts.
fn ways(w: &Words, page: &OutcomesPage) -> AnyView {
    let editions = page.editions.iter().map(|edition| {
        let campaign = &edition.campaign;
        view! { <li><a href=format!("#{}", campaign.slug)>{campaign.title.clone()}</a></li> }
    });
    let joint = !(page.open_letters.is_empty() && page.statements.is_empty());
    let joint = joint.then(|| view! { <li><a href="#signed">{w.t("outcomes-signed")}</a></li> });
    view! {
        <nav aria-label=w.t("outcomes-ways")>
            <ul class="ways label">{editions.collect_view()} {joint}</ul>
        </nav>
    }
    .into_any()
}

/// A heading with its stamps; nothing at all where there are none.
fn stamps(w: &Words, id: &'static str, title: String, note: String, cards: &[CaseCard]) -> Option<AnyView> {
    (!cards.is_empty()).then(|| {
        view! {
            <section aria-labelledby=id>
                <div class="head">
                    <h2 id=id>{title}</h2>
                </div>
                {stamp::sheet(w, cards)}
                <p class="label note">{note}</p>
            </section>
        }
        .into_any()
    })
}

/// Open letters and statements: asked together, in public.
fn signed(w: &Words, page: &OutcomesPage) -> Option<AnyView> {
    let letters = page.open_letters.iter().map(|link| record::joint_link(w, "open-letters", link));
    let statements = page.statements.iter().map(|link| record::joint_link(w, "statements", link));
    let all = letters.chain(statements).collect::<Vec<_>>();
    (!all.is_empty()).then(|| {
        view! {
            <section aria-labelledby="signed">
                <div class="head">
                    <h2 id="signed">{w.t("outcomes-signed")}</h2>
                </div>
                <p>{w.t("outcomes-signed-note")}</p>
                <ul class="notes">{all}</ul>
            </section>
        }
        .into_any()
    })
}
