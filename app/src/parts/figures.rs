//! Figures that others published, as a ledger: what, how many, of what, who says so.

use std::collections::BTreeMap;

use domain::{campaign::Figure, source::Source};
use leptos::prelude::*;

use crate::{parts::cite, words::Words};

/// The table of a heading's figures; `id` is the heading's.
pub fn ledger(w: &Words, id: String, figures: &[Figure], sources: &BTreeMap<String, Source>) -> AnyView {
    let row = |figure: &Figure| {
        let value = figure.value.map(|value| w.number(i64::try_from(value).unwrap_or(i64::MAX)));
        let value = value.map(|shown| w.of_with("figure", figure.basis, [("value", shown.into())]));
        view! {
            <tr>
                <th scope="row">{figure.text.clone()} {remark(&figure.note)}</th>
                <td class="n">{value.unwrap_or_default()}</td>
                <td>{figure.unit.clone()}</td>
                <td>{cite::publishers(&figure.sources, sources)} {cite::unsure(w, figure.verified)}</td>
            </tr>
        }
    };
    let heads = [w.t("figure-what"), w.t("figure-value"), w.t("figure-unit"), w.t("source")];
    table(id, heads.into(), figures.iter().map(row).collect_view().into_any())
}

/// A table of words that may be wider than a phone: it then moves sideways, also by keyboard.
pub fn table(id: String, heads: Vec<String>, rows: AnyView) -> AnyView {
    let heads = heads.into_iter().map(|head| view! { <th scope="col">{head}</th> }).collect_view();
    view! {
        <div class="sheet scroll" tabindex="0" role="group" aria-labelledby=id>
            <table class="ledger words">
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// A remark in small type behind what it is about.
pub fn remark(note: &str) -> Option<AnyView> {
    (!note.is_empty()).then(|| view! { " " <small class="unsure">{note.to_owned()}</small> }.into_any())
}
