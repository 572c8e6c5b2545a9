//! The short code on a pack's sheets.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// Crockford's base 32: no I, L, O, U. Source: Douglas Crockford, "Base 32".
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// How many characters it has, without the hyphen.
const LENGTH: usize = 8;

/// A pack's code, such as `K7QF-2M9D`: 40 random bits, so that nobody finds a pack by trying. Typed by people, in capitals
/// or not, with the hyphen or without, `o` for 0 and `i` or `l` for 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PackCode([u8; LENGTH]);

/// The text is not a code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a code has eight letters and digits, such as K7QF-2M9D")]
pub struct NotACode;

impl PackCode {
    /// The code of some random bits; the lowest 40 are used.
    #[must_use]
    pub fn from_random(bits: u128) -> Self {
        let mut code = [b'0'; LENGTH];
        for (place, character) in code.iter_mut().rev().enumerate() {
            *character = ALPHABET[((bits >> (place * 5)) & 31) as usize];
        }
        Self(code)
    }

    /// The code without its hyphen, as it is stored: `K7QF2M9D`.
    #[must_use]
    pub fn plain(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for PackCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, second) = self.plain().split_at(LENGTH / 2);
        write!(f, "{first}-{second}")
    }
}

impl FromStr for PackCode {
    type Err = NotACode;
    fn from_str(text: &str) -> Result<Self, NotACode> {
        let mut code = [b'0'; LENGTH];
        let mut places = code.iter_mut();
        for c in text.chars().filter(|c| !matches!(c, '-' | ' ' | '\u{2010}'..='\u{2015}')) {
            let c = match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let known = ALPHABET.iter().find(|a| char::from(**a) == c).ok_or(NotACode)?;
            *places.next().ok_or(NotACode)? = *known;
        }
        if places.next().is_none() { Ok(Self(code)) } else { Err(NotACode) }
    }
}

impl TryFrom<String> for PackCode {
    type Error = NotACode;
    fn try_from(text: String) -> Result<Self, NotACode> {
        text.parse()
    }
}

impl From<PackCode> for String {
    fn from(code: PackCode) -> Self {
        code.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_code_is_read_back_however_it_is_typed(bits: u128) {
            let code = PackCode::from_random(bits);
            prop_assert_eq!(code.to_string().len(), 9);
            prop_assert_eq!(code.to_string().parse(), Ok(code));
            prop_assert_eq!(code.plain().parse(), Ok(code));
            prop_assert_eq!(format!(" {} ", code.to_string().to_lowercase().replace('-', " ")).parse(), Ok(code));
            prop_assert_eq!(code.to_string().replace('0', "o").replace('1', "l").parse(), Ok(code));
        }

        #[test]
        fn any_text_is_read_or_refused(text in ".{0,20}") {
            let _ = text.parse::<PackCode>();
        }

        #[test]
        fn other_bits_make_another_code(a in 0u128..1 << 40, b in 0u128..1 << 40) {
            prop_assert_eq!(PackCode::from_random(a) == PackCode::from_random(b), a == b);
        }
    }

    #[test]
    fn too_short_too_long_or_with_a_strange_sign_is_none() {
        for text in ["", "K7QF", "K7QF-2M9", "K7QF-2M9D4", "K7QF-2M9U", "K7QF/2M9D"] {
            assert_eq!(text.parse::<PackCode>(), Err(NotACode), "{text}");
        }
        assert_eq!("k7qf–2m9d".parse::<PackCode>().unwrap().to_string(), "K7QF-2M9D");
    }
}
