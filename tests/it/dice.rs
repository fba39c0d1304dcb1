//! Numbers that look random and are the same for the same seed, and numbers from the environment.

pub(crate) use hotel_rig::Dice;

/// Returns a number from the environment.
pub(crate) fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}
