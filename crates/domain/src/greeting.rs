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

/// Formulas of letters to offices, by language: those that open and close a letter to no one by name in each language's own guides to
/// official letters. Some need no comma, or have their own mark.
const FORMULAS: [(&str, &str, &str); 16] = [
    ("ar", "تحية طيبة وبعد،", "وتفضلوا بقبول فائق الاحترام،"),
    ("el", "Αξιότιμοι κυρίες και κύριοι", "Με εκτίμηση"),
    ("fa", "با سلام و احترام", "با احترام"),
    ("he", "שלום רב", "בכבוד רב"),
    ("hi", "माननीय महोदय/महोदया", "सादर"),
    ("it", "Gentili Signore e Signori", "Distinti saluti"),
    ("ja", "拝啓", "敬具"),
    ("ky", "Урматтуу айымдар жана мырзалар", "Урматтоо менен"),
    ("nl", "Geachte heer, mevrouw", "Hoogachtend"),
    ("pl", "Szanowni Państwo", "Z poważaniem"),
    ("pt", "Exmas. Senhoras, Exmos. Senhores", "Com os melhores cumprimentos"),
    ("th", "เรียน ท่านผู้เกี่ยวข้อง", "ขอแสดงความนับถือ"),
    ("tr", "Sayın Yetkili", "Saygılarımla"),
    ("uk", "Шановні пані та панове", "З повагою"),
    ("vi", "Kính gửi Quý vị", "Trân trọng"),
    ("zh", "尊敬的先生、女士：", "此致敬礼"),
];

/// The salutation and closing for an office in a language; both empty for a language whose formulas we do not have: no formula is
/// better than one of another language, or an invented one.
#[must_use]
pub fn default(office: &str, lang: &Lang) -> Default {
    match lang.primary() {
        "en" => english(office),
        "fr" => Default {
            salutation: "Madame, Monsieur",
            closing: "Veuillez agréer, Madame, Monsieur, l’expression de ma haute considération",
        },
        "de" => Default { salutation: "Sehr geehrte Damen und Herren", closing: "Mit freundlichen Grüßen" },
        "es" => Default { salutation: "Señora, Señor", closing: "Atentamente" },
        "ru" => {
            Default { salutation: "Уважаемые дамы и господа", closing: "С уважением" }
        }
        other => {
            let known = FORMULAS.iter().find(|(lang, ..)| *lang == other);
            known.map_or(Default { salutation: "", closing: "" }, |(_, salutation, closing)| Default {
                salutation,
                closing,
            })
        }
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
    if lang.primary() != "en" {
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
    match lang.primary() {
        _ if bare => text.to_owned(),
        "de" if text.starts_with("Mit ") => text.to_owned(),
        "ja" | "km" | "lo" | "my" | "th" | "zh" => text.to_owned(),
        "ar" | "ckb" | "fa" | "ps" | "ug" | "ur" => format!("{text}،"),
        _ => format!("{text},"),
    }
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
    fn a_language_has_its_own_formulas_or_none() {
        let of = |lang: &str| default("King of Eswatini", &lang.parse().unwrap());
        assert_eq!(of("ar").closing, "وتفضلوا بقبول فائق الاحترام،");
        assert_eq!(of("pl-PL").salutation, "Szanowni Państwo");
        assert_eq!((of("sw").salutation, of("sw").closing), ("", ""), "no English above a letter in Swahili");
        assert_eq!(closing_for("", &"sw".parse().unwrap()), "");
        for (lang, ..) in FORMULAS {
            assert!(!of(lang).salutation.is_empty() && !of(lang).closing.is_empty(), "{lang}");
        }
        let comma = |text, lang: &str| with_comma(text, &lang.parse().unwrap());
        assert_eq!(comma("拝啓", "ja"), "拝啓");
        assert_eq!(comma("با احترام", "fa"), "با احترام،");
    }

    #[test]
    fn a_comma_is_added_once() {
        assert_eq!(with_comma("Dear Prosecutor General", &Lang::en()), "Dear Prosecutor General,");
        assert_eq!(with_comma("Dear Prosecutor General,", &Lang::en()), "Dear Prosecutor General,");
        assert_eq!(with_comma("Mit freundlichen Grüßen", &"de".parse().unwrap()), "Mit freundlichen Grüßen");
    }
}
