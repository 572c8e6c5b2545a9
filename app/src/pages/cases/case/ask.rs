//! What is asked, and of whom.

use domain::{Slug, outcome::Outcome, state::CaseState, target::Target};
use engine::cases::CasePage;
use leptos::prelude::*;

use crate::{parts::cite, words::Words};

/// Demands and the box with the office. Someone who died has no red button here: it stands below the story.
pub fn section(w: &Words, page: &CasePage) -> AnyView {
    let case = &page.case;
    let target = page.first_addressable().map(|target| &target.slug);
    let demands = case.appeal(target, w.lang()).map(|appeal| appeal.demands.clone()).unwrap_or_default();
    let met = case.main_demand_met();
    let title = if met.is_some() { w.t("ask-title-met") } else { w.t("ask-title") };
    view! {
        <section class="ask sheet" aria-labelledby="ask">
            <h2 id="ask">{title}</h2>
            <ol>{demands.into_iter().map(|demand| view! { <li>{demand}</li> }).collect_view()}</ol>
            {match (met, page.first_addressable()) {
                (Some(outcome), _) => demand_met(w, page, outcome),
                (None, _) if !case.state.accepts_letters() => resting(w, case.state),
                (None, Some(target)) => to(w, page, target),
                (None, None) => nobody_to_write_to(w, page),
            }}
        </section>
    }
    .into_any()
}

/// The button of a case whose person died, after the story.
pub fn below_the_story(w: &Words, page: &CasePage) -> Option<AnyView> {
    let target = page.first_addressable().filter(|_| page.offers_letter())?;
    Some(
        view! {
            <section class="sheet after-story" aria-labelledby="ask-after">
                <h2 id="ask-after">{w.t("ask-mourned-title")}</h2>
                <div class="to">{office(w, page, target)} {button(w, &page.case.slug)}</div>
            </section>
        }
        .into_any(),
    )
}

fn to(w: &Words, page: &CasePage, target: &Target) -> AnyView {
    if page.case.is_mourned() {
        return ().into_any();
    }
    let first = &target.slug;
    let others = page.targets.iter().map(|view| &view.target).filter(|t| t.takes_letters() && t.slug != *first);
    let others = others.map(|other| other_office(&page.case.slug, other)).collect::<Vec<_>>();
    let others = (!others.is_empty()).then(|| {
        view! {
            <div class="others">
                <p class="label">{w.t("ask-others")}</p>
                <ul>{others}</ul>
            </div>
        }
    });
    view! {
        <div class="to">{office(w, page, target)} {button(w, &page.case.slug)}</div>
        {others}
    }
    .into_any()
}

fn button(w: &Words, case: &Slug) -> AnyView {
    view! { <a class="button" href=format!("/cases/{case}/write")>{w.t("ask-write")}</a> }.into_any()
}

fn other_office(case: &Slug, other: &Target) -> AnyView {
    let href = format!("/cases/{case}/write?target={}", other.slug);
    view! { <li><a href=href>{other.office.clone()}</a></li> }.into_any()
}

/// The office, its address, where that was printed, and who has looked at it since.
fn office(w: &Words, page: &CasePage, target: &Target) -> AnyView {
    let lines = if target.postal_lines.is_empty() {
        let parts = target.address.clone().unwrap_or_default();
        let lines = [vec![parts.organisation], parts.street, vec![parts.locality, parts.region, parts.postcode]];
        lines.concat().into_iter().filter(|line| !line.is_empty()).collect()
    } else {
        target.postal_lines.clone()
    };
    let address = format!("{}, {}", lines.join(", "), target.country.name(w.lang()));
    let printed = match target.printed_on {
        Some(date) => w.with("address-printed", [("date", w.date(date).into())]),
        None => w.t("address-printed-undated"),
    };
    let checked = match target.checked_on {
        Some(day) => w.with("address-checked", [("date", w.day(day).into())]),
        None => w.t("address-unchecked"),
    };
    view! {
        <div>
            <p class="label">{w.t("ask-to")}</p>
            <p>
                <strong>{target.office.clone()}</strong>
            </p>
            <p class="label">{address}</p>
            <p class="label">
                {printed} {cite::publishers(&target.sources, &page.sources)} ". " {checked}
            </p>
        </div>
    }
    .into_any()
}

fn demand_met(w: &Words, page: &CasePage, outcome: &Outcome) -> AnyView {
    view! {
        <div class="to met">
            <div>
                <p>
                    <strong>
                        {w.of("outcome", outcome.kind)} ", " {cite::written(w, outcome.date)}
                    </strong>
                </p>
                <p>{outcome.text.clone()} {cite::publishers(&outcome.sources, &page.sources)} {cite::unsure(w, outcome.verified)}</p>
                <p class="label">{w.t("ask-met")}</p>
            </div>
        </div>
    }
    .into_any()
}

/// Paused, archived: the page stays, and nobody writes.
fn resting(w: &Words, state: CaseState) -> AnyView {
    let words = if state == CaseState::Paused { w.t("ask-paused") } else { w.t("ask-archived") };
    view! {
        <div class="to">
            <p>{words}</p>
        </div>
    }
    .into_any()
}

/// An office may be known, its address is not: no letter is offered.
fn nobody_to_write_to(w: &Words, page: &CasePage) -> AnyView {
    let offices = page.targets.iter().map(|view| view! { <li>{view.target.office.clone()}</li> }).collect_view();
    view! {
        <div class="to">
            <div>
                <p>
                    <strong>{w.t("ask-no-address")}</strong>
                </p>
                <p class="label">{w.t("ask-no-address-why")}</p>
                <ul>{offices}</ul>
            </div>
        </div>
    }
    .into_any()
}
