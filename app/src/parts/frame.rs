//! Header and footer of every page.

use domain::bundle::Manifest;
use leptos::prelude::*;

use crate::{parts::visit::Room, words::Words};

/// The airmail edge, the brand, and the ways into the site.
pub fn header(w: &Words, room: Room) -> AnyView {
    let here = |of: Room| (room == of).then_some("page");
    view! {
        <div class="airmail"></div>
        <div class="wrap top">
            <a class="brand" href="/">
                <span class="pillar" aria-hidden="true"></span>
                {w.t("site")}
            </a>
            <nav aria-label=w.t("nav")>
                <a href="/cases" aria-current=here(Room::Cases)>
                    {w.t("nav-cases")}
                </a>
                <a href="/outcomes" aria-current=here(Room::Outcomes)>
                    {w.t("nav-did")}
                </a>
                <a href="/groups" aria-current=here(Room::Groups)>
                    {w.t("nav-groups")}
                </a>
            </nav>
        </div>
    }
    .into_any()
}

/// The demonstration notice, where there is one, and what happens with what is typed.
pub fn footer(w: &Words, notice: Option<&Manifest>) -> AnyView {
    let notice = notice.map(|manifest| {
        view! {
            <p>
                <strong>{manifest.title.clone()}.</strong>
                " "
                {w.t("foot-demonstration")}
                " "
                <a href="/about/privacy#demonstration">{w.t("foot-more")}</a>
            </p>
        }
    });
    view! {
        <div class="wrap">
            {notice}
            <p>
                {w.t("foot-typed")} " " <a href="/about/privacy">{w.t("foot-privacy")}</a>
            </p>
        </div>
    }
    .into_any()
}
