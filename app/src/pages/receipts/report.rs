//! The receipt of a report: what was counted for the group, and the new total.

use domain::{date::iso, reference};
use engine::reports::{ReportLine, ReportView};
use leptos::prelude::*;

use crate::{
    parts::visit::{Room, Sheet, Trouble, Visit},
    words::Words,
};

/// The receipt with this reference, if it is a report's.
pub async fn load(visit: &Visit, written: &str) -> Result<Sheet, Trouble> {
    let (w, engine) = (&visit.words, visit.engine()?);
    let report = engine.report_receipt(written).await?;
    let campaign = engine.campaign_page(&report.campaign).await?;
    let lead = match (report.replaced_by, report.corrected_to()) {
        (Some(_), _) => w.t("report-thanks-replaced"),
        (None, Some(counts)) => w.many("receipt-corrected", counts),
        (None, None) => w.many("report-thanks", report.actions),
    };
    let total = w.many("fact-actions", campaign.totals.actions);
    let reported = w.number(campaign.totals.by_channel.reported);
    let body = view! {
        <div class="wrap page pack">
            <h1>{w.t("receipt-title")}</h1>
            <p class="lead">{lead}</p>
            {newer(w, &report)}
            {lines(w, &report)}
            <dl class="facts">
                <div>
                    <dt>{w.t("report-to")}</dt>
                    <dd>
                        <time datetime=iso(report.collected_to)>{w.day(report.collected_to)}</time>
                        <span class="label">{w.of("basis", report.basis)}</span>
                    </dd>
                </div>
                {report.people.map(|people| {
                    view! {
                        <div>
                            <dt>{w.t("report-thanks-people")}</dt>
                            <dd>{w.number(people.into())}</dd>
                        </div>
                    }
                })}
                <div>
                    <dt>{w.t("receipt-reference")}</dt>
                    <dd>
                        <strong class="num">{reference::grouped(&report.reference)}</strong>
                        <span class="label">{w.t("report-reference-note")}</span>
                    </dd>
                </div>
                <div>
                    <dt>{w.t("receipt-total")}</dt>
                    <dd>
                        <strong class="num">{total}</strong>
                        <span class="label">{w.t("channel-reported")} ": " {reported}</span>
                        <a class="line" href=format!("/campaigns/{}", campaign.campaign.slug)>
                            {campaign.campaign.title.clone()}
                        </a>
                    </dd>
                </div>
            </dl>
            {again(w, &report)}
        </div>
    };
    let mut head = visit.head(&w.t("receipt-title"));
    head.unlisted = true;
    Ok(Sheet::new(head, body).within(Room::Groups))
}

fn newer(w: &Words, report: &ReportView) -> Option<AnyView> {
    let later = report.replaced_by?;
    let address = format!("/receipts/{}", reference::write(later));
    Some(view! { <p><a href=address>{w.t("report-thanks-newer")}</a></p> }.into_any())
}

fn again(w: &Words, report: &ReportView) -> Option<AnyView> {
    let code = report.pack?;
    Some(view! { <p><a href=format!("/r/{code}")>{w.t("report-thanks-again")}</a></p> }.into_any())
}

fn lines(w: &Words, report: &ReportView) -> AnyView {
    let row = |line: &ReportLine| {
        let name = line.case_name.clone().unwrap_or_else(|| w.t("report-case-gone"));
        view! {
            <tr>
                <th scope="row">{name} " " <small>{w.of("kind", line.kind)}</small></th>
                <td class="n">{w.number(line.quantity.into())}</td>
            </tr>
        }
    };
    let rows = report.lines.iter().map(row).collect_view();
    view! {
        <table class="ledger">
            <caption>{report.group_name.clone().unwrap_or_else(|| w.t("report-numbers"))}</caption>
            <tbody>{rows}</tbody>
            <tfoot>
                <tr>
                    <th scope="row">{w.t("ledger-all")}</th>
                    <td class="n">{w.number(report.actions)}</td>
                </tr>
            </tfoot>
        </table>
    }
    .into_any()
}
