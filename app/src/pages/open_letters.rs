//! `/open-letters/{slug}`: what is asked of whom, why, and who signed, in the order of signature.

use domain::open_letter::{Addressee, OpenLetter, Signatory};
use engine::open_letters::OpenLetterPage as Page;
use leptos::prelude::*;

use crate::{
    parts::{
        cite, figures, record,
        visit::{Room, Sheet, Trouble, Visit, param, slug},
    },
    words::Words,
};

/// The page.
#[component]
pub fn OpenLetterPage() -> impl IntoView {
    let visit = Visit::of_this_request();
    let name = param("slug");
    Suspend::new(async move {
        let sheet = load(&visit, &name).await;
        visit.show(sheet).await
    })
}

async fn load(visit: &Visit, name: &str) -> Result<Sheet, Trouble> {
    let w = &visit.words;
    let page = visit.engine()?.open_letter_page(&slug(name)?).await?;
    let letter = &page.letter;
    let body = view! {
        <article class="wrap joint">
            <header>
                <p class="label">{w.t("open-letter-kind")} ", " {cite::written(w, letter.date)}</p>
                <h1>{letter.title.clone()}</h1>
                <p class="lead">{letter.summary.clone()}</p>
            </header>
            {ask(w, &page)}
            {since(w, &page)}
            {reasons(w, letter)}
            {signatories(w, letter)}
            {record::unsure(w, &letter.notes)}
            {record::sources(w, &page.sources, w.t("record-sources-joint"))}
        </article>
    };
    let head = visit.head(&letter.title).describe(letter.summary.clone());
    Ok(Sheet::new(head, body).within(Room::Outcomes))
}

fn ask(w: &Words, page: &Page) -> AnyView {
    let demands = page.letter.ask.iter().map(|demand| view! { <li>{demand.clone()}</li> }).collect_view();
    view! {
        <section class="ask sheet" aria-labelledby="ask">
            <h2 id="ask">{w.t("open-letter-ask")}</h2>
            <ol>{demands}</ol>
            <div class="to">{addressee(w, page, &page.letter.addressee)}</div>
        </section>
    }
    .into_any()
}

fn addressee(w: &Words, page: &Page, to: &Addressee) -> AnyView {
    let name = (!to.name.is_empty()).then(|| view! { <p class="label">{to.name.clone()}</p> });
    view! {
        <div>
            <p class="label">{w.t("ask-to")}</p>
            <p>
                <strong>{to.office.clone()}</strong>
            </p>
            {name}
            <p class="label">{to.note.clone()} {cite::publishers(&to.sources, &page.sources)}</p>
        </div>
    }
    .into_any()
}

/// What happened after it was sent.
fn since(w: &Words, page: &Page) -> Option<AnyView> {
    record::events(w, "since", w.t("open-letter-since"), &page.letter.events, &page.sources)
}

fn reasons(w: &Words, letter: &OpenLetter) -> Option<AnyView> {
    let reasons = letter.reasons.iter().map(|reason| view! { <li>{reason.clone()}</li> }).collect_view();
    (!letter.reasons.is_empty()).then(|| {
        view! {
            <section aria-labelledby="reasons">
                <h2 id="reasons">{w.t("open-letter-reasons")}</h2>
                <ul class="notes">{reasons}</ul>
            </section>
        }
        .into_any()
    })
}

/// A numbered ledger. A qualifier stands with its name, never apart from it.
fn signatories(w: &Words, letter: &OpenLetter) -> AnyView {
    let count = i64::try_from(letter.signatories.len()).unwrap_or(0);
    let checked = match letter.checked() {
        0 => w.t("open-letter-unchecked"),
        checked if checked == letter.signatories.len() => w.t("open-letter-all-checked"),
        checked => {
            w.with("open-letter-some-checked", [("checked", w.number(i64::try_from(checked).unwrap_or(0)).into())])
        }
    };
    let heads = vec![w.t("signatory-number"), w.t("signatory-name"), w.t("signatory-country")];
    let rows = letter.signatories.iter().enumerate().map(|(at, signatory)| row(w, at + 1, signatory));
    view! {
        <section aria-labelledby="signatories">
            <h2 id="signatories">{w.many("open-letter-signatories", count)}</h2>
            <p class="label">{w.t("open-letter-order")} " " {checked}</p>
            {figures::table("signatories".to_owned(), heads, rows.collect_view().into_any())}
        </section>
    }
    .into_any()
}

fn row(w: &Words, number: usize, signatory: &Signatory) -> AnyView {
    let qualifier = (!signatory.qualifier.is_empty())
        .then(|| view! { ", " <span class="qualifier">{signatory.qualifier.clone()}</span> });
    let authority = signatory.authority.as_ref().map(|check| {
        let filled_in = [("by", check.by.as_str().into()), ("date", w.day(check.on).into())];
        view! { <small class="line">{w.with("signatory-checked", filled_in)}</small> }
    });
    view! {
        <tr>
            <td class="n">{number.to_string()}</td>
            <th scope="row">{signatory.name.clone()} {qualifier} {authority}</th>
            <td>{signatory.country.map(|country| country.name(w.lang()))}</td>
        </tr>
    }
    .into_any()
}
