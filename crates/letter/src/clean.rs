//! Typed and pasted text made fit for setting.

use crate::error::{Field, LetterError};
use crate::order::is_mark;

/// The most marks set on one letter. Vietnamese and transliterations need two, polytonic Greek three.
pub(crate) const MARKS: usize = 4;

/// SOFT HYPHEN: a place where a word may be divided.
pub(crate) const SOFT_HYPHEN: char = '\u{ad}';
/// ZERO WIDTH SPACE: a place where a line may be broken.
pub(crate) const BREAK: char = '\u{200b}';
/// WORD JOINER: a place where a line may not be broken.
pub(crate) const JOINER: char = '\u{2060}';

/// Line ends as `\n`, tabs as spaces, and no character that prints nothing and means nothing here.
///
/// Left out are controls, direction overrides and isolates, byte order marks, variation selectors and tags: with them a
/// letter could read otherwise than it was typed, and without them it looks the same. Soft hyphens, joiners and zero width
/// spaces stay, one at a time.
///
/// # Errors
///
/// [`LetterError::TooManyMarks`].
pub(crate) fn clean(raw: &str, field: Field) -> Result<String, LetterError> {
    if raw.bytes().all(|byte| byte == b'\n' || (b' '..=b'~').contains(&byte)) {
        return Ok(raw.to_owned());
    }
    let mut text = String::with_capacity(raw.len());
    let mut marks = Marks::default();
    let mut characters = raw.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' if characters.peek() == Some(&'\n') => {}
            '\r' | '\n' | '\u{b}' | '\u{85}' | '\u{2028}' => text.push('\n'),
            '\u{c}' | '\u{2029}' => text.push_str("\n\n"),
            '\t' => text.push(' '),
            _ if character.is_control() || means_nothing(character) => {}
            _ if is_invisible(character) => {
                if !text.ends_with(is_invisible) {
                    text.push(character);
                }
            }
            _ => {
                marks.see(character, field)?;
                text.push(character);
            }
        }
    }
    Ok(text)
}

/// The invisible characters that layout knows what to do with.
const fn is_invisible(character: char) -> bool {
    matches!(character, SOFT_HYPHEN | BREAK | JOINER | '\u{200c}' | '\u{200d}')
}

/// The rest of Unicode's default ignorable code points, and the annotation characters.
/// Source: `DerivedCoreProperties.txt`, `Default_Ignorable_Code_Point`.
const fn means_nothing(character: char) -> bool {
    matches!(character,
        '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2061}'..='\u{206f}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// Counts the marks on a letter.
struct Marks {
    base: char,
    count: usize,
}

impl Default for Marks {
    fn default() -> Self {
        Self { base: ' ', count: 0 }
    }
}

impl Marks {
    fn see(&mut self, character: char, field: Field) -> Result<(), LetterError> {
        if !is_mark(character) {
            *self = Self { base: character, count: 0 };
            return Ok(());
        }
        self.count += 1;
        if self.count > MARKS {
            return Err(LetterError::TooManyMarks { field, character: self.base, limit: MARKS });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(raw: &str) -> Result<String, LetterError> {
        clean(raw, Field::Body)
    }

    #[test]
    fn every_line_end_becomes_one_newline() {
        assert_eq!(body("a\r\nb\rc\u{2028}d\u{85}e").unwrap(), "a\nb\nc\nd\ne");
        assert_eq!(body("a\u{2029}b\tc").unwrap(), "a\n\nb c");
    }

    #[test]
    fn controls_and_overrides_are_left_out() {
        assert_eq!(body("\u{feff}\u{202e}evil\u{202c}\0\u{1b}[1m\u{fe0f}").unwrap(), "evil[1m");
    }

    #[test]
    fn a_storm_of_joiners_is_one_joiner() {
        let storm: String = std::iter::repeat_n("\u{200d}\u{200b}\u{ad}", 5_000).collect();
        assert_eq!(body(&format!("a{storm}b")).unwrap(), "a\u{200d}b");
    }

    #[test]
    fn a_storm_of_marks_is_refused_also_with_joiners_between() {
        assert_eq!(body("e\u{301}\u{302}\u{303}\u{304}").unwrap().chars().count(), 5);
        let storm = format!("e{}", "\u{301}\u{200d}".repeat(9));
        assert_eq!(body(&storm), Err(LetterError::TooManyMarks { field: Field::Body, character: 'e', limit: 4 }));
    }
}
