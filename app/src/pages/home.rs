//! `/`: what to do here, what was done, who is waiting, what letters did.

use domain::{PartialDate, campaign::Campaign};
use engine::{campaigns::CampaignPage, cases::CaseCard};
use leptos::prelude::*;

use crate::{
    parts::{
        count, stamp,
        visit::{Sheet, Trouble, Visit},
    },
    words::Words,
};

/// How many stamps lie on the page before the link to all.
const SHOWN: usize = 10;

/// The page.
#[component]
pub fn Home() -> impl IntoView {
    let visit = Visit::of_this_request();
    Suspend::new(async move {
        let sheet = load(&visit).await;
        visit.show(sheet).await
    })
}

async fn load(visit: &Visit) -> Result<Sheet, Trouble> {
    let (w, engine) = (&visit.words, visit.engine()?);
    let (current, cases) = (engine.current_campaign().await?, engine.cases().await?);
    let waiting = cases.iter().filter(|card| card.takes_letters).count();
    let body = view! {
        {hero(w, current.as_ref(), waiting)}
        <div class="wrap">{current.as_ref().map(|page| waiting_for_a_letter(w, page, waiting))} {what_letters_did(w, &cases)}</div>
    };
    let head = visit.head(&w.t("home-title")).describe(w.t("home-description"));
    Ok(Sheet::new(head, body))
}

fn hero(w: &Words, current: Option<&CampaignPage>, waiting: usize) -> AnyView {
    let waiting = i64::try_from(waiting).unwrap_or(0);
    let panel = current.map(|page| {
        let campaign = &page.campaign;
        view! {
            <aside aria-label=w.t("home-counted")>
                {count::panel(w, &page.totals, w.date(campaign.opens), all_numbers(w, campaign))}
            </aside>
        }
    });
    view! {
        <section class="hero">
            <div class="wrap">
                <div>
                    <h1>{w.t("home-call")}</h1>
                    <p class="lead">{w.many("home-lead", waiting)}</p>
                    <p class="acts">
                        <a class="button" href="/cases">
                            {w.t("home-write")}
                        </a>
                        " "
                        <a class="button second" href="/packs">
                            {w.t("home-pack")}
                        </a>
                    </p>
                </div>
                {panel}
            </div>
        </section>
    }
    .into_any()
}

fn all_numbers(w: &Words, campaign: &Campaign) -> AnyView {
    let words = w.with("home-campaign", [("campaign", campaign.title.as_str().into())]);
    view! { <a href=format!("/campaigns/{}", campaign.slug)>{words}</a> }.into_any()
}

fn waiting_for_a_letter(w: &Words, page: &CampaignPage, waiting: usize) -> AnyView {
    let shown = page.cases.iter().filter(|card| card.takes_letters).take(SHOWN);
    view! {
        <section aria-labelledby="waiting">
            <div class="head">
                <h2 id="waiting">{w.t("home-waiting")}</h2>
                <a href="/cases">{w.many("home-all-cases", i64::try_from(waiting).unwrap_or(0))}</a>
            </div>
            {stamp::sheet(w, shown)}
        </section>
    }
    .into_any()
}

/// The cases whose main demand was met, the newest first.
fn what_letters_did(w: &Words, cases: &[CaseCard]) -> AnyView {
    let date = |card: &CaseCard| card.met.as_ref().map(|met| met.date);
    let mut met: Vec<&CaseCard> = cases.iter().filter(|card| card.met.is_some()).collect();
    met.sort_by_key(|card| std::cmp::Reverse(date(card).map(PartialDate::first_day)));
    if met.is_empty() {
        return ().into_any();
    }
    view! {
        <section aria-labelledby="what-letters-did">
            <div class="head">
                <h2 id="what-letters-did">{w.t("home-did")}</h2>
                <a href="/outcomes">{w.t("home-all-outcomes")}</a>
            </div>
            {stamp::sheet(w, met)}
            <p class="label note">
                {w.t("home-did-note")} " " {w.t("home-did-too")} " " <a href="/outcomes#mourned">{w.t("home-did-mourned")}</a>
                ", " <a href="/outcomes#signed">{w.t("home-signed")}</a> "."
            </p>
        </section>
    }
    .into_any()
}
