//! Scripts that are written without spaces between words: the files of their words, and where syllables may be parted.

/// A script whose lines are broken between the words of a dictionary.
#[derive(Debug)]
pub(crate) struct Unspaced {
    /// The dictionary's file (`fonts/README.md`).
    pub file: &'static str,
    /// What that file begins with.
    pub magic: &'static [u8],
    /// The file, if the crate was built with it.
    #[cfg(feature = "embedded-fonts")]
    pub carried: &'static [u8],
    /// The first code point of the script's block in Unicode, of which the first 128 are letters here.
    block: u32,
    /// Whether a letter hangs on the one before it: a vowel, a mark, a sign.
    hangs: fn(u8) -> bool,
    /// Whether a letter holds on to the one after it: a vowel that is written before its consonant, a sign that joins two.
    leads: fn(u8) -> bool,
    /// Whether a letter that these follow ends the syllable before it: a consonant that is silenced, or stands above the next.
    ends: fn(&[u8]) -> bool,
}

#[cfg(feature = "embedded-fonts")]
macro_rules! carried {
    ($file:literal) => {{
        #[cfg(feature = "embedded-scripts")]
        const FILE: &[u8] = include_bytes!(concat!("../../fonts/", $file));
        #[cfg(not(feature = "embedded-scripts"))]
        const FILE: &[u8] = &[];
        FILE
    }};
}

/// The scripts.
pub(crate) const UNSPACED: &[Unspaced] = &[
    Unspaced {
        file: "thai-words.bin",
        magic: b"thai-words 1\n",
        #[cfg(feature = "embedded-fonts")]
        carried: carried!("thai-words.bin"),
        block: 0xe00,
        hangs: |letter| matches!(letter, 0x2f..=0x3a | 0x45..=0x4e),
        leads: |letter| matches!(letter, 0x40..=0x44),
        ends: |_| false,
    },
    Unspaced {
        file: "khmer-words.bin",
        magic: b"khmer-words 1\n",
        #[cfg(feature = "embedded-fonts")]
        carried: carried!("khmer-words.bin"),
        block: 0x1780,
        hangs: |letter| matches!(letter, 0x34..=0x53),
        // COENG: the next consonant stands below.
        leads: |letter| letter == 0x52,
        ends: |_| false,
    },
    Unspaced {
        file: "lao-words.bin",
        magic: b"lao-words 1\n",
        #[cfg(feature = "embedded-fonts")]
        carried: carried!("lao-words.bin"),
        block: 0xe80,
        hangs: |letter| matches!(letter, 0x2f..=0x3d | 0x46..=0x4e),
        leads: |letter| matches!(letter, 0x40..=0x44),
        ends: |_| false,
    },
    Unspaced {
        file: "burmese-words.bin",
        magic: b"burmese-words 1\n",
        #[cfg(feature = "embedded-fonts")]
        carried: carried!("burmese-words.bin"),
        block: 0x1000,
        hangs: |letter| matches!(letter, 0x2b..=0x3e),
        // VIRAMA: the next consonant stands below.
        leads: |letter| letter == 0x39,
        // ASAT silences, with or without a dot below before it; VIRAMA joins.
        ends: |after| matches!(after, [0x39 | 0x3a, ..] | [0x37, 0x3a, ..]),
    },
];

impl Unspaced {
    /// The script's letter as the dictionary writes it: its place in the block. None for a letter of another script, and for
    /// figures and stops.
    pub fn letter(&self, character: char) -> Option<u8> {
        let place = u32::from(character).checked_sub(self.block).filter(|place| *place < 0x80)?;
        if needs_dictionary(character) { u8::try_from(place).ok() } else { None }
    }

    /// Whether a word may begin at this place: never within a syllable.
    pub fn may_divide(&self, letters: &[u8], at: usize) -> bool {
        let hangs = letters.get(at).is_some_and(|next| (self.hangs)(*next));
        let leads = at.checked_sub(1).and_then(|last| letters.get(last)).is_some_and(|last| (self.leads)(*last));
        let ends = letters.get(at + 1..).is_some_and(self.ends);
        !hangs && !leads && !ends
    }
}

/// The letters of Thai, Lao, Burmese and Khmer: the line breaking class SA, all of three bytes.
pub(crate) const fn needs_dictionary(character: char) -> bool {
    matches!(character,
        '\u{e01}'..='\u{e3a}' | '\u{e40}'..='\u{e4e}' | '\u{e80}'..='\u{ecf}' | '\u{edc}'..='\u{edf}'
        | '\u{1000}'..='\u{103f}' | '\u{1050}'..='\u{108f}' | '\u{1780}'..='\u{17d3}')
}
