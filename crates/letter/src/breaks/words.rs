//! Words in scripts that are written without spaces: the fewest words of a dictionary that make up the text.

use std::ops::Range;
use std::sync::OnceLock;

use harfrust::font::Blob;

use super::unspaced::Unspaced;

/// In the file a word is a byte of this and the number of letters that it shares with the word before it, and the further
/// letters, each a byte: its place in the script's block.
const WORD: u8 = 0x80;
/// A letter that belongs to no word counts as much as so many words.
const UNKNOWN: u32 = 4;
/// The longest stretch that is divided at once, in letters: a long one is divided piece by piece.
const STRETCH: usize = 600;

/// A script's dictionary. It is read when a text first needs it.
pub(crate) struct Words {
    pub script: &'static Unspaced,
    file: Blob,
    table: OnceLock<Table>,
}

impl Words {
    /// The dictionary in a file; none if it is no such file.
    pub fn read(script: &'static Unspaced, file: Blob) -> Option<Self> {
        let table = OnceLock::from(Table::read(file.as_ref().strip_prefix(script.magic)?)?);
        Some(Self { script, file, table })
    }

    /// The dictionary that the crate was built with, if it was. Were it damaged, which a test rules out, it would have no words.
    #[cfg(feature = "embedded-fonts")]
    pub fn carried(script: &'static Unspaced) -> Option<Self> {
        let file = Blob::from(script.carried);
        if script.carried.is_empty() { None } else { Some(Self { script, file, table: OnceLock::new() }) }
    }

    fn table(&self) -> &Table {
        self.table.get_or_init(|| {
            let words = self.file.as_ref().strip_prefix(self.script.magic);
            words.and_then(Table::read).unwrap_or_default()
        })
    }

    /// Where words begin in a text, as byte offsets, the text's beginning left out. Only within stretches of the script's letters.
    pub fn breaks(&self, text: &str) -> Vec<usize> {
        let mut breaks = Vec::new();
        let mut stretch: Vec<(usize, u8)> = Vec::new();
        for (at, character) in text.char_indices().chain([(text.len(), ' ')]) {
            match self.script.letter(character) {
                Some(code) if stretch.len() < STRETCH => stretch.push((at, code)),
                other => {
                    breaks.extend(self.divide(&stretch));
                    stretch.clear();
                    stretch.extend(other.map(|code| (at, code)));
                }
            }
        }
        breaks
    }

    /// Where the words of a stretch begin, without its first.
    fn divide(&self, stretch: &[(usize, u8)]) -> Vec<usize> {
        if stretch.len() < 2 {
            return Vec::new();
        }
        let table = self.table();
        let letters: Vec<u8> = stretch.iter().map(|letter| letter.1).collect();
        // The least cost from each letter to the end, and how far the first step goes.
        let mut best: Vec<(u32, usize)> = vec![(0, 0); letters.len() + 1];
        for at in (0..letters.len()).rev() {
            let rest = letters.get(at..).unwrap_or_default();
            let cost = |step: usize| best.get(at + step).map_or(u32::MAX, |one| one.0);
            let mut choice = (cost(1).saturating_add(UNKNOWN), 1);
            for step in table.lengths(rest) {
                // Of two ways with as few words the one with the longer first word is likelier.
                if self.script.may_divide(&letters, at + step) && cost(step).saturating_add(1) <= choice.0 {
                    choice = (cost(step) + 1, step);
                }
            }
            if let Some(place) = best.get_mut(at) {
                *place = choice;
            }
        }
        let (mut at, mut breaks) = (0, Vec::new());
        while let Some((_, step)) = best.get(at).filter(|one| one.1 > 0) {
            let known = *step > 1;
            at += step;
            // Two unknown letters in a row are one unknown word.
            let known = known || best.get(at).is_some_and(|next| next.1 > 1);
            if let Some((offset, _)) = stretch.get(at).filter(|_| known && self.script.may_divide(&letters, at)) {
                breaks.push(*offset);
            }
        }
        breaks
    }
}

/// Words in the order of their letters.
#[derive(Default)]
struct Table {
    letters: Vec<u8>,
    /// Where each word begins; one more for the end.
    starts: Vec<u32>,
}

impl Table {
    /// The words in a file after what it begins with; none if it is no such file.
    fn read(words: &[u8]) -> Option<Self> {
        let (mut letters, mut starts, mut last): (Vec<u8>, Vec<u32>, Vec<u8>) = (Vec::new(), Vec::new(), Vec::new());
        let mut words = words.chunk_by(|_, next| *next < WORD).peekable();
        words.peek()?;
        for word in words {
            let (head, tail) = word.split_first()?;
            let shared = usize::from(head.checked_sub(WORD)?);
            if shared > last.len() || tail.is_empty() {
                return None;
            }
            last.truncate(shared);
            last.extend_from_slice(tail);
            starts.push(u32::try_from(letters.len()).ok()?);
            letters.extend_from_slice(&last);
        }
        starts.push(u32::try_from(letters.len()).ok()?);
        Some(Self { letters, starts })
    }

    fn count(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    fn word(&self, index: usize) -> &[u8] {
        match self.starts.get(index..index + 2) {
            Some([from, to]) => self.letters.get(*from as usize..*to as usize).unwrap_or_default(),
            _ => &[],
        }
    }

    /// The lengths of all words that the letters begin with, ascending.
    fn lengths(&self, letters: &[u8]) -> Vec<usize> {
        let mut found = Vec::new();
        let (mut low, mut high) = (0, self.count());
        for (at, letter) in letters.iter().enumerate() {
            // Words that are too short come before those that go on.
            low = self.first(low..high, |word| word.get(at).is_none_or(|own| own < letter));
            high = self.first(low..high, |word| word.get(at).is_some_and(|own| own <= letter));
            if low == high {
                break;
            }
            if self.word(low).len() == at + 1 {
                found.push(at + 1);
            }
        }
        found
    }

    /// The first word of a range for which `before` does not hold.
    fn first(&self, range: Range<usize>, before: impl Fn(&[u8]) -> bool) -> usize {
        let (mut low, mut high) = (range.start, range.end);
        while low < high {
            let middle = low + (high - low) / 2;
            if before(self.word(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words").field("file", &self.script.file).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::super::unspaced::UNSPACED;
    use super::*;

    fn words() -> Words {
        Words::read(thai(), Blob::from(&include_bytes!("../../fonts/thai-words.bin")[..])).unwrap()
    }

    fn thai() -> &'static Unspaced {
        &UNSPACED[0]
    }

    fn divided(text: &str) -> String {
        let mut shown = text.to_owned();
        for at in words().breaks(text).into_iter().rev() {
            shown.insert(at, '|');
        }
        shown
    }

    #[test]
    fn thai_divides_between_words() {
        assert_eq!(divided("เรียน ท่านอัยการสูงสุด"), "เรียน ท่าน|อัยการสูงสุด");
        assert_eq!(divided("ขอแสดงความนับถือ"), "ขอแสดงความนับถือ");
        assert_eq!(divided("ข้าพเจ้าเขียนจดหมายฉบับนี้ถึงท่าน"), "ข้าพเจ้า|เขียนจดหมาย|ฉบับ|นี้|ถึง|ท่าน");
    }

    fn divided_by(file: &str, text: &str) -> String {
        let words = Words::carried(UNSPACED.iter().find(|script| script.file == file).unwrap()).unwrap();
        let mut shown = text.to_owned();
        for at in words.breaks(text).into_iter().rev() {
            shown.insert(at, '|');
        }
        shown
    }

    #[test]
    fn khmer_lao_and_burmese_divide_between_words() {
        let samples = [
            ("khmer-words.bin", "មនុស្ស|ទាំងអស់|កើតមក|មាន|សេរីភាព"),
            ("lao-words.bin", "ມະນຸດ|ເກີດ|ມາ|ມີ|ສິດ|ເສລີພາບ"),
            ("burmese-words.bin", "လူ|တိုင်း|သည်|တူညီ|လွတ်လပ်|သော"),
        ];
        let divided = samples.map(|(file, expected)| divided_by(file, &expected.replace('|', "")));
        assert_eq!(divided, samples.map(|(_, expected)| expected));
    }

    #[test]
    fn a_name_that_no_dictionary_has_is_kept_in_one_piece_or_cut_between_syllables() {
        let text = "คาราซาร์โตวา";
        for at in words().breaks(text) {
            let next = text[at..].chars().next().unwrap();
            assert!(!matches!(next, '\u{e30}'..='\u{e3a}' | '\u{e45}'..='\u{e4e}'), "{at}");
        }
    }

    #[test]
    fn what_is_no_dictionary_is_refused() {
        for file in [&b""[..], b"thai-words 1\n", b"thai-words 1\n\x05", b"thai-words 1\n\x85\x05", b"something else"] {
            assert!(Words::read(thai(), Blob::from(file)).is_none());
        }
    }

    #[test]
    fn a_long_text_takes_no_longer_by_the_letter() {
        let text = "กา".repeat(100_000);
        assert!(words().breaks(&text).len() > 10_000);
    }
}
