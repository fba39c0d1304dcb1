//! Chance, for pauses that spread those who failed together.

/// Throws what makes the pauses of one process differ from those of another.
pub(crate) fn seed() -> u64 {
    let mut thrown = [0; 8];
    // Without randomness all wait alike, which is no harm to one of them.
    getrandom::fill(&mut thrown).map_or(0, |()| u64::from_le_bytes(thrown))
}

/// Throws a die of 256 sides.
pub(crate) fn chance() -> u8 {
    seed().to_le_bytes()[0]
}
