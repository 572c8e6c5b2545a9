//! What happened, what changed, what is unsure, and what all of it rests on.

use engine::cases::CasePage;
use leptos::prelude::*;

use crate::{parts::record, words::Words};

/// What happened, when.
pub fn events(w: &Words, page: &CasePage) -> Option<AnyView> {
    record::events(w, "events", w.t("record-events"), &page.case.events, &page.sources)
}

/// What changed.
pub fn outcomes(w: &Words, page: &CasePage) -> Option<AnyView> {
    (!page.case.outcomes.is_empty()).then(|| {
        view! {
            <section aria-labelledby="outcomes">
                <h2 id="outcomes">{w.t("record-outcomes")}</h2>
                {record::outcomes(w, &page.case.outcomes, &page.sources)}
            </section>
        }
        .into_any()
    })
}

/// Where the sources contradict each other or say nothing.
pub fn unsure(w: &Words, page: &CasePage) -> Option<AnyView> {
    record::unsure(w, &page.case.notes)
}

/// Every source that the page cites, the newest first, undated ones last.
pub fn sources(w: &Words, page: &CasePage) -> Option<AnyView> {
    record::sources(w, &page.sources, w.t("record-sources-note"))
}
