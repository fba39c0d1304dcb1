//! The event stream: the log from a cursor on, for as long as the reader keeps up.
//!
//! A stream that is behind reads the log a page at a time, the next one when the reader has taken the one
//! before; one that has caught up takes what all of them share (`recent`). So a slow reader costs one
//! page and misses nothing. Whoever takes nothing at all for a while loses the connection (`patience`), or
//! where that has other streams this one (`watched`), and goes on after the last event that it had.

mod cursor;
mod frame;
mod recent;
mod streams;
mod watched;

use std::collections::VecDeque;
use std::convert::Infallible;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, Version};
use axum::response::{IntoResponse as _, Response};
use futures_util::stream::{self, StreamExt as _};
use jiff::{SignedDuration, Timestamp};
use tokio::sync::watch;
use tokio::time::{Instant, Interval, MissedTickBehavior, interval, sleep_until};

use hotel_core::event::Event;

pub(crate) use self::cursor::{Cursor, cursor, read_cursor};
use self::frame::Told;
use self::recent::Stretch;
pub(crate) use self::streams::Streams;
use self::streams::{Permit, retry};
use self::watched::watched;
use crate::auth::{Caller, Door};
use crate::failure::Failure;
use crate::metrics::OpenStream;
use crate::store::{EventBatch, EventFilter, StoreError};

/// Events that wait for a reader at most.
const PAGE: usize = 256;

/// Bytes of frames that wait for a reader at most, but for one frame that is larger.
const BYTES_MAX: usize = 1024 * 1024;

/// How often a filtered stream tells how far it has looked, and whether the token still holds.
const CHECKPOINT_EVERY: Duration = Duration::from_secs(5);

/// How often a silent stream shows that it lives. A reader that hears nothing three times gives it up.
const HEARTBEAT_EVERY: Duration = Duration::from_secs(15);

/// How long after a moment nothing more comes that was written down before it: far longer than a batch
/// takes from its decision into the feed.
const SETTLED_AFTER: SignedDuration = SignedDuration::from_secs(30);

/// Where a stream begins: a position, and what is sent before it goes on from there.
pub(crate) struct Start {
    /// The position to go on after.
    pub(crate) after: u64,
    /// Events that come first.
    pub(crate) first: Vec<Event>,
}

/// Answers with the events that pass a filter, from a position on, until the server stops, the
/// reader leaves, the token ends, or all before the filter's end was told.
pub(crate) fn stream(
    door: Door,
    (caller, version): (Caller, Version),
    filter: EventFilter,
    Start { after, first }: Start,
) -> Result<Response, Failure> {
    let permit = door.streams.permit(caller.user.id)?;
    let mut ticks = interval(CHECKPOINT_EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let counted = door.app.metrics.stream();
    let epoch = door.app.feed.epoch();
    let tail = Tail {
        head: door.app.feed.watch(),
        draining: door.app.draining.clone(),
        epoch,
        door,
        caller,
        filter,
        position: after,
        told: after,
        waiting: first.iter().map(|event| Told::of(event, epoch)).collect(),
        is_greeted: false,
        is_over: false,
        ticks,
        spoke_at: Instant::now(),
        allowed_at: Instant::now(),
        span: tracing::Span::current(),
        _permit: permit,
        _counted: counted,
    };
    let frames = stream::unfold(tail, |mut tail| async move {
        let frame = tail.next().await?;
        tail.spoke_at = Instant::now();
        Some((frame, tail))
    });
    let body = if version == Version::HTTP_2 {
        Body::from_stream(watched(frames).map(Ok::<_, Infallible>))
    } else {
        Body::from_stream(frames.map(Ok::<_, Infallible>))
    };
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static("text/event-stream")),
        (CACHE_CONTROL, HeaderValue::from_static("no-cache")),
    ];
    Ok((headers, body).into_response())
}

/// One reader's way along the log.
struct Tail {
    door: Door,
    caller: Caller,
    filter: EventFilter,
    epoch: u32,
    /// The last position that was looked at.
    position: u64,
    /// The last position the reader knows.
    told: u64,
    waiting: VecDeque<Told>,
    is_greeted: bool,
    is_over: bool,
    head: watch::Receiver<u64>,
    draining: watch::Receiver<bool>,
    ticks: Interval,
    spoke_at: Instant,
    /// When the token was looked at last.
    allowed_at: Instant,
    span: tracing::Span,
    _permit: Permit,
    _counted: OpenStream,
}

/// What a tail that has nothing to send was woken by.
enum Woken {
    Log,
    Tick,
    Silence,
    Stop,
    End(StoreError),
}

impl Tail {
    /// Returns the next frame; none ends the stream.
    async fn next(&mut self) -> Option<Bytes> {
        loop {
            if self.is_over {
                return None;
            }
            if *self.draining.borrow() {
                self.is_over = true;
                return Some(frame::farewell(retry()));
            }
            // Also of who is behind and never waits.
            if self.allowed_at.elapsed() >= CHECKPOINT_EVERY {
                self.still_allowed().await?;
                self.allowed_at = Instant::now();
            }
            if !self.is_greeted {
                self.is_greeted = true;
                return Some(self.checkpoint(Some(retry())));
            }
            if let Some(told) = self.waiting.pop_front() {
                self.told = told.position;
                return Some(told.frame);
            }
            if self.read().await? {
                continue;
            }
            if let Some(last) = self.end().await? {
                self.is_over = true;
                return Some(frame::end(self.epoch, last));
            }
            match self.woken().await {
                Woken::Log | Woken::Stop => {}
                Woken::Silence => return Some(frame::heartbeat()),
                Woken::End(error) => return self.broken(&error),
                Woken::Tick => {
                    if self.told < self.looked_at() {
                        return Some(self.checkpoint(None));
                    }
                }
            }
        }
    }

    /// Ends the stream of a token that no longer opens, or reaches other hotels: the reader has to ask
    /// anew.
    async fn still_allowed(&self) -> Option<()> {
        let caller = self.door.callers.again(&self.door.app, &self.caller).await.ok()?;
        (caller.user.hotels == self.caller.user.hotels).then_some(())
    }

    /// Reads on; tells whether it came further.
    async fn read(&mut self) -> Option<bool> {
        let Stretch { told, to } = match self.door.streams.recent.after(self.position, &self.filter)
        {
            Some(stretch) => stretch,
            None => self.page().await?,
        };
        let is_further = to > self.position || !told.is_empty();
        self.position = self.position.max(to);
        self.waiting.extend(told);
        Some(is_further)
    }

    /// Reads a page of the log, where what all share does not reach back so far.
    async fn page(&self) -> Option<Stretch> {
        let limit = u32::try_from(PAGE).unwrap_or(u32::MAX);
        let read = self.door.app.queries.events(self.filter.clone(), self.position, limit);
        let EventBatch { events, scanned_to } = match read.await {
            Ok(batch) => batch,
            Err(error) => return self.broken(&error),
        };
        let (mut told, mut bytes) = (Vec::with_capacity(events.len()), 0);
        for event in &events {
            let one = Told::of(event, self.epoch);
            bytes += one.frame.len();
            if bytes > BYTES_MAX
                && let Some(last) = told.last().map(|last: &Told| last.position)
            {
                // What does not fit is read again.
                return Some(Stretch { told, to: last });
            }
            told.push(one);
        }
        Some(Stretch { told, to: scanned_to })
    }

    /// Returns the last position that was written down before the end of the filter, if there is one and
    /// all up to it has been told.
    async fn end(&self) -> Option<Option<u64>> {
        let Some(until) = self.filter.until else { return Some(None) };
        let (now, app): (Timestamp, _) = (self.door.app.clock.now(), &self.door.app);
        if now < until {
            return Some(None);
        }
        let last_before = match app.queries.position_before(until).await {
            Ok(position) => position,
            Err(error) => return self.broken(&error),
        };
        // Moments never run backwards along the feed: where a later one stands, no earlier one follows.
        let is_certain = app.feed.head() > last_before;
        let is_settled = now.duration_since(until) >= SETTLED_AFTER;
        let is_over = self.position >= last_before && (is_certain || is_settled);
        Some(is_over.then_some(last_before.max(self.told)))
    }

    /// Returns up to where a reader may be told that nothing was left out. What lies after the end of a
    /// filter was looked at as well, and is for another time.
    fn looked_at(&self) -> u64 {
        if self.filter.until.is_some() { self.told } else { self.position }
    }

    async fn woken(&mut self) -> Woken {
        let silent_until = self.spoke_at + HEARTBEAT_EVERY;
        tokio::select! {
            grown = self.door.streams.recent.beyond(self.position, &mut self.head, &self.door.app) => {
                grown.map_or_else(Woken::End, |()| Woken::Log)
            }
            _ = self.draining.wait_for(|draining| *draining) => Woken::Stop,
            _ = self.ticks.tick() => Woken::Tick,
            () = sleep_until(silent_until) => Woken::Silence,
        }
    }

    /// Notes why a stream ends before its time.
    fn broken<T>(&self, error: &StoreError) -> Option<T> {
        if !matches!(error, StoreError::Closing) {
            let error = error as &dyn std::error::Error;
            self.span.in_scope(|| {
                tracing::error!(error, "an event stream ended: the log can't be read");
            });
        }
        None
    }

    fn checkpoint(&mut self, retry: Option<Duration>) -> Bytes {
        self.told = self.looked_at().max(self.told);
        let told = match self.waiting.front() {
            // Nothing that still waits may be skipped by a reader who resumes here.
            Some(first) => first.position.saturating_sub(1),
            None => self.told,
        };
        frame::checkpoint(self.epoch, told, retry)
    }
}

#[cfg(test)]
mod tests;
