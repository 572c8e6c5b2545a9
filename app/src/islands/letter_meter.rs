//! Says beside the writing field how much of the one printed page is filled.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// The sentences of a [`LetterMeter`], in the page's language. `{words}` and `{lines}` are replaced by numbers.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct MeterWords {
    /// While nothing is written.
    pub empty: String,
    /// While it fits, as in "{words} words, one page, about {lines} lines left".
    pub fits: String,
    /// When it does not, as in "{words} words, about {lines} lines too many for one page".
    pub too_long: String,
}

/// What one printed page holds, in the letter's profile and face.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct PageCapacity {
    /// Lines of body text.
    pub lines: u32,
    /// Characters of an average line.
    pub line_length: u32,
}

/// How much of a page a text takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Measure {
    words: u32,
    lines: u32,
}

/// Shows live how many words stand in the textarea with this id and how much of one page they fill.
///
/// An estimate by characters: the printed page itself is the letter engine's business. The textarea is the server's and
/// works without this; if it is not on the page, nothing is shown.
#[island]
pub fn LetterMeter(
    /// The id of the textarea to watch.
    textarea: String,
    /// What one page holds.
    capacity: PageCapacity,
    /// The sentences to say.
    words: MeterWords,
) -> impl IntoView {
    let (text, set_text) = signal(String::new());
    // Effects run in the browser only, so the server prints the empty state.
    Effect::new(move || watch(&textarea, set_text));
    let measure = Memo::new(move |_| text.with(|text| Measure::of(text, capacity)));
    let filled = move || measure.get().lines.min(capacity.lines).to_string();
    view! {
        <div class="letter-meter">
            <progress max=capacity.lines.to_string() value=filled aria-hidden="true"></progress>
            <p role="status" aria-live="polite">{move || measure.get().sentence(capacity, &words)}</p>
        </div>
    }
}

impl Measure {
    /// Measures a text: every line of it takes at least one line, long ones as many as they need.
    fn of(text: &str, capacity: PageCapacity) -> Self {
        let width = capacity.line_length.max(1);
        let words = text.split_whitespace().count();
        let lines = if words == 0 {
            0
        } else {
            text.trim_end().lines().map(|line| count(line.chars().count()).div_ceil(width).max(1)).sum()
        };
        Self { words: count(words), lines }
    }

    fn sentence(self, capacity: PageCapacity, words: &MeterWords) -> String {
        let (template, lines) = if self.words == 0 {
            (&words.empty, capacity.lines)
        } else if self.lines <= capacity.lines {
            (&words.fits, capacity.lines - self.lines)
        } else {
            (&words.too_long, self.lines - capacity.lines)
        };
        template.replace("{words}", &self.words.to_string()).replace("{lines}", &lines.to_string())
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Copies the textarea's text into the signal, now and whenever somebody types.
fn watch(id: &str, set_text: WriteSignal<String>) {
    use wasm_bindgen::JsCast;
    let Some(field) = document().get_element_by_id(id).and_then(|e| e.dyn_into::<web_sys::HtmlTextAreaElement>().ok())
    else {
        return;
    };
    // The browser may have kept a text over a reload, and what was typed before the island woke counts too.
    set_text.set(field.value());
    let listener = field.clone();
    let on_input = wasm_bindgen::closure::Closure::<dyn FnMut()>::new(move || set_text.set(listener.value()));
    let added = field.add_event_listener_with_callback("input", on_input.as_ref().unchecked_ref());
    if added.is_ok() {
        // The page keeps the listener as long as it keeps the field.
        on_input.forget();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: PageCapacity = PageCapacity { lines: 3, line_length: 10 };

    fn words() -> MeterWords {
        MeterWords {
            empty: "empty {lines}".into(),
            fits: "{words} fit, {lines} left".into(),
            too_long: "{lines} over".into(),
        }
    }

    fn said(text: &str) -> String {
        Measure::of(text, PAGE).sentence(PAGE, &words())
    }

    #[test]
    fn an_empty_field_has_the_whole_page_left() {
        assert_eq!(said(" \n\n "), "empty 3");
    }

    #[test]
    fn long_lines_wrap_and_empty_lines_count() {
        assert_eq!(Measure::of("Dear Madam\n\nI write to you\n\n", PAGE), Measure { words: 6, lines: 4 });
        assert_eq!(said("Dear Madam\n\nI write to you"), "1 over");
    }

    #[test]
    fn characters_are_counted_not_bytes() {
        assert_eq!(said("Рита Рита!"), "2 fit, 2 left");
    }
}
