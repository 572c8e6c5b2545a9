//! The last look at a report before it is sent: what it changes.

use domain::report::Change;
use engine::reports::PackReport;
use leptos::prelude::*;

use super::report::name_of;
use crate::{attempts::Review, words::Words};

/// The table of differences, and the two ways on.
pub fn look(w: &Words, page: &PackReport, review: &Review) -> AnyView {
    let preview = &review.preview;
    let code = page.pack.code.to_string();
    let lead = match preview.before {
        Some(before) => w.with(
            "report-review-again",
            [("before", w.number(before).into()), ("after", w.number(preview.actions).into())],
        ),
        None => w.many("report-review-lead", preview.actions),
    };
    view! {
        <p class="lead">{lead}</p>
        {if preview.changes.is_empty() {
            view! { <p>{w.t("report-review-same")}</p> }.into_any()
        } else {
            table(w, page, review)
        }}
        <p>{w.with("report-review-days", [
            ("from", w.day(preview.report.collected_from).into()),
            ("to", w.day(preview.report.collected_to).into()),
            ("basis", w.of("basis", preview.report.basis).into()),
        ])}</p>
        {preview.report.people.map(|people| view! { <p>{w.many("report-review-people", people.into())}</p> })}
        <form class="acts" method="post" action=format!("/r/{code}")>
            {hidden(review)}
            <button class="button" type="submit" name="step" value="send">
                {w.t("report-send")}
            </button>
            <button class="button second" type="submit" name="step" value="change">
                {w.t("report-change")}
            </button>
        </form>
    }
    .into_any()
}

fn table(w: &Words, page: &PackReport, review: &Review) -> AnyView {
    let preview = &review.preview;
    let again = preview.before.is_some();
    let row = |change: &Change| {
        // a table may have cases that the pack has not
        let case = page.cases.iter().find(|case| case.slug == change.case);
        let name = case.map(|case| name_of(w, case)).or_else(|| preview.names.get(&change.case).cloned());
        let name = name.unwrap_or_else(|| w.t("report-case-gone"));
        view! {
            <tr>
                <th scope="row">{name} " " <small>{w.of("kind", change.kind)}</small></th>
                {again.then(|| view! { <td class="n">{w.number(change.before)}</td> })}
                <td class="n">{w.number(change.after)}</td>
            </tr>
        }
    };
    let rows = preview.changes.iter().map(row).collect_view();
    view! {
        <table class="ledger">
            <caption>{if again { w.t("report-review-changes") } else { w.t("report-numbers") }}</caption>
            <thead>
                <tr>
                    <th scope="col">{w.t("ledger-case")}</th>
                    {again.then(|| view! { <th scope="col" class="n">{w.t("report-before")}</th> })}
                    <th scope="col" class="n">{w.t("report-now")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
            <tfoot>
                <tr>
                    <th scope="row">{w.t("ledger-all")}</th>
                    {preview.before.map(|before| view! { <td class="n">{w.number(before)}</td> })}
                    <td class="n">{w.number(preview.actions)}</td>
                </tr>
            </tfoot>
        </table>
    }
    .into_any()
}

/// What was typed goes along unseen, so that nothing has to be kept between the two steps.
fn hidden(review: &Review) -> AnyView {
    let form = &review.form;
    let fields = [
        ("id", &form.id),
        ("replaces", &form.replaces),
        ("group", &form.group),
        ("group_kind", &form.group_kind),
        ("country", &form.country),
        ("collected_from", &form.collected_from),
        ("collected_to", &form.collected_to),
        ("basis", &form.basis),
        ("people", &form.people),
        ("note", &form.note),
        ("table", &form.table),
    ];
    let fixed = fields.into_iter().map(|(name, value)| (name.to_owned(), value.clone()));
    let numbers = form.more.iter().filter(|(name, _)| name.starts_with("n-"));
    let all = fixed.chain(numbers.map(|(name, value)| (name.clone(), value.clone())));
    all.map(|(name, value)| view! { <input type="hidden" name=name value=value/> }).collect_view().into_any()
}
