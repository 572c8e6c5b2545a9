//! What stands around staff's pages.

use engine::Actor;
use leptos::prelude::*;

use crate::{parts::visit::Room, words::Words};

/// The airmail edge, the brand, the ways between staff's pages, who is signed in, and the way out.
pub fn header(w: &Words, actor: &Actor, room: Room) -> AnyView {
    let here = |of: Room| (room == of).then_some("page");
    let who = match actor {
        Actor::Staff(member) => w.with(
            "staff-signed-in",
            [("name", member.name.as_str().into()), ("role", w.of("role", member.role).into())],
        ),
        _ => String::new(),
    };
    // ways that end at a refusal are not shown
    let corrects = actor.may_correct().then(|| {
        view! {
            <a href="/staff/reports" aria-current=here(Room::Reports)>
                {w.t("nav-reports")}
            </a>
            <a href="/staff/corrections" aria-current=here(Room::Corrections)>
                {w.t("nav-corrections")}
            </a>
        }
    });
    view! {
        <div class="airmail"></div>
        <div class="wrap top">
            <a class="brand" href="/staff">
                <span class="pillar" aria-hidden="true"></span>
                {w.t("site")}
            </a>
            <nav aria-label=w.t("nav")>
                <a href="/staff/counts" aria-current=here(Room::Counts)>
                    {w.t("nav-counts")}
                </a>
                {corrects}
                <a href="/" aria-current=here(Room::Cases)>
                    {w.t("nav-public")}
                </a>
            </nav>
            <form class="sign-out" method="post" action="/staff/sign-out">
                <span class="label">{who}</span>
                <button type="submit" class="plain">
                    {w.t("staff-sign-out")}
                </button>
            </form>
        </div>
    }
    .into_any()
}
