//! `/staff/reports`: what groups and sections reported, the newest first.

pub mod report;

use engine::reports::ReportView;
use leptos::prelude::*;

use crate::{
    pages::staff::counts::filters,
    parts::visit::{Room, Sheet, Trouble, Visit, query},
    words::Words,
};

/// How many reports stand on a page.
const MOST: u64 = 50;

/// The page.
#[component]
pub fn Reports() -> impl IntoView {
    let visit = Visit::of_this_request();
    let page = query("page").and_then(|page| page.parse::<u64>().ok()).unwrap_or(1).clamp(1, 1_000_000);
    let news = query("grace").map(|said| said == "set");
    Suspend::new(async move {
        visit.keep_out_of_caches();
        let sheet = load(&visit, page, news).await;
        visit.show(sheet).await
    })
}

async fn load(visit: &Visit, page: u64, set: Option<bool>) -> Result<Sheet, Trouble> {
    let (w, actor) = (&visit.words, visit.signed_in()?);
    // one more than is shown: it says whether there is a further page
    let mut reports = visit.engine()?.reports(actor, (page - 1) * MOST, MOST + 1).await?;
    let more = reports.len() as u64 > MOST;
    reports.truncate(usize::try_from(MOST).unwrap_or(usize::MAX));
    let grace = visit.engine()?.report_grace().await?;
    let news = set.map(|set| if set { w.t("reports-grace-done") } else { w.t("reports-grace-wrong") });
    let body = view! {
        <div class="wrap counts">
            <h1>{w.t("reports-title")}</h1>
            <p class="lead">{w.t("reports-lead")}</p>
            {news.map(|news| view! { <p class="notice open" role="status">{news}</p> })}
            {table(w, &reports)}
            <p class="acts">
                {(page > 1).then(|| way(page - 1, w.t("reports-newer")))} " "
                {more.then(|| way(page + 1, w.t("reports-older")))}
            </p>
            {grace_form(w, grace)}
        </div>
    };
    let mut head = visit.head(&w.t("reports-title"));
    head.unlisted = true;
    Ok(Sheet::new(head, body).within(Room::Reports))
}

/// For how long a campaign that is over still takes reports.
fn grace_form(w: &Words, days: u16) -> AnyView {
    view! {
        <form class="sheet form" method="post" action="/staff/reports/grace">
            <div class="field">
                <label for="days">{w.t("reports-grace")}</label>
                <p class="label" id="days-help">{w.t("reports-grace-help")}</p>
                <input id="days" name="days" type="number" min="0" max="366" required value=days.to_string() aria-describedby="days-help"/>
            </div>
            <button class="button second" type="submit">
                {w.t("reports-grace-set")}
            </button>
        </form>
    }
    .into_any()
}

fn way(page: u64, words: String) -> AnyView {
    view! { <a class="button second" href=format!("/staff/reports?page={page}")>{words}</a> }.into_any()
}

fn table(w: &Words, reports: &[ReportView]) -> AnyView {
    if reports.is_empty() {
        return view! { <p>{w.t("reports-none")}</p> }.into_any();
    }
    let row = |report: &ReportView| {
        let mark = match (report.replaced_by, report.corrected_to()) {
            (Some(_), _) => Some(w.t("reports-replaced")),
            (None, Some(0)) => Some(w.t("reports-taken-back")),
            (None, corrected) => corrected.map(|_| w.t("reports-corrected")),
        };
        let mark = mark.map(|mark| view! { " " <span class="mark">{mark}</span> });
        view! {
            <tr>
                <th scope="row">
                    <a href=format!("/staff/reports/{}", report.reference)>{who(w, report)}</a>
                    {mark}
                </th>
                <td>{report.campaign.to_string()}</td>
                <td>{days(w, report)}</td>
                <td>{w.of("basis", report.basis)}</td>
                <td>{w.day(report.recorded_at.date())}</td>
                <td class="n">{w.number(report.actions)}</td>
            </tr>
        }
    };
    let heads =
        [w.t("reports-who"), w.t("counts-campaign"), w.t("reports-days"), w.t("reports-basis"), w.t("reports-counted")];
    let heads = heads.map(|head| view! { <th scope="col">{head}</th> }).collect_view();
    view! {
        <div class="sheet scroll tab" tabindex="0" role="group" aria-label=w.t("reports-title")>
            <table class="ledger">
                <thead>
                    <tr>
                        {heads}
                        <th scope="col" class="n">
                            {w.t("ledger-actions")}
                        </th>
                    </tr>
                </thead>
                <tbody>{reports.iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// The group's name, or the section's.
pub(super) fn who(w: &Words, report: &ReportView) -> String {
    report.group_name.clone().unwrap_or_else(|| filters::section_name(w, report.section))
}

/// The days on which it was done.
pub(super) fn days(w: &Words, report: &ReportView) -> String {
    if report.collected_from == report.collected_to {
        return w.day(report.collected_from);
    }
    w.with(
        "reports-from-to",
        [("from", w.day(report.collected_from).into()), ("to", w.day(report.collected_to).into())],
    )
}
