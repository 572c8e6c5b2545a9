//! The sheet: address, salutation, text, closing.

use leptos::prelude::*;

use super::Desk;
use crate::{
    parts::fields::{Ties, field, typed},
    words::Words,
};

/// Whom the letter goes to, and the other offices it could go to.
pub fn addressee(w: &Words, desk: &Desk) -> AnyView {
    let chosen = &desk.draft.target;
    let case = &desk.draft.page.case.slug;
    let others = desk.draft.page.targets.iter().map(|view| &view.target);
    let others = others.filter(|target| target.takes_letters() && target.slug != chosen.slug).map(|target| {
        let href = format!("/cases/{case}/write?target={}", target.slug);
        view! { <li><a href=href>{target.office.clone()}</a></li> }
    });
    let others: Vec<_> = others.collect();
    let others = (!others.is_empty()).then(|| {
        view! {
            <details class="offices">
                <summary>{w.t("write-other-office")}</summary>
                <p class="label">{w.t("write-other-office-note")}</p>
                <ul>{others}</ul>
            </details>
        }
    });
    view! {
        <p class="addressee">{w.with("write-to", [("office", chosen.office.as_str().into())])}</p>
        {others}
    }
    .into_any()
}

/// What a writer is told once whose letter takes more than a page: the form sent again gives the file.
pub fn longer(w: &Words, desk: &Desk) -> Option<AnyView> {
    let pages = desk.pages?;
    let shown = [("shown", w.number(pages).into())];
    Some(
        view! {
            <section class="notice" id="longer" role="status" aria-labelledby="longer-title">
                <h2 id="longer-title">{w.with("write-longer", shown.clone())}</h2>
                <p>{w.with("write-longer-text", shown)}</p>
            </section>
        }
        .into_any(),
    )
}

/// The safety rules that came with the consent: read before anything is written.
pub fn rules(w: &Words, desk: &Desk) -> Option<AnyView> {
    let rules = &desk.draft.page.case.consent.as_ref()?.letter_rules;
    let entries = rules.iter().map(|rule| view! { <li>{rule.clone()}</li> }).collect_view();
    (!rules.is_empty()).then(|| {
        view! {
            <section class="notice rules" aria-labelledby="rules">
                <h2 id="rules">{w.t("write-rules")}</h2>
                <p class="label">{w.t("write-rules-note")}</p>
                <ul>{entries}</ul>
            </section>
        }
        .into_any()
    })
}

/// The paper with the fields that are printed on it, and the printed letter below.
pub fn sheet(w: &Words, desk: &Desk, preview: AnyView) -> AnyView {
    let lang = desk.draft.lang.to_string();
    let dir = desk.draft.lang.direction();
    let lines = desk.recipient.iter().map(|line| view! { <span>{line.clone()}</span> }).collect_view();
    view! {
        <div class="paper">
            <div class="letter sheet" lang=lang dir=dir>
                <i class="fold" aria-hidden="true"></i>
                <i class="fold second" aria-hidden="true"></i>
                <address>{lines}</address>
                <p class="date">{desk.written.clone()}</p>
                {salutation(w, desk)}
                {text(w, desk)}
                <p class="closing">{desk.draft.closing.clone()}</p>
            </div>
            {preview}
        </div>
    }
    .into_any()
}

fn salutation(w: &Words, desk: &Desk) -> AnyView {
    let value = desk.form.salutation.clone();
    let control = move |ties: Ties| {
        view! {
            <input
                id="salutation"
                name="salutation"
                value=value
                autocomplete="off"
                aria-describedby=ties.described_by
                aria-invalid=ties.invalid
            />
        }
        .into_any()
    };
    field(w, &desk.problems, "salutation", w.t("write-salutation"), None, control)
}

fn text(w: &Words, desk: &Desk) -> AnyView {
    let value = typed(&desk.form.body);
    let control = move |ties: Ties| {
        view! {
            <textarea
                id="body"
                name="body"
                rows="16"
                required
                autocomplete="off"
                spellcheck="true"
                aria-describedby=ties.described_by
                aria-invalid=ties.invalid
            >
                {value}
            </textarea>
        }
        .into_any()
    };
    field(w, &desk.problems, "body", w.t("write-body"), Some(w.t("write-body-help")), control)
}
