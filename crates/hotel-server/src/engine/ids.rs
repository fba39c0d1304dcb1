//! Ids of what a batch makes: they follow the engine's clock, and each is above the one before.

use jiff::Timestamp;
use uuid::{ContextV7, Uuid};

/// Makes `UUIDv7`s; one counter for the whole lane keeps those of one millisecond in order.
#[derive(Default)]
pub(super) struct Ids {
    context: ContextV7,
}

impl Ids {
    /// Returns the next id at a moment.
    pub(super) fn next(&self, now: Timestamp) -> Uuid {
        let seconds = u64::try_from(now.as_second()).unwrap_or(0);
        let nanos = u32::try_from(now.subsec_nanosecond()).unwrap_or(0);
        Uuid::new_v7(uuid::Timestamp::from_unix(&self.context, seconds, nanos))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_one_moment_are_in_order() {
        let ids = Ids::default();
        let made: Vec<Uuid> = (0..10_000).map(|_| ids.next(Timestamp::UNIX_EPOCH)).collect();
        assert!(made.is_sorted_by(|one, next| one < next));
    }
}
