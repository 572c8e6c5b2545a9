//! `/r`: where a code is typed that stands on a pack; `/r/{code}`: the group's report.

mod about;
pub mod report;
mod review;
mod table;

use domain::pack::PackCode;
use leptos::prelude::*;

use crate::{
    parts::visit::{Room, Sheet, Visit, query},
    words::Words,
};

/// The page where a code is typed.
#[component]
pub fn EnterCode() -> impl IntoView {
    let visit = Visit::of_this_request();
    let typed = query("code").unwrap_or_default();
    Suspend::new(async move {
        if let Ok(code) = typed.parse::<PackCode>() {
            visit.lead_to(&format!("/r/{code}"));
        }
        let sheet = sheet(&visit, &typed, !typed.trim().is_empty());
        visit.show(Ok(sheet)).await
    })
}

/// What is said for a code that no pack has.
pub fn unknown(visit: &Visit, typed: &str) -> Sheet {
    sheet(visit, typed, true)
}

fn sheet(visit: &Visit, typed: &str, wrong: bool) -> Sheet {
    let w = &visit.words;
    let title = if wrong { w.t("code-wrong-title") } else { w.t("code-title") };
    let body = view! {
        <div class="wrap page">
            <h1>{title.clone()}</h1>
            <p class="lead">{if wrong { w.t("code-wrong-lead") } else { w.t("code-lead") }}</p>
            {entry(w, typed)}
            <p>
                <a href="/groups">{w.t("code-to-groups")}</a>
            </p>
        </div>
    };
    let mut head = visit.head(&title);
    head.unlisted = true;
    Sheet::new(head, body).within(Room::Groups)
}

/// The field for a code, also on the page of groups.
pub fn entry(w: &Words, typed: &str) -> AnyView {
    // a code is short: what is longer was not one, and is not repeated
    let typed: String = typed.chars().take(20).collect();
    view! {
        <form class="code" method="get" action="/r">
            <div class="field">
                <label for="code">{w.t("code-label")}</label>
                <p class="label" id="code-help">{w.t("code-help")}</p>
                <input id="code" name="code" value=typed maxlength="20" required autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="code-help"/>
            </div>
            <button class="button" type="submit">
                {w.t("code-go")}
            </button>
        </form>
    }
    .into_any()
}
