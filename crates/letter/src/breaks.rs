//! Where a line may be broken.

mod unspaced;
mod words;

use std::borrow::Cow;
use std::sync::Arc;

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::{LineBreakOptions, LineBreakWordOption};

use crate::clean::{BREAK, JOINER, SOFT_HYPHEN};
use crate::hyphens::primary_subtag;
pub(crate) use unspaced::UNSPACED;
use unspaced::needs_dictionary;
pub(crate) use words::Words;

/// A place where a line may end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Opportunity {
    /// The byte before which the next line begins.
    pub at: usize,
    /// Whether a hyphen is set if the line ends here: the writer typed a soft hyphen.
    pub hyphen: bool,
}

/// Text without newlines and without the characters that only say where it breaks, and the places where it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Breakable {
    pub text: String,
    /// In ascending order; the last is the text's end.
    pub breaks: Vec<Opportunity>,
}

/// Whether a character only says where a line may be broken, or may not.
const fn says_where(character: char) -> bool {
    matches!(character, SOFT_HYPHEN | BREAK | JOINER)
}

/// Text that is not broken, without the characters that only say where it could be.
pub(crate) fn unbroken(typed: &str) -> String {
    typed.chars().filter(|character| !says_where(*character)).collect()
}

/// Finds the break opportunities of Unicode's line breaking algorithm (UAX 14), takes out the bad ones, and adds those between
/// the words of scripts without spaces where there is a dictionary. The algorithm's rules keep East Asian punctuation where it belongs.
pub(crate) fn breakable(typed: &str, lang: &str, dictionaries: &[Arc<Words>]) -> Breakable {
    let language = primary_subtag(lang);
    let mut text = String::with_capacity(typed.len());
    let mut breaks = Vec::new();
    let mut from = 0;
    for to in places(typed, &language, dictionaries) {
        let Some(segment) = typed.get(from..to) else { continue };
        from = to;
        text.extend(segment.chars().filter(|character| !says_where(*character)));
        let opportunity = Opportunity { at: text.len(), hyphen: segment.ends_with(SOFT_HYPHEN) };
        let follows = typed.get(to..).unwrap_or_default();
        if to == typed.len() || (!text.is_empty() && !is_bad(&text, follows, &language)) {
            breaks.push(opportunity);
        }
    }
    Breakable { text, breaks }
}

/// Where the typed text may be parted, in ascending order; the last is its end.
fn places(typed: &str, language: &str, dictionaries: &[Arc<Words>]) -> Vec<usize> {
    let mut options = LineBreakOptions::default();
    if language == "ko" {
        // Korean has spaces; in ragged text its words stay whole.
        options.word_option = Some(LineBreakWordOption::KeepAll);
    }
    let segmenter = LineSegmenter::new_for_non_complex_scripts(options);
    // Letters that the algorithm leaves to a dictionary are to it as other letters, of as many bytes.
    let complex = typed.chars().any(needs_dictionary);
    let letters: Cow<str> = if complex {
        typed.chars().map(|c| if needs_dictionary(c) { 'ა' } else { c }).collect()
    } else {
        typed.into()
    };
    let mut places: Vec<usize> = segmenter.segment_str(&letters).filter(|at| *at > 0).collect();
    if complex {
        places.extend(dictionaries.iter().flat_map(|words| words.breaks(typed)));
        places.sort_unstable();
        places.dedup();
    }
    places
}

/// Whether a typesetter would not break here although the algorithm would.
fn is_bad(before: &str, after: &str, language: &str) -> bool {
    splits_number(before, after) || (binds_short_words(language) && ends_in_short_word(before))
}

/// "50 000" stays on one line.
fn splits_number(before: &str, after: &str) -> bool {
    let head = before.strip_suffix(' ').unwrap_or_default();
    let group = after.chars().take_while(char::is_ascii_digit).count();
    head.ends_with(|c: char| c.is_ascii_digit()) && group == 3
}

/// Languages in which a preposition or conjunction of one letter goes with the next word.
fn binds_short_words(language: &str) -> bool {
    matches!(language, "be" | "cs" | "pl" | "ru" | "sk" | "uk")
}

fn ends_in_short_word(before: &str) -> bool {
    let Some(head) = before.strip_suffix(' ') else { return false };
    let mut last = head.chars().rev();
    last.next().is_some_and(char::is_alphabetic) && last.next().is_none_or(|c| !c.is_alphanumeric())
}

/// Whether a character is a space that disappears at the end of a line.
pub(crate) const fn is_breaking_space(character: char) -> bool {
    matches!(character, ' ' | '\u{1680}' | '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200a}' | '\u{205f}' | '\u{3000}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(typed: &str, lang: &str) -> Vec<String> {
        let Breakable { text, breaks } = breakable(typed, lang, &[]);
        let mut from = 0;
        breaks
            .iter()
            .map(|b| {
                let piece = text[from..b.at].to_owned();
                from = b.at;
                piece
            })
            .collect()
    }

    #[test]
    fn lines_break_after_spaces_and_hyphens() {
        assert_eq!(pieces("in the Kempir-Abad case", "en"), ["in ", "the ", "Kempir-", "Abad ", "case"]);
        assert_eq!(pieces("no\u{a0}break", "en"), ["no\u{a0}break"]);
        assert_eq!(pieces("", "en"), Vec::<String>::new());
    }

    #[test]
    fn numbers_stay_whole() {
        assert_eq!(pieces("von 50 000 Som", "de"), ["von ", "50 000 ", "Som"]);
        assert_eq!(pieces("Bishkek 720040", "en"), ["Bishkek ", "720040"]);
    }

    #[test]
    fn one_letter_words_go_with_the_next_in_slavic_languages() {
        assert_eq!(pieces("суд в Бишкеке", "ru"), ["суд ", "в Бишкеке"]);
        assert_eq!(pieces("w mocy", "pl-PL"), ["w mocy"]);
        assert_eq!(pieces("what I ask", "en"), ["what ", "I ", "ask"]);
    }

    #[test]
    fn soft_hyphens_and_zero_width_spaces_are_taken_out_and_remembered() {
        let Breakable { text, breaks } = breakable("pro\u{ad}se\u{200b}cutor\u{2060}s", "en", &[]);
        assert_eq!(text, "prosecutors");
        let expected = [(3, true), (5, false), (11, false)];
        assert_eq!(breaks, expected.map(|(at, hyphen)| Opportunity { at, hyphen }));
    }

    #[test]
    fn east_asian_lines_do_not_begin_with_a_stop_nor_end_in_an_opening_bracket() {
        assert_eq!(pieces("他说（你好）。", "zh-Hans"), ["他", "说", "（你", "好）。"]);
        assert_eq!(pieces("カードを「送って」", "ja"), ["カー", "ド", "を", "「送っ", "て」"]);
    }

    #[test]
    fn korean_words_stay_whole() {
        assert_eq!(pieces("편지를 드립니다", "ko"), ["편지를 ", "드립니다"]);
    }
}
