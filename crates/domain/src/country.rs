//! Countries by ISO 3166-1 alpha-2 code, with their names in five languages.
//!
//! Names: Unicode CLDR 48 (Unicode licence), with plain short names for Hong Kong, Macao and Palestine.

use std::{fmt, str::FromStr, sync::LazyLock};

use serde::{Deserialize, Serialize};

use crate::Lang;

const EN: &str = include_str!("country/en.tsv");
const FR: &str = include_str!("country/fr.tsv");
const DE: &str = include_str!("country/de.tsv");
const ES: &str = include_str!("country/es.tsv");
const AR: &str = include_str!("country/ar.tsv");

/// A country or territory with a code of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Country([u8; 2]);

/// The text is not the code of a country.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("give a country by its two capital letters, such as DE")]
pub struct NotACountry;

impl Country {
    /// A writer's country that is not known: `ZZ`, used in the ledger only.
    pub const UNKNOWN: Self = Self(*b"ZZ");

    /// The code, two capital letters.
    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("ZZ")
    }

    /// The code as a number, for the ledger: the two letters, big-endian.
    #[must_use]
    pub const fn number(self) -> i16 {
        i16::from_be_bytes(self.0)
    }

    /// The country of a number from the ledger; `ZZ` for a number that is none.
    #[must_use]
    pub fn from_number(number: i16) -> Self {
        let letters = number.to_be_bytes();
        if letters.iter().all(u8::is_ascii_uppercase) { Self(letters) } else { Self::UNKNOWN }
    }

    /// The name in `lang`, in English where we have no names in that language.
    #[must_use]
    pub fn name(&self, lang: &Lang) -> &'static str {
        find(table(lang), self.code()).or_else(|| find(EN, self.code())).unwrap_or("")
    }

    /// Every country with its name in `lang`, by name.
    #[must_use]
    pub fn all(lang: &Lang) -> Vec<(Self, &'static str)> {
        let mut all: Vec<(Self, &'static str)> =
            rows(table(lang)).filter_map(|(code, name)| Some((code.parse().ok()?, name))).collect();
        all.sort_by_key(|(_, name)| name.to_lowercase());
        all
    }
}

fn table(lang: &Lang) -> &'static str {
    match lang.primary() {
        "fr" => FR,
        "de" => DE,
        "es" => ES,
        "ar" => AR,
        _ => EN,
    }
}

fn rows(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    table.lines().filter_map(|line| line.split_once('\t'))
}

fn find(table: &'static str, code: &str) -> Option<&'static str> {
    rows(table).find(|(c, _)| *c == code).map(|(_, name)| name)
}

/// Which of the 26 times 26 codes are given: every action that comes in asks, and a table of names is slow to go through.
static KNOWN: LazyLock<[bool; 676]> = LazyLock::new(|| {
    let mut known = [false; 676];
    for (code, _) in rows(EN) {
        if let Some(place) = code.as_bytes().try_into().ok().and_then(place) {
            known[place] = true;
        }
    }
    known
});

/// A code's place among all; none if it is not two capital letters.
fn place([first, second]: [u8; 2]) -> Option<usize> {
    let letter = |byte: u8| byte.is_ascii_uppercase().then(|| usize::from(byte - b'A'));
    Some(letter(first)? * 26 + letter(second)?)
}

impl FromStr for Country {
    type Err = NotACountry;
    fn from_str(text: &str) -> Result<Self, NotACountry> {
        let letters: [u8; 2] = text.as_bytes().try_into().map_err(|_| NotACountry)?;
        let known = text == "ZZ" || place(letters).is_some_and(|place| KNOWN[place]);
        if known { Ok(Self(letters)) } else { Err(NotACountry) }
    }
}

impl TryFrom<String> for Country {
    type Error = NotACountry;
    fn try_from(text: String) -> Result<Self, NotACountry> {
        text.parse()
    }
}

impl From<Country> for String {
    fn from(country: Country) -> Self {
        country.code().to_owned()
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_have_names_in_five_languages() {
        let kg: Country = "KG".parse().unwrap();
        for (lang, name) in [("en", "Kyrgyzstan"), ("fr", "Kirghizstan"), ("de", "Kirgisistan"), ("es", "Kirguistán")]
        {
            assert_eq!(kg.name(&lang.parse().unwrap()), name);
        }
        assert_eq!(kg.name(&"ky".parse().unwrap()), "Kyrgyzstan", "English where we have no names");
        for table in [FR, DE, ES, AR] {
            assert_eq!(rows(table).count(), rows(EN).count());
        }
    }

    #[test]
    fn only_codes_are_countries() {
        for bad in ["", "kg", "KGZ", "QQ", "é"] {
            assert!(bad.parse::<Country>().is_err(), "{bad}");
        }
    }

    #[test]
    fn every_code_survives_the_ledger() {
        for (country, _) in Country::all(&Lang::en()) {
            assert_eq!(Country::from_number(country.number()), country);
        }
        assert_eq!(Country::from_number(7), Country::UNKNOWN);
    }
}
