//! Digests that are the same on every machine and in every version.

use std::fmt;

use sha2::{Digest as _, Sha256};

/// The SHA-256 of some parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Digest([u8; 32]);

/// The digest of `parts`, each with its length, so that no two lists of parts look alike.
pub(crate) fn digest(parts: &[&[u8]]) -> Digest {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update((part.len() as u64).to_be_bytes());
        hasher.update(part);
    }
    Digest(hasher.finalize().into())
}

/// The SHA-256 of `bytes` in Base64, as browsers name a script.
pub(crate) fn sha256_in_base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digest: [u8; 32] = Sha256::digest(bytes).into();
    let mut text = String::new();
    for chunk in digest.chunks(3) {
        let group = chunk.iter().chain([&0; 3]).take(3);
        let number = group.fold(0_u32, |number, byte| number << 8 | u32::from(*byte));
        for place in 0..4 {
            let letter = char::from(LETTERS[(number >> (18 - 6 * place)) as usize & 63]);
            text.push(if place > chunk.len() { '=' } else { letter });
        }
    }
    text
}

impl Digest {
    /// Its first eight bytes as a number.
    pub(crate) fn first_eight(self) -> u64 {
        self.0.iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_is_named_as_browsers_name_it() {
        let expected = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
        assert_eq!(sha256_in_base64(b""), expected);
    }
}
