//! Dates, sources and doubts, always shown the same way.

use std::collections::BTreeMap;

use domain::{PartialDate, source::Source};
use leptos::prelude::*;

use crate::words::Words;

/// A date in words, with its ISO form for machines.
pub fn written(w: &Words, date: PartialDate) -> AnyView {
    view! { <time datetime=date.to_string()>{w.date(date)}</time> }.into_any()
}

/// A date as ISO 8601, for lists that are read by date.
pub fn iso(date: PartialDate) -> AnyView {
    let date = date.to_string();
    view! { <time class="num" datetime=date.clone()>{date.clone()}</time> }.into_any()
}

/// The publishers of what supports a statement, as small links.
pub fn publishers(ids: &[String], sources: &BTreeMap<String, Source>) -> AnyView {
    let links = ids.iter().filter_map(|id| sources.get(id)).map(publisher);
    links.enumerate().map(|(i, link)| view! { {if i == 0 { " " } else { ", " }} {link} }).collect_view().into_any()
}

/// One publisher, linked where the source has an address.
pub fn publisher(source: &Source) -> AnyView {
    outward(Some("src"), &source.url, source.publisher.clone().into_any())
}

/// A source in full: headline, publisher, date.
pub fn in_full(w: &Words, source: &Source) -> AnyView {
    let lang = source.lang.to_string();
    let title = view! { <cite lang=lang dir="auto">{source.title.clone()}</cite> }.into_any();
    let note = (!source.note.is_empty()).then(|| view! { " " <small class="unsure">{source.note.clone()}</small> });
    view! {
        {outward(None, &source.url, title)}
        " "
        <span class="label">{source.publisher.clone()} {source.date.map(|date| view! { ", " {written(w, date)} })}</span>
        {note}
    }
    .into_any()
}

/// The small mark at a statement that was not read in the named source itself.
pub fn unsure(w: &Words, verified: bool) -> Option<AnyView> {
    (!verified).then(|| view! { " " <small class="unsure">{w.t("unverified")}</small> }.into_any())
}

fn outward(class: Option<&'static str>, url: &str, what: AnyView) -> AnyView {
    // Only the web: an address of another kind in a source is shown as words.
    if !(url.starts_with("https://") || url.starts_with("http://")) {
        return view! { <span class=class>{what}</span> }.into_any();
    }
    view! { <a class=class href=url.to_owned() rel="noopener external">{what}</a> }.into_any()
}
