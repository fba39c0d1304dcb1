//! When a letter that was not taken is tried again.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

/// The pause before the second attempt.
const PAUSE_FIRST: Duration = Duration::from_secs(1);

/// The longest pause between two attempts.
const PAUSE_MAX: Duration = Duration::from_hours(1);

/// How long a letter is tried: a weekend, as Standard Webhooks advises.
pub(crate) const TRIED_FOR_MAX: SignedDuration = SignedDuration::from_hours(72);

/// Returns the pause after so many attempts: twice the one before, up to an hour, and up to a quarter more
/// by chance (0 to 255), so that letters that failed together do not come together again.
pub(crate) fn pause_after(attempts: u32, chance: u8) -> Duration {
    let doublings = attempts.saturating_sub(1).min(31);
    let pause = PAUSE_FIRST.saturating_mul(1 << doublings).min(PAUSE_MAX);
    pause + pause * u32::from(chance) / 1_024
}

/// Returns when a letter is tried next; none if it was tried for long enough. A target may ask to be left
/// alone for longer, up to the longest pause.
pub(crate) fn next_try(
    (tried_first_at, now): (Timestamp, Timestamp),
    attempts: u32,
    asked: Option<Duration>,
    chance: u8,
) -> Option<Timestamp> {
    if now.duration_since(tried_first_at) >= TRIED_FOR_MAX {
        return None;
    }
    let asked = asked.unwrap_or_default().min(PAUSE_MAX);
    let pause = pause_after(attempts, chance).max(asked);
    Some(now.saturating_add(pause).unwrap_or(Timestamp::MAX))
}
