//! Keys and names that differ from booking to booking: `UUIDv7` as real clients make them, many
//! within a millisecond and in no order there, and names that no index finds in order.

use std::time::Instant;

use jiff::Timestamp;

/// `SplitMix64`: good enough to spread, and nothing else is asked of it.
#[derive(Clone, Debug)]
pub(crate) struct Dice(u64);

impl Dice {
    /// Makes dice that fall the same for the same seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Rolls.
    pub(crate) fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// Rolls a number below another.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end.max(1)).unwrap_or(u64::MAX);
        usize::try_from(self.roll() % end).unwrap_or(0)
    }

    /// Rolls a name: a capital, then small letters.
    pub(crate) fn name<const LENGTH: usize>(&mut self) -> [u8; LENGTH] {
        let mut rest = self.roll();
        let mut letters = [0; LENGTH];
        for (place, letter) in letters.iter_mut().enumerate() {
            let first = if place == 0 { b'A' } else { b'a' };
            *letter = first + u8::try_from(rest % 26).unwrap_or(0);
            rest /= 26;
        }
        letters
    }
}

/// Makes `UUIDv7`s.
#[derive(Clone, Debug)]
pub(crate) struct Keys {
    began: Instant,
    began_ms: u64,
    dice: Dice,
}

impl Keys {
    /// Makes a source of keys from a moment on; each run needs a seed of its own.
    pub(crate) fn new(now: Timestamp, seed: u64) -> Self {
        let began_ms = u64::try_from(now.as_millisecond()).unwrap_or(0);
        Self { began: Instant::now(), began_ms, dice: Dice::new(seed) }
    }

    /// Returns the next key as text.
    pub(crate) fn next(&mut self) -> [u8; 36] {
        let elapsed = u64::try_from(self.began.elapsed().as_millis()).unwrap_or(0);
        let (high, low) = (self.dice.roll(), self.dice.roll());
        written(self.began_ms + elapsed, high, low)
    }
}

/// Writes a `UUIDv7` of a millisecond and random bits.
fn written(millisecond: u64, high: u64, low: u64) -> [u8; 36] {
    let first = (millisecond << 16) | 0x7000 | (high & 0x0FFF);
    let second = (low & 0x3FFF_FFFF_FFFF_FFFF) | 0x8000_0000_0000_0000;
    let mut text = [b'-'; 36];
    let number = (u128::from(first) << 64) | u128::from(second);
    uuid::Uuid::from_u128(number).as_hyphenated().encode_lower(&mut text);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_a_uuid_of_version_7_that_holds_its_millisecond() {
        let text = written(1_700_000_000_123, u64::MAX, u64::MAX);
        let key = uuid::Uuid::try_parse_ascii(&text).unwrap();
        assert_eq!(key.get_version_num(), 7);
        assert_eq!(key.get_variant(), uuid::Variant::RFC4122);
        assert_eq!(key.get_timestamp().unwrap().to_unix(), (1_700_000_000, 123_000_000));
    }

    #[test]
    fn keys_differ() {
        let mut keys = Keys::new(Timestamp::UNIX_EPOCH, 1);
        let made: std::collections::HashSet<_> = (0..10_000).map(|_| keys.next()).collect();
        assert_eq!(made.len(), 10_000);
    }

    #[test]
    fn names_are_letters() {
        let name: [u8; 8] = Dice::new(3).name();
        assert!(name[0].is_ascii_uppercase());
        assert!(name[1..].iter().all(u8::is_ascii_lowercase));
    }
}
