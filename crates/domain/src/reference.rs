//! The reference on a receipt: the action's own id, written so that a person can read it out.
//!
//! 26 characters of Crockford's base 32 (no I, L, O, U), in groups of five. It carries the 74 random bits of the
//! client's UUIDv7, so it cannot be guessed, and nothing has to be stored for it.
//! Source of the alphabet: Douglas Crockford, "Base 32".

use uuid::Uuid;

const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Writes the reference of an action.
#[must_use]
pub fn write(id: Uuid) -> String {
    let bits = id.as_u128();
    (0..26).rev().map(|place| char::from(ALPHABET[((bits >> (place * 5)) & 31) as usize])).collect()
}

/// Reads a reference back, in capitals or not, with or without hyphens and spaces, `o` for 0 and `i` or `l` for 1.
#[must_use]
pub fn read(text: &str) -> Option<Uuid> {
    let mut bits: u128 = 0;
    let mut places = 0;
    for c in text.chars().filter(|c| !matches!(c, '-' | ' ')) {
        let c = match c.to_ascii_lowercase() {
            'o' => '0',
            'i' | 'l' => '1',
            other => other,
        };
        let value = ALPHABET.iter().position(|a| char::from(*a) == c)?;
        if places == 0 && value > 7 {
            return None;
        }
        bits = (bits << 5) | u128::try_from(value).ok()?;
        places += 1;
    }
    (places == 26).then(|| Uuid::from_u128(bits))
}

/// The reference in groups of five, for reading out.
#[must_use]
pub fn grouped(reference: &str) -> String {
    let letters: Vec<char> = reference.chars().collect();
    letters.chunks(5).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_id_survives(bits: u128) {
            let id = Uuid::from_u128(bits);
            let reference = write(id);
            prop_assert_eq!(reference.len(), 26);
            prop_assert_eq!(read(&reference), Some(id));
            prop_assert_eq!(read(&grouped(&reference).to_uppercase()), Some(id));
        }

        #[test]
        fn any_text_is_read_or_refused(text in ".{0,40}") {
            let _ = read(&text);
        }
    }

    #[test]
    fn letters_that_look_like_digits_are_understood() {
        let reference = write(Uuid::from_u128(1));
        assert_eq!(read(&reference.replace('0', "O").replace('1', "l")), Some(Uuid::from_u128(1)));
    }
}
