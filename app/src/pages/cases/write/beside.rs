//! What stands beside the sheet: demands, points, how it reads, the writer's own fields; and the bar with the button.

use engine::Engine;
use leptos::prelude::*;
use letter::{Alignment, Paper, Profile};

use super::{Desk, today};
use crate::{
    islands::{LetterMeter, MeterWords, PageCapacity},
    parts::fields::{Ties, countries, field, menu, typed},
    words::Words,
};

/// What one page holds in the face of the PDF, beside address, date, salutation, closing and signature.
const PAGE: PageCapacity = PageCapacity { lines: 24, line_length: 85 };

/// Everything beside the sheet, in the order in which a writer needs it.
pub fn tools(w: &Words, desk: &Desk) -> AnyView {
    view! {
        {list("demands", w.t("write-demands"), w.t("write-demands-note"), &desk.draft.demands)}
        {list("points", w.t("write-points"), w.t("write-points-note"), &desk.draft.talking_points)}
        {reading(w)}
        {sender(w, desk)}
        {printing(w, desk)}
        <p class="lock"><span id="what-happens">{w.t("write-what-happens")}</span> " " <a href="/about/privacy">{w.t("foot-privacy")}</a></p>
    }
    .into_any()
}

/// The actions, always in sight at the bottom edge. The link to the printed page, printing it and the note are the island's.
pub fn bar(w: &Words, desk: &Desk) -> AnyView {
    let make = match desk.pages {
        Some(pages) => w.with("write-make-pages", [("shown", w.number(pages).into())]),
        None => w.t("write-make"),
    };
    view! {
        <div class="bar">
            <p id="note" class="label" role="status"></p>
            <a id="see" class="button second small" href="#printed" hidden>
                {w.t("composer-see")}
            </a>
            " "
            <button id="make" class="button small" type="submit">
                {make}
            </button>
            " "
            <button id="print" class="button small" type="button" hidden>
                {w.t("composer-print")}
            </button>
        </div>
    }
    .into_any()
}

/// How much of the page is filled, while somebody types.
fn reading(w: &Words) -> AnyView {
    let words = MeterWords {
        empty: w.with("meter-empty", [("lines", "{lines}".into())]),
        fits: w.with("meter-fits", [("words", "{words}".into()), ("lines", "{lines}".into())]),
        too_long: w.with("meter-too-long", [("words", "{words}".into()), ("lines", "{lines}".into())]),
    };
    view! {
        <section class="block">
            <h2>{w.t("write-reading")}</h2>
            <LetterMeter textarea="body".into() capacity=PAGE words/>
        </section>
    }
    .into_any()
}

fn list(id: &'static str, title: String, note: String, entries: &[String]) -> AnyView {
    if entries.is_empty() {
        return ().into_any();
    }
    let entries = entries.iter().map(|entry| view! { <li>{entry.clone()}</li> }).collect_view();
    view! {
        <section class="block">
            <h2>{title}</h2>
            <p class="label" id=format!("{id}-note")>{note}</p>
            <ul class="points" id=id>{entries}</ul>
        </section>
    }
    .into_any()
}

fn sender(w: &Words, desk: &Desk) -> AnyView {
    let (name, town) = (desk.form.name.clone(), typed(&desk.form.town));
    let name = move |ties: Ties| {
        view! {
            <input
                id="name"
                name="name"
                value=name
                autocomplete="name"
                aria-describedby=ties.described_by
                aria-invalid=ties.invalid
            />
        }
        .into_any()
    };
    let town = move |ties: Ties| {
        view! {
            <textarea
                id="town"
                name="town"
                rows="3"
                autocomplete="street-address"
                aria-describedby=ties.described_by
                aria-invalid=ties.invalid
            >
                {town}
            </textarea>
        }
        .into_any()
    };
    view! {
        <section class="block">
            <h2>{w.t("write-you")}</h2>
            <p class="label">{w.t("write-you-note")}</p>
            {field(w, &desk.problems, "name", w.t("write-name"), None, name)}
            {field(w, &desk.problems, "town", w.t("write-town"), Some(w.t("write-town-help")), town)}
        </section>
    }
    .into_any()
}

fn printing(w: &Words, desk: &Desk) -> AnyView {
    let form = &desk.form;
    let profiles = Profile::ALL.iter().map(|p| (p.name().to_owned(), w.of("profile", p))).collect();
    let alignments = Alignment::ALL.iter().map(|a| (a.name().to_owned(), w.of("alignment", a))).collect();
    let papers = Paper::ALL.iter().map(|p| (p.name().to_owned(), w.of("paper", p))).collect();
    let from = countries(w, w.t("write-posted-from-none"));
    let from_help = Some(w.t("write-posted-from-help"));
    view! {
        <section class="block">
            <h2>{w.t("write-printing")}</h2>
            <div class="two">
                {field(w, &desk.problems, "profile", w.t("write-profile"), None, |ties| menu("profile", profiles, &form.profile, ties))}
                {field(w, &desk.problems, "paper", w.t("write-paper"), None, |ties| menu("paper", papers, &form.paper, ties))}
                {field(w, &desk.problems, "alignment", w.t("write-alignment"), None, |ties| menu("alignment", alignments, &form.alignment, ties))}
            </div>
            {field(w, &desk.problems, "posted_from", w.t("write-posted-from"), from_help, |ties| {
                menu("posted_from", from, &form.posted_from, ties)
            })}
        </section>
    }
    .into_any()
}

/// The next step, once the letter is in the box: one letter, today, is one press of a button.
pub fn posted(w: &Words, engine: &Engine, desk: &Desk) -> Option<AnyView> {
    let page = &desk.draft.page;
    let campaign = page.counts_in.as_ref()?;
    let action = format!("/cases/{}/posted", page.case.slug);
    let hidden = [
        ("id", engine.new_id().to_string()),
        ("campaign", campaign.slug.to_string()),
        ("kind", domain::action::Kind::Letter.to_string()),
        ("quantity", "1".to_owned()),
        ("occurred_on", today(engine)),
    ];
    let hidden = hidden.map(|(name, value)| view! { <input type="hidden" name=name value=value/> }).collect_view();
    Some(
        view! {
            <section class="then" aria-labelledby="then">
                <h2 id="then">{w.t("write-then")}</h2>
                <p>{w.t("write-then-text")}</p>
                <form method="post" action=action.clone()>
                    {hidden}
                    <button class="button second" type="submit">
                        {w.t("write-then-today")}
                    </button>
                    " "
                    <a href=action.clone()>{w.t("write-then-other")}</a>
                </form>
            </section>
        }
        .into_any(),
    )
}
