//! Groups: who prints packs and reports. Nothing here is about a person.

use serde::{Deserialize, Serialize};

use crate::{
    Slug,
    country::Country,
    field::{FieldError, Rule},
    section::Section,
};

wire_enum! {
    /// What kind of group it is.
    GroupKind {
        /// A local group.
        Local = "local",
        /// A school or a class. It reports one total and no pupil.
        School = "school",
        /// A group at a university.
        University = "university",
    }
}

/// The longest name of a group, in characters.
pub const LONGEST_NAME: usize = 80;

/// A group by the name that stands on its packs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Its name in addresses.
    pub slug: Slug,
    /// Its name.
    pub name: String,
    /// Where it is; `ZZ` where not given.
    pub country: Country,
    /// What kind of group it is.
    pub kind: GroupKind,
    /// Whether staff agreed that it is listed.
    pub public: bool,
}

impl Group {
    /// The section it belongs to: its country's.
    #[must_use]
    pub fn section(&self) -> Section {
        Section::of_country(self.country)
    }
}

/// A group's name as it is kept: spaces at the ends and runs of them are taken out.
///
/// # Errors
/// When it is empty, too long or holds a control character; the field is called `group`.
pub fn name(typed: &str) -> Result<String, FieldError> {
    let name = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    match name.chars().count() {
        0 => Err(FieldError::new("group", Rule::Required)),
        n if n > LONGEST_NAME => Err(FieldError::with_detail("group", Rule::TooLong, LONGEST_NAME.to_string())),
        _ if name.chars().any(char::is_control) => Err(FieldError::new("group", Rule::NotPrintable)),
        _ => Ok(name),
    }
}

/// Two names with the same key are one name: capitals do not matter.
#[must_use]
pub fn name_key(name: &str) -> String {
    name.to_lowercase()
}

/// The slugs to try for a new group, the nicest first: `freiburg`, `freiburg-de`, `freiburg-de-2`, …
pub fn slugs(name: &str, country: Country) -> impl Iterator<Item = Slug> + use<> {
    let base = ascii(name);
    let base = if base.is_empty() { "group".to_owned() } else { base };
    let with_country = format!("{base}-{}", country.code().to_ascii_lowercase());
    let numbered = with_country.clone();
    [base, with_country]
        .into_iter()
        .chain((2..10_000).map(move |n| format!("{numbered}-{n}")))
        .filter_map(|text| text.parse().ok())
}

/// A name in the letters of a slug, at most 60 of them. Letters that have no plain form are left out.
fn ascii(name: &str) -> String {
    let mut slug = String::new();
    for c in name.chars().flat_map(char::to_lowercase) {
        let plain = match c {
            'a'..='z' | '0'..='9' => {
                slug.push(c);
                continue;
            }
            'ä' | 'æ' => "ae",
            'ö' | 'ø' | 'œ' => "oe",
            'ü' => "ue",
            'ß' => "ss",
            'à' | 'á' | 'â' | 'ã' | 'å' | 'ą' | 'ă' | 'ā' => "a",
            'ç' | 'ć' | 'č' => "c",
            'ď' | 'đ' | 'ð' => "d",
            'è' | 'é' | 'ê' | 'ë' | 'ę' | 'ě' | 'ē' => "e",
            'ğ' => "g",
            'ì' | 'í' | 'î' | 'ï' | 'ı' | 'ī' => "i",
            'ł' => "l",
            'ñ' | 'ń' | 'ň' => "n",
            'ò' | 'ó' | 'ô' | 'õ' | 'ő' => "o",
            'ř' => "r",
            'š' | 'ś' | 'ş' | 'ș' => "s",
            'ť' | 'ț' | 'þ' => "t",
            'ù' | 'ú' | 'û' | 'ů' | 'ű' | 'ū' => "u",
            'ý' | 'ÿ' => "y",
            'ž' | 'ź' | 'ż' => "z",
            '\'' | '’' => "",
            _ => "-",
        };
        if plain != "-" {
            slug.push_str(plain);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(60);
    slug.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn first(name: &str) -> String {
        slugs(name, "DE".parse().unwrap()).next().unwrap().to_string()
    }

    #[test]
    fn a_name_makes_a_slug_that_people_recognise() {
        assert_eq!(first("Freiburg 1234"), "freiburg-1234");
        assert_eq!(first("Collège Émile-Zola, 3e B"), "college-emile-zola-3e-b");
        assert_eq!(first("Köln-Süd (Hochschulgruppe)"), "koeln-sued-hochschulgruppe");
        assert_eq!(first("Łódź"), "lodz");
        assert_eq!(first("Бишкек"), "group");
        let more: Vec<String> = slugs("Köln", "DE".parse().unwrap()).take(3).map(|s| s.to_string()).collect();
        assert_eq!(more, ["koeln", "koeln-de", "koeln-de-2"]);
    }

    #[test]
    fn a_name_is_tidied_and_has_bounds() {
        assert_eq!(name("  Class  9b\n").unwrap(), "Class 9b");
        assert_eq!(name(" ").unwrap_err().rule, Rule::Required);
        assert_eq!(name(&"a".repeat(81)).unwrap_err().rule, Rule::TooLong);
        assert_eq!(name("a\u{7}b").unwrap_err().rule, Rule::NotPrintable);
        assert_eq!(name_key("FREIBURG"), name_key("Freiburg"));
    }

    proptest! {
        #[test]
        fn every_name_has_a_slug(name in ".{0,100}") {
            prop_assert!(slugs(&name, Country::UNKNOWN).next().is_some());
        }
    }
}
