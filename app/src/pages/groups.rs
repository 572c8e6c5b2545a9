//! `/groups`: what groups do here, the way to a pack, the way to report.

pub mod group;

use engine::groups::{GroupLine, GroupsPage};
use leptos::prelude::*;

use crate::{
    pages::r,
    parts::visit::{Room, Sheet, Trouble, Visit},
    words::Words,
};

/// The page.
#[component]
pub fn Groups() -> impl IntoView {
    let visit = Visit::of_this_request();
    Suspend::new(async move {
        let sheet = load(&visit).await;
        visit.show(sheet).await
    })
}

async fn load(visit: &Visit) -> Result<Sheet, Trouble> {
    let w = &visit.words;
    let page = visit.engine()?.groups().await?;
    let body = view! {
        <div class="wrap page">
            <h1>{w.t("groups-title")}</h1>
            <p class="lead">{w.t("groups-lead")}</p>
            <h2>{w.t("groups-print")}</h2>
            <p>{w.t("groups-print-text")}</p>
            <p class="acts">
                <a class="button" href="/packs">
                    {w.t("groups-print-go")}
                </a>
            </p>
            <h2>{w.t("groups-report")}</h2>
            <p>{w.t("groups-report-text")}</p>
            {r::entry(w, "")}
            <h2>{w.t("groups-school")}</h2>
            <p>{w.t("groups-school-text")}</p>
            {listed(w, &page)}
        </div>
    };
    let head = visit.head(&w.t("groups-title")).describe(w.t("groups-description"));
    Ok(Sheet::new(head, body).within(Room::Groups))
}

fn listed(w: &Words, page: &GroupsPage) -> Option<AnyView> {
    let row = |line: &GroupLine| {
        view! {
            <tr>
                <th scope="row">
                    <a href=format!("/groups/{}", line.group.slug)>{line.group.name.clone()}</a>
                </th>
                <td class="n">{w.number(line.actions)}</td>
            </tr>
        }
    };
    let campaign = page.campaign.as_ref()?;
    (!page.groups.is_empty()).then(|| {
        let rows = page.groups.iter().map(row).collect_view();
        view! {
            <h2 id="listed">{w.t("groups-listed")}</h2>
            <table class="ledger" aria-labelledby="listed">
                <thead>
                    <tr>
                        <th scope="col">{w.t("groups-group")}</th>
                        <th scope="col" class="n">{w.with("groups-posted", [("campaign", campaign.title.as_str().into())])}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    })
}
