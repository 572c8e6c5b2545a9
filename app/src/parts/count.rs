//! Numbers of actions: the panel of the home page and the ledger tables.

use std::collections::BTreeMap;

use domain::{action::Kind, totals::Totals};
use leptos::prelude::*;

use crate::{
    parts::live::{self, Watched},
    words::Words,
};

/// The kinds under the three headings that people think in.
pub const HEADINGS: [(&str, &[Kind]); 3] = [
    ("letters", &[Kind::Letter, Kind::PrintedLetter]),
    ("cards", &[Kind::Card, Kind::SolidarityMessage]),
    ("other", &[Kind::Email, Kind::PetitionSignature, Kind::SocialPost]),
];

/// The same headings, for the test of the catalogues.
#[cfg(test)]
pub(crate) fn headings() -> impl Iterator<Item = &'static str> {
    HEADINGS.iter().map(|(name, _)| *name)
}

/// The big number with what it is made of, how it was counted, and the way to all numbers.
pub fn panel(w: &Words, totals: &Totals, since: String, all: AnyView) -> AnyView {
    let parts = HEADINGS.map(|(name, kinds)| {
        let sum = kinds.iter().filter_map(|kind| totals.by_kind.get(kind)).sum();
        let of = kinds.iter().map(|kind| kind.as_str()).collect::<Vec<_>>().join(" ");
        view! {
            <div>
                <dt>{w.of("heading", name)}</dt>
                <dd class="num">{live::number(w, sum, of)}</dd>
            </div>
        }
    });
    view! {
        <div class="count">
            {live::script(w, &totals.campaign, Watched::Campaign)}
            <dl>
                <div class="all">
                    <dt>{w.with("home-since", [("date", since.into())])}</dt>
                    <dd class="num big">{live::number(w, totals.actions, live::ACTIONS)}</dd>
                </div>
                {parts.collect_view()}
            </dl>
            <p class="label">{counted(w, totals)} " " {all}</p>
        </div>
    }
    .into_any()
}

/// How a total was counted, in a sentence.
pub fn counted(w: &Words, totals: &Totals) -> String {
    let (online, reported) = (totals.by_channel.online, totals.by_channel.reported);
    let filled_in = [
        ("online", w.number(online).into()),
        ("reported", w.number(reported).into()),
        ("as_of", moment(&totals.as_of).into()),
    ];
    let how = w.with("counted-how", filled_in);
    match totals.people {
        Some(people) => format!("{how} {}", w.many("counted-people", people)),
        None => how,
    }
}

/// "2026-11-24T02:40:07.1Z" as people read it: "2026-11-24 02:40".
fn moment(rfc3339: &str) -> String {
    rfc3339.get(..16).unwrap_or(rfc3339).replace('T', " ")
}

/// A row of a ledger table.
pub struct Row {
    /// What is counted.
    pub name: AnyView,
    /// How often.
    pub actions: i64,
    /// What renews the number while it is looked at, as `parts::live` names it; empty for nothing.
    pub live: String,
}

/// A table of rows with their bars and the sum under a heavy rule.
pub fn ledger(w: &Words, caption: String, head: String, rows: Vec<Row>, sum: i64) -> AnyView {
    let most = rows.iter().map(|row| row.actions).max().unwrap_or(0);
    let rows = rows.into_iter().map(|row| {
        view! {
            <tr>
                <th scope="row">{row.name}</th>
                <td class="bar">{bar(row.actions, most)}</td>
                <td class="n">{live::number(w, row.actions, row.live)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <table class="ledger">
            <caption>{caption}</caption>
            <thead>
                <tr>
                    <th scope="col" colspan="2">
                        {head}
                    </th>
                    <th scope="col" class="n">
                        {w.t("ledger-actions")}
                    </th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
            <tfoot>
                <tr>
                    <th scope="row" colspan="2">
                        {w.t("ledger-all")}
                    </th>
                    <td class="n">{live::number(w, sum, live::ACTIONS)}</td>
                </tr>
            </tfoot>
        </table>
    }
    .into_any()
}

/// By kind, in the order of the vocabulary.
pub fn by_kind(w: &Words, by_kind: &BTreeMap<Kind, i64>) -> Vec<Row> {
    let row = |(kind, actions): (&Kind, &i64)| Row {
        name: w.of("kind", kind).into_any(),
        actions: *actions,
        live: kind.to_string(),
    };
    by_kind.iter().map(row).collect()
}

/// A bar in a width of a hundred; the number beside it says the same.
fn bar(actions: i64, most: i64) -> AnyView {
    let width = if most > 0 { (actions.max(0) * 1000 / most).min(1000) } else { 0 };
    let width = format!("{}.{}", width / 10, width % 10);
    view! {
        <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            <rect width=width height="10"></rect>
        </svg>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_stands_under_one_heading() {
        let mut kinds: Vec<Kind> = HEADINGS.iter().flat_map(|(_, kinds)| kinds.iter().copied()).collect();
        kinds.sort_unstable();
        assert_eq!(kinds, Kind::ALL);
    }

    #[test]
    fn a_moment_is_given_to_the_minute() {
        assert_eq!(moment("2026-11-24T02:40:07.123456Z"), "2026-11-24 02:40");
    }
}
