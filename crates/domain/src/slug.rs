//! The part of an address that names a record: `rita-karasartova`.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A record's name in addresses and files: lower-case ASCII letters, digits and single hyphens, 1 to 80 characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Slug(String);

/// The text is not a slug.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("use lower-case letters, digits and single hyphens, at most 80 characters")]
pub struct NotASlug;

impl Slug {
    /// The longest slug, in characters.
    pub const MAX: usize = 80;

    /// The slug as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Slug {
    type Err = NotASlug;
    fn from_str(text: &str) -> Result<Self, NotASlug> {
        let words = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
        let fits = text.len() <= Self::MAX && text.split('-').all(|part| !part.is_empty() && part.chars().all(words));
        if fits { Ok(Self(text.to_owned())) } else { Err(NotASlug) }
    }
}

impl TryFrom<String> for Slug {
    type Error = NotASlug;
    fn try_from(text: String) -> Result<Self, NotASlug> {
        text.parse()
    }
}

impl From<Slug> for String {
    fn from(slug: Slug) -> Self {
        slug.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("rita-karasartova")]
    #[case("w4r-2023")]
    #[case("a")]
    fn a_slug_is_read(#[case] text: &str) {
        assert_eq!(text.parse::<Slug>().unwrap().as_str(), text);
    }

    #[rstest]
    #[case("")]
    #[case("-a")]
    #[case("a--b")]
    #[case("a-")]
    #[case("Rita")]
    #[case("a/b")]
    #[case("é")]
    fn anything_else_is_refused(#[case] text: &str) {
        assert_eq!(text.parse::<Slug>(), Err(NotASlug));
    }

    #[test]
    fn eighty_characters_are_the_most() {
        assert!("a".repeat(80).parse::<Slug>().is_ok());
        assert!("a".repeat(81).parse::<Slug>().is_err());
    }
}
