//! Where a word may be divided.

mod patterns;

use crate::fonts::Fonts;
use crate::order::is_mark;
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

/// What ties a word to the one before it.
const APOSTROPHES: [char; 2] = ['\'', '\u{2019}'];

/// The letters with marks of the languages with patterns, in lower case: a mark, the letters below it, and what both are together
/// (Unicode's canonical composition).
const COMPOSED: [(char, &str, &str); 9] = [
    ('\u{300}', "aeiou", "àèìòù"),
    ('\u{301}', "aeiouycnszαεηιουωϊϋ", "áéíóúýćńśźάέήίόύώΐΰ"),
    ('\u{302}', "aeiou", "âêîôû"),
    ('\u{303}', "aon", "ãõñ"),
    ('\u{308}', "aeiouyеіιυ", "äëïöüÿёїϊϋ"),
    ('\u{327}', "c", "ç"),
    ('\u{328}', "ae", "ąę"),
    ('\u{307}', "z", "ż"),
    ('\u{306}', "и", "й"),
];

/// A letter and a mark as one character.
fn compose(base: char, mark: char) -> Option<char> {
    let whole = |(known, letters, composed): &(char, &str, &str)| {
        let at = (*known == mark).then(|| letters.chars().position(|letter| letter == base))??;
        composed.chars().nth(at)
    };
    COMPOSED.iter().find_map(whole)
}

impl<'f> Hyphens<'f> {
    /// The patterns for a language, if they are there.
    pub fn for_language(tag: &str, fonts: &'f Fonts) -> Option<Self> {
        let patterns = fonts.patterns(file(tag)?)?;
        Some(Self { patterns, capitals: primary_subtag(tag) == "de" })
    }

    /// Where the words of a stretch without spaces may be divided, as byte offsets in ascending order: its first word, and those that
    /// an apostrophe ties to it, such as the second of `l’internationalisation`.
    pub fn within(self, stretch: &str) -> Vec<usize> {
        let Some(mut from) = stretch.find(char::is_alphabetic) else { return Vec::new() };
        let mut points = Vec::new();
        loop {
            let rest = stretch.get(from..).unwrap_or_default();
            let letters = rest.chars().take(2 * LONGEST).take_while(|c| c.is_alphabetic() || is_mark(*c));
            let length = letters.map(char::len_utf8).sum();
            let (word, after) = rest.split_at_checked(length).unwrap_or_default();
            points.extend(self.decomposed(word).into_iter().map(|point| from + point));
            let Some(tied) = after.strip_prefix(APOSTROPHES).filter(|tied| tied.starts_with(char::is_alphabetic))
            else {
                return points;
            };
            from = stretch.len() - tied.len();
        }
    }

    /// The points of a word whose letters may have their marks as characters of their own.
    fn decomposed(self, word: &str) -> Vec<usize> {
        if !word.chars().any(is_mark) {
            return self.points(word);
        }
        let mut composed = String::with_capacity(word.len());
        // For each character of the composed word where it begins there, and where in the word.
        let mut places: Vec<(usize, usize)> = Vec::new();
        for (at, character) in word.char_indices() {
            let whole = composed.chars().next_back().and_then(|base| compose(base, character));
            if let Some(whole) = whole {
                composed.pop();
                composed.push(whole);
            } else {
                places.push((composed.len(), at));
                composed.push(character);
            }
        }
        let typed = |point: usize| places.iter().find(|place| place.0 == point).map(|place| place.1);
        self.points(&composed).into_iter().filter_map(typed).collect()
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
    fn elided_and_decomposed_words_divide_as_others_do() {
        let fonts = Fonts::embedded();
        let within = |tag: &str, stretch: &str| {
            let points = Hyphens::for_language(tag, &fonts).unwrap().within(stretch);
            let mut text = stretch.to_owned();
            points.into_iter().rev().for_each(|point| text.insert(point, '-'));
            text
        };
        for apostrophe in ['\'', '’'] {
            let elided = within("fr", &format!("l{apostrophe}internationalisation, "));
            assert_eq!(elided, format!("l{apostrophe}in-ter-na-tio-na-li-sa-tion, "));
            assert_eq!(within("it", &format!("dell{apostrophe}amministrazione ")).matches('-').count(), 4);
        }
        for (tag, one, two) in [
            ("fr", "procédure", "proce\u{301}dure"),
            ("de", "Gefängnisstrafe", "Gefa\u{308}ngnisstrafe"),
            ("ru", "российской", "россии\u{306}скои\u{306}"),
            ("el", "δικαιωμάτων", "δικαιωμα\u{301}των"),
            ("el", "προϋπόθεση", "πρου\u{308}πο\u{301}θεση"),
        ] {
            let plain = |text: String| {
                let marks = |text: String, (mark, letters, composed): &(char, &str, &str)| {
                    let pairs = composed.chars().zip(letters.chars());
                    pairs.fold(text, |text, (whole, base)| text.replace(whole, &format!("{base}{mark}")))
                };
                COMPOSED.iter().fold(text, marks)
            };
            assert!(within(tag, one).contains('-'), "{one}");
            assert_eq!(plain(within(tag, one)), within(tag, two));
        }
        assert_eq!(within("en", "don't"), "don't");
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
