//! The form of the pack builder.

use domain::{
    group::GroupKind,
    pack::{Include, Order, Style},
};
use engine::packs::{PackChoice, PackChoices};
use leptos::prelude::*;
use letter::spec::{Paper, Profile};

use crate::{
    attempts::PackForm,
    parts::fields::{Problems, countries, field, menu},
    words::Words,
};

/// The sheets that are offered, with what a new form has ticked.
const SHEETS: [(&str, bool); 7] = [
    ("cover", true),
    ("case-sheets", true),
    ("tally", true),
    ("test", false),
    ("petition", false),
    ("poster", false),
    ("sign-up", false),
];

/// A form that nobody filled in yet.
pub fn blank(choices: &PackChoices) -> PackForm {
    let ticked = SHEETS.iter().filter(|(_, usual)| *usual);
    PackForm {
        campaign: choices.campaign.slug.to_string(),
        group_kind: GroupKind::Local.to_string(),
        style: Style::Prefilled.to_string(),
        order: Order::ByCase.to_string(),
        profile: Profile::Din5008B.to_string(),
        paper: Paper::A4.to_string(),
        sides: "both".to_owned(),
        more: ticked.map(|(name, _)| (format!("with-{name}"), "on".to_owned())).collect(),
        ..PackForm::default()
    }
}

/// The whole form with what is wrong in it.
pub fn form(w: &Words, choices: &PackChoices, form: &PackForm, problems: &Problems) -> AnyView {
    view! {
        {problems.summary(w, &labels(w, choices))}
        <form class="sheet form" method="post" action="/packs">
            <input type="hidden" name="campaign" value=form.campaign.clone()/>
            <h2>{w.t("packs-letters")}</h2>
            <p class="label">{w.with("packs-letters-help", [("campaign", choices.campaign.title.as_str().into())])}</p>
            {letters(w, choices, form, problems)}
            {style(w, form, problems)}
            <h2>{w.t("packs-you")}</h2>
            {you(w, form, problems)}
            <h2>{w.t("packs-printing")}</h2>
            {printing(w, form, problems)}
            {sheets(w, form)}
            <p class="lock">{w.t("packs-kept")}</p>
            <div class="acts">
                <button class="button" type="submit">
                    {w.t("packs-make")}
                </button>
                <button class="button second" type="submit" name="then" value="look">
                    {w.t("packs-look")}
                </button>
            </div>
        </form>
    }
    .into_any()
}

fn labels(w: &Words, choices: &PackChoices) -> Vec<(String, String)> {
    let copies = choices.cases.iter().map(|case| (format!("copies-{}", case.slug), case.name.clone()));
    let fields = [
        ("letters", "packs-letters"),
        ("group", "packs-group"),
        ("posted_from", "packs-posted-from"),
        ("date", "packs-date"),
        ("profile", "write-profile"),
        ("paper", "write-paper"),
        ("style", "packs-style"),
        ("order", "packs-order"),
    ];
    copies.chain(fields.into_iter().map(|(name, key)| (name.to_owned(), label(w, key)))).collect()
}

/// One call for each key, so that the test of the catalogues sees them.
fn label(w: &Words, key: &str) -> String {
    match key {
        "packs-letters" => w.t("packs-letters"),
        "packs-group" => w.t("packs-group"),
        "packs-posted-from" => w.t("packs-posted-from"),
        "packs-date" => w.t("packs-date"),
        "write-profile" => w.t("write-profile"),
        "write-paper" => w.t("write-paper"),
        "packs-style" => w.t("packs-style"),
        _ => w.t("packs-order"),
    }
}

fn letters(w: &Words, choices: &PackChoices, form: &PackForm, problems: &Problems) -> AnyView {
    let row = |case: &PackChoice| {
        let name = format!("copies-{}", case.slug);
        let wrong = problems.at(w, &name);
        let (wrong_id, office_id) = (format!("{name}-wrong"), format!("{name}-office"));
        let described = if wrong.is_some() { format!("{office_id} {wrong_id}") } else { office_id.clone() };
        let invalid = wrong.as_ref().map(|_| "true");
        view! {
            <div class="count-row">
                <label for=name.clone()>
                    {case.name.clone()} <small>{case.country.name(w.lang())}</small>
                </label>
                <span class="label to" id=office_id>{w.with("packs-to", [("office", case.office.as_str().into())])}</span>
                {wrong.map(|wrong| view! { <p class="wrong" id=wrong_id>{wrong}</p> })}
                <input
                    id=name.clone()
                    name=name
                    value=form.copies(case.slug.as_str()).to_owned()
                    inputmode="numeric"
                    autocomplete="off"
                    maxlength="7"
                    aria-describedby=described
                    aria-invalid=invalid
                />
            </div>
        }
    };
    let rows = choices.cases.iter().map(row).collect_view();
    let wrong = problems.at(w, "letters");
    view! {
        <div id="letters" tabindex="-1">
            {wrong.map(|wrong| view! { <p class="wrong">{wrong}</p> })}
            {rows}
        </div>
    }
    .into_any()
}

fn style(w: &Words, form: &PackForm, problems: &Problems) -> AnyView {
    let styles = Style::ALL.iter().map(|style| (style.to_string(), w.of("pack-style", style))).collect();
    let orders = Order::ALL.iter().map(|order| (order.to_string(), w.of("pack-order", order))).collect();
    view! {
        {field(w, problems, "style", w.t("packs-style"), None, |ties| menu("style", styles, &form.style, ties))}
        {field(w, problems, "order", w.t("packs-order"), None, |ties| menu("order", orders, &form.order, ties))}
    }
    .into_any()
}

fn you(w: &Words, form: &PackForm, problems: &Problems) -> AnyView {
    let kinds = GroupKind::ALL.iter().map(|kind| (kind.to_string(), w.of("group-kind", kind))).collect();
    let none = w.t("write-posted-from-none");
    let (group, date) = (form.group.clone(), form.date.clone());
    view! {
        {field(w, problems, "group", w.t("packs-group"), Some(w.t("packs-group-help")), |ties| {
            view! {
                <input id="group" name="group" value=group maxlength="80" autocomplete="organization" aria-describedby=ties.described_by aria-invalid=ties.invalid/>
            }
                .into_any()
        })}
        {field(w, problems, "group_kind", w.t("packs-group-kind"), None, |ties| {
            menu("group_kind", kinds, &form.group_kind, ties)
        })}
        {field(w, problems, "posted_from", w.t("packs-posted-from"), Some(w.t("write-posted-from-help")), |ties| {
            menu("posted_from", countries(w, none), &form.posted_from, ties)
        })}
        {field(w, problems, "date", w.t("packs-date"), Some(w.t("packs-date-help")), |ties| {
            view! {
                <input id="date" name="date" type="date" value=date aria-describedby=ties.described_by aria-invalid=ties.invalid/>
            }
                .into_any()
        })}
    }
    .into_any()
}

fn printing(w: &Words, form: &PackForm, problems: &Problems) -> AnyView {
    let profiles = Profile::ALL.iter().map(|profile| (profile.to_string(), w.of("profile", profile))).collect();
    let papers = Paper::ALL.iter().map(|paper| (paper.to_string(), w.of("paper", paper))).collect();
    let sides = vec![("both".to_owned(), w.t("packs-both-sides")), ("one".to_owned(), w.t("packs-one-side"))];
    view! {
        {field(w, problems, "profile", w.t("write-profile"), None, |ties| {
            menu("profile", profiles, &form.profile, ties)
        })}
        {field(w, problems, "paper", w.t("write-paper"), None, |ties| menu("paper", papers, &form.paper, ties))}
        {field(w, problems, "sides", w.t("packs-sides"), Some(w.t("packs-sides-help")), |ties| {
            menu("sides", sides, &form.sides, ties)
        })}
    }
    .into_any()
}

fn sheets(w: &Words, form: &PackForm) -> AnyView {
    let choice = |(name, _): &(&'static str, bool)| {
        let checked = form.has(name);
        view! {
            <label class="choice">
                <input type="checkbox" name=format!("with-{name}") checked=checked/>
                {w.of("pack-sheet", name)}
            </label>
        }
    };
    let choices = SHEETS.iter().map(choice).collect_view();
    view! {
        <fieldset>
            <legend>{w.t("packs-sheets")}</legend>
            {choices}
        </fieldset>
    }
    .into_any()
}

/// The sheets that are ticked. A school keeps no list of pupils' names.
#[must_use]
pub fn included(form: &PackForm) -> Vec<Include> {
    let school = form.group_kind == GroupKind::School.as_str();
    let ticked = SHEETS.iter().filter(|(name, _)| form.has(name) && !(school && *name == "sign-up"));
    ticked.filter_map(|(name, _)| name.parse().ok()).collect()
}

/// What stands on the cover.
#[must_use]
pub fn title(w: &Words, group: Option<&str>) -> String {
    match group {
        Some(group) => w.with("packs-title-of", [("group", group.into())]),
        None => w.t("packs-title-plain"),
    }
}
