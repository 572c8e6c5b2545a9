//! The figures on top: all, counted online, reported, and what was not counted one by one.

use domain::{action::Channel, campaign::Basis};
use engine::counts::Counts;
use leptos::prelude::*;

use crate::words::Words;

/// Four figures between heavy rules, each with how it was counted in small type under it.
pub fn figures(w: &Words, counts: &Counts) -> AnyView {
    let sum = &counts.sum;
    let (online, reported) = (sum.by_channel(Channel::Online), sum.by_channel(Channel::Reported));
    let (estimated, at_least) = (sum.by_basis(Basis::Estimated), sum.by_basis(Basis::AtLeast));
    let inexact =
        w.with("counts-inexact-how", [("estimated", w.number(estimated).into()), ("least", w.number(at_least).into())]);
    view! {
        <dl class="kpis">
            {figure(w, w.t("counts-all"), sum.all(), compared(w, counts))}
            {figure(w, w.t("counts-online"), online, w.t("counts-online-how"))}
            {figure(w, w.t("counts-reported"), reported, w.t("counts-reported-how"))}
            {figure(w, w.t("counts-inexact"), estimated + at_least, inexact)}
        </dl>
    }
    .into_any()
}

fn figure(w: &Words, label: String, number: i64, how: String) -> AnyView {
    view! {
        <div>
            <dt>{label}</dt>
            <dd>
                <span class="num">{w.number(number)}</span>
                <span class="label">{how}</span>
            </dd>
        </div>
    }
    .into_any()
}

/// Against the last edition on its same day, where something was counted in it; else the moment of reading.
fn compared(w: &Words, counts: &Counts) -> String {
    let all = counts.sum.all();
    match counts.before.filter(|before| *before > 0) {
        Some(before) => {
            let percent = (all - before) * 100 / before;
            let sign = if percent < 0 { "" } else { "+" };
            w.with("counts-compared", [("percent", format!("{sign}{}", w.number(percent)).into())])
        }
        None => {
            let at = counts.as_of;
            let time = format!("{:02}:{:02}", at.hour(), at.minute());
            w.with("counts-as-of", [("day", w.day(at.date()).into()), ("time", time.into())])
        }
    }
}
