//! What the engine tells of its pace: a few counts a batch, none a command.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use prometheus_client::encoding::{EncodeLabelSet, LabelSetEncoder};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};

use hotel_core::event::Event;
use hotel_core::verb::BookingVerb;

use super::{Answer, EngineError};

/// Seconds that a command may wait or a commit take: from a tenth of a millisecond to 10 s.
const SECONDS: [f64; 12] =
    [0.000_1, 0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 10.0];

/// Commands in a batch.
const LENGTHS: [f64; 11] = [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0, 512.0, 1_024.0];

/// What became of a command.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum Outcome {
    Decided,
    Refused,
    Replayed,
    Failed,
}

impl EncodeLabelSet for Outcome {
    fn encode(&self, encoder: &mut LabelSetEncoder<'_>) -> Result<(), fmt::Error> {
        let name = match self {
            Self::Decided => "decided",
            Self::Refused => "refused",
            Self::Replayed => "replayed",
            Self::Failed => "failed",
        };
        [("outcome", name)].encode(encoder)
    }
}

/// The engine's counts; cheap to clone.
#[derive(Clone, Debug)]
pub(crate) struct Gauges {
    queue_age: Histogram,
    batch_len: Histogram,
    commit: Histogram,
    commands: Family<Outcome, Counter>,
    expired: Counter,
    /// When the last event was written down, in milliseconds; none yet is 0.
    recorded_ms: Arc<AtomicI64>,
}

impl Default for Gauges {
    fn default() -> Self {
        let commands = Family::default();
        for outcome in [Outcome::Decided, Outcome::Refused, Outcome::Replayed, Outcome::Failed] {
            // There from the start, so that a rate over it is never without a beginning.
            drop(commands.get_or_create(&outcome));
        }
        Self {
            queue_age: Histogram::new(SECONDS),
            batch_len: Histogram::new(LENGTHS),
            commit: Histogram::new(SECONDS),
            commands,
            expired: Counter::default(),
            recorded_ms: Arc::default(),
        }
    }
}

impl Gauges {
    /// Names the counts for those who ask for them.
    pub(crate) fn register(&self, registry: &mut Registry) {
        let seconds = || Unit::Seconds;
        registry.register_with_unit(
            "engine_queue_age",
            "How long the oldest command had waited when its batch was taken",
            seconds(),
            self.queue_age.clone(),
        );
        registry.register_with_unit(
            "engine_commit",
            "How long the commit of a batch took",
            seconds(),
            self.commit.clone(),
        );
        registry.register("engine_batch_commands", "Commands in a batch", self.batch_len.clone());
        registry.register("engine_commands", "Commands by outcome", self.commands.clone());
        registry.register("holds_expired", "Holds that ran out", self.expired.clone());
    }

    /// Counts a batch that was taken from the queue.
    pub(super) fn taken(&self, age: Duration, len: usize) {
        self.queue_age.observe(age.as_secs_f64());
        self.batch_len.observe(f64::from(u32::try_from(len).unwrap_or(u32::MAX)));
    }

    /// Counts a commit.
    pub(super) fn committed(&self, took: Duration) {
        self.commit.observe(took.as_secs_f64());
    }

    /// Counts what the commands of a batch came to.
    pub(super) fn answered(&self, answers: &[Result<Answer, EngineError>]) {
        let mut counts = [0; 4];
        for answer in answers {
            let outcome = match answer {
                Ok(answer) if answer.replayed => Outcome::Replayed,
                Ok(answer) if answer.status < 400 => Outcome::Decided,
                Ok(_) | Err(EngineError::KeyReused | EngineError::Busy) => Outcome::Refused,
                Err(EngineError::Failed | EngineError::Unavailable) => Outcome::Failed,
            };
            counts[outcome as usize] += 1;
        }
        for outcome in [Outcome::Decided, Outcome::Refused, Outcome::Replayed, Outcome::Failed] {
            if counts[outcome as usize] > 0 {
                self.commands.get_or_create(&outcome).inc_by(counts[outcome as usize]);
            }
        }
    }

    /// Looks at what another instance has committed, which counts it.
    pub(crate) fn followed(&self, events: &[Event]) {
        if let Some(last) = events.last() {
            self.recorded_ms.store(last.recorded_at.as_millisecond(), Ordering::Relaxed);
        }
    }

    /// Looks at what was committed.
    pub(super) fn published(&self, events: &[Event]) {
        self.followed(events);
        let is_expiry = |event: &&Event| {
            event.data.as_booking().is_some_and(|change| change.verb == BookingVerb::Expired)
        };
        let count = events.iter().filter(is_expiry).count();
        if count > 0 {
            self.expired.inc_by(u64::try_from(count).unwrap_or(u64::MAX));
        }
    }

    /// Returns when the last event since the start was written down, in milliseconds since 1970.
    pub(crate) fn recorded_ms(&self) -> Option<i64> {
        Some(self.recorded_ms.load(Ordering::Relaxed)).filter(|moment| *moment > 0)
    }
}
