//! The clock: the only place of the server that reads it.

use jiff::Timestamp;

/// Tells the time.
pub trait Clock: Send + Sync + 'static {
    /// Returns the moment.
    fn now(&self) -> Timestamp;

    /// Tells whether another clock goes before this one where several machines have to agree.
    fn yields(&self) -> bool {
        false
    }
}

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the place that reads the clock")]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn yields(&self) -> bool {
        true
    }
}
