//! Sections: the national branches of the organisation, and the international centre.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{Lang, country::Country};

/// A section, named by its country: `de`; the international centre is `centre`. So no table of sections is needed, and an
/// action's section follows from its country.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Section(Option<Country>);

/// The text names no section.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("name a section by its country's two letters, such as de, or the centre as centre")]
pub struct NotASection;

impl Section {
    /// The international centre.
    pub const CENTRE: Self = Self(None);

    /// The section of a country; the centre where the country is not known.
    #[must_use]
    pub fn of_country(country: Country) -> Self {
        Self((country != Country::UNKNOWN).then_some(country))
    }

    /// Its country; none of the centre.
    #[must_use]
    pub const fn country(self) -> Option<Country> {
        self.0
    }

    /// The number that stands for it in the ledger: its country's, 0 for the centre.
    #[must_use]
    pub fn number(self) -> i16 {
        self.0.map_or(0, Country::number)
    }

    /// The section of a number from the ledger.
    #[must_use]
    pub fn from_number(number: i16) -> Self {
        Self::of_country(Country::from_number(number))
    }

    /// Its country's name in `lang`; nothing for the centre, whose name stands in the catalogues.
    #[must_use]
    pub fn name(self, lang: &Lang) -> &'static str {
        self.0.map_or("", |country| country.name(lang))
    }
}

impl fmt::Display for Section {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(country) => f.write_str(&country.code().to_ascii_lowercase()),
            None => f.write_str("centre"),
        }
    }
}

impl FromStr for Section {
    type Err = NotASection;
    fn from_str(text: &str) -> Result<Self, NotASection> {
        match text.trim().to_ascii_lowercase().as_str() {
            "centre" => Ok(Self::CENTRE),
            "zz" => Err(NotASection),
            code => code.to_ascii_uppercase().parse().map(|country| Self(Some(country))).map_err(|_| NotASection),
        }
    }
}

impl TryFrom<String> for Section {
    type Error = NotASection;
    fn try_from(text: String) -> Result<Self, NotASection> {
        text.parse()
    }
}

impl From<Section> for String {
    fn from(section: Section) -> Self {
        section.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_is_read_and_written_and_has_its_own_number() {
        for text in ["de", "sz", "centre"] {
            let section: Section = text.parse().unwrap();
            assert_eq!(section.to_string(), text);
            assert_eq!(Section::from_number(section.number()), section);
        }
        assert_eq!("DE".parse::<Section>(), "de".parse());
        assert_eq!(Section::CENTRE.number(), 0);
        assert_eq!(Section::of_country(Country::UNKNOWN), Section::CENTRE);
    }

    #[test]
    fn anything_else_is_none() {
        for text in ["", "zz", "xx", "germany", "d e"] {
            assert_eq!(text.parse::<Section>(), Err(NotASection), "{text}");
        }
    }
}
