//! The words of the pages, from the Fluent catalogues in `locales/`, one folder a language.
//!
//! Nothing that people read stands in the code. A test holds catalogue and code together: every key that is used exists,
//! every key that exists is used.

use std::{borrow::Cow, collections::HashMap, fmt::Display};

use domain::{Lang, PartialDate, date};
use fluent_templates::{LanguageIdentifier, Loader as _, static_loader};
use leptos::prelude::use_context;
use time::Date;

pub use fluent_templates::fluent_bundle::FluentValue as Value;

static_loader! {
    static CATALOGUES = {
        locales: "./locales",
        fallback_language: "en",
        // Names stand in elements of their own with their language and direction, so no invisible marks are needed.
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

/// The words in one language.
#[derive(Clone, Debug)]
pub struct Words {
    lang: Lang,
    id: LanguageIdentifier,
}

impl Words {
    /// The words in a language; in English where there is no catalogue for it.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        let id = lang.as_str().parse().unwrap_or_else(|_| CATALOGUES.fallback().clone());
        Self { lang, id }
    }

    /// The words in the language of this request: the one in the context, else English.
    #[must_use]
    pub fn of_this_request() -> Self {
        Self::new(use_context::<Lang>().unwrap_or_else(Lang::en))
    }

    /// Their language.
    #[must_use]
    pub const fn lang(&self) -> &Lang {
        &self.lang
    }

    /// The words of a key.
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        CATALOGUES.lookup(&self.id, key)
    }

    /// The words of a key with what is filled in.
    #[must_use]
    pub fn with<'a>(&self, key: &str, filled_in: impl IntoIterator<Item = (&'static str, Value<'a>)>) -> String {
        let arguments: HashMap<Cow<'static, str>, Value<'a>> =
            filled_in.into_iter().map(|(name, value)| (Cow::Borrowed(name), value)).collect();
        CATALOGUES.lookup_with_args(&self.id, key, &arguments)
    }

    /// The words for one word of a closed set: `of("status", Status::Freed)` reads `status-freed`.
    #[must_use]
    pub fn of(&self, set: &str, word: impl Display) -> String {
        self.t(&format!("{set}-{word}"))
    }

    /// The same with what is filled in.
    #[must_use]
    pub fn of_with<'a>(
        &self,
        set: &str,
        word: impl Display,
        filled_in: impl IntoIterator<Item = (&'static str, Value<'a>)>,
    ) -> String {
        self.with(&format!("{set}-{word}"), filled_in)
    }

    /// So many of something: `count` chooses the form, `shown` is the number as it is written.
    #[must_use]
    pub fn many(&self, key: &str, count: i64) -> String {
        self.with(key, [("count", count.into()), ("shown", self.number(count).into())])
    }

    /// A number with its thousands set apart.
    #[must_use]
    pub fn number(&self, number: i64) -> String {
        let digits = number.unsigned_abs().to_string();
        let separator = self.t("thousands");
        let mut written = String::from(if number < 0 { "\u{2212}" } else { "" });
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                written.push_str(&separator);
            }
            written.push(digit);
        }
        written
    }

    /// A date in words, as exactly as it is known.
    #[must_use]
    pub fn date(&self, date: PartialDate) -> String {
        match date {
            PartialDate::Day(day) => self.day(day),
            less => less.written(),
        }
    }

    /// A day in words.
    #[must_use]
    pub fn day(&self, day: Date) -> String {
        date::written(day, &self.lang)
    }
}

/// The words on printed sheets come from the same catalogues.
impl engine::packs::SheetWords for Words {
    fn lang(&self) -> &Lang {
        &self.lang
    }

    fn say(&self, key: &str, filled_in: &[(&'static str, &str)]) -> String {
        self.with(key, filled_in.iter().map(|(name, value)| (*name, Value::from(*value))))
    }

    fn many(&self, key: &str, count: i64) -> String {
        Self::many(self, key, count)
    }
}

#[cfg(test)]
#[path = "words_tests.rs"]
mod tests;
