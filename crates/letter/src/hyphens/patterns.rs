//! A language's patterns, as a file has them: an automaton whose states are letters read so far, and which says at some of them
//! how good it is to divide a word there (after Liang, "Word Hy-phen-a-tion by Com-put-er", 1983).
//!
//! The files are those of the crate hypher 0.1.8 (`fonts/README.md`). It builds them into the program, where a browser would have
//! to fetch all languages for the sake of one.

use harfrust::font::Blob;

/// The patterns of one language. Cloning is cheap.
#[derive(Clone)]
pub(crate) struct Patterns(Blob);

/// A state: where it stands in the file, what it says, and which bytes lead where.
#[derive(Clone, Copy)]
struct State<'f> {
    file: &'f [u8],
    at: usize,
    levels: &'f [u8],
    bytes: &'f [u8],
    targets: &'f [u8],
    /// How many bytes a target has.
    stride: usize,
}

impl Patterns {
    /// The patterns in a file; none if it is no such file.
    pub fn read(file: Blob) -> Option<Self> {
        State::root(file.as_ref())?;
        Some(Self(file))
    }

    /// Where a word may be divided, as byte offsets in ascending order: after `left` letters at the earliest, and before the last
    /// `right` at the latest.
    pub fn points(&self, word: &str, left: usize, right: usize) -> Vec<usize> {
        let Some(root) = State::root(self.0.as_ref()) else { return Vec::new() };
        let dotted = dotted(word);
        // How good it is to divide before each byte of the dotted word: where the number is odd.
        let mut levels = vec![0; dotted.len() + 1];
        let beginnings = dotted.iter().enumerate().filter(|(_, byte)| !is_inside(**byte));
        for (start, _) in beginnings {
            let mut state = root;
            for byte in dotted.get(start..).unwrap_or_default() {
                let Some(next) = state.after(*byte) else { break };
                state = next;
                let mut offset = 0;
                for packed in state.levels {
                    offset += usize::from(packed / 10);
                    if let Some(level) = levels.get_mut(start + offset) {
                        *level = (*level).max(packed % 10);
                    }
                }
            }
        }
        let earliest = word.char_indices().nth(left).map_or(word.len(), |(at, _)| at);
        let latest = word.char_indices().rev().nth(right.saturating_sub(1)).map_or(0, |(at, _)| at);
        // The dot in front is one byte.
        (earliest..=latest).filter(|at| levels.get(at + 1).is_some_and(|level| level % 2 == 1)).collect()
    }
}

impl<'f> State<'f> {
    fn root(file: &'f [u8]) -> Option<Self> {
        let at = u32::from_be_bytes(file.get(..4)?.try_into().ok()?);
        Self::read(file, usize::try_from(at).ok()?)
    }

    /// A byte with what follows: a bit whether there are levels, two for the stride, five for the number of bytes that lead on,
    /// with 31 for a number in a byte of its own; the levels' place, 12 bits, and number, four; the bytes; their targets.
    fn read(file: &'f [u8], at: usize) -> Option<Self> {
        let (head, mut rest) = file.get(at..)?.split_first()?;
        let (stride, mut count) = (usize::from(head >> 5 & 3), usize::from(head & 31));
        if count == 31 {
            let (own, after) = rest.split_first()?;
            (count, rest) = (usize::from(*own), after);
        }
        let mut levels: &[u8] = &[];
        if head >> 7 != 0 {
            let ([high, low], after) = rest.split_first_chunk()?;
            let from = usize::from(*high) << 4 | usize::from(low >> 4);
            (levels, rest) = (file.get(from..from + usize::from(low & 15))?, after);
        }
        let (bytes, rest) = rest.split_at_checked(count)?;
        Some(Self { file, at, levels, bytes, targets: rest.get(..stride * count)?, stride })
    }

    /// The state after one more byte, if any pattern goes on with it.
    fn after(self, byte: u8) -> Option<Self> {
        let index = self.bytes.iter().position(|one| *one == byte)?;
        let target = self.targets.get(self.stride * index..self.stride * (index + 1))?;
        let by = match *target {
            [one] => isize::from(i8::from_be_bytes([one])),
            [one, two] => isize::from(i16::from_be_bytes([one, two])),
            [one, two, three] => (i32::from_be_bytes([0, one, two, three]) - (1 << 23)) as isize,
            _ => return None,
        };
        Self::read(self.file, self.at.checked_add_signed(by)?)
    }
}

/// The word in small letters between dots, which stand for its ends. A letter whose small one has another length stays.
fn dotted(word: &str) -> Vec<u8> {
    let mut dotted = Vec::with_capacity(word.len() + 2);
    dotted.push(b'.');
    for letter in word.chars() {
        let mut small = letter.to_lowercase();
        let letter = match (small.next(), small.next()) {
            (Some(small), None) if small.len_utf8() == letter.len_utf8() => small,
            _ => letter,
        };
        dotted.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
    }
    dotted.push(b'.');
    dotted
}

/// Whether a byte goes on with the letter that began before it.
const fn is_inside(byte: u8) -> bool {
    byte & 0xc0 == 0x80
}

#[cfg(test)]
#[cfg(feature = "hyphens")]
mod tests {
    use hypher::Lang;

    use super::*;
    use crate::hyphens::LANGUAGES;

    #[test]
    fn words_are_divided_as_by_the_crate_that_the_files_come_from() {
        let words = concat!(
            "Menschenrechtsverteidigerin Überprüfungsverfahren mensenrechtenverdediger gevangenisstraf supervision extraordinary ",
            "condamnation avocate condenada derechos carcerazione więzienia sprawiedliwość constituição правозащитница ",
            "заключённых ув'язнення правозахисниця δικαιωμάτων φυλακισμένη a ab straße İstanbul naïve coöperatie o'clock",
        );
        let others = [
            ("de", Lang::German),
            ("el", Lang::Greek),
            ("en", Lang::English),
            ("es", Lang::Spanish),
            ("fr", Lang::French),
            ("it", Lang::Italian),
            ("nl", Lang::Dutch),
            ("pl", Lang::Polish),
            ("pt", Lang::Portuguese),
            ("ru", Lang::Russian),
            ("uk", Lang::Ukrainian),
        ];
        assert_eq!(others.map(|other| other.0).to_vec(), LANGUAGES.map(|language| language.0).to_vec());
        for (lang, other) in others {
            let file = LANGUAGES.iter().find(|one| one.0 == lang).unwrap().2;
            let patterns = Patterns::read(Blob::from(file)).unwrap();
            for word in words.split(' ') {
                let mut at = 0;
                let mut points: Vec<usize> = hypher::hyphenate_bounded(word, other, 2, 3)
                    .map(|syllable| {
                        at += syllable.len();
                        at
                    })
                    .collect();
                points.pop();
                assert_eq!(patterns.points(word, 2, 3), points, "{lang}: {word}");
            }
        }
    }

    #[test]
    fn a_file_that_is_no_such_file_does_no_harm() {
        assert!(Patterns::read(Blob::from(&b""[..])).is_none() && Patterns::read(Blob::from(&b"font"[..])).is_none());
        let german = LANGUAGES[0].2;
        for (at, cut) in [(4, 1_000), (0, 90_000), (100, 206_000)] {
            let mut damaged = german[..cut].to_vec();
            damaged[at..at + 40].iter_mut().for_each(|byte| *byte = byte.wrapping_mul(31).wrapping_add(7));
            if let Some(patterns) = Patterns::read(Blob::from(damaged)) {
                let points = patterns.points("Menschenrechtsverteidigerin", 2, 3);
                assert!(points.iter().all(|point| (2..=24).contains(point)));
            }
        }
    }
}
