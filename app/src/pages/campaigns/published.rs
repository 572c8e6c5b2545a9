//! What others published about a campaign: windows, figures, goals. Never mixed with what this site counted.

use domain::campaign::{Campaign, Goal, Window};
use engine::campaigns::CampaignPage;
use leptos::prelude::*;

use crate::{
    parts::{cite, figures},
    words::Words,
};

/// When which part of the world took part.
pub fn windows(w: &Words, page: &CampaignPage) -> Option<AnyView> {
    let row = |window: &Window| {
        let day = |date: Option<domain::PartialDate>| match date {
            Some(date) => cite::written(w, date),
            None => w.t("not-known").into_any(),
        };
        view! {
            <tr>
                <th scope="row">{window.scope.clone()} {figures::remark(&window.note)}</th>
                <td>{day(window.opens)}</td>
                <td>{day(window.closes)}</td>
                <td>{cite::publishers(&window.sources, &page.sources)} {cite::unsure(w, window.verified)}</td>
            </tr>
        }
    };
    let windows = &page.campaign.windows;
    let heads = [w.t("window-where"), w.t("window-from"), w.t("window-until"), w.t("source")];
    let rows = windows.iter().map(row).collect_view().into_any();
    (!windows.is_empty()).then(|| table("windows", w.t("campaign-windows"), None, heads.into(), rows))
}

/// Figures with their source and how exact they are.
pub fn figures(w: &Words, page: &CampaignPage) -> Option<AnyView> {
    let published = &page.campaign.figures;
    let note = Some(w.t("campaign-figures-note"));
    let table = || figures::ledger(w, "figures".to_owned(), published, &page.sources);
    (!published.is_empty()).then(|| section("figures", w.t("campaign-figures"), note, table()))
}

/// What somebody set out to reach.
pub fn goals(w: &Words, page: &CampaignPage) -> Option<AnyView> {
    let row = |goal: &Goal| {
        let value = goal.value.map(|value| w.number(i64::try_from(value).unwrap_or(i64::MAX))).unwrap_or_default();
        view! {
            <tr>
                <th scope="row">{goal.scope.clone()}</th>
                <td>{goal.text.clone()}</td>
                <td class="n">{value} " " {goal.unit.clone()}</td>
                <td>{cite::publishers(&goal.sources, &page.sources)}</td>
            </tr>
        }
    };
    let goals = &page.campaign.goals;
    let heads = [w.t("window-where"), w.t("goal-text"), w.t("figure-value"), w.t("source")];
    let rows = goals.iter().map(row).collect_view().into_any();
    (!goals.is_empty()).then(|| table("goals", w.t("campaign-goals"), None, heads.into(), rows))
}

/// Contradictions and gaps.
pub fn notes(w: &Words, campaign: &Campaign) -> Option<AnyView> {
    let languages = (!campaign.languages_note.is_empty()).then_some(&campaign.languages_note);
    let notes: Vec<&String> = campaign.notes.iter().chain(languages).collect();
    let entries = notes.iter().map(|note| view! { <li>{(*note).clone()}</li> }).collect_view();
    (!notes.is_empty()).then(|| {
        view! {
            <section aria-labelledby="notes">
                <div class="head">
                    <h2 id="notes">{w.t("campaign-notes")}</h2>
                </div>
                <ul class="notes">{entries}</ul>
            </section>
        }
        .into_any()
    })
}

fn table(id: &'static str, title: String, note: Option<String>, heads: Vec<String>, rows: AnyView) -> AnyView {
    section(id, title, note, figures::table(id.to_owned(), heads, rows))
}

fn section(id: &'static str, title: String, note: Option<String>, table: AnyView) -> AnyView {
    view! {
        <section aria-labelledby=id>
            <div class="head">
                <h2 id=id>{title}</h2>
            </div>
            {note.map(|note| view! { <p>{note}</p> })}
            {table}
        </section>
    }
    .into_any()
}
