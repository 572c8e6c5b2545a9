//! Where a word may be divided.

mod patterns;

use crate::fonts::Fonts;
pub(crate) use patterns::Patterns;

/// A language's entry below.
#[cfg(feature = "hyphens")]
macro_rules! language {
    ($code:literal) => {
        (
            $code,
            concat!("hyphens-", $code, ".bin"),
            include_bytes!(concat!("../fonts/hyphens-", $code, ".bin")) as &[u8],
        )
    };
}
#[cfg(not(feature = "hyphens"))]
macro_rules! language {
    ($code:literal) => {
        ($code, concat!("hyphens-", $code, ".bin"), &[] as &[u8])
    };
}

/// The languages with patterns, each with its file's name and, if the crate was built with it, the file.
pub(crate) const LANGUAGES: [(&str, &str, &[u8]); 11] = [
    language!("de"),
    language!("el"),
    language!("en"),
    language!("es"),
    language!("fr"),
    language!("it"),
    language!("nl"),
    language!("pl"),
    language!("pt"),
    language!("ru"),
    language!("uk"),
];

/// The file that a letter in this language needs to divide its words; none if there are no patterns for it.
pub(crate) fn file(tag: &str) -> Option<&'static str> {
    let primary = primary_subtag(tag);
    LANGUAGES.iter().find(|language| language.0 == primary).map(|language| language.1)
}

/// A language with hyphenation patterns.
#[derive(Clone, Copy)]
pub(crate) struct Hyphens<'f> {
    patterns: &'f Patterns,
    /// Whether words that begin with a capital may be divided: in German nouns do, elsewhere it is mostly names.
    capitals: bool,
}

/// How many letters the shortest word has that is divided.
const SHORTEST: usize = 6;

/// How many letters stay before a hyphen and after it at the least. Two on the next line are not worth a hyphen.
const LEFT: usize = 2;
const RIGHT: usize = 3;

/// How many letters the longest word has that is divided. What is longer is no word, and finding its syllables over and over
/// would take as long as somebody wants.
pub(crate) const LONGEST: usize = 100;

impl<'f> Hyphens<'f> {
    /// The patterns for a language, if they are there.
    pub fn for_language(tag: &str, fonts: &'f Fonts) -> Option<Self> {
        let patterns = fonts.patterns(file(tag)?)?;
        Some(Self { patterns, capitals: primary_subtag(tag) == "de" })
    }

    /// Where the word may be divided, as byte offsets in ascending order.
    pub fn points(self, word: &str) -> Vec<usize> {
        let letters = word.chars().take(LONGEST + 1).count();
        let name = word.chars().next().is_some_and(char::is_uppercase);
        if !(SHORTEST..=LONGEST).contains(&letters)
            || (name && !self.capitals)
            || word.chars().skip(1).any(char::is_uppercase)
        {
            return Vec::new();
        }
        self.patterns.points(word, LEFT, RIGHT)
    }
}

/// The language itself, in lower case: `de` of `de-CH-1996`.
pub(crate) fn primary_subtag(tag: &str) -> String {
    tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase()
}

#[cfg(test)]
#[cfg(all(feature = "embedded-fonts", feature = "hyphens"))]
mod tests {
    use super::*;

    fn divided(tag: &str, word: &str) -> String {
        let (mut text, fonts) = (word.to_owned(), Fonts::embedded());
        for point in Hyphens::for_language(tag, &fonts).unwrap().points(word).into_iter().rev() {
            text.insert(point, '-');
        }
        text
    }

    #[test]
    fn words_divide_as_their_language_does() {
        assert_eq!(divided("en", "supervision"), "su-per-vi-sion");
        assert_eq!(divided("de-CH", "Menschenrechtsverteidigerin"), "Men-schen-rechts-ver-tei-di-ge-rin");
        assert_eq!(divided("fr", "condamnation"), "condam-na-tion");
        assert_eq!(divided("ru", "правозащитница"), "пра-во-за-щит-ница");
        assert_eq!(divided("el", "δικαιωμάτων"), "δι-καιω-μά-των");
    }

    #[test]
    fn names_and_short_words_stay_whole() {
        assert_eq!(divided("en", "Karasartova"), "Karasartova");
        assert_eq!(divided("ru", "Карасартова"), "Карасартова");
        assert_eq!(divided("en", "into"), "into");
        assert_eq!(divided("en", "UNESCO"), "UNESCO");
    }

    #[test]
    fn what_is_no_word_is_not_divided() {
        let endless = "hyphenation".repeat(90);
        assert_eq!(divided("en", &endless), endless);
        let fonts = Fonts::embedded();
        assert!(Hyphens::for_language("ky", &fonts).is_none());
        assert!(Hyphens::for_language("", &fonts).is_none());
    }
}
