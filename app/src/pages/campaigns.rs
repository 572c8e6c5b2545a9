//! `/campaigns/{slug}`: an edition or a standing campaign, its cases, what was counted, what was published.

mod published;

use std::collections::BTreeMap;

use domain::{campaign::Campaign, totals::CaseTotal};
use engine::campaigns::CampaignPage as Page;
use leptos::prelude::*;

use crate::{
    parts::{
        cite,
        count::{self, Row},
        live::{self, Watched},
        stamp,
        visit::{Room, Sheet, Trouble, Visit, param, slug},
    },
    words::Words,
};

/// The page.
#[component]
pub fn CampaignPage() -> impl IntoView {
    let visit = Visit::of_this_request();
    let name = param("slug");
    Suspend::new(async move {
        let sheet = load(&visit, &name).await;
        visit.show(sheet).await
    })
}

async fn load(visit: &Visit, name: &str) -> Result<Sheet, Trouble> {
    let w = &visit.words;
    let slug = slug(name)?;
    let page = visit.engine()?.campaign_page(&slug).await?;
    let campaign = &page.campaign;
    let body = view! {
        <div class="wrap">
            <header class="intro">
                <h1>{campaign.title.clone()}</h1>
                <p class="lead">{campaign.tagline.clone()}</p>
                {standing(w, &page)}
                {dates(w, campaign)}
                <p>{campaign.description.clone()}</p>
                <p>
                    <a href="#totals">{w.many("campaign-to-totals", page.totals.actions)}</a>
                </p>
            </header>
            {cases(w, &page)}
            {totals(w, &page)}
            {published::windows(w, &page)}
            {published::figures(w, &page)}
            {published::goals(w, &page)}
            {published::notes(w, campaign)}
        </div>
    };
    let head = visit.head(&campaign.title).describe(campaign.tagline.clone());
    Ok(Sheet::new(head, body).within(Room::Other))
}

/// Whether it takes letters, in a sentence that nobody overlooks.
fn standing(w: &Words, page: &Page) -> AnyView {
    let campaign = &page.campaign;
    if page.takes_actions {
        return view! { <p class="notice open">{w.t("campaign-open")}</p> }.into_any();
    }
    let closed = match campaign.closes {
        Some(closes) => w.with("campaign-closed-on", [("date", w.date(closes).into())]),
        None => w.t("campaign-closed"),
    };
    view! { <p class="notice">{closed} " " {w.t("campaign-closed-but")} " " <a href="/cases">{w.t("campaign-to-cases")}</a></p> }
        .into_any()
}

fn dates(w: &Words, campaign: &Campaign) -> AnyView {
    let until = match campaign.closes {
        Some(closes) => view! { " " {w.t("campaign-until")} " " {cite::written(w, closes)} }.into_any(),
        None => view! { ", " {w.t("campaign-no-end")} }.into_any(),
    };
    let organiser = (!campaign.organiser.is_empty()).then(|| {
        view! { <p class="label">{w.with("campaign-organiser", [("name", campaign.organiser.as_str().into())])}</p> }
    });
    let note = (!campaign.dates_note.is_empty()).then(|| view! { <p class="label">{campaign.dates_note.clone()}</p> });
    view! {
        <p>
            <strong>{w.t("campaign-from")} " " {cite::written(w, campaign.opens)} {until}</strong>
            {cite::unsure(w, campaign.dates_verified)}
        </p>
        {note}
        {organiser}
    }
    .into_any()
}

fn cases(w: &Words, page: &Page) -> AnyView {
    let count = i64::try_from(page.cases.len()).unwrap_or(0);
    view! {
        <section aria-labelledby="cases">
            <div class="head">
                <h2 id="cases">{w.many("campaign-cases", count)}</h2>
            </div>
            {stamp::sheet(w, &page.cases)}
        </section>
    }
    .into_any()
}

/// What this site counted: by kind and by case, online and reported apart.
fn totals(w: &Words, page: &Page) -> AnyView {
    let totals = &page.totals;
    let tables = (totals.actions > 0).then(|| {
        let by_kind = count::by_kind(w, &totals.by_kind);
        view! {
            <div class="tables">
                <div class="sheet">
                    {count::ledger(w, w.t("campaign-by-kind"), w.t("ledger-kind"), by_kind, totals.actions)}
                </div>
                <div class="sheet">
                    {count::ledger(w, w.t("campaign-by-channel"), w.t("ledger-channel"), by_channel(w, page), totals.actions)}
                </div>
                <div class="sheet">
                    {count::ledger(w, w.t("campaign-by-case"), w.t("ledger-case"), by_case(w, page), totals.actions)}
                </div>
            </div>
        }
    });
    view! {
        <section aria-labelledby="totals">
            <div class="head">
                <h2 id="totals">{w.t("campaign-totals")}</h2>
            </div>
            <p>
                <strong class="num">{live::words(w, "fact-actions", totals.actions, live::ACTIONS)}</strong>
                " "
                <span class="label">{count::counted(w, totals)}</span>
            </p>
            {tables}
            {live::script(w, &totals.campaign, Watched::EveryCase)}
        </section>
    }
    .into_any()
}

/// Counted one by one and taken from reports: never one number without the other.
fn by_channel(w: &Words, page: &Page) -> Vec<Row> {
    let channels = page.totals.by_channel;
    [("online", channels.online), ("reported", channels.reported)]
        .map(|(channel, actions)| Row { name: w.of("channel", channel).into_any(), actions, live: channel.to_owned() })
        .into()
}

/// The most first; what was done for cases that are not public any more stands in one row without a name.
fn by_case(w: &Words, page: &Page) -> Vec<Row> {
    let names: BTreeMap<_, _> = page.cases.iter().map(|card| (&card.slug, &card.name)).collect();
    let row = |total: &CaseTotal| {
        let name = names.get(&total.case)?;
        let link = view! { <a href=format!("/cases/{}", total.case)>{(*name).clone()}</a> };
        Some(Row { name: link.into_any(), actions: total.actions, live: live::case(&total.case) })
    };
    let mut rows: Vec<Row> = page.totals.by_case.iter().filter_map(row).collect();
    let unnamed = page.totals.actions - rows.iter().map(|row| row.actions).sum::<i64>();
    if unnamed != 0 {
        rows.push(Row { name: w.t("campaign-unnamed-cases").into_any(), actions: unnamed, live: String::new() });
    }
    rows
}
