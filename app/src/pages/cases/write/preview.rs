//! The letter as it will print: what the island [`Composer`] is given.

use engine::Engine;
use leptos::prelude::*;

use super::{Desk, FORM};
use crate::{
    islands::{Composer, ComposerWords, WrongWords},
    shell::Assets,
    words::Words,
};

/// How many pages are counted in words of their own; a letter of more has the words of the last.
const COUNTED: i64 = 9;

/// The island. It is seen once it works.
pub fn preview(w: &Words, engine: &Engine, assets: &Assets, desk: &Desk) -> AnyView {
    let stationery = engine.stationery(&desk.draft, None);
    let file_name = engine::letters::file_name(&desk.draft.page.case.slug);
    let worker = assets.url("letter-worker.js");
    view! { <Composer form=FORM.into() worker stationery file_name words=composer_words(w)/> }.into_any()
}

fn composer_words(w: &Words) -> ComposerWords {
    ComposerWords {
        title: w.t("composer-title"),
        pages: (1..=COUNTED).map(|pages| w.many("composer-pages", pages)).collect(),
        page: w.with("composer-page", [("number", "{number}".into())]),
        download: w.t("composer-download"),
        make: w.t("write-make"),
        making: w.t("composer-making"),
        made: w.t("composer-made"),
        failed: w.t("composer-failed"),
        tap: w.t("composer-tap"),
        stays: w.t("composer-stays"),
        passes: w.t("write-what-happens"),
        wrong: WrongWords {
            required: w.t("rule-required"),
            too_long: rule(w, "too-long", "{detail}"),
            not_printable: rule(w, "not-printable", "{detail}"),
            line_does_not_fit: rule(w, "does-not-fit", "{detail}"),
            does_not_fit: rule(w, "does-not-fit", "none"),
            font_missing: rule(w, "font-missing", "{detail}"),
            too_many_lines: rule(w, "no-room-for-lines", "{detail}"),
            address_too_long: rule(w, "address-too-long", "{detail}"),
            address_too_wide: rule(w, "address-too-wide", "{detail}"),
        },
    }
}

fn rule(w: &Words, rule: &str, detail: &'static str) -> String {
    w.of_with("rule", rule, [("detail", detail.into())])
}
