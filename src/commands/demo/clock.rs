//! The demo's clock: it stands while the past is written, then runs, and can be put forward.

use std::sync::{Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};

use crate::clock;

/// A clock that the demo sets and the server reads.
#[derive(Debug)]
pub(super) struct DemoClock(Mutex<Hands>);

#[derive(Debug, Clone, Copy)]
enum Hands {
    /// Every look shows the same moment, so that a world of one seed comes out the same.
    Stopped(Timestamp),
    /// Ahead of the machine's clock by so much.
    Running(SignedDuration),
}

impl DemoClock {
    /// Makes a clock that stands.
    pub(super) fn stopped_at(moment: Timestamp) -> Self {
        Self(Mutex::new(Hands::Stopped(moment)))
    }

    /// Shows the moment.
    pub(super) fn read(&self) -> Timestamp {
        match *self.hands() {
            Hands::Stopped(moment) => moment,
            Hands::Running(ahead) => clock::now().saturating_add(ahead).unwrap_or(Timestamp::MAX),
        }
    }

    /// Stops at a moment.
    pub(super) fn stop_at(&self, moment: Timestamp) {
        *self.hands() = Hands::Stopped(moment);
    }

    /// Runs from a moment on.
    pub(super) fn run_from(&self, moment: Timestamp) {
        *self.hands() = Hands::Running(moment.duration_since(clock::now()));
    }

    /// Runs as the machine's clock does.
    pub(super) fn run(&self) {
        *self.hands() = Hands::Running(SignedDuration::ZERO);
    }

    fn hands(&self) -> std::sync::MutexGuard<'_, Hands> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl hotel_server::clock::Clock for DemoClock {
    fn now(&self) -> Timestamp {
        self.read()
    }
}
