//! Booking codes: a keyed permutation of a plain count, so that codes never collide, need no index
//! of their own and can't be guessed from one another.

use hmac::{Hmac, KeyInit as _, Mac as _};
use hotel_core::ids::{BookingCode, LONG_CODES, SHORT_CODES};
use sha2::Sha256;

/// Rounds of the Feistel network; four suffice for a pseudorandom permutation (Luby and Rackoff).
const ROUNDS: u8 = 6;

/// Turns booking numbers into codes and back.
#[derive(Clone)]
pub struct Codes {
    // Keyed once: a round clones it, rather than hash the key again.
    mac: Option<Hmac<Sha256>>,
}

impl std::fmt::Debug for Codes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Codes")
    }
}

impl Codes {
    /// Makes the permutation of a key.
    pub fn new(key: [u8; 32]) -> Self {
        Self { mac: Hmac::new_from_slice(&key).ok() }
    }

    /// Returns the code of a booking number; none once all codes are spent.
    pub fn code(&self, number: u64) -> Option<BookingCode> {
        if number < SHORT_CODES {
            BookingCode::from_value(self.permute(number, 17, 18, false))
        } else if number < SHORT_CODES + LONG_CODES {
            let value = self.permute(number - SHORT_CODES, 22, 23, false);
            BookingCode::from_value(SHORT_CODES + value)
        } else {
            None
        }
    }

    /// Returns the booking number of a code.
    pub fn number(&self, code: BookingCode) -> u64 {
        match code.value().checked_sub(SHORT_CODES) {
            None => self.permute(code.value(), 17, 18, true),
            Some(value) => SHORT_CODES + self.permute(value, 22, 23, true),
        }
    }

    /// A Feistel network over an uneven split: each round changes one half by the other.
    fn permute(&self, value: u64, left_bits: u32, right_bits: u32, inverse: bool) -> u64 {
        let (left_mask, right_mask) = ((1 << left_bits) - 1, (1 << right_bits) - 1);
        let mut left = value >> right_bits;
        let mut right = value & right_mask;
        for step in 0..ROUNDS {
            let round = if inverse { ROUNDS - 1 - step } else { step };
            if round % 2 == 0 {
                left ^= self.round(round, left_bits, right) & left_mask;
            } else {
                right ^= self.round(round, left_bits, left) & right_mask;
            }
        }
        (left << right_bits) | right
    }

    fn round(&self, round: u8, width: u32, half: u64) -> u64 {
        let Some(mut mac) = self.mac.clone() else { return 0 };
        mac.update(&[round]);
        mac.update(&width.to_le_bytes());
        mac.update(&half.to_le_bytes());
        let digest = mac.finalize().into_bytes();
        digest.iter().take(8).fold(0, |word, byte| (word << 8) | u64::from(*byte))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_leads_back_to_its_number() {
        let codes = Codes::new([7; 32]);
        let numbers = (0..2_000)
            .chain(SHORT_CODES - 1_000..SHORT_CODES + 1_000)
            .chain([SHORT_CODES + LONG_CODES - 1]);
        let mut seen = std::collections::HashSet::new();
        for number in numbers {
            let code = codes.code(number).expect("a code");
            assert_eq!(codes.number(code), number);
            assert!(seen.insert(code), "{code} was given twice");
        }
        assert!(codes.code(SHORT_CODES + LONG_CODES).is_none());
    }

    #[test]
    fn neighbours_do_not_look_alike() {
        let codes = Codes::new([7; 32]);
        let first = codes.code(1).expect("a code").to_string();
        let second = codes.code(2).expect("a code").to_string();
        let same = first.chars().zip(second.chars()).filter(|(a, b)| a == b).count();
        assert!(same < 4, "{first} {second}");
    }
}
