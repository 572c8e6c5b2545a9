//! The form that asks. It is sent as an address, so an answer can be kept as a bookmark and handed on.

use domain::{action::Kind, counts::By, date::iso, section::Section};
use engine::counts::{CountedCase, Counts};
use leptos::prelude::*;

use crate::{
    parts::fields::{Ties, menu},
    words::Words,
};

/// The fields with their words, for the summary of what is wrong.
pub fn labels(w: &Words) -> [(&'static str, String); 9] {
    [
        ("campaign", w.t("counts-campaign")),
        ("country", w.t("counts-from-country")),
        ("kind", w.t("counts-kinds")),
        ("case", w.t("counts-cases")),
        ("from", w.t("counts-from")),
        ("to", w.t("counts-to")),
        ("channel", w.t("counts-channel")),
        ("section", w.t("counts-section")),
        ("by", w.t("counts-by")),
    ]
}

/// The whole form.
pub fn form(w: &Words, counts: &Counts) -> AnyView {
    let question = &counts.question;
    let day = |name: &'static str, label: String, value: Option<time::Date>| {
        let value = value.map(iso).unwrap_or_default();
        view! {
            <div class="field">
                <label for=name>{label}</label>
                <input id=name name=name type="date" value=value/>
            </div>
        }
    };
    view! {
        <form class="filters" method="get" action="/staff/counts" aria-label=w.t("counts-filters")>
            {choice("campaign", w.t("counts-campaign"), campaigns(counts), question.campaign.as_ref())}
            {choice("country", w.t("counts-from-country"), countries(w, counts), question.country)}
            {day("from", w.t("counts-from"), question.from)}
            {day("to", w.t("counts-to"), question.to)}
            {kinds(w, counts)}
            {cases(w, counts)}
            {choice("channel", w.t("counts-channel"), channels(w), question.channel)}
            {choice("section", w.t("counts-section"), sections(w, counts), question.section)}
            {choice("by", w.t("counts-by"), rows(w), Some(question.by))}
            <button class="button second" type="submit">
                {w.t("counts-show")}
            </button>
        </form>
    }
    .into_any()
}

fn choice(
    name: &'static str,
    label: String,
    options: Vec<(String, String)>,
    chosen: Option<impl std::fmt::Display>,
) -> AnyView {
    let chosen = chosen.map(|chosen| chosen.to_string()).unwrap_or_default();
    let ties = Ties { described_by: None, invalid: None };
    view! {
        <div class="field">
            <label for=name>{label}</label>
            {menu(name, options, &chosen, ties)}
        </div>
    }
    .into_any()
}

fn campaigns(counts: &Counts) -> Vec<(String, String)> {
    counts.choices.campaigns.iter().map(|campaign| (campaign.slug.to_string(), campaign.title.clone())).collect()
}

fn countries(w: &Words, counts: &Counts) -> Vec<(String, String)> {
    let counted = counts.choices.countries.iter().copied();
    let mut all: Vec<_> = counted.chain(counts.question.country).map(|c| (c.code().to_owned(), name(w, c))).collect();
    all.sort_by_key(|(_, name)| name.to_lowercase());
    all.dedup();
    std::iter::once((String::new(), w.t("counts-all-countries"))).chain(all).collect()
}

/// A country's name; of `ZZ`, that nobody said.
pub fn name(w: &Words, country: domain::country::Country) -> String {
    if country == domain::country::Country::UNKNOWN { w.t("counts-unsaid") } else { country.name(w.lang()).to_owned() }
}

fn channels(w: &Words) -> Vec<(String, String)> {
    vec![
        (String::new(), w.t("counts-all-channels")),
        ("online".to_owned(), w.t("counts-online")),
        ("reported".to_owned(), w.t("counts-reported")),
    ]
}

fn sections(w: &Words, counts: &Counts) -> Vec<(String, String)> {
    let mut all: Vec<Section> = counts.choices.sections.iter().copied().chain(counts.question.section).collect();
    all.sort_by_key(|section| section_name(w, *section));
    all.dedup();
    let named = all.into_iter().map(|section| (section.to_string(), section_name(w, section)));
    std::iter::once((String::new(), w.t("counts-all-sections"))).chain(named).collect()
}

/// A section's name.
pub fn section_name(w: &Words, section: Section) -> String {
    if section == Section::CENTRE { w.t("counts-centre") } else { section.name(w.lang()).to_owned() }
}

fn rows(w: &Words) -> Vec<(String, String)> {
    By::ALL.iter().map(|by| (by.to_string(), w.of("by", by))).collect()
}

fn kinds(w: &Words, counts: &Counts) -> AnyView {
    let chosen = &counts.question.kinds;
    let said = match chosen[..] {
        [] => w.t("counts-all-kinds"),
        [one] => w.of("kind", one),
        _ => w.many("counts-some-kinds", i64::try_from(chosen.len()).unwrap_or(0)),
    };
    let boxes = Kind::ALL.iter().map(|kind| tick("kind", kind.to_string(), w.of("kind", kind), chosen.contains(kind)));
    several("kind", w.t("counts-kinds"), said, boxes.collect_view().into_any())
}

fn cases(w: &Words, counts: &Counts) -> AnyView {
    let (chosen, all) = (&counts.question.cases, &counts.choices.cases);
    let named = |slug| all.iter().find(|case| case.slug == slug).map(|case| case.name.clone()).unwrap_or_default();
    let said = match &chosen[..] {
        [] => w.t("counts-all-cases"),
        [one] => named(one.clone()),
        _ => w.many("counts-some-cases", i64::try_from(chosen.len()).unwrap_or(0)),
    };
    let tick = |case: &CountedCase| tick("case", case.slug.to_string(), case.name.clone(), chosen.contains(&case.slug));
    several("case", w.t("counts-cases"), said, all.iter().map(tick).collect_view().into_any())
}

fn tick(name: &'static str, value: String, words: String, checked: bool) -> impl IntoView {
    view! {
        <label class="choice">
            <input type="checkbox" name=name value=value checked=checked/>
            {words}
        </label>
    }
}

/// A choice of several, folded away until it is wanted.
fn several(id: &'static str, label: String, said: String, boxes: AnyView) -> AnyView {
    view! {
        <fieldset class="field several" id=id tabindex="-1">
            <legend>{label}</legend>
            <details>
                <summary>{said}</summary>
                <div class="sheet">{boxes}</div>
            </details>
        </fieldset>
    }
    .into_any()
}
