//! What is said when there is no page: not found, withdrawn, not just now.

use leptos::prelude::*;

use crate::parts::visit::{Sheet, Trouble, Visit};

/// Any address at which nothing stands.
#[component]
pub fn NotFound() -> impl IntoView {
    let visit = Visit::of_this_request();
    Suspend::new(async move { visit.show(Err(Trouble::NotFound)).await })
}

/// The words for a trouble. They name nobody: whoever was withdrawn is not mentioned, not even by the address.
#[must_use]
pub fn sheet(visit: &Visit, trouble: Trouble) -> Sheet {
    let w = &visit.words;
    let (title, text) = match trouble {
        Trouble::NotFound => (w.t("not-found-title"), w.t("not-found-text")),
        Trouble::Gone => (w.t("gone-title"), w.t("gone-text")),
        Trouble::Later => (w.t("later-title"), w.t("later-text")),
        Trouble::SignIn => (w.t("staff-sign-in"), w.t("sign-in-needed")),
        Trouble::Denied => (w.t("denied-title"), w.t("denied-text")),
        Trouble::Broken => (w.t("broken-title"), w.t("broken-text")),
    };
    let mut head = visit.head(&title);
    head.unlisted = true;
    let body = view! {
        <div class="wrap page">
            <h1>{title}</h1>
            <p class="lead">{text}</p>
            <p class="acts">
                <a class="button second" href="/cases">
                    {w.t("trouble-cases")}
                </a>
                " "
                <a class="button second" href="/">
                    {w.t("trouble-home")}
                </a>
            </p>
        </div>
    };
    Sheet::new(head, body)
}
