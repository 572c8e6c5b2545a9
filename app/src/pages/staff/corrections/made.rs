//! The corrections that were made: when, what, why, who and how much, each with the way back.

use domain::{correction::Selection, ledger::Reason, reference};
use engine::corrections::{Batch, Chosen};
use leptos::prelude::*;

use crate::words::Words;

/// What was corrected, the newest first.
pub fn list(w: &Words, made: &[Batch]) -> AnyView {
    if made.is_empty() {
        return view! { <p>{w.t("corrections-none")}</p> }.into_any();
    }
    let rows = made.iter().map(|batch| row(w, batch, made)).collect_view();
    let heads = [w.t("corrections-at"), w.t("corrections-what"), w.t("corrections-reason"), w.t("corrections-who")];
    let heads = heads.map(|head| view! { <th scope="col">{head}</th> }).collect_view();
    view! {
        <section aria-labelledby="made">
            <div class="head">
                <h2 id="made">{w.t("corrections-made")}</h2>
            </div>
            <div class="sheet scroll tab" tabindex="0" role="group" aria-labelledby="made">
                <table class="ledger">
                    <thead>
                        <tr>
                            {heads}
                            <th scope="col" class="n">{w.t("corrections-changed")}</th>
                            <th scope="col">{w.t("corrections-back")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn row(w: &Words, batch: &Batch, made: &[Batch]) -> AnyView {
    let reason = batch.reason.parse::<Reason>().map_or_else(|_| batch.reason.clone(), |r| w.of("reason", r));
    let remark = batch.remark.clone().map(|remark| view! { " " <small>{remark}</small> });
    // the totals' own direction: what was taken back is below zero
    let changed = batch.actions.map(|actions| w.number(-actions));
    view! {
        <tr>
            <th scope="row">{at(w, batch)}</th>
            <td>{what(w, batch, made)}</td>
            <td>{reason} {remark}</td>
            <td>{batch.name.clone().unwrap_or_else(|| batch.actor.clone())}</td>
            <td class="n">{changed}</td>
            <td>{undo(w, batch)}</td>
        </tr>
    }
    .into_any()
}

fn at(w: &Words, batch: &Batch) -> String {
    format!("{} {:02}:{:02}", w.day(batch.at.date()), batch.at.hour(), batch.at.minute())
}

/// A replaced report is put back by reporting again, not from here.
fn undo(w: &Words, batch: &Batch) -> Option<AnyView> {
    (batch.report.is_none()).then(|| {
        view! {
            <form method="post" action="/staff/corrections/undo">
                <input type="hidden" name="batch" value=batch.batch.to_string()/>
                <button class="plain" type="submit" aria-label=w.with("corrections-undo-what", [("at", at(w, batch).into())])>
                    {w.t("corrections-undo")}
                </button>
            </form>
        }
        .into_any()
    })
}

/// What was corrected, with the way to look at it.
fn what(w: &Words, batch: &Batch, made: &[Batch]) -> AnyView {
    if let Some(undone) = batch.undoes {
        let earlier = made.iter().find(|one| one.batch == undone);
        let words = earlier.map(|one| w.with("corrections-undoes", [("at", at(w, one).into())]));
        return words.unwrap_or_else(|| w.t("corrections-undoes-earlier")).into_any();
    }
    let (words, address) = match (&batch.report, &batch.chosen) {
        (Some(report), _) => {
            let written = reference::write(*report);
            (
                w.with("corrections-report", [("reference", reference::grouped(&written).into())]),
                format!("/staff/reports/{written}"),
            )
        }
        (None, Some(chosen)) => (words(w, chosen), format!("/staff/corrections?{}", chosen.written())),
        (None, None) => return ().into_any(),
    };
    view! { <a href=address>{words}</a> }.into_any()
}

fn words(w: &Words, chosen: &Chosen) -> String {
    match chosen {
        Chosen::Receipt(receipt) => w.with("corrections-of-receipt", [("reference", receipt.as_str().into())]),
        Chosen::Number { receipt, to } => w.with(
            "corrections-to-number",
            [("reference", receipt.as_str().into()), ("number", w.number(i64::from(*to)).into())],
        ),
        Chosen::Rule(rule) => narrowed(w, rule),
    }
}

/// A rule in a few words; all of it stands behind the link.
fn narrowed(w: &Words, rule: &Selection) -> String {
    let parts = [
        Some(rule.campaign.to_string()),
        rule.case.as_ref().map(ToString::to_string),
        rule.kind.map(|kind| w.of("kind", kind)),
        rule.country.map(|country| country.name(w.lang()).to_owned()),
        rule.group.as_ref().map(ToString::to_string),
        rule.channel.map(|channel| w.of("channel", channel)),
        rule.done_from.map(|day| w.with("corrections-from", [("day", w.day(day).into())])),
        rule.done_to.map(|day| w.with("corrections-until", [("day", w.day(day).into())])),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
