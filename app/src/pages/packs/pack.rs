//! `/packs/{code}`: what is in a pack, the file once more, and the way to report.

use domain::{
    date::iso,
    pack::{PackCode, PackLetters},
};
use engine::packs::KeptPack;
use leptos::prelude::*;

use crate::{
    attempts::{Attempt, PackForm, Refusal},
    pages::r,
    parts::fields::Problems,
    parts::visit::{Room, Sheet, Trouble, Visit, param},
    words::Words,
};

/// The page.
#[component]
pub fn PackPage() -> impl IntoView {
    let visit = Visit::of_this_request();
    let typed = param("code");
    let attempt = use_context::<Attempt<PackForm>>();
    Suspend::new(async move {
        visit.keep_out_of_caches();
        let sheet = load(&visit, &typed, attempt).await;
        visit.show(sheet).await
    })
}

async fn load(visit: &Visit, typed: &str, attempt: Option<Attempt<PackForm>>) -> Result<Sheet, Trouble> {
    let (w, engine) = (&visit.words, visit.engine()?);
    let report = match typed.parse::<PackCode>() {
        Ok(code) => engine.pack_report(code).await,
        Err(_) => Err(engine::EngineError::NotFound),
    };
    let report = match report {
        Ok(report) => report,
        Err(engine::EngineError::NotFound) => {
            visit.not_found();
            return Ok(r::unknown(visit, typed));
        }
        Err(other) => return Err(other.into()),
    };
    let pack = &report.pack;
    let names = report.cases.iter().map(|case| (case.slug.clone(), case.name.clone())).collect::<Vec<_>>();
    let name = |letters: &PackLetters| {
        let named = names.iter().find(|(slug, _)| *slug == letters.case).and_then(|(_, name)| name.clone());
        named.unwrap_or_else(|| w.t("report-case-gone"))
    };
    let row = |letters: &PackLetters| {
        view! {
            <tr>
                <th scope="row">{name(letters)}</th>
                <td>{w.of("pack-style", letters.style)}</td>
                <td class="n">{w.number(letters.copies.into())}</td>
            </tr>
        }
    };
    let rows = pack.spec.letters.iter().map(row).collect_view();
    let code = pack.code.to_string();
    let title = w.with("pack-title", [("code", code.as_str().into())]);
    let body = view! {
        <div class="wrap page pack">
            <h1>{title.clone()}</h1>
            <p class="lead">{about(w, pack)}</p>
            {Problems::of(attempt.as_ref()).summary::<&str>(w, &[])}
            {make_new(w, attempt.as_ref())}
            <table class="ledger">
                <caption>{w.t("pack-contents")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{w.t("ledger-case")}</th>
                        <th scope="col">{w.t("packs-style")}</th>
                        <th scope="col" class="n">{w.t("pack-letters")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
                <tfoot>
                    <tr>
                        <th scope="row" colspan="2">{w.t("ledger-all")}</th>
                        <td class="n">{w.number(i64::try_from(pack.spec.copies()).unwrap_or(i64::MAX))}</td>
                    </tr>
                </tfoot>
            </table>
            <p class="label">{sheets(w, pack)}</p>
            <form class="acts" method="post" action=format!("/packs/{code}")>
                <button class="button second" type="submit">
                    {w.t("pack-print")}
                </button>
                <a class="button" href=format!("/r/{code}")>
                    {w.t("pack-report")}
                </a>
            </form>
            <p>{w.with("pack-code-note", [("code", code.as_str().into())])}</p>
        </div>
    };
    let mut head = visit.head(&title);
    head.unlisted = true;
    Ok(Sheet::new(head, body).within(Room::Groups))
}

/// A pack stays as it was printed: where one of its letters cannot be written any more, only a new pack helps.
fn make_new(w: &Words, attempt: Option<&Attempt<PackForm>>) -> Option<AnyView> {
    let cannot = attempt.is_some_and(|attempt| matches!(attempt.refusal, Refusal::Fields(_)));
    cannot.then(|| view! { <p>{w.t("pack-make-new")} " " <a href="/packs">{w.t("pack-to-builder")}</a></p> }.into_any())
}

fn about(w: &Words, pack: &KeptPack) -> AnyView {
    let group = pack.group.as_ref().map(|group| format!(" {}.", group.name));
    let day = pack.spec.date.map(|day| view! { " " <time datetime=iso(day)>{w.day(day)}</time> "." });
    view! { {pack.spec.title.clone()} "." {group} {day} }.into_any()
}

fn sheets(w: &Words, pack: &KeptPack) -> String {
    let names: Vec<String> = pack.spec.include.iter().map(|include| w.of("pack-sheet", include.name())).collect();
    w.with("pack-with", [("sheets", names.join(", ").into())])
}
