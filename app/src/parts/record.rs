//! What a page rests on and how far: what happened and when, what is unsure, the sources in full.

use std::collections::BTreeMap;

use domain::{case::Event, outcome::Outcome, source::Source};
use engine::open_letters::JointLink;
use leptos::prelude::*;

use crate::{parts::cite, words::Words};

type Sources = BTreeMap<String, Source>;

/// What happened, when, under a heading.
pub fn events(w: &Words, id: &'static str, title: String, events: &[Event], sources: &Sources) -> Option<AnyView> {
    let entry = |event: &Event| {
        view! {
            <li>
                {cite::iso(event.date)}
                <p>{event.text.clone()} {cite::publishers(&event.sources, sources)} {cite::unsure(w, event.verified)}</p>
            </li>
        }
    };
    let entries = events.iter().map(entry).collect_view().into_any();
    (!events.is_empty()).then(|| {
        view! {
            <section aria-labelledby=id>
                <h2 id=id>{title}</h2>
                <ol class="timeline">{entries}</ol>
            </section>
        }
        .into_any()
    })
}

/// What changed, in order.
pub fn outcomes(w: &Words, outcomes: &[Outcome], sources: &Sources) -> AnyView {
    let entry = |outcome: &Outcome| {
        view! {
            <li>
                {cite::iso(outcome.date)}
                <p>
                    <strong>{w.of("outcome", outcome.kind)}.</strong> " " {outcome.text.clone()}
                    {cite::publishers(&outcome.sources, sources)} {cite::unsure(w, outcome.verified)}
                </p>
            </li>
        }
    };
    view! { <ol class="timeline">{outcomes.iter().map(entry).collect_view()}</ol> }.into_any()
}

/// Where the sources contradict each other or say nothing.
pub fn unsure(w: &Words, notes: &[String]) -> Option<AnyView> {
    let entries = notes.iter().map(|note| view! { <li>{note.clone()}</li> }).collect_view();
    (!notes.is_empty()).then(|| {
        view! {
            <section aria-labelledby="unsure">
                <h2 id="unsure">{w.t("record-unsure")}</h2>
                <ul class="notes">{entries}</ul>
            </section>
        }
        .into_any()
    })
}

/// Every source that the page cites, the newest first, undated ones last.
pub fn sources(w: &Words, sources: &Sources, note: String) -> Option<AnyView> {
    let mut sources: Vec<&Source> = sources.values().collect();
    sources.sort_by_key(|source| std::cmp::Reverse(source.date));
    let entries = sources.iter().map(|source| view! { <li>{cite::in_full(w, source)}</li> }).collect_view();
    (!sources.is_empty()).then(|| {
        view! {
            <section aria-labelledby="sources">
                <h2 id="sources">{w.t("record-sources")}</h2>
                <p class="label">{note}</p>
                <ul class="sources">{entries}</ul>
            </section>
        }
        .into_any()
    })
}

/// The entry of an open letter or a statement in a list; `folder` is where it stands.
pub fn joint_link(w: &Words, folder: &str, link: &JointLink) -> AnyView {
    let signed = w.many("joint-signed", i64::try_from(link.signed).unwrap_or(0));
    view! {
        <li>
            <a href=format!("/{folder}/{}", link.slug)>{link.title.clone()}</a>
            " "
            <span class="label">{cite::written(w, link.date)} ", " {signed}</span>
        </li>
    }
    .into_any()
}
