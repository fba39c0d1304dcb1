//! Who is about to come back: callers who were just answered ask again within a moment, and a batch
//! that waits for them costs all of them less than many small ones.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// The longest that a batch waits.
const PATIENCE_MAX: Duration = Duration::from_millis(20);

/// How often it is looked who has come. To be woken by each of them would cost more than it gains.
const LOOK_EVERY: Duration = Duration::from_micros(250);

/// One in so many is forgotten with every batch that is smaller.
const FORGOTTEN: usize = 16;

/// The callers of a lane, as its last batches let them be seen.
#[derive(Debug, Default)]
pub(super) struct Crowd {
    callers: usize,
    patience: Duration,
}

impl Crowd {
    /// Returns how many commands make a batch worth its while: half of the crowd, since the rest is
    /// being answered or on its way. Who is alone, or one of three, waits for nobody.
    fn quorum(&self) -> usize {
        self.callers / 2
    }

    /// Waits until enough commands wait, but no longer than the last batch took.
    pub(super) fn gather(&self, waiting: &AtomicUsize) {
        let since = Instant::now();
        while waiting.load(Ordering::Relaxed) < self.quorum() && since.elapsed() < self.patience {
            std::thread::sleep(LOOK_EVERY);
        }
    }

    /// Learns from a batch: its commands, and how long it took.
    pub(super) fn learn(&mut self, commands: usize, took: Duration) {
        let kept = self.callers - self.callers.div_ceil(FORGOTTEN);
        self.callers = commands.max(kept);
        self.patience = took.min(PATIENCE_MAX);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOOK: Duration = Duration::from_millis(2);

    fn after(batches: impl IntoIterator<Item = usize>) -> Crowd {
        let mut crowd = Crowd::default();
        for commands in batches {
            crowd.learn(commands, TOOK);
        }
        crowd
    }

    #[test]
    fn nobody_is_waited_for_by_the_first_and_by_the_lone() {
        for crowd in [Crowd::default(), after([1]), after([1, 3])] {
            assert!(crowd.quorum() <= 1, "{crowd:?}");
        }
    }

    #[test]
    fn half_of_a_crowd_is_waited_for_and_forgotten_when_it_has_gone() {
        assert_eq!(after([100]).quorum(), 50);
        assert_eq!(after([100, 60]).quorum(), 46);
        assert!(after([100].into_iter().chain([1; 60])).quorum() <= 1);
    }

    #[test]
    fn patience_ends() {
        let mut crowd = after([100]);
        crowd.gather(&AtomicUsize::new(1));
        crowd.learn(100, Duration::from_mins(1));
        assert_eq!(crowd.patience, PATIENCE_MAX);
    }
}
