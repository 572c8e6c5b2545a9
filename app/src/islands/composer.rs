//! The letter as it will print, beside the form, and its file: both made in the browser.
//!
//! The form is the server's and works without this. Once the letter engine answers in its Web Worker, the form's button makes
//! the file here and nothing that was typed leaves the page; should the worker fail, the form is sent as before.

mod demands;
mod desk;
mod fields;
mod worker;

use leptos::prelude::*;
use letter::form::{Fault, FaultRule, Stationery};
use serde::{Deserialize, Serialize};

/// What a [`Composer`] says, in the page's language.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct ComposerWords {
    /// The heading of the printed pages.
    pub title: String,
    /// How many pages: the first sentence is for one page, the last for more than there are sentences.
    pub pages: Vec<String>,
    /// What a page shows to those who do not see it. `{number}` is replaced.
    pub page: String,
    /// The button, once the file is made here.
    pub download: String,
    /// The button while the server makes the file.
    pub make: String,
    /// While it is made.
    pub making: String,
    /// When it was made.
    pub made: String,
    /// When it could not be made here.
    pub failed: String,
    /// What the demands are for, once they can be put into the letter.
    pub tap: String,
    /// What happens to the text, once nothing is sent.
    pub stays: String,
    /// What happens to the text while the server makes the file.
    pub passes: String,
    /// What is wrong with a field.
    pub wrong: WrongWords,
}

/// What is wrong with a field, in the words of the server. `{detail}` is replaced.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct WrongWords {
    /// Needed and empty.
    pub required: String,
    /// Longer than `{detail}` characters.
    pub too_long: String,
    /// The character `{detail}` cannot be set.
    pub not_printable: String,
    /// Line `{detail}` does not fit.
    pub line_does_not_fit: String,
    /// It does not fit.
    pub does_not_fit: String,
    /// The font for `{detail}` is not here.
    pub font_missing: String,
    /// `{detail}`: more lines than there is room for.
    pub too_many_lines: String,
    /// The address has too many lines for the envelope: `{detail}`.
    pub address_too_long: String,
    /// The address is too wide for the envelope: `{detail}`.
    pub address_too_wide: String,
}

impl WrongWords {
    fn say(&self, fault: &Fault) -> String {
        let words = match (fault.rule, &fault.detail) {
            (FaultRule::Required, _) => &self.required,
            (FaultRule::TooLong, _) => &self.too_long,
            (FaultRule::NotPrintable, _) => &self.not_printable,
            (FaultRule::FontMissing, _) => &self.font_missing,
            (FaultRule::TooManyLines, _) => &self.too_many_lines,
            (FaultRule::AddressTooLong, _) => &self.address_too_long,
            (FaultRule::AddressTooWide, _) => &self.address_too_wide,
            (FaultRule::DoesNotFit, Some(_)) => &self.line_does_not_fit,
            (FaultRule::DoesNotFit, None) => &self.does_not_fit,
        };
        words.replace("{detail}", fault.detail.as_deref().unwrap_or_default())
    }
}

/// What the page shows of the letter.
#[derive(Clone, Copy)]
struct Shown {
    /// Whether the engine works here; until it does, the form is the server's.
    alive: RwSignal<bool>,
    /// The pages as SVG.
    pages: RwSignal<Vec<String>>,
}

/// Shows the letter of the form with this id as it will print, and makes its file.
#[island]
pub fn Composer(
    /// The id of the form.
    form: String,
    /// The address of the worker's script.
    worker: String,
    /// What stands in the letter whoever writes it.
    stationery: Stationery,
    /// The file's name.
    file_name: String,
    /// What it says.
    words: ComposerWords,
) -> impl IntoView {
    let shown = Shown { alive: RwSignal::new(false), pages: RwSignal::default() };
    let said = words.clone();
    // Effects run in the browser only; without scripting nothing of this is seen.
    Effect::new(move || desk::open(&form, &worker, stationery.clone(), file_name.clone(), said.clone(), shown));
    let ComposerWords { title, pages: sentences, page, .. } = words;
    let count = move || shown.pages.with(|pages| sentence(&sentences, pages.len()));
    let sheets = move || {
        let page = page.clone();
        let sheet = move |(index, svg): (usize, String)| {
            let name = page.replace("{number}", &(index + 1).to_string());
            // From our own worker, which draws glyphs and escapes nothing because it repeats no text.
            view! { <figure class="sheet" role="img" aria-label=name inner_html=svg></figure> }
        };
        shown.pages.get().into_iter().enumerate().map(sheet).collect_view()
    };
    view! {
        <div class="composer" hidden=move || !shown.alive.get()>
            <section id="printed" aria-labelledby="printed-title">
                <h2 id="printed-title">{title}</h2>
                <p class="label" role="status">
                    {count}
                </p>
                {sheets}
            </section>
        </div>
    }
}

fn sentence(sentences: &[String], pages: usize) -> String {
    let at = pages.checked_sub(1).and_then(|at| sentences.get(at).or_else(|| sentences.last()));
    at.cloned().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_told_with_its_detail() {
        let words = WrongWords { not_printable: "No {detail}.".into(), ..WrongWords::default() };
        let rule = FaultRule::NotPrintable;
        let fault = Fault { field: "body".into(), rule, detail: Some("X (U+0058)".into()) };
        assert_eq!(words.say(&fault), "No X (U+0058).");
    }

    #[test]
    fn pages_are_counted_in_sentences() {
        let sentences = ["One page.".to_owned(), "Many.".to_owned()];
        assert_eq!(sentence(&sentences, 0), "");
        assert_eq!(sentence(&sentences, 1), "One page.");
        assert_eq!(sentence(&sentences, 5), "Many.");
    }
}
