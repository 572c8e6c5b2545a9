//! `/staff`: where staff arrive.

pub mod corrections;
pub mod counts;
pub mod reports;
pub mod sign_in;
pub mod snapshots;
pub mod welcome;

use engine::Actor;
use leptos::prelude::*;

use crate::parts::visit::{Room, Sheet, Trouble, Visit};

/// The page.
#[component]
pub fn Start() -> impl IntoView {
    let visit = Visit::of_this_request();
    Suspend::new(async move {
        visit.keep_out_of_caches();
        let sheet = load(&visit);
        visit.show(sheet).await
    })
}

fn load(visit: &Visit) -> Result<Sheet, Trouble> {
    let (w, actor) = (&visit.words, visit.signed_in()?);
    let name = match actor {
        Actor::Staff(member) => member.name.clone(),
        _ => String::new(),
    };
    let corrects = actor.may_correct().then(|| {
        view! {
            <li>
                <a href="/staff/reports">{w.t("nav-reports")}</a>
                <p>{w.t("staff-reports-what")}</p>
            </li>
            <li>
                <a href="/staff/corrections">{w.t("nav-corrections")}</a>
                <p>{w.t("staff-corrections-what")}</p>
            </li>
        }
    });
    let body = view! {
        <div class="wrap page">
            <h1>{w.t("staff-title")}</h1>
            <p class="lead">{w.with("staff-lead", [("name", name.into())])}</p>
            <ul class="ways-on">
                <li>
                    <a href="/staff/counts">{w.t("nav-counts")}</a>
                    <p>{w.t("staff-counts-what")}</p>
                </li>
                {corrects}
            </ul>
        </div>
    };
    let mut head = visit.head(&w.t("staff-title"));
    head.unlisted = true;
    Ok(Sheet::new(head, body).within(Room::Other))
}
