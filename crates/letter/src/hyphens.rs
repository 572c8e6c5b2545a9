//! Where a word may be divided.

/// A language with hyphenation patterns.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hyphens {
    #[cfg(feature = "hyphenation")]
    language: hypher::Lang,
    /// Whether words that begin with a capital may be divided: in German nouns do, elsewhere it is mostly names.
    capitals: bool,
}

/// How many letters the shortest word has that is divided.
const SHORTEST: usize = 6;

/// How many letters the longest word has that is divided. What is longer is no word, and finding its syllables over and over
/// would take as long as somebody wants.
pub(crate) const LONGEST: usize = 100;

impl Hyphens {
    /// The patterns for a language, if the crate was built with them.
    pub fn for_language(tag: &str) -> Option<Self> {
        let primary = primary_subtag(tag);
        let capitals = primary == "de";
        #[cfg(feature = "hyphenation")]
        {
            let [first, second] = <[u8; 2]>::try_from(primary.as_bytes()).ok()?;
            let language = hypher::Lang::from_iso([first, second])?;
            Some(Self { language, capitals })
        }
        #[cfg(not(feature = "hyphenation"))]
        {
            let _ = capitals;
            None
        }
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
        self.syllables(word)
    }

    #[cfg(feature = "hyphenation")]
    fn syllables(self, word: &str) -> Vec<usize> {
        let (left, right) = self.language.bounds();
        let mut at = 0;
        // Two letters on the next line are not worth a hyphen.
        let syllables = hypher::hyphenate_bounded(word, self.language, left.max(2), right.max(3));
        let mut points: Vec<usize> = syllables
            .map(|syllable| {
                at += syllable.len();
                at
            })
            .collect();
        points.pop();
        points
    }

    #[cfg(not(feature = "hyphenation"))]
    fn syllables(self, _: &str) -> Vec<usize> {
        Vec::new()
    }
}

/// The language itself, in lower case: `de` of `de-CH-1996`.
pub(crate) fn primary_subtag(tag: &str) -> String {
    tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase()
}

#[cfg(test)]
#[cfg(feature = "hyphens")]
mod tests {
    use super::*;

    fn divided(tag: &str, word: &str) -> String {
        let mut text = word.to_owned();
        for point in Hyphens::for_language(tag).unwrap().points(word).into_iter().rev() {
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
        assert!(Hyphens::for_language("ky").is_none());
        assert!(Hyphens::for_language("").is_none());
    }
}
