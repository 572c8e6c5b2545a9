//! How to greet an office whose salutation no source printed.

use crate::Lang;

/// A salutation and a closing, both without their comma.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Default {
    /// "Your Excellency"
    pub salutation: &'static str,
    /// "Yours respectfully"
    pub closing: &'static str,
}

/// Sorts of office that have a form of address of their own in English.
/// Source: the forms printed in letter-writing guides of several sections (king, head of state, minister, ambassador).
const ENGLISH: [(&[&str], Default); 4] = [
    (&["king", "queen"], Default { salutation: "Your Majesty", closing: "Yours respectfully" }),
    (
        &["president", "prime minister", "minister", "governor", "ambassador", "embassy"],
        Default { salutation: "Your Excellency", closing: "Yours respectfully" },
    ),
    (&["judge", "court"], Default { salutation: "Your Honour", closing: "Yours respectfully" }),
    (&["mayor"], Default { salutation: "Dear Mayor", closing: "Yours sincerely" }),
];

/// The salutation and closing for an office in a language. Unknown languages get the English form: a letter in English
/// is read in most offices, an invented formula is not.
#[must_use]
pub fn default(office: &str, lang: &Lang) -> Default {
    match lang.primary() {
        "fr" => Default {
            salutation: "Madame, Monsieur",
            closing: "Veuillez agréer, Madame, Monsieur, l’expression de ma haute considération",
        },
        "de" => Default { salutation: "Sehr geehrte Damen und Herren", closing: "Mit freundlichen Grüßen" },
        "es" => Default { salutation: "Señora, Señor", closing: "Atentamente" },
        "ru" => {
            Default { salutation: "Уважаемые дамы и господа", closing: "С уважением" }
        }
        _ => english(office),
    }
}

fn english(office: &str) -> Default {
    let office = office.to_lowercase();
    let has = |word: &&str| {
        office.split(|c: char| !c.is_alphabetic()).any(|w| w == *word) || (word.contains(' ') && office.contains(*word))
    };
    ENGLISH
        .iter()
        .find(|(words, _)| words.iter().any(has))
        .map_or(Default { salutation: "Dear Sir or Madam", closing: "Yours faithfully" }, |(_, form)| *form)
}

/// The closing that goes with a salutation in `lang`, where the target has none of its own.
#[must_use]
pub fn closing_for(salutation: &str, lang: &Lang) -> &'static str {
    if matches!(lang.primary(), "fr" | "de" | "es" | "ru") {
        return default("", lang).closing;
    }
    match salutation {
        s if s.starts_with("Your ") => "Yours respectfully",
        s if s.starts_with("Dear Sir") || s.starts_with("Dear Madam") => "Yours faithfully",
        _ => "Yours sincerely",
    }
}

/// The same with the mark that ends it in that language. German closings have none; salutations that end in a mark of
/// their own keep it.
#[must_use]
pub fn with_comma(text: &str, lang: &Lang) -> String {
    let text = text.trim();
    let bare = text.is_empty() || text.ends_with([',', '!', ':', '،', '，', '：']);
    let none = lang.primary() == "de" && text.starts_with("Mit ");
    if bare || none { text.to_owned() } else { format!("{text},") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("King of Eswatini", "Your Majesty")]
    #[case("President of the United Arab Emirates", "Your Excellency")]
    #[case("Embassy of Mexico in Washington", "Your Excellency")]
    #[case("Supreme Court", "Your Honour")]
    #[case("Prosecutor General of the Kyrgyz Republic", "Dear Sir or Madam")]
    #[case("Viking Club", "Dear Sir or Madam")]
    fn an_office_has_its_form(#[case] office: &str, #[case] salutation: &str) {
        assert_eq!(default(office, &Lang::en()).salutation, salutation);
    }

    #[test]
    fn the_closing_goes_with_the_salutation() {
        let closing = |salutation| closing_for(salutation, &Lang::en());
        assert_eq!(closing("Dear Prosecutor General"), "Yours sincerely");
        assert_eq!(closing("Dear Sir or Madam"), "Yours faithfully");
        assert_eq!(closing("Your Excellency"), "Yours respectfully");
        assert_eq!(
            closing_for("Monsieur le Président", &"fr".parse().unwrap()),
            default("", &"fr".parse().unwrap()).closing
        );
    }

    #[test]
    fn a_comma_is_added_once() {
        assert_eq!(with_comma("Dear Prosecutor General", &Lang::en()), "Dear Prosecutor General,");
        assert_eq!(with_comma("Dear Prosecutor General,", &Lang::en()), "Dear Prosecutor General,");
        assert_eq!(with_comma("Mit freundlichen Grüßen", &"de".parse().unwrap()), "Mit freundlichen Grüßen");
    }
}
