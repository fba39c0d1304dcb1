//! Streams that are open: how many a principal may have, and when who was sent away comes back.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use hotel_core::ids::UserId;

use crate::failure::{self, Failure};

/// Streams one principal may have open: a screen for every desk of an agency.
pub(super) const STREAMS_MAX: u32 = 20;

/// How long a reader waits before it comes back, in milliseconds; spread, so that a restart is not
/// followed by all readers at once.
const RETRY_MS: std::ops::RangeInclusive<u64> = 1_000..=5_000;

/// The streams that are open, counted by principal.
#[derive(Default)]
pub(crate) struct Streams {
    open: Mutex<HashMap<UserId, u32>>,
    /// What those who have caught up share.
    pub(super) recent: super::recent::Recent,
}

/// The right to one stream; it goes back when dropped.
pub(crate) struct Permit {
    streams: Arc<Streams>,
    user: UserId,
}

impl Streams {
    /// Lets a principal open one more stream.
    pub(crate) fn permit(self: &Arc<Self>, user: UserId) -> Result<Permit, Failure> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let count = open.entry(user).or_default();
        if *count >= STREAMS_MAX {
            let detail = format!("{STREAMS_MAX} event streams are open already");
            return Err(Failure::new(failure::STREAMS, detail).hint("close one of them"));
        }
        *count += 1;
        self.recent.count(true);
        Ok(Permit { streams: Arc::clone(self), user })
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        self.streams.recent.count(false);
        let mut open = self.streams.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = open.get_mut(&self.user) {
            *count -= 1;
            if *count == 0 {
                open.remove(&self.user);
            }
        }
    }
}

/// Throws how long a reader shall wait before it comes back.
pub(super) fn retry() -> Duration {
    let mut random = [0; 8];
    // Without randomness all wait the shortest time, which is no harm.
    let random = getrandom::fill(&mut random).map_or(0, |()| u64::from_le_bytes(random));
    let spread = RETRY_MS.end() - RETRY_MS.start() + 1;
    Duration::from_millis(RETRY_MS.start() + random % spread)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_principal_has_so_many_streams_and_gets_closed_ones_back() {
        let streams = Arc::new(Streams::default());
        let (ann, bob) = (UserId(uuid::Uuid::from_u128(1)), UserId(uuid::Uuid::from_u128(2)));
        let mut permits: Vec<Permit> =
            (0..STREAMS_MAX).map(|_| streams.permit(ann).unwrap()).collect();
        let refused = streams.permit(ann).map(drop).unwrap_err();
        assert_eq!(refused.problem().status, 429);
        drop(streams.permit(bob).unwrap());
        permits.pop();
        assert!(streams.permit(ann).is_ok());
        permits.clear();
        assert!(streams.open.lock().unwrap().is_empty());
    }

    #[test]
    fn readers_come_back_spread_over_time() {
        for _ in 0..100 {
            assert!((1_000..=5_000).contains(&retry().as_millis()));
        }
    }
}
