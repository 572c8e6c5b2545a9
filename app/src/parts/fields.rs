//! Fields of a form, and what is wrong with them: once in a summary on top, once at each field.

use domain::{country::Country, field::FieldError};
use leptos::prelude::*;

use crate::{
    attempts::{Attempt, Refusal},
    words::Words,
};

/// What is wrong with a form that was refused.
#[derive(Default)]
pub struct Problems {
    errors: Vec<FieldError>,
    /// Why the form as a whole was not taken: `sent-before`, `too-many` or `later`; and the minutes to wait.
    whole: Option<(&'static str, i64)>,
}

impl Problems {
    /// The problems of an attempt; none of a form that is shown for the first time.
    #[must_use]
    pub fn of<F>(attempt: Option<&Attempt<F>>) -> Self {
        match attempt.map(|attempt| &attempt.refusal) {
            None | Some(Refusal::Pages(_)) => Self::default(),
            Some(Refusal::Fields(errors)) => Self { errors: errors.clone(), whole: None },
            Some(Refusal::SentBefore) => Self { errors: Vec::new(), whole: Some(("sent-before", 0)) },
            Some(Refusal::TooMany(minutes)) => Self { errors: Vec::new(), whole: Some(("too-many", *minutes)) },
            Some(Refusal::Later) => Self { errors: Vec::new(), whole: Some(("later", 0)) },
        }
    }

    /// What is wrong with one field, in words.
    #[must_use]
    pub fn at(&self, w: &Words, field: &str) -> Option<String> {
        let words: Vec<String> = self.errors.iter().filter(|e| e.field == field).map(|e| remedy(w, e)).collect();
        (!words.is_empty()).then(|| words.join(" "))
    }

    /// The summary on top of the form; `fields` are those that stand in it, with their labels.
    pub fn summary<N: AsRef<str>>(&self, w: &Words, fields: &[(N, String)]) -> Option<AnyView> {
        if self.errors.is_empty() && self.whole.is_none() {
            return None;
        }
        let entry = |error: &FieldError| {
            let words = remedy(w, error);
            match fields.iter().find(|(name, _)| name.as_ref() == error.field) {
                Some((name, label)) => {
                    let (name, label) = (name.as_ref(), label.clone());
                    view! { <li><a href=format!("#{name}")>{label}</a> ": " {words}</li> }.into_any()
                }
                None => match row(&error.field) {
                    Some((row, column)) => {
                        let place = w.with("report-table-row", [("row", row.into()), ("column", column.into())]);
                        view! { <li><a href="#table">{place}</a> ": " {words}</li> }.into_any()
                    }
                    None => view! { <li>{words}</li> }.into_any(),
                },
            }
        };
        let entries = self.errors.iter().map(entry).collect_view();
        let title = match self.whole {
            Some(_) => w.t("refused-whole"),
            None => w.many("refused-fields", i64::try_from(self.errors.len()).unwrap_or(1)),
        };
        Some(
            view! {
                <div class="problems" role="alert" id="problems">
                    <h2>{title}</h2>
                    {self.whole.map(|(why, minutes)| {
                        let wait = [("count", minutes.into()), ("shown", w.number(minutes).into())];
                        view! { <p>{w.of_with("refused", why, wait)}</p> }
                    })}
                    {(!self.errors.is_empty()).then(|| view! { <ul>{entries}</ul> })}
                </div>
            }
            .into_any(),
        )
    }
}

/// The row and the column that `rows[7].quantity` names.
fn row(field: &str) -> Option<(&str, &str)> {
    let (row, rest) = field.strip_prefix("rows[")?.split_once(']')?;
    Some((row, rest.strip_prefix('.').unwrap_or("")))
}

fn remedy(w: &Words, error: &FieldError) -> String {
    let detail = error.detail.as_deref().unwrap_or("none");
    w.of_with("rule", error.rule, [("detail", detail.into())])
}

/// What ties a control to its help and its message.
#[derive(Clone)]
pub struct Ties {
    /// For `aria-describedby`.
    pub described_by: Option<String>,
    /// For `aria-invalid`.
    pub invalid: Option<&'static str>,
}

/// A field: label, control, help and message. Its id is its name, so that the summary can lead to it.
pub fn field(
    w: &Words,
    problems: &Problems,
    name: &'static str,
    label: String,
    help: Option<String>,
    control: impl FnOnce(Ties) -> AnyView,
) -> AnyView {
    let message = problems.at(w, name);
    let ids: Vec<String> =
        [help.as_ref().map(|_| format!("{name}-help")), message.as_ref().map(|_| format!("{name}-wrong"))]
            .into_iter()
            .flatten()
            .collect();
    let ties =
        Ties { described_by: (!ids.is_empty()).then(|| ids.join(" ")), invalid: message.as_ref().map(|_| "true") };
    view! {
        <div class="field">
            <label for=name>{label}</label>
            {help.map(|help| view! { <p class="label" id=format!("{name}-help")>{help}</p> })}
            {message.map(|message| view! { <p class="wrong" id=format!("{name}-wrong")>{message}</p> })}
            {control(ties)}
        </div>
    }
    .into_any()
}

/// What was typed, as the content of a `<textarea>`.
///
/// Leptos leaves the content of a textarea as it is: unescaped, a typed `</textarea>` would end the field and the rest
/// become part of the page. And a browser drops the first line break of a textarea: the one added here is there for that.
#[must_use]
pub fn typed(text: &str) -> String {
    format!("\n{}", text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;"))
}

/// A menu: values with their words, one of them chosen.
pub fn menu(name: &'static str, options: Vec<(String, String)>, chosen: &str, ties: Ties) -> AnyView {
    let option = |(value, words): (String, String)| {
        let selected = value == chosen;
        view! { <option value=value selected=selected>{words}</option> }
    };
    let options = options.into_iter().map(option).collect_view();
    view! {
        <select id=name name=name aria-describedby=ties.described_by aria-invalid=ties.invalid>
            {options}
        </select>
    }
    .into_any()
}

/// Every country by name, behind an empty choice.
pub fn countries(w: &Words, none: String) -> Vec<(String, String)> {
    let named = Country::all(w.lang()).into_iter().map(|(country, name)| (country.code().to_owned(), name.to_owned()));
    std::iter::once((String::new(), none)).chain(named).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Fails the day Leptos begins to escape by itself: then [`typed`] must stop.
    #[test]
    fn what_was_typed_stays_inside_its_field() {
        let text = "</textarea><script>alert(1)</script> &amp; <b>";
        let html = view! { <textarea name="body">{typed(text)}</textarea> }.to_html();
        let inside = "\n&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp; &lt;b&gt;";
        assert_eq!(html, format!(r#"<textarea name="body">{inside}</textarea>"#));
    }

    #[test]
    fn what_was_typed_stays_inside_an_attribute() {
        let html = view! { <input value=r#""><script>&amp;"#/> }.to_html();
        assert!(!html.contains("<script>\"") && html.matches('"').count() == 2, "{html}");
    }
}
