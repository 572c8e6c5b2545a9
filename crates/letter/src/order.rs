//! Which way text runs: the bidirectional algorithm (UAX 9) for one paragraph.
//!
//! Overrides and isolates are left out of what is typed (`clean`), so only the letters themselves and the paragraph's
//! direction decide.

use std::ops::Range;

use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};

use crate::hyphens::primary_subtag;

/// A paragraph's direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Base {
    /// From left to right.
    LeftToRight,
    /// From right to left.
    RightToLeft,
}

impl Base {
    /// The direction of a language given as a BCP 47 tag.
    ///
    /// Source: the languages whose likely script in CLDR is Arabic, Hebrew, Thaana or Syriac; a script subtag says otherwise.
    pub fn of_language(tag: &str) -> Self {
        let script = tag.split(['-', '_']).skip(1).find(|part| part.len() == 4).map(str::to_ascii_lowercase);
        let rtl = match script.as_deref() {
            Some("arab" | "hebr" | "thaa" | "syrc" | "nkoo" | "adlm" | "rohg" | "aran") => true,
            Some(_) => false,
            None => matches!(
                primary_subtag(tag).as_str(),
                "ar" | "arc"
                    | "ckb"
                    | "dv"
                    | "fa"
                    | "he"
                    | "iw"
                    | "ks"
                    | "lrc"
                    | "mzn"
                    | "ps"
                    | "sd"
                    | "syr"
                    | "ug"
                    | "ur"
                    | "yi"
            ),
        };
        if rtl { Self::RightToLeft } else { Self::LeftToRight }
    }

    /// The direction of a paragraph in a letter of this direction.
    ///
    /// Not that of its first letter (UAX 9, P2 and P3): an English sentence may begin with an Arabic name, and an Arabic one with a
    /// Latin name, which is usual there. So where all letters run the other way the paragraph does. In a letter from left to right it
    /// also does where most of them do: a whole sentence in Arabic or Hebrew with a name in it. In a letter from right to left
    /// a paragraph with any letter of its own direction keeps it.
    fn of_paragraph(self, text: &str) -> Self {
        let right = text.chars().filter(|c| is_rtl(*c)).count();
        match self {
            Self::LeftToRight if right == 0 => self,
            Self::LeftToRight if right > text.chars().filter(|c| is_ltr(*c)).count() => Self::RightToLeft,
            Self::RightToLeft if right == 0 && text.chars().any(is_ltr) => Self::LeftToRight,
            _ => self,
        }
    }
}

/// How a paragraph's parts run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Order {
    /// A level per byte, odd from right to left; empty if all of it runs from left to right.
    pub levels: Vec<u8>,
    /// Whether the paragraph runs from right to left.
    pub rtl: bool,
}

/// The levels of a paragraph in a letter of this direction.
pub(crate) fn levels(text: &str, letter: Base) -> Order {
    let base = letter.of_paragraph(text);
    if base == Base::LeftToRight && !text.chars().any(is_rtl) {
        return Order { levels: Vec::new(), rtl: false };
    }
    let rtl = base == Base::RightToLeft;
    let level = if rtl { Level::rtl() } else { Level::ltr() };
    let info = BidiInfo::new(text, Some(level));
    Order { levels: info.levels.iter().map(Level::number).collect(), rtl }
}

impl Order {
    /// The levels of a part of the paragraph, one line.
    pub fn part(&self, range: Range<usize>) -> &[u8] {
        self.levels.get(range).unwrap_or_default()
    }
}

/// The first of the marks, and of the letters that run from right to left: what comes before them needs no table.
const MARKS: char = '\u{300}';
const HEBREW: char = '\u{590}';

fn is_ltr(character: char) -> bool {
    character.is_ascii_alphabetic() || (!character.is_ascii() && bidi_class(character) == BidiClass::L)
}

fn is_rtl(character: char) -> bool {
    character >= HEBREW && matches!(bidi_class(character), BidiClass::R | BidiClass::AL | BidiClass::AN)
}

/// Whether a character is a mark that takes no room of its own.
pub(crate) fn is_mark(character: char) -> bool {
    character >= MARKS && bidi_class(character) == BidiClass::NSM
}

/// A line's stretches of one direction from left to right, and whether each runs from right to left: rule L2.
pub(crate) fn visual_runs(length: usize, levels: &[u8]) -> Vec<(Range<usize>, bool)> {
    if levels.len() != length {
        return if length == 0 { Vec::new() } else { vec![(0..length, false)] };
    }
    let mut runs: Vec<(Range<usize>, u8)> = Vec::new();
    for (at, level) in levels.iter().copied().enumerate() {
        match runs.last_mut() {
            Some((range, same)) if *same == level => range.end = at + 1,
            _ => runs.push((at..at + 1, level)),
        }
    }
    let highest = runs.iter().map(|run| run.1).max().unwrap_or(0);
    for level in (1..=highest).rev() {
        for stretch in runs.chunk_by_mut(|one, other| (one.1 >= level) == (other.1 >= level)) {
            if stretch.first().is_some_and(|run| run.1 >= level) {
                stretch.reverse();
            }
        }
    }
    runs.into_iter().map(|(range, level)| (range, level % 2 == 1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, base: Base) -> String {
        let order = levels(text, base);
        let mut shown = String::new();
        for (range, rtl) in visual_runs(text.len(), &order.levels) {
            let part = &text[range];
            if rtl { shown.extend(part.chars().rev()) } else { shown.push_str(part) }
        }
        shown
    }

    #[test]
    fn the_short_cuts_say_what_the_tables_say() {
        for character in '\0'..'\u{600}' {
            let class = bidi_class(character);
            assert_eq!(is_ltr(character), class == BidiClass::L, "{character:?}");
            assert_eq!(
                is_rtl(character),
                matches!(class, BidiClass::R | BidiClass::AL | BidiClass::AN),
                "{character:?}"
            );
            assert_eq!(is_mark(character), class == BidiClass::NSM, "{character:?}");
        }
    }

    #[test]
    fn numbers_and_latin_stand_the_right_way_in_hebrew() {
        assert_eq!(shown("אב 2024 גד", Base::RightToLeft), "דג 2024 בא");
        assert_eq!(shown("אב UN-12 גד", Base::RightToLeft), "דג UN-12 בא");
        assert_eq!(shown("in אב 12 גד out", Base::LeftToRight), "in דג 12 בא out");
    }

    #[test]
    fn the_direction_is_the_languages_or_the_first_letters() {
        assert_eq!(Base::of_language("ar-EG"), Base::RightToLeft);
        assert_eq!(Base::of_language("az-Arab"), Base::RightToLeft);
        assert_eq!(Base::of_language("ar-Latn"), Base::LeftToRight);
        assert_eq!(Base::of_language(""), Base::LeftToRight);
        assert!(levels("12 אב", Base::LeftToRight).rtl, "all of it is Hebrew");
        assert!(!levels("KYRGYZSTAN", Base::RightToLeft).rtl, "all of it is Latin");
        assert!(levels("UN אב", Base::RightToLeft).rtl && !levels("UN אב", Base::LeftToRight).rtl);
        assert!(levels("Rita Karasartova היא מגינת", Base::RightToLeft).rtl, "begins with a name in Latin letters");
        assert!(
            !levels("ריטה קרסרטובה is a defender of human rights.", Base::LeftToRight).rtl,
            "begins with a Hebrew name"
        );
        assert!(levels("Rita היא מגינת זכויות אדם מבישקק, UN", Base::LeftToRight).rtl, "most of it is Hebrew");
        assert!(levels("12", Base::RightToLeft).rtl);
    }

    #[test]
    fn plain_text_costs_no_levels() {
        assert_eq!(levels("Dear Prosecutor,", Base::LeftToRight).levels, Vec::<u8>::new());
        assert_eq!(visual_runs(3, &[]), [(0..3, false)]);
        assert_eq!(visual_runs(0, &[]), Vec::new());
    }
}
