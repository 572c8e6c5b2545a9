//! What others published about a campaign: windows, figures, goals. Never mixed with what this site counted.

use domain::campaign::{Campaign, Figure, Goal, Window};
use engine::campaigns::CampaignPage;
use leptos::prelude::*;

use crate::{parts::cite, words::Words};

/// When which part of the world took part.
pub fn windows(w: &Words, page: &CampaignPage) -> Option<AnyView> {
    let row = |window: &Window| {
        let day = |date: Option<domain::PartialDate>| match date {
            Some(date) => cite::written(w, date),
            None => w.t("not-known").into_any(),
        };
        view! {
            <tr>
                <th scope="row">{window.scope.clone()} {remark(&window.note)}</th>
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
    let row = |figure: &Figure| {
        let value = figure.value.map(|value| w.number(i64::try_from(value).unwrap_or(i64::MAX)));
        let value = value.map(|shown| w.of_with("figure", figure.basis, [("value", shown.into())]));
        view! {
            <tr>
                <th scope="row">{figure.text.clone()} {remark(&figure.note)}</th>
                <td class="n">{value.unwrap_or_default()}</td>
                <td>{figure.unit.clone()}</td>
                <td>{cite::publishers(&figure.sources, &page.sources)} {cite::unsure(w, figure.verified)}</td>
            </tr>
        }
    };
    let figures = &page.campaign.figures;
    let heads = [w.t("figure-what"), w.t("figure-value"), w.t("figure-unit"), w.t("source")];
    let rows = figures.iter().map(row).collect_view().into_any();
    let note = Some(w.t("campaign-figures-note"));
    (!figures.is_empty()).then(|| table("figures", w.t("campaign-figures"), note, heads.into(), rows))
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

fn remark(note: &str) -> Option<AnyView> {
    (!note.is_empty()).then(|| view! { " " <small class="unsure">{note.to_owned()}</small> }.into_any())
}

fn table(id: &'static str, title: String, note: Option<String>, heads: Vec<String>, rows: AnyView) -> AnyView {
    let heads = heads.into_iter().map(|head| view! { <th scope="col">{head}</th> }).collect_view();
    view! {
        <section aria-labelledby=id>
            <div class="head">
                <h2 id=id>{title}</h2>
            </div>
            {note.map(|note| view! { <p>{note}</p> })}
            <div class="sheet scroll" tabindex="0" role="group" aria-labelledby=id>
                <table class="ledger words">
                    <thead>
                        <tr>{heads}</tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}
