//! Numbers that grow while they are looked at: `frontend/js/live.js` renews what is marked here. A page without it is
//! right as of when it was made.

use domain::Slug;
use leptos::prelude::*;

use crate::{shell::Assets, words::Words};

/// All actions.
pub const ACTIONS: &str = "actions";

/// A number; `of` says what it counts: [`ACTIONS`], or kinds with spaces between.
pub fn number(w: &Words, sum: i64, of: impl Into<String>) -> AnyView {
    view! { <span data-live=of.into()>{w.number(sum)}</span> }.into_any()
}

/// What renews the numbers of a campaign; once a page.
pub fn script(w: &Words, campaign: &Slug) -> AnyView {
    let assets = use_context::<Assets>().unwrap_or_default();
    let from = format!("/api/v1/campaigns/{campaign}/live");
    assets
        .has("live.js")
        .then(|| {
            view! { <script type="module" src=assets.url("live.js") data-from=from data-thousands=w.t("thousands")></script> }
        })
        .into_any()
}
