//! `/r/{code}`: how many did we post? The server answers with a last look, then with the receipt.

use domain::{
    action::Kind,
    campaign::Basis,
    date::iso,
    group::GroupKind,
    pack::{PackCode, Style},
};
use engine::{
    Engine, EngineError,
    reports::{PackCase, PackReport},
};
use leptos::prelude::*;

use super::{about, review, table};
use crate::{
    attempts::{Attempt, Refusal, ReportForm, Review},
    parts::{
        fields::Problems,
        visit::{Room, Sheet, Trouble, Visit, param},
    },
    words::Words,
};

/// The page.
#[component]
pub fn ReportPage() -> impl IntoView {
    let visit = Visit::of_this_request();
    let typed = param("code");
    let attempt = use_context::<Attempt<ReportForm>>();
    let review = use_context::<Review>();
    Suspend::new(async move {
        visit.keep_out_of_caches();
        let sheet = load(&visit, &typed, attempt, review).await;
        visit.show(sheet).await
    })
}

async fn load(
    visit: &Visit,
    typed: &str,
    attempt: Option<Attempt<ReportForm>>,
    review: Option<Review>,
) -> Result<Sheet, Trouble> {
    let (w, engine) = (&visit.words, visit.engine()?);
    let page = match typed.parse::<PackCode>() {
        Ok(code) => engine.pack_report(code).await,
        Err(_) => Err(EngineError::NotFound),
    };
    let page = match page {
        Ok(page) => page,
        Err(EngineError::NotFound) => {
            visit.not_found();
            return Ok(super::unknown(visit, typed));
        }
        Err(other) => return Err(other.into()),
    };
    let title = if review.is_some() { w.t("report-review-title") } else { w.t("report-title") };
    let content = match review {
        Some(review) => review::look(w, &page, &review),
        None if !page.takes_reports => view! { <p class="lead">{w.t("report-closed")}</p> }.into_any(),
        None => {
            let problems = Problems::of(attempt.as_ref());
            let form = attempt.map_or_else(|| blank(engine, &page), |attempt| kept(engine, &page, attempt));
            whole_form(w, &page, &form, &problems)
        }
    };
    let body = view! {
        <div class="wrap page pack">
            <h1>{title.clone()}</h1>
            {content}
        </div>
    };
    let mut head = visit.head(&title);
    head.unlisted = true;
    Ok(Sheet::new(head, body).within(Room::Groups))
}

/// A form that starts from what was reported before, or from the pack.
fn blank(engine: &Engine, page: &PackReport) -> ReportForm {
    let day = page.pack.spec.date.filter(|day| *day <= engine.today()).unwrap_or_else(|| engine.today());
    let mut form = ReportForm {
        id: engine.new_id().to_string(),
        group_kind: GroupKind::Local.to_string(),
        country: page.pack.spec.posted_from.map(|country| country.to_string()).unwrap_or_default(),
        collected_from: iso(day),
        collected_to: iso(day),
        basis: Basis::Counted.to_string(),
        ..ReportForm::default()
    };
    if page.before.is_none() {
        fill_in(&mut form, page);
    }
    if let Some(before) = &page.before {
        form.replaces = before.id.to_string();
        form.collected_from = iso(before.collected_from);
        form.collected_to = iso(before.collected_to);
        form.basis = before.basis.to_string();
        form.note = before.note.clone().unwrap_or_default();
        form.people = before.people.map(|people| people.to_string()).unwrap_or_default();
        for (n, case) in page.cases.iter().enumerate() {
            for kind in &page.kinds {
                let of = before.lines.iter().filter(|line| line.case == case.slug && line.kind == *kind);
                let sum: u64 = of.map(|line| u64::from(line.quantity)).sum();
                if sum > 0 {
                    form.more.insert(ReportForm::field(n, *kind), sum.to_string());
                }
            }
        }
    }
    form
}

/// The pack's own numbers, to begin with: whole letters are signed, the other sheets are written by hand. What was not
/// printed in numbers (cards, petition lines) stays empty.
fn fill_in(form: &mut ReportForm, page: &PackReport) {
    let asked = kinds(page);
    for (n, case) in page.cases.iter().enumerate() {
        for letters in page.pack.spec.letters.iter().filter(|letters| letters.case == case.slug) {
            let usual = if letters.style == Style::Prefilled { Kind::PrintedLetter } else { Kind::Letter };
            let Some(kind) = [usual, Kind::Letter].into_iter().find(|kind| asked.contains(kind)) else { continue };
            let name = ReportForm::field(n, kind);
            let so_far: u32 = form.more.get(&name).and_then(|number| number.parse().ok()).unwrap_or(0);
            form.more.insert(name, so_far.saturating_add(letters.copies).to_string());
        }
    }
}

/// What was typed. A report that was sent before, or replaced meanwhile, gets a fresh number and replaces the newest.
fn kept(engine: &Engine, page: &PackReport, attempt: Attempt<ReportForm>) -> ReportForm {
    let used = matches!(attempt.refusal, Refusal::SentBefore)
        || !attempt.errors_of("id").is_empty()
        || !attempt.errors_of("replaces").is_empty();
    let mut form = attempt.form;
    if used {
        form.id = engine.new_id().to_string();
        form.replaces = page.before.as_ref().map(|before| before.id.to_string()).unwrap_or_default();
    }
    form
}

/// The kinds that are asked for: a school class gives one number a case.
pub fn kinds(page: &PackReport) -> Vec<Kind> {
    let school = page.pack.group.as_ref().is_some_and(|group| group.kind == GroupKind::School);
    let asked = page.kinds.iter().copied();
    // what was reported before stays on the form, whatever the group is now
    let before = |kind: Kind| page.before.iter().any(|report| report.lines.iter().any(|line| line.kind == kind));
    if school { asked.filter(|kind| *kind == Kind::Letter || before(*kind)).collect() } else { asked.collect() }
}

/// The words for a case: its name, or that it is not public any more.
pub fn name_of(w: &Words, case: &PackCase) -> String {
    case.name.clone().unwrap_or_else(|| w.t("report-case-gone"))
}

fn whole_form(w: &Words, page: &PackReport, form: &ReportForm, problems: &Problems) -> AnyView {
    let code = page.pack.code.to_string();
    let lead = match (&page.before, page.pack.group.as_ref().map(|group| group.kind)) {
        (Some(_), _) => w.t("report-lead-again"),
        (None, Some(GroupKind::School)) => w.t("report-lead-school"),
        (None, _) => w.t("report-lead"),
    };
    view! {
        <p class="lead">{lead}</p>
        <p>{w.with("report-of", [("title", page.pack.spec.title.as_str().into()), ("code", code.as_str().into()), ("campaign", page.campaign.title.as_str().into())])}</p>
        {problems.summary(w, &labels(w, page))}
        <form class="sheet form" method="post" enctype="multipart/form-data" action=format!("/r/{code}")>
            <input type="hidden" name="id" value=form.id.clone()/>
            <input type="hidden" name="replaces" value=form.replaces.clone()/>
            {numbers(w, page, form, problems)}
            {table::section(w, form, problems)}
            {about::days(w, form, problems)}
            {about::who(w, page, form, problems)}
            {about::rest(w, form, problems)}
            <p class="lock">{w.t("report-kept")} " " <a href="/about/privacy">{w.t("foot-privacy")}</a></p>
            <button class="button" type="submit">
                {w.t("report-look")}
            </button>
        </form>
    }
    .into_any()
}

fn labels(w: &Words, page: &PackReport) -> Vec<(String, String)> {
    let mut labels = Vec::new();
    for (n, case) in page.cases.iter().enumerate() {
        for kind in kinds(page) {
            labels.push((ReportForm::field(n, kind), format!("{}, {}", name_of(w, case), w.of("kind", kind))));
        }
    }
    for (name, label) in [
        ("numbers", w.t("report-numbers")),
        ("collected_from", w.t("report-from")),
        ("collected_to", w.t("report-to")),
        ("group", w.t("packs-group")),
        ("country", w.t("report-country")),
        ("people", w.t("report-people")),
        ("table", w.t("report-table")),
        ("basis", w.t("report-basis")),
        ("note", w.t("report-note")),
    ] {
        labels.push((name.to_owned(), label));
    }
    labels
}

fn numbers(w: &Words, page: &PackReport, form: &ReportForm, problems: &Problems) -> AnyView {
    let kinds = kinds(page);
    let one = |n: usize, kind: Kind| {
        let name = ReportForm::field(n, kind);
        let wrong = problems.at(w, &name);
        let wrong_id = wrong.as_ref().map(|_| format!("{name}-wrong"));
        view! {
            <div class="count-row">
                <label for=name.clone()>{w.of("kind", kind)}</label>
                {wrong.clone().map(|wrong| view! { <p class="wrong" id=wrong_id.clone()>{wrong}</p> })}
                <input
                    id=name.clone()
                    name=name
                    value=form.number(n, kind).to_owned()
                    inputmode="numeric"
                    autocomplete="off"
                    maxlength="12"
                    aria-describedby=wrong_id
                    aria-invalid=wrong.map(|_| "true")
                />
            </div>
        }
    };
    let case = |(n, case): (usize, &PackCase)| {
        let rows = kinds.iter().map(|kind| one(n, *kind)).collect_view();
        view! {
            <fieldset class="case-counts">
                <legend>{name_of(w, case)} " " <small>{w.many("report-in-pack", case.letters.into())}</small></legend>
                {rows}
            </fieldset>
        }
    };
    let cases = page.cases.iter().enumerate().map(case).collect_view();
    let wrong = problems.at(w, "numbers");
    view! {
        <div id="numbers" tabindex="-1">
            {wrong.map(|wrong| view! { <p class="wrong">{wrong}</p> })}
            {cases}
        </div>
    }
    .into_any()
}
