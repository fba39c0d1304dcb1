//! The newest events, read from the log and written once for all who follow. A stream at the end of
//! the feed takes them from here; one that is behind reads the log itself, so that nobody misses any.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{Mutex as Turn, watch};
use tokio::time::Instant;

use super::frame::Told;
use super::{BYTES_MAX, PAGE};
use crate::state::App;
use crate::store::{EventBatch, EventFilter, StoreError};

/// Events that are kept: seconds of a busy house, so that a stream that was held up for a moment need not
/// read the log on its own.
const LEN_MAX: usize = 4_096;

/// Bytes of frames that are kept.
const KEPT_BYTES_MAX: usize = 8 * 1024 * 1024;

/// Events read at once.
const READ_LEN_MAX: u32 = 1_000;

/// How long a stream takes to be woken and to send: so long for each, there is a pause between two
/// readings, since more often they could not all be served. 1,000 streams hear of an event 20 ms later.
const PAUSE_EACH: Duration = Duration::from_micros(20);

/// The longest pause.
const PAUSE_MAX: Duration = Duration::from_millis(50);

/// A pause that is not worth setting an alarm for.
const PAUSE_MIN: Duration = Duration::from_millis(1);

/// The newest events.
pub(crate) struct Recent {
    ring: Mutex<Ring>,
    /// Up to where the ring reaches.
    end: watch::Sender<u64>,
    /// Whose turn it is to read on, and when that was done last.
    turn: Turn<Option<Instant>>,
    followers: AtomicUsize,
}

/// The events after one position, up to another.
#[derive(Default)]
struct Ring {
    start: u64,
    end: u64,
    told: VecDeque<Told>,
    bytes: usize,
}

impl Ring {
    fn push(&mut self, told: Told) {
        self.bytes += told.frame.len();
        self.told.push_back(told);
        while self.told.len() > LEN_MAX || self.bytes > KEPT_BYTES_MAX && self.told.len() > 1 {
            let Some(oldest) = self.told.pop_front() else { break };
            self.bytes -= oldest.frame.len();
            self.start = oldest.position;
        }
    }
}

/// A stretch of the feed, as a stream takes it.
pub(super) struct Stretch {
    /// What passes its filter.
    pub(super) told: Vec<Told>,
    /// Up to where it was looked at.
    pub(super) to: u64,
}

impl Default for Recent {
    fn default() -> Self {
        Self {
            ring: Mutex::default(),
            end: watch::Sender::new(0),
            turn: Turn::default(),
            followers: AtomicUsize::new(0),
        }
    }
}

impl Recent {
    /// Counts a stream in or out.
    pub(super) fn count(&self, is_in: bool) {
        if is_in {
            self.followers.fetch_add(1, Ordering::Relaxed);
        } else {
            self.followers.fetch_sub(1, Ordering::Relaxed);
        }
    }

    fn ring(&self) -> MutexGuard<'_, Ring> {
        self.ring.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns what follows on a position and passes a filter, no more than a stream may have waiting;
    /// none where only the log knows.
    pub(super) fn after(&self, position: u64, filter: &EventFilter) -> Option<Stretch> {
        let ring = self.ring();
        if position < ring.start {
            return None;
        }
        let from = ring.told.partition_point(|told| told.position <= position);
        let (mut told, mut bytes) = (Vec::new(), 0);
        for one in ring.told.range(from..) {
            if one.passes(filter) {
                bytes += one.frame.len();
                let is_full = told.len() == PAGE || bytes > BYTES_MAX && !told.is_empty();
                if is_full {
                    // What follows on the last one is for the next time.
                    let to = told.last().map_or(position, |last: &Told| last.position);
                    return Some(Stretch { told, to });
                }
                told.push(one.clone());
            }
        }
        Some(Stretch { told, to: position.max(ring.end) })
    }

    /// Waits until there is something after a position. Whoever comes first reads on for all.
    pub(super) async fn beyond(
        &self,
        position: u64,
        head: &mut watch::Receiver<u64>,
        app: &App,
    ) -> Result<(), StoreError> {
        let mut end = self.end.subscribe();
        loop {
            if *end.borrow_and_update() > position {
                return Ok(());
            }
            let reaches_to = *head.borrow_and_update();
            if reaches_to <= position {
                head.changed().await.map_err(|_| StoreError::Closing)?;
                continue;
            }
            tokio::select! {
                mut read_at = self.turn.lock() => {
                    if *end.borrow_and_update() <= position {
                        self.read_on(&mut read_at, reaches_to, app).await?;
                    }
                }
                // The ring outlives everyone who waits for it.
                _ = end.changed() => {}
            }
        }
    }

    async fn read_on(
        &self,
        read_at: &mut Option<Instant>,
        head: u64,
        app: &App,
    ) -> Result<(), StoreError> {
        let followers = u32::try_from(self.followers.load(Ordering::Relaxed)).unwrap_or(u32::MAX);
        let pause = PAUSE_EACH.saturating_mul(followers).min(PAUSE_MAX);
        if let Some(last) = read_at.filter(|_| pause >= PAUSE_MIN) {
            tokio::time::sleep_until(last + pause).await;
        }
        let from = {
            let mut ring = self.ring();
            // Nobody followed for long: what lies between is the log's to tell.
            let is_far = head.saturating_sub(ring.end) > u64::from(READ_LEN_MAX);
            if is_far {
                let start = head - u64::from(READ_LEN_MAX);
                *ring = Ring { start, end: start, ..Ring::default() };
            }
            ring.end
        };
        let read = app.queries.events(EventFilter::default(), from, READ_LEN_MAX).await?;
        let EventBatch { events, scanned_to } = read;
        let epoch = app.feed.epoch();
        let told: Vec<Told> = events.iter().map(|event| Told::of(event, epoch)).collect();
        let mut ring = self.ring();
        for told in told {
            ring.push(told);
        }
        ring.end = ring.end.max(scanned_to);
        let end = ring.end;
        drop(ring);
        *read_at = Some(Instant::now());
        self.end.send_replace(end);
        Ok(())
    }
}
