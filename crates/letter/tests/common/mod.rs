//! Letters to test with. The texts are the project's own wording.

#[cfg(feature = "pdf")]
pub mod reading;

use letter::{Alignment, LetterSpec, LetterStyle, Paper, Profile, Sender, SpecDate};

const TEXTS: &[(&str, &str, &str)] = &[
    ("en", "Freiburg, 23 November 2026", include_str!("../letters/en.txt")),
    ("de", "Freiburg, den 23. November 2026", include_str!("../letters/de.txt")),
    ("fr", "Fribourg, le 23 novembre 2026", include_str!("../letters/fr.txt")),
    ("pl", "Fryburg, 23 listopada 2026", include_str!("../letters/pl.txt")),
    ("el", "Φράιμπουργκ, 23 Νοεμβρίου 2026", include_str!("../letters/el.txt")),
    ("ru", "Фрайбург, 23 ноября 2026 г.", include_str!("../letters/ru.txt")),
    ("ky", "Фрайбург, 2026-жылдын 23-ноябры", include_str!("../letters/ky.txt")),
];

/// Those that need more than the book face.
const FURTHER: &[(&str, &str, &str)] = &[
    ("es", "Friburgo, 23 de noviembre de 2026", include_str!("../letters/es.txt")),
    ("ar", "فرايبورغ، 23 نوفمبر 2026", include_str!("../letters/ar.txt")),
    ("he", "פרייבורג, 23 בנובמבר 2026", include_str!("../letters/he.txt")),
    ("hi", "फ़्राइबर्ग, 23 नवंबर 2026", include_str!("../letters/hi.txt")),
    ("th", "ไฟรบวร์ค 23 พฤศจิกายน 2569", include_str!("../letters/th.txt")),
    ("zh-Hans", "弗赖堡，2026年11月23日", include_str!("../letters/zh-Hans.txt")),
    ("ja", "フライブルク、2026年11月23日", include_str!("../letters/ja.txt")),
    ("ko", "프라이부르크, 2026년 11월 23일", include_str!("../letters/ko.txt")),
];

/// The same appeal in all fifteen languages.
#[allow(dead_code, reason = "not every test needs them")]
pub fn languages() -> Vec<(&'static str, LetterSpec)> {
    TEXTS.iter().chain(FURTHER).map(|(lang, place, text)| (*lang, spec(lang, place, text))).collect()
}

/// The same appeal in several languages, each as (language, spec).
#[allow(dead_code, reason = "not every test needs them")]
pub fn letters() -> Vec<(&'static str, LetterSpec)> {
    TEXTS.iter().map(|(lang, place, text)| (*lang, spec(lang, place, text))).collect()
}

/// The English letter for Rita Karasartova.
pub fn rita() -> LetterSpec {
    let (lang, place, text) = TEXTS[0];
    spec(lang, place, text)
}

fn spec(lang: &str, place: &str, text: &str) -> LetterSpec {
    let (salutation, rest) = text.trim().split_once("\n\n").unwrap();
    let (body, closing) = rest.rsplit_once("\n\n").unwrap();
    LetterSpec {
        lang: lang.into(),
        title: "Letter for Rita Karasartova".into(),
        date: SpecDate { year: 2026, month: 11, day: 23 },
        profile: Profile::Din5008B,
        paper: Paper::A4,
        sender: Sender { name: "Anna Berg".into(), lines: vec!["Freiburg".into()] },
        recipient: ["Prosecutor General", "A. Toktonalieva Street, 139", "Bishkek 720040", "KYRGYZSTAN"]
            .map(String::from)
            .to_vec(),
        place_and_date: place.into(),
        salutation: salutation.into(),
        body: body.into(),
        closing: closing.into(),
        style: LetterStyle::default(),
        alignment: Alignment::default(),
    }
}
