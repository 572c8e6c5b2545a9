//! Languages of letters and texts, by BCP 47 tag.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A language tag such as `en`, `ky` or `zh-Hans`. Only its form is checked: 2 or 3 letters, then subtags.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Lang(String);

/// The text is not a language tag.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("use a language tag such as en, fr or zh-Hans")]
pub struct NotALang;

impl Lang {
    /// English, the language that every text of a bundle has at least.
    #[must_use]
    pub fn en() -> Self {
        Self("en".to_owned())
    }

    /// The tag as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first subtag: the language without script or region.
    #[must_use]
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or(&self.0)
    }

    /// `rtl` or `ltr`, for the `dir` attribute.
    #[must_use]
    pub fn direction(&self) -> &'static str {
        if matches!(self.primary(), "ar" | "he" | "fa" | "ur" | "ps" | "yi" | "dv" | "ckb") { "rtl" } else { "ltr" }
    }
}

impl FromStr for Lang {
    type Err = NotALang;
    fn from_str(text: &str) -> Result<Self, NotALang> {
        let mut parts = text.split('-');
        let first =
            parts.next().is_some_and(|p| (2..=3).contains(&p.len()) && p.chars().all(|c| c.is_ascii_lowercase()));
        let rest = parts.all(|p| (2..=8).contains(&p.len()) && p.chars().all(|c| c.is_ascii_alphanumeric()));
        if first && rest { Ok(Self(text.to_owned())) } else { Err(NotALang) }
    }
}

impl TryFrom<String> for Lang {
    type Error = NotALang;
    fn try_from(text: String) -> Result<Self, NotALang> {
        text.parse()
    }
}

impl From<Lang> for String {
    fn from(lang: Lang) -> Self {
        lang.0
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read_and_nonsense_is_not() {
        for good in ["en", "ky", "zh-Hans", "pt-BR", "ckb"] {
            assert!(good.parse::<Lang>().is_ok(), "{good}");
        }
        for bad in ["", "e", "EN", "english", "en_GB", "en-"] {
            assert!(bad.parse::<Lang>().is_err(), "{bad}");
        }
    }

    #[test]
    fn arabic_and_hebrew_run_from_the_right() {
        assert_eq!("ar".parse::<Lang>().unwrap().direction(), "rtl");
        assert_eq!("he".parse::<Lang>().unwrap().direction(), "rtl");
        assert_eq!(Lang::en().direction(), "ltr");
    }
}
