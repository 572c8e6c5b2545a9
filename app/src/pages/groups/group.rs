//! `/groups/{slug}`: what a group did, where staff agreed that it is listed.

use std::collections::BTreeMap;

use domain::{action::Kind, country::Country, date::iso, group::Group};
use engine::{campaigns::CampaignLink, groups::GroupPage as Page, reports::ReportView};
use leptos::prelude::*;

use crate::{
    parts::visit::{Room, Sheet, Trouble, Visit, param, slug},
    words::Words,
};

/// The page.
#[component]
pub fn GroupPage() -> impl IntoView {
    let visit = Visit::of_this_request();
    let name = param("slug");
    Suspend::new(async move {
        let sheet = load(&visit, &name).await;
        visit.show(sheet).await
    })
}

async fn load(visit: &Visit, name: &str) -> Result<Sheet, Trouble> {
    let w = &visit.words;
    let page = visit.engine()?.group_page(&slug(name)?).await?;
    let campaigns = page.campaigns.iter().map(|(link, sums)| campaign(w, link, sums)).collect_view();
    let body = view! {
        <div class="wrap page">
            <h1>{page.group.name.clone()}</h1>
            <p class="lead">{place(w, &page.group)}</p>
            {campaigns}
            {reports(w, &page)}
            <p class="acts">
                <a class="button second" href="/packs">
                    {w.t("groups-print-go")}
                </a>
            </p>
        </div>
    };
    let head = visit.head(&page.group.name);
    Ok(Sheet::new(head, body).within(Room::Groups))
}

fn place(w: &Words, group: &Group) -> String {
    let kind = w.of("group-kind", group.kind);
    if group.country == Country::UNKNOWN { kind } else { format!("{kind}, {}", group.country.name(w.lang())) }
}

fn campaign(w: &Words, link: &CampaignLink, sums: &BTreeMap<Kind, i64>) -> AnyView {
    let row = |(kind, actions): (&Kind, &i64)| {
        view! {
            <tr>
                <th scope="row">{w.of("kind", kind)}</th>
                <td class="n">{w.number(*actions)}</td>
            </tr>
        }
    };
    let rows = sums.iter().map(row).collect_view();
    view! {
        <table class="ledger">
            <caption>
                <a href=format!("/campaigns/{}", link.slug)>{link.title.clone()}</a>
            </caption>
            <tbody>{rows}</tbody>
            <tfoot>
                <tr>
                    <th scope="row">{w.t("ledger-all")}</th>
                    <td class="n">{w.number(sums.values().sum())}</td>
                </tr>
            </tfoot>
        </table>
    }
    .into_any()
}

fn reports(w: &Words, page: &Page) -> Option<AnyView> {
    let row = |report: &ReportView| {
        let changed = match report.replaced_by {
            Some(_) => Some(w.t("group-replaced")),
            None => report.corrected_to().map(|counts| w.many("group-corrected", counts)),
        };
        view! {
            <tr>
                <th scope="row">
                    <time datetime=iso(report.collected_to)>{w.day(report.collected_to)}</time>
                    " "
                    <small>{changed}</small>
                </th>
                <td>{w.of("basis", report.basis)}</td>
                <td class="n">{w.number(report.actions)}</td>
            </tr>
        }
    };
    (!page.reports.is_empty()).then(|| {
        let rows = page.reports.iter().map(row).collect_view();
        view! {
            <h2 id="reports">{w.t("group-reports")}</h2>
            <table class="ledger" aria-labelledby="reports">
                <thead>
                    <tr>
                        <th scope="col">{w.t("report-to")}</th>
                        <th scope="col">{w.t("report-basis")}</th>
                        <th scope="col" class="n">{w.t("ledger-actions")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    })
}
