//! Which fonts there are, what each is for, and in which order they are asked.

use harfrust::Script;

use super::Style;
use super::beyond::beyond_book;
use crate::hyphens::primary_subtag;
use crate::shape::own_script;

/// A font, and its number in display lists. All are under the SIL Open Font License 1.1 (`fonts/README.md`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FontName {
    /// Source Serif 4 Regular: Latin, Greek, Cyrillic.
    Book,
    /// IBM Plex Sans Condensed Medium.
    LabelMedium,
    /// IBM Plex Sans Condensed Bold.
    LabelBold,
    /// Noto Naskh Arabic.
    Arabic,
    /// Noto Serif Hebrew.
    Hebrew,
    /// Noto Serif Devanagari.
    Devanagari,
    /// Noto Serif Bengali.
    Bengali,
    /// Noto Serif Thai.
    Thai,
    /// Noto Serif SC: Chinese in simplified characters, and all others.
    Chinese,
    /// Noto Serif JP.
    Japanese,
    /// Noto Serif KR.
    Korean,
    /// Noto Serif Khmer.
    Khmer,
    /// Noto Serif Lao.
    Lao,
    /// Noto Serif Myanmar.
    Burmese,
    /// IBM Plex Sans Arabic Medium.
    ArabicLabelMedium,
    /// IBM Plex Sans Arabic Bold.
    ArabicLabelBold,
    /// Noto Serif: what Source Serif 4 has not of Latin, Greek and Cyrillic.
    Latin,
}

impl FontName {
    /// Every font in the order of their numbers.
    pub const ALL: &'static [Self] = &[
        Self::Book,
        Self::LabelMedium,
        Self::LabelBold,
        Self::Arabic,
        Self::Hebrew,
        Self::Devanagari,
        Self::Bengali,
        Self::Thai,
        Self::Chinese,
        Self::Japanese,
        Self::Korean,
        Self::Khmer,
        Self::Lao,
        Self::Burmese,
        Self::ArabicLabelMedium,
        Self::ArabicLabelBold,
        Self::Latin,
    ];

    /// The number in display lists.
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The file's name, in `crates/letter/fonts` or in the folder of large fonts.
    #[must_use]
    pub const fn file(self) -> &'static str {
        match self {
            Self::Book => "SourceSerif4-Regular.ttf",
            Self::LabelMedium => "IBMPlexSansCondensed-Medium.ttf",
            Self::LabelBold => "IBMPlexSansCondensed-Bold.ttf",
            Self::Arabic => "NotoNaskhArabic-Regular.ttf",
            Self::Hebrew => "NotoSerifHebrew-Regular.ttf",
            Self::Devanagari => "NotoSerifDevanagari-Regular.ttf",
            Self::Bengali => "NotoSerifBengali-Regular.ttf",
            Self::Thai => "NotoSerifThai-Regular.ttf",
            Self::Chinese => "NotoSerifSC-Regular.ttf",
            Self::Japanese => "NotoSerifJP-Regular.ttf",
            Self::Korean => "NotoSerifKR-Regular.ttf",
            Self::Khmer => "NotoSerifKhmer-Regular.ttf",
            Self::Lao => "NotoSerifLao-Regular.ttf",
            Self::Burmese => "NotoSerifMyanmar-Regular.ttf",
            Self::ArabicLabelMedium => "IBMPlexSansArabic-Medium.ttf",
            Self::ArabicLabelBold => "IBMPlexSansArabic-Bold.ttf",
            Self::Latin => "NotoSerif-Regular.ttf",
        }
    }

    /// The file of the script's words, where it is written without spaces between them.
    pub(super) const fn words(self) -> Option<&'static str> {
        match self {
            Self::Thai => Some("thai-words.bin"),
            Self::Khmer => Some("khmer-words.bin"),
            Self::Lao => Some("lao-words.bin"),
            Self::Burmese => Some("burmese-words.bin"),
            _ => None,
        }
    }

    /// The font's file, if the crate was built with it.
    #[cfg(feature = "embedded-fonts")]
    pub(super) const fn carried(self) -> Option<&'static [u8]> {
        Some(match self {
            Self::Book => include_bytes!("../../fonts/SourceSerif4-Regular.ttf"),
            #[cfg(feature = "embedded-labels")]
            Self::LabelMedium => include_bytes!("../../fonts/IBMPlexSansCondensed-Medium.ttf"),
            #[cfg(feature = "embedded-labels")]
            Self::LabelBold => include_bytes!("../../fonts/IBMPlexSansCondensed-Bold.ttf"),
            #[cfg(feature = "embedded-scripts")]
            Self::Arabic => include_bytes!("../../fonts/NotoNaskhArabic-Regular.ttf"),
            #[cfg(feature = "embedded-scripts")]
            Self::Hebrew => include_bytes!("../../fonts/NotoSerifHebrew-Regular.ttf"),
            #[cfg(feature = "embedded-scripts")]
            Self::Devanagari => include_bytes!("../../fonts/NotoSerifDevanagari-Regular.ttf"),
            #[cfg(feature = "embedded-scripts")]
            Self::Bengali => include_bytes!("../../fonts/NotoSerifBengali-Regular.ttf"),
            #[cfg(feature = "embedded-scripts")]
            Self::Thai => include_bytes!("../../fonts/NotoSerifThai-Regular.ttf"),
            #[cfg(feature = "embedded-scripts")]
            Self::Khmer => include_bytes!("../../fonts/NotoSerifKhmer-Regular.ttf"),
            #[cfg(feature = "embedded-scripts")]
            Self::Lao => include_bytes!("../../fonts/NotoSerifLao-Regular.ttf"),
            #[cfg(feature = "embedded-scripts")]
            Self::Burmese => include_bytes!("../../fonts/NotoSerifMyanmar-Regular.ttf"),
            #[cfg(feature = "embedded-scripts")]
            Self::ArabicLabelMedium => include_bytes!("../../fonts/IBMPlexSansArabic-Medium.ttf"),
            #[cfg(feature = "embedded-scripts")]
            Self::ArabicLabelBold => include_bytes!("../../fonts/IBMPlexSansArabic-Bold.ttf"),
            #[cfg(feature = "embedded-scripts")]
            Self::Latin => include_bytes!("../../fonts/NotoSerif-Regular.ttf"),
            _ => return None,
        })
    }
}

/// The fonts that are asked for a stretch of text, the first first: that of its script, of the style, of letters with its companion
/// for rare ones, and of the letter's language. It depends on nothing but the text and its language, so that a browser that fetches what a letter needs
/// sets it as a server does that has all fonts.
pub(crate) fn chain(style: Style, script: Script, lang: &str) -> Vec<FontName> {
    let label = of_label(style, script);
    let style = match style {
        Style::Book => FontName::Book,
        Style::Label => FontName::LabelMedium,
        Style::LabelBold => FontName::LabelBold,
    };
    let western = matches!(&tag_of(script), b"Latn" | b"Grek" | b"Cyrl" | b"Zyyy" | b"Zinh");
    let further = western.then_some(FontName::Latin);
    let asked = [label, of_script(script, lang), Some(style), Some(FontName::Book), further, of_language(lang)];
    let mut chain: Vec<FontName> = Vec::with_capacity(asked.len());
    for name in asked.into_iter().flatten() {
        if !chain.contains(&name) {
            chain.push(name);
        }
    }
    chain
}

/// The font of a script's labels, where it has one of its own.
fn of_label(style: Style, script: Script) -> Option<FontName> {
    match (style, &tag_of(script)) {
        (Style::Label, b"Arab") => Some(FontName::ArabicLabelMedium),
        (Style::LabelBold, b"Arab") => Some(FontName::ArabicLabelBold),
        _ => None,
    }
}

/// The fonts that labels with this text are set in: the same wherever they are set.
pub(crate) fn of_labels<'t>(texts: impl IntoIterator<Item = &'t str>) -> Vec<FontName> {
    let mut names = vec![FontName::LabelMedium, FontName::LabelBold];
    let mut characters = texts.into_iter().flat_map(str::chars).filter(|character| !character.is_ascii());
    if characters.any(|character| own_script(character) == Some(Script::ARABIC)) {
        names.extend([FontName::ArabicLabelMedium, FontName::ArabicLabelBold]);
    }
    names
}

/// The font that a character needs beside the book face; none if that has it, or if no font has.
pub(super) fn of_character(character: char, lang: &str) -> Option<FontName> {
    let of_script = own_script(character).and_then(|script| of_script(script, lang));
    of_script.or_else(|| beyond_book(character).then_some(FontName::Latin))
}

/// The font made for a script; none for the scripts that the styles' own fonts have.
fn of_script(script: Script, lang: &str) -> Option<FontName> {
    Some(match &tag_of(script) {
        b"Arab" => FontName::Arabic,
        b"Hebr" => FontName::Hebrew,
        b"Deva" => FontName::Devanagari,
        b"Beng" => FontName::Bengali,
        b"Thai" => FontName::Thai,
        b"Khmr" => FontName::Khmer,
        b"Laoo" => FontName::Lao,
        b"Mymr" => FontName::Burmese,
        b"Hang" => FontName::Korean,
        // Han characters are shared; their forms are those of the letter's language.
        b"Hani" => east_asian(lang).unwrap_or(FontName::Chinese),
        _ => return None,
    })
}

/// The font of the letter's language, if that is written in Han characters, kana or hangul.
fn east_asian(lang: &str) -> Option<FontName> {
    match primary_subtag(lang).as_str() {
        "zh" | "yue" => Some(FontName::Chinese),
        "ja" => Some(FontName::Japanese),
        "ko" => Some(FontName::Korean),
        _ => None,
    }
}

/// The font of the script that a language is written in, where that is none of the book face's.
pub(super) fn of_language(lang: &str) -> Option<FontName> {
    east_asian(lang).or(match primary_subtag(lang).as_str() {
        "ar" | "ckb" | "fa" | "ps" | "sd" | "ug" | "ur" => Some(FontName::Arabic),
        "he" | "yi" => Some(FontName::Hebrew),
        "hi" | "mr" | "ne" | "sa" => Some(FontName::Devanagari),
        "as" | "bn" => Some(FontName::Bengali),
        "th" => Some(FontName::Thai),
        "km" => Some(FontName::Khmer),
        "lo" => Some(FontName::Lao),
        "mnw" | "my" | "shn" => Some(FontName::Burmese),
        _ => None,
    })
}

fn tag_of(script: Script) -> [u8; 4] {
    script.tag().to_be_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_places_in_the_list() {
        for (index, name) in FontName::ALL.iter().enumerate() {
            assert_eq!(name.index(), index);
        }
    }

    #[test]
    fn han_characters_have_the_forms_of_the_letters_language() {
        let first = |script, lang| chain(Style::Book, script, lang)[0];
        assert_eq!(first(Script::HAN, "zh-Hans"), FontName::Chinese);
        assert_eq!(first(Script::HAN, "ja"), FontName::Japanese);
        assert_eq!(first(Script::HAN, "en"), FontName::Chinese);
        assert_eq!(first(Script::LATIN, "ja"), FontName::Book);
    }

    #[test]
    fn a_label_falls_back_on_the_book_face_and_a_letter_never_on_a_label() {
        assert_eq!(
            chain(Style::LabelBold, Script::LATIN, "en"),
            [FontName::LabelBold, FontName::Book, FontName::Latin]
        );
        assert!(!chain(Style::Book, Script::LATIN, "en").contains(&FontName::LabelMedium));
        let arabic = [FontName::ArabicLabelBold, FontName::Arabic, FontName::LabelBold, FontName::Book];
        assert_eq!(chain(Style::LabelBold, Script::ARABIC, "ar"), arabic);
        assert_eq!(of_labels(["ريتا"]).len(), 4);
        assert_eq!(of_labels(["Rita", "Рита"]), [FontName::LabelMedium, FontName::LabelBold]);
    }
}
