//! Chance that repeats: the same seed throws the same numbers on every machine and in every version.

/// The generator `SplitMix64` of Steele, Lea and Flood (2014): one addition and three mixing steps a
/// number. Good enough to scatter a sample world; nothing secret comes of it.
#[derive(Debug, Clone)]
pub(super) struct Dice(u64);

impl Dice {
    /// Makes the dice of a seed.
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Makes dice of their own for one thing, so that a change of one moves no other.
    pub(super) fn of(seed: u64, thing: &str) -> Self {
        // FNV-1a spreads neighbouring names over all 64 bits.
        let named = thing.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Self::new(seed ^ named)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Throws a number below `end`; 0 where there is none.
    pub(super) fn below(&mut self, end: u32) -> u32 {
        // The high half scaled down: its bias is below one in four thousand million.
        let scaled = (self.next() >> 32) * u64::from(end);
        u32::try_from(scaled >> 32).unwrap_or(0)
    }

    /// Throws a number between two, both included.
    pub(super) fn between(&mut self, first: i32, last: i32) -> i32 {
        let count = u32::try_from(last - first + 1).unwrap_or(0);
        first + i32::try_from(self.below(count)).unwrap_or(0)
    }

    /// Comes true `percent` times in a hundred.
    pub(super) fn chance(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    /// Picks one of several.
    pub(super) fn pick<'a, T>(&mut self, choices: &'a [T]) -> Option<&'a T> {
        let count = u32::try_from(choices.len()).unwrap_or(u32::MAX);
        choices.get(usize::try_from(self.below(count)).unwrap_or(0))
    }
}
