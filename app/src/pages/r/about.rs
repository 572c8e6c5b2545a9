//! The fields about a report as a whole: its days, who reports, and how exact it is.

use domain::{campaign::Basis, country::Country, group::GroupKind};
use engine::reports::PackReport;
use leptos::prelude::*;

use crate::{
    attempts::ReportForm,
    parts::fields::{Problems, countries, field, menu, typed},
    words::Words,
};

pub(super) fn days(w: &Words, form: &ReportForm, problems: &Problems) -> AnyView {
    let (from, to) = (form.collected_from.clone(), form.collected_to.clone());
    view! {
        {field(w, problems, "collected_from", w.t("report-from"), None, |ties| {
            view! {
                <input id="collected_from" name="collected_from" type="date" value=from required aria-describedby=ties.described_by aria-invalid=ties.invalid/>
            }
                .into_any()
        })}
        {field(w, problems, "collected_to", w.t("report-to"), Some(w.t("report-to-help")), |ties| {
            view! {
                <input id="collected_to" name="collected_to" type="date" value=to required aria-describedby=ties.described_by aria-invalid=ties.invalid/>
            }
                .into_any()
        })}
    }
    .into_any()
}

pub(super) fn who(w: &Words, page: &PackReport, form: &ReportForm, problems: &Problems) -> AnyView {
    if let Some(group) = &page.pack.group {
        let place = if group.country == Country::UNKNOWN { "" } else { group.country.name(w.lang()) };
        return view! {
            <p>
                <span class="label">{w.t("packs-group")}</span>
                <strong class="line">{group.name.clone()}</strong>
                <span class="label">{place}</span>
            </p>
        }
        .into_any();
    }
    let kinds = GroupKind::ALL.iter().map(|kind| (kind.to_string(), w.of("group-kind", kind))).collect();
    let (group, none) = (form.group.clone(), w.t("posted-country-none"));
    view! {
        {field(w, problems, "group", w.t("packs-group"), Some(w.t("report-group-help")), |ties| {
            view! {
                <input id="group" name="group" value=group maxlength="80" required autocomplete="organization" aria-describedby=ties.described_by aria-invalid=ties.invalid/>
            }
                .into_any()
        })}
        {field(w, problems, "group_kind", w.t("packs-group-kind"), None, |ties| {
            menu("group_kind", kinds, &form.group_kind, ties)
        })}
        {field(w, problems, "country", w.t("report-country"), None, |ties| {
            menu("country", countries(w, none), &form.country, ties)
        })}
    }
    .into_any()
}

pub(super) fn rest(w: &Words, form: &ReportForm, problems: &Problems) -> AnyView {
    let bases = Basis::ALL.iter().map(|basis| (basis.to_string(), w.of("basis", basis))).collect();
    let (note, people) = (form.note.clone(), form.people.clone());
    view! {
        {field(w, problems, "people", w.t("report-people"), Some(w.t("report-people-help")), |ties| {
            view! {
                <input id="people" name="people" value=people inputmode="numeric" autocomplete="off" maxlength="12" aria-describedby=ties.described_by aria-invalid=ties.invalid/>
            }
                .into_any()
        })}
        {field(w, problems, "basis", w.t("report-basis"), None, |ties| menu("basis", bases, &form.basis, ties))}
        {field(w, problems, "note", w.t("report-note"), Some(w.t("report-note-help")), |ties| {
            view! {
                <textarea id="note" name="note" rows="3" maxlength="500" aria-describedby=ties.described_by aria-invalid=ties.invalid>{typed(&note)}</textarea>
            }
                .into_any()
        })}
    }
    .into_any()
}
