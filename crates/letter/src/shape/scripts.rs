//! Text in stretches of one script.

use std::ops::Range;

use harfrust::{Script, Tag};
use unicode_script::UnicodeScript;

/// The range in stretches of one script, in the order of the text. Spaces, digits, punctuation and marks go with what is
/// before them.
pub(super) fn script_runs(text: &str, range: Range<usize>) -> Vec<(Range<usize>, Script)> {
    let mut runs: Vec<(Range<usize>, Option<Script>)> = Vec::new();
    let begin = range.start;
    for (at, character) in text.get(range).unwrap_or_default().char_indices() {
        let script = own_script(character);
        let (at, end) = (begin + at, begin + at + character.len_utf8());
        match runs.last_mut() {
            Some((range, current)) if script.is_none() || current.is_none() || *current == script => {
                range.end = end;
                *current = current.or(script);
            }
            _ => runs.push((at..end, script)),
        }
    }
    runs.into_iter().map(|(range, script)| (range, script.unwrap_or(Script::LATIN))).collect()
}

/// The script of a letter; none for what all scripts share.
pub(crate) fn own_script(character: char) -> Option<Script> {
    use unicode_script::Script as Of;
    // Most of what is written needs no table.
    if character.is_ascii() {
        return character.is_ascii_alphabetic().then_some(Script::LATIN);
    }
    match character.script() {
        Of::Common if is_east_asian(character) => Some(Script::HAN),
        Of::Common if is_arabic(character) => Some(Script::ARABIC),
        Of::Common | Of::Inherited | Of::Unknown => None,
        // Kana and Han are one writing: kept together, a line of Japanese is one stretch.
        Of::Hiragana | Of::Katakana | Of::Bopomofo => Some(Script::HAN),
        script => Script::from_iso15924_tag(Tag::from_be_bytes(script.as_iso15924_tag().to_be_bytes())),
    }
}

/// The script of a character that stands alone, also of the marks that Arabic shares with its sisters.
pub(super) fn script_alone(character: char) -> Option<Script> {
    own_script(character).or(is_arabic(character).then_some(Script::ARABIC))
}

/// Punctuation that only the East Asian fonts have: CJK symbols, and forms of full width.
const fn is_east_asian(character: char) -> bool {
    matches!(character, '\u{3000}'..='\u{30ff}' | '\u{31c0}'..='\u{33ff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ffef}')
}

/// Punctuation that stands in the Arabic block and counts as shared by several scripts.
const fn is_arabic(character: char) -> bool {
    matches!(character, '\u{600}'..='\u{6ff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runs(text: &str) -> Vec<(&str, Script)> {
        script_runs(text, 0..text.len()).into_iter().map(|(range, script)| (&text[range], script)).collect()
    }

    #[test]
    fn scripts_are_shaped_apart() {
        assert_eq!(runs("«Abad» дело 2024"), [("«Abad» ", Script::LATIN), ("дело 2024", Script::CYRILLIC)]);
        assert_eq!(runs("2024"), [("2024", Script::LATIN)]);
    }

    #[test]
    fn japanese_is_one_stretch_and_wide_brackets_are_east_asian() {
        assert_eq!(runs("釈放してください、カード。"), [("釈放してください、カード。", Script::HAN)]);
        assert_eq!(runs("Tokyo（東京）"), [("Tokyo", Script::LATIN), ("（東京）", Script::HAN)]);
    }
}
