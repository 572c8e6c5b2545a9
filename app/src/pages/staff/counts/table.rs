//! The table: a bar beside each number, counted online and reported apart, sums between heavy rules.

use domain::{
    action::{Channel, Kind},
    campaign::Basis,
    counts::By,
};
use engine::counts::{Cells, CountedCase, Counts, Key, Question, Row};
use leptos::prelude::*;

use super::{address, filters};
use crate::{parts::count::HEADINGS, words::Words};

/// The whole table.
pub fn ledger(w: &Words, counts: &Counts) -> AnyView {
    if counts.rows.is_empty() {
        return view! { <p class="sheet none">{w.t("counts-none")}</p> }.into_any();
    }
    let most = counts.rows.iter().map(|row| row.cells.all()).max().unwrap_or(0);
    let by = counts.question.by;
    let rows = counts.rows.iter().map(|row| line(w, &counts.question, row, most)).collect_view();
    view! {
        <div class="sheet scroll tab" tabindex="0" role="group" aria-label=w.of("by", by)>
            <table class="ledger stacked">
                {heads(w, by)}
                <tbody>{rows}</tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{w.t("ledger-all")}</th>
                        {second(by).then(|| view! { <td class="place"></td> })}
                        <td class="bar"></td>
                        {numbers(w, &counts.sum)}
                    </tr>
                </tfoot>
            </table>
        </div>
    }
    .into_any()
}

/// Whether a second column says where something is.
const fn second(by: By) -> bool {
    matches!(by, By::Case | By::CaseAndCountry)
}

fn heads(w: &Words, by: By) -> AnyView {
    let place = match by {
        By::Case => Some(w.t("counts-case-in")),
        By::CaseAndCountry => Some(w.t("counts-written-from")),
        _ => None,
    };
    let [letters, cards, other] = [w.t("counts-letters"), w.t("counts-cards"), w.t("counts-other")];
    let key = [("a", letters), ("b", cards), ("c", other)]
        .map(|(ink, words)| view! { <span class="key"><i class=ink></i>{words.to_lowercase()}</span> });
    let number = |words: String| view! { <th scope="col" class="n">{words}</th> };
    view! {
        <thead>
            <tr>
                <th scope="col">{w.of("by", by)}</th>
                {place.map(|place| view! { <th scope="col">{place}</th> })}
                <th scope="col" class="bar">{key.collect_view()}</th>
                {captions(w).map(|(_, words)| number(words)).collect_view()}
            </tr>
        </thead>
    }
    .into_any()
}

/// The columns of numbers.
fn captions(w: &Words) -> [(&'static str, String); 6] {
    [
        ("letters", w.t("counts-letters")),
        ("cards", w.t("counts-cards")),
        ("other", w.t("counts-other")),
        ("online", w.t("counts-online-short")),
        ("reported", w.t("counts-reported-short")),
        ("all", w.t("ledger-all")),
    ]
}

fn parts(cells: &Cells) -> [i64; 3] {
    HEADINGS.map(|(_, kinds): (_, &[Kind])| cells.of_kinds(kinds))
}

fn numbers(w: &Words, cells: &Cells) -> AnyView {
    let [letters, cards, other] = parts(cells);
    let (online, reported) = (cells.by_channel(Channel::Online), cells.by_channel(Channel::Reported));
    let all = [letters, cards, other, online, reported, cells.all()];
    let cell = |((name, words), number): ((&'static str, String), i64)| {
        let inexact = (name == "all").then(|| inexact(w, cells)).flatten();
        view! {
            <td class=format!("n {name}")>
                <span class="cap">{words}</span>
                <span>{w.number(number)} {inexact}</span>
            </td>
        }
    };
    captions(w).into_iter().zip(all).map(cell).collect_view().into_any()
}

/// How exactly a number was counted, where not one by one.
fn inexact(w: &Words, cells: &Cells) -> Option<AnyView> {
    let sum = cells.by_basis(Basis::Estimated) + cells.by_basis(Basis::AtLeast);
    let words = w.with("counts-of-them-inexact", [("shown", w.number(sum).into())]);
    (sum != 0).then(|| view! { <small class="line">{words}</small> }.into_any())
}

fn line(w: &Words, question: &Question, row: &Row, most: i64) -> AnyView {
    let (name, place) = match &row.key {
        Key::Case(case) => (case_link(w, question, case), Some(case.country.name(w.lang()).to_owned())),
        Key::CaseAndCountry(case, from) => (case_link(w, question, case), Some(filters::name(w, *from))),
        Key::Country(from) => {
            let narrowed = Question { country: Some(*from), by: By::Case, ..question.clone() };
            (link(&narrowed, filters::name(w, *from)), None)
        }
        Key::Kind(kind) => {
            let narrowed = Question { kinds: vec![*kind], by: By::Case, ..question.clone() };
            (link(&narrowed, w.of("kind", kind)), None)
        }
        Key::Section(section) => {
            let narrowed = Question { section: Some(*section), by: By::Case, ..question.clone() };
            (link(&narrowed, filters::section_name(w, *section)), None)
        }
        Key::Day(day) => {
            let narrowed = Question { from: Some(*day), to: Some(*day), by: By::Case, ..question.clone() };
            (link(&narrowed, w.day(*day)), None)
        }
    };
    view! {
        <tr>
            <th scope="row">{name}</th>
            {place.map(|place| view! { <td class="place">{place}</td> })}
            <td class="bar">{bar(&row.cells, most)}</td>
            {numbers(w, &row.cells)}
        </tr>
    }
    .into_any()
}

fn link(question: &Question, words: String) -> AnyView {
    view! { <a href=address(question)>{words}</a> }.into_any()
}

/// A case leads to the countries from which people wrote for it. One that is not public is marked: its name stands on
/// this page only.
fn case_link(w: &Words, question: &Question, case: &CountedCase) -> AnyView {
    let narrowed = Question { cases: vec![case.slug.clone()], by: By::Country, ..question.clone() };
    let mark = (!case.public).then(|| view! { " " <span class="mark">{w.of("state", case.state)}</span> });
    view! { {link(&narrowed, case.name.clone())} {mark} }.into_any()
}

/// Letters, cards and other things side by side, in a width of a hundred for the longest row.
fn bar(cells: &Cells, most: i64) -> AnyView {
    let mut from = 0;
    let mut piece = |ink: &'static str, actions: i64| {
        let width = if most > 0 { (actions.max(0) * 1000 / most).min(1000 - from) } else { 0 };
        let (x, w) = (tenths(from), tenths(width));
        from += width;
        view! { <rect class=ink x=x width=w height="10"></rect> }
    };
    let [letters, cards, other] = parts(cells);
    let pieces = [piece("a", letters), piece("b", cards), piece("c", other)].collect_view();
    view! {
        <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            {pieces}
        </svg>
    }
    .into_any()
}

fn tenths(number: i64) -> String {
    format!("{}.{}", number / 10, number % 10)
}

/// Under the table: the file, and how the page is to be read.
pub fn ways_on(w: &Words, counts: &Counts) -> AnyView {
    let query = counts.question.written();
    view! {
        <p class="label after-table">
            <a href=format!("/staff/counts.csv?{query}") download>
                {w.t("counts-csv")}
            </a>
            " "
            {w.t("counts-how")}
            " "
            <a href=format!("/staff/snapshots?campaign={}", counts.campaign.slug)>{w.t("counts-to-snapshots")}</a>
        </p>
    }
    .into_any()
}
