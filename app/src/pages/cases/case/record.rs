//! What happened, what changed, what is unsure, and what all of it rests on.

use domain::source::Source;
use engine::cases::CasePage;
use leptos::prelude::*;

use crate::{parts::cite, words::Words};

/// What happened, when.
pub fn events(w: &Words, page: &CasePage) -> Option<AnyView> {
    let entry = |event: &domain::case::Event| {
        view! {
            <li>
                {cite::iso(event.date)}
                <p>{event.text.clone()} {cite::publishers(&event.sources, &page.sources)} {cite::unsure(w, event.verified)}</p>
            </li>
        }
    };
    let entries = page.case.events.iter().map(entry).collect_view();
    (!page.case.events.is_empty()).then(|| list("events", w.t("record-events"), entries.into_any()))
}

/// What changed.
pub fn outcomes(w: &Words, page: &CasePage) -> Option<AnyView> {
    let entry = |outcome: &domain::outcome::Outcome| {
        view! {
            <li>
                {cite::iso(outcome.date)}
                <p>
                    <strong>{w.of("outcome", outcome.kind)}.</strong> " " {outcome.text.clone()}
                    {cite::publishers(&outcome.sources, &page.sources)} {cite::unsure(w, outcome.verified)}
                </p>
            </li>
        }
    };
    let entries = page.case.outcomes.iter().map(entry).collect_view();
    (!page.case.outcomes.is_empty()).then(|| list("outcomes", w.t("record-outcomes"), entries.into_any()))
}

fn list(id: &'static str, title: String, entries: AnyView) -> AnyView {
    view! {
        <section aria-labelledby=id>
            <h2 id=id>{title}</h2>
            <ol class="timeline">{entries}</ol>
        </section>
    }
    .into_any()
}

/// Where the sources contradict each other or say nothing.
pub fn unsure(w: &Words, page: &CasePage) -> Option<AnyView> {
    let notes = &page.case.notes;
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
pub fn sources(w: &Words, page: &CasePage) -> Option<AnyView> {
    let mut sources: Vec<&Source> = page.sources.values().collect();
    sources.sort_by_key(|source| std::cmp::Reverse(source.date));
    let entries = sources.iter().map(|source| view! { <li>{cite::in_full(w, source)}</li> }).collect_view();
    (!sources.is_empty()).then(|| {
        view! {
            <section aria-labelledby="sources">
                <h2 id="sources">{w.t("record-sources")}</h2>
                <p class="label">{w.t("record-sources-note")}</p>
                <ul class="sources">{entries}</ul>
            </section>
        }
        .into_any()
    })
}
