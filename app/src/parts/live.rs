//! Numbers that grow while they are looked at: `frontend/js/live.js` renews what is marked here. A page without it is
//! right as of when it was made.

use domain::Slug;
use leptos::prelude::*;

use crate::{shell::Assets, words::Words};

/// All actions.
pub const ACTIONS: &str = "actions";

/// A number; `of` says what it counts: [`ACTIONS`], kinds with spaces between, or
/// nothing, and then it stays as it is.
pub fn number(w: &Words, sum: i64, of: impl Into<String>) -> AnyView {
    let of = of.into();
    if of.is_empty() {
        return w.number(sum).into_any();
    }
    view! { <span data-live=of>{w.number(sum)}</span> }.into_any()
}

/// What was done for one case, where a page watches all of them.
#[must_use]
pub fn case(slug: &Slug) -> String {
    format!("case:{slug}")
}

/// Words with a number in front, such as "12 actions"; `of` as in [`number`].
pub fn words(w: &Words, key: &str, sum: i64, of: impl Into<String>) -> AnyView {
    let other = w.many(key, 2).strip_prefix(&w.number(2)).unwrap_or_default().to_owned();
    view! { <span data-live=of.into() data-one=w.many(key, 1) data-other=other>{w.many(key, sum)}</span> }.into_any()
}

/// What a page watches.
#[derive(Clone, Copy)]
pub enum Watched<'a> {
    /// A campaign's numbers.
    Campaign,
    /// Those of each of its cases too.
    EveryCase,
    /// One case in it, and nothing else.
    Case(&'a Slug),
}

/// What renews the numbers of a campaign; once a page.
pub fn script(w: &Words, campaign: &Slug, watched: Watched<'_>) -> AnyView {
    let assets = use_context::<Assets>().unwrap_or_default();
    let from = match watched {
        Watched::Campaign => format!("/api/v1/campaigns/{campaign}/live"),
        Watched::EveryCase => format!("/api/v1/campaigns/{campaign}/live?by=case"),
        Watched::Case(case) => format!("/api/v1/campaigns/{campaign}/live?case={case}"),
    };
    assets
        .has("live.js")
        .then(|| {
            view! { <script type="module" src=assets.url("live.js") data-from=from data-thousands=w.t("thousands")></script> }
        })
        .into_any()
}
