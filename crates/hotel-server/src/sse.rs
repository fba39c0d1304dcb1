//! The event stream: the log from a cursor on, for as long as the reader keeps up.
//!
//! Every event is read from the database; the feed only wakes. The next page is read when the
//! reader has taken the one before, so that a slow reader costs one page and misses nothing.

use std::collections::{HashMap, VecDeque};
use std::convert::Infallible;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::response::sse::{Event as Frame, KeepAlive, Sse};
use axum::response::{IntoResponse as _, Response};
use futures_util::stream;
use tokio::sync::watch;
use tokio::time::{Interval, MissedTickBehavior, interval};

use hotel_core::event::Event;
use hotel_core::ids::UserId;
use hotel_core::wire::event::EventView;

use crate::auth::{Caller, Door};
use crate::failure::{self, Failure};
use crate::metrics::OpenStream;
use crate::store::{EventBatch, EventFilter};

/// Streams one principal may have open: a screen for every desk of an agency.
const STREAMS_MAX: u32 = 20;

/// Events read at once, and so the most that wait for a slow reader.
const PAGE: u32 = 256;

/// How often a filtered stream tells how far it has looked, and whether the token still holds.
const CHECKPOINT_EVERY: Duration = Duration::from_secs(5);

/// How often a silent stream shows that it lives.
const HEARTBEAT_EVERY: Duration = Duration::from_secs(15);

/// How long a reader waits before it comes back, in milliseconds; spread, so that a restart is not
/// followed by all readers at once.
const RETRY_MS: std::ops::RangeInclusive<u64> = 1_000..=5_000;

/// The streams that are open, counted by principal.
#[derive(Default)]
pub(crate) struct Streams {
    open: Mutex<HashMap<UserId, u32>>,
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
        Ok(Permit { streams: Arc::clone(self), user })
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        let mut open = self.streams.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = open.get_mut(&self.user) {
            *count -= 1;
            if *count == 0 {
                open.remove(&self.user);
            }
        }
    }
}

/// Where a stream begins: a position, and what is sent before it goes on from there.
pub(crate) struct Start {
    /// The position to go on after.
    pub(crate) after: u64,
    /// Events that come first.
    pub(crate) first: Vec<Event>,
}

/// Answers with the events that pass a filter, from a position on, until the server stops, the
/// reader leaves or the token ends.
pub(crate) fn stream(
    door: Door,
    caller: Caller,
    filter: EventFilter,
    start: Start,
) -> Result<Response, Failure> {
    let permit = door.streams.permit(caller.user.id)?;
    let mut ticks = interval(CHECKPOINT_EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let counted = door.app.metrics.stream();
    let tail = Tail {
        head: door.app.feed.watch(),
        draining: door.app.draining.clone(),
        epoch: door.app.feed.epoch(),
        door,
        caller,
        filter,
        position: start.after,
        told: start.after,
        waiting: start.first.into(),
        greeted: false,
        parted: false,
        ticks,
        span: tracing::Span::current(),
        _permit: permit,
        _counted: counted,
    };
    let frames = stream::unfold(tail, |mut tail| async move {
        let frame = tail.next().await?;
        Some((Ok::<_, Infallible>(frame), tail))
    });
    let alive = KeepAlive::new().interval(HEARTBEAT_EVERY);
    Ok(Sse::new(frames).keep_alive(alive).into_response())
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
    waiting: VecDeque<Event>,
    greeted: bool,
    parted: bool,
    head: watch::Receiver<u64>,
    draining: watch::Receiver<bool>,
    ticks: Interval,
    span: tracing::Span,
    _permit: Permit,
    _counted: OpenStream,
}

/// What a tail that has nothing to send was woken by.
enum Woken {
    Log,
    Tick,
    Stop,
    End,
}

impl Tail {
    /// Returns the next frame; none ends the stream.
    async fn next(&mut self) -> Option<Frame> {
        loop {
            if *self.draining.borrow() {
                return self.farewell();
            }
            if !self.greeted {
                self.greeted = true;
                return Some(self.checkpoint().retry(retry()));
            }
            if let Some(event) = self.waiting.pop_front() {
                return Some(self.frame(&event));
            }
            // The head is marked as seen before the read, so that what comes later wakes again.
            let head = *self.head.borrow_and_update();
            if self.position < head && self.read().await? {
                continue;
            }
            match self.woken().await {
                Woken::Log | Woken::Stop => {}
                Woken::End => return None,
                Woken::Tick => {
                    let caller =
                        self.door.callers.again(&self.door.app, &self.caller).await.ok()?;
                    // With another scope the reader has to ask anew.
                    if caller.user.hotels != self.caller.user.hotels {
                        return None;
                    }
                    if self.told < self.position {
                        return Some(self.checkpoint());
                    }
                }
            }
        }
    }

    /// Returns the last frame of a server that stops: when to come back.
    fn farewell(&mut self) -> Option<Frame> {
        let is_first = !std::mem::replace(&mut self.parted, true);
        is_first.then(|| Frame::default().retry(retry()))
    }

    /// Reads on; tells whether there is more to do at once.
    async fn read(&mut self) -> Option<bool> {
        let read = self.door.app.queries.events(self.filter.clone(), self.position, PAGE);
        let EventBatch { events, scanned_to } = match read.await {
            Ok(batch) => batch,
            Err(error) => {
                let error = &error as &dyn std::error::Error;
                self.span.in_scope(|| {
                    tracing::error!(error, "an event stream ended: the log can't be read");
                });
                return None;
            }
        };
        let moved = scanned_to > self.position || !events.is_empty();
        self.position = self.position.max(scanned_to);
        self.waiting.extend(events);
        Some(moved)
    }

    async fn woken(&mut self) -> Woken {
        tokio::select! {
            changed = self.head.changed() => if changed.is_ok() { Woken::Log } else { Woken::End },
            _ = self.draining.wait_for(|draining| *draining) => Woken::Stop,
            _ = self.ticks.tick() => Woken::Tick,
        }
    }

    fn frame(&mut self, event: &Event) -> Frame {
        self.told = event.position;
        let view = EventView::of(event);
        let data = serde_json::to_string(&view).unwrap_or_default();
        Frame::default().id(self.cursor(event.position)).event(view.kind).data(data)
    }

    fn checkpoint(&mut self) -> Frame {
        self.told = self.position.max(self.told);
        let told = match self.waiting.front() {
            // Nothing that still waits may be skipped by a reader who resumes here.
            Some(event) => event.position.saturating_sub(1),
            None => self.told,
        };
        let data = serde_json::json!({ "position": told }).to_string();
        Frame::default().id(self.cursor(told)).event("checkpoint").data(data)
    }

    fn cursor(&self, position: u64) -> String {
        cursor(self.epoch, position)
    }
}

/// Writes a cursor: it holds in one life of the feed alone.
pub(crate) fn cursor(epoch: u32, position: u64) -> String {
    format!("{epoch}-{position}")
}

/// Where a reader wants to begin.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Cursor {
    /// After a position.
    After(u64),
    /// After all there is.
    Latest,
}

/// Reads a cursor: a position, one with its epoch, or `latest`.
pub(crate) fn read_cursor(text: &str, epoch: u32, head: u64) -> Result<Cursor, Failure> {
    if text == "latest" {
        return Ok(Cursor::Latest);
    }
    let (of_epoch, position) = match text.split_once('-') {
        None => (Some(epoch), text.parse().ok()),
        Some((of_epoch, position)) => (of_epoch.parse().ok(), position.parse().ok()),
    };
    let (Some(of_epoch), Some(position)) = (of_epoch, position) else {
        let rule = "a cursor is a position, `<epoch>-<position>` or `latest`";
        return Err(Failure::new(failure::CURSOR, rule).field("after"));
    };
    if of_epoch == epoch && position <= head {
        return Ok(Cursor::After(position));
    }
    let detail = "the feed does not go on from this cursor: it began anew, or was restored";
    Err(Failure::new(failure::CURSOR_EPOCH, detail)
        .field("after")
        .details(serde_json::json!({ "epoch": epoch, "head": head }))
        .hint("read the state afresh, then follow from `latest`"))
}

fn retry() -> Duration {
    let mut random = [0; 8];
    // Without randomness all wait the shortest time, which is no harm.
    let random = getrandom::fill(&mut random).map_or(0, |()| u64::from_le_bytes(random));
    let spread = RETRY_MS.end() - RETRY_MS.start() + 1;
    Duration::from_millis(RETRY_MS.start() + random % spread)
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

    use super::*;

    #[test]
    fn a_cursor_holds_in_its_own_epoch_and_below_the_head() {
        assert_eq!(read_cursor("7", 3, 10).unwrap(), Cursor::After(7));
        assert_eq!(read_cursor("3-10", 3, 10).unwrap(), Cursor::After(10));
        assert_eq!(read_cursor("latest", 3, 10).unwrap(), Cursor::Latest);
        for (text, code) in [
            ("2-7", "cursor.epoch"),
            ("3-11", "cursor.epoch"),
            ("11", "cursor.epoch"),
            ("", "cursor.invalid"),
            ("-1", "cursor.invalid"),
            ("3-7-1", "cursor.invalid"),
        ] {
            assert_eq!(read_cursor(text, 3, 10).unwrap_err().problem().code, code, "{text}");
        }
    }

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

    #[tokio::test]
    async fn an_open_stream_does_not_keep_the_server_from_stopping() {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(crate::clock::SystemClock);
        let house = crate::house::House::open(folder.path().join("hotel.db"), clock).await.unwrap();
        let secret = house.first_admin().await.unwrap().unwrap();
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let served = tokio::spawn(house.serve(listener, None, async { drop(stopped.await) }));
        let mut reader = tokio::net::TcpStream::connect(address).await.unwrap();
        let request = format!(
            "GET /v1/events HTTP/1.1\r\nhost: hotel\r\naccept: text/event-stream\r\n\
             authorization: Bearer {secret}\r\n\r\n"
        );
        reader.write_all(request.as_bytes()).await.unwrap();
        let mut seen = String::new();
        while !seen.contains("event: token.issued") {
            let mut bytes = [0; 4096];
            let count = reader.read(&mut bytes).await.unwrap();
            assert!(count > 0, "{seen}");
            seen.push_str(&String::from_utf8_lossy(&bytes[..count]));
        }
        drop(stop);
        // The stream ends by itself, so that the stop does not run into its time limit.
        let in_time = tokio::time::timeout(Duration::from_secs(4), served);
        in_time.await.expect("stopped in time").unwrap().unwrap();
        reader.read_to_string(&mut seen).await.unwrap();
        let last = seen.rsplit("retry: ").next().unwrap();
        assert!(last.ends_with("0\r\n\r\n") && !last.contains("event"), "{seen}");
        assert_eq!(seen.matches("retry: ").count(), 2, "{seen}");
    }

    #[test]
    fn readers_come_back_spread_over_time() {
        for _ in 0..100 {
            assert!((1_000..=5_000).contains(&retry().as_millis()));
        }
    }
}
