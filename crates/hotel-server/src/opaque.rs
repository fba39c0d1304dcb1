//! Opaque text: bytes as unpadded base64url (RFC 4648, section 5), fit for a URL. Knows no meaning.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Writes bytes as text.
pub(crate) fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let word = (0..3).fold(0_u32, |word, place| {
            (word << 8) | chunk.get(place).map_or(0, |byte| u32::from(*byte))
        });
        for place in 0..=chunk.len() {
            let digit = (word >> (18 - 6 * place)) & 63;
            text.push(char::from(ALPHABET[digit as usize]));
        }
    }
    text
}

/// Reads what `encode` wrote, and nothing else: every text has at most one reading.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 2);
    for chunk in text.as_bytes().chunks(4) {
        let mut word = 0_u32;
        for place in 0..4 {
            let digit = chunk.get(place).map_or(Some(0), |letter| digit(*letter))?;
            word = (word << 6) | digit;
        }
        let [_, decoded @ ..] = word.to_be_bytes();
        let (kept, rest) = decoded.split_at(chunk.len().checked_sub(1)?);
        if chunk.len() == 1 || rest.iter().any(|byte| *byte != 0) {
            return None;
        }
        bytes.extend_from_slice(kept);
    }
    Some(bytes)
}

fn digit(letter: u8) -> Option<u32> {
    let place = ALPHABET.iter().position(|known| *known == letter)?;
    u32::try_from(place).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let bytes: Vec<u8> = (0..=255).rev().collect();
        for len in 0..bytes.len() {
            let text = encode(&bytes[..len]);
            assert!(text.bytes().all(|letter| ALPHABET.contains(&letter)));
            assert_eq!(decode(&text).expect("readable"), bytes[..len]);
        }
        assert_eq!(encode(b"hotel"), "aG90ZWw");
    }

    #[test]
    fn nothing_else_is_read() {
        for text in ["a", "aG90ZWx", "aG90ZWw=", "aG 0", "ä"] {
            assert_eq!(decode(text), None, "{text}");
        }
    }
}
