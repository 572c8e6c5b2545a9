//! Opaque tokens: random, handed out once, kept as a hash.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

/// A token as it is written in a link or a cookie: 64 hexadecimal digits.
pub(crate) fn written(secret: [u8; 32]) -> String {
    secret.iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// What is kept of a token. None for what cannot be one, so that no nonsense reaches the database. The token is random,
/// so a plain SHA-256 says nothing about it.
pub(crate) fn kept(written: &str) -> Option<Vec<u8>> {
    let plain = written.len() == 64 && written.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    plain.then(|| hash(written))
}

/// SHA-256.
pub(crate) fn hash(text: &str) -> Vec<u8> {
    Sha256::digest(text.as_bytes()).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_kept_as_a_hash_and_nonsense_not_at_all() {
        let token = written([0xa7; 32]);
        assert_eq!(token.len(), 64);
        let kept_bytes = kept(&token).unwrap();
        assert_eq!(kept_bytes.len(), 32);
        assert_ne!(kept_bytes, vec![0xa7; 32]);
        for nonsense in ["", "A7", &token.to_uppercase(), &token[1..], &"z".repeat(64), "'; DROP TABLE session"] {
            assert_eq!(kept(nonsense), None, "{nonsense}");
        }
    }
}
