//! `/staff/reports/{reference}`: what a report said, what it replaced, and the difference.

use std::collections::BTreeMap;

use domain::{action::Kind, reference};
use engine::reports::{ReportLine, ReportView};
use leptos::prelude::*;

use super::{days, who};
use crate::{
    parts::visit::{Room, Sheet, Trouble, Visit, param},
    words::Words,
};

/// The page.
#[component]
pub fn ReportPage() -> impl IntoView {
    let visit = Visit::of_this_request();
    let name = param("reference");
    Suspend::new(async move {
        visit.keep_out_of_caches();
        let sheet = load(&visit, &name).await;
        visit.show(sheet).await
    })
}

async fn load(visit: &Visit, name: &str) -> Result<Sheet, Trouble> {
    let (w, engine) = (&visit.words, visit.engine()?);
    if !visit.signed_in()?.may_correct() {
        return Err(Trouble::Denied);
    }
    let report = engine.report_receipt(name).await?;
    let earlier = match report.replaces {
        Some(id) => Some(engine.report_receipt(&reference::write(id)).await?),
        None => None,
    };
    let later = report.replaced_by.map(|id| {
        let address = format!("/staff/reports/{}", reference::write(id));
        view! { <p class="notice">{w.t("staff-report-replaced")} " " <a href=address>{w.t("staff-report-later")}</a></p> }
    });
    let replaces = earlier.as_ref().map(|earlier| {
        let address = format!("/staff/reports/{}", earlier.reference);
        view! { <p>{w.t("staff-report-replaces")} " " <a href=address>{w.t("staff-report-earlier")}</a></p> }
    });
    let title = w.with("staff-report-title", [("who", who(w, &report).into())]);
    let corrected = report.corrected_to().map(|counts| {
        let all = "/staff/corrections#made";
        view! { <p class="notice">{w.many("staff-report-counts", counts)} " " <a href=all>{w.t("staff-report-corrections")}</a></p> }
    });
    let take_back = (report.counts != 0).then(|| {
        let address = format!("/staff/corrections?receipt={}", report.reference);
        view! { <p><a class="button second" href=address>{w.t("staff-report-take-back")}</a></p> }
    });
    let body = view! {
        <div class="wrap counts">
            <h1>{title.clone()}</h1>
            {later}
            {corrected}
            {facts(w, &report)}
            {replaces}
            {lines(w, &report, earlier.as_ref())}
            {take_back}
            <p>
                <a href="/staff/reports">{w.t("staff-report-all")}</a>
            </p>
        </div>
    };
    let mut head = visit.head(&title);
    head.unlisted = true;
    Ok(Sheet::new(head, body).within(Room::Reports))
}

fn facts(w: &Words, report: &ReportView) -> AnyView {
    let fact = |label: String, value: String| view! { <div><dt>{label}</dt><dd>{value}</dd></div> };
    let note = report.note.clone().filter(|note| !note.is_empty());
    view! {
        <dl class="facts sheet form">
            {fact(w.t("counts-campaign"), report.campaign.to_string())}
            {fact(w.t("reports-days"), days(w, report))}
            {fact(w.t("reports-basis"), w.of("basis", report.basis))}
            {report.people.map(|people| fact(w.t("report-thanks-people"), w.number(people.into())))}
            {fact(w.t("reports-counted"), w.day(report.recorded_at.date()))}
            {report.pack.map(|pack| fact(w.t("staff-report-pack"), pack.to_string()))}
            {note.map(|note| fact(w.t("staff-report-note"), note))}
            {fact(w.t("receipt-reference"), report.reference.clone())}
        </dl>
    }
    .into_any()
}

type Sums = BTreeMap<(String, Kind), (i64, i64)>;

/// What a report and the one before it say of each case and kind.
fn sums(w: &Words, report: &ReportView, earlier: Option<&ReportView>) -> Sums {
    let mut sums = Sums::new();
    let key = |line: &ReportLine| (line.case_name.clone().unwrap_or_else(|| w.t("campaign-unnamed-cases")), line.kind);
    for line in &report.lines {
        sums.entry(key(line)).or_default().0 += i64::from(line.quantity);
    }
    for line in earlier.iter().flat_map(|earlier| &earlier.lines) {
        sums.entry(key(line)).or_default().1 += i64::from(line.quantity);
    }
    sums
}

fn lines(w: &Words, report: &ReportView, earlier: Option<&ReportView>) -> AnyView {
    let sums = sums(w, report, earlier);
    let compares = earlier.is_some();
    let (now, before) = sums.values().fold((0, 0), |(now, before), sum| (now + sum.0, before + sum.1));
    let numbers = |now: i64, before: i64| {
        let compared = compares.then(|| {
            view! {
                <td class="n">{w.number(before)}</td>
                <td class="n">{w.number(now - before)}</td>
            }
        });
        view! { <td class="n">{w.number(now)}</td> {compared} }
    };
    let rows = sums.iter().map(|((case, kind), (now, before))| {
        view! {
            <tr>
                <th scope="row">{case.clone()}</th>
                <td>{w.of("kind", kind)}</td>
                {numbers(*now, *before)}
            </tr>
        }
    });
    let compared = compares.then(|| {
        view! {
            <th scope="col" class="n">{w.t("staff-report-before")}</th>
            <th scope="col" class="n">{w.t("staff-report-difference")}</th>
        }
    });
    view! {
        <div class="sheet scroll tab" tabindex="0" role="group" aria-label=w.t("staff-report-lines")>
            <table class="ledger">
                <thead>
                    <tr>
                        <th scope="col">{w.t("ledger-case")}</th>
                        <th scope="col">{w.t("ledger-kind")}</th>
                        <th scope="col" class="n">{w.t("ledger-actions")}</th>
                        {compared}
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
                <tfoot>
                    <tr>
                        <th scope="row" colspan="2">{w.t("ledger-all")}</th>
                        {numbers(now, before)}
                    </tr>
                </tfoot>
            </table>
        </div>
    }
    .into_any()
}
