//! Readers of the feed: many connections that follow it, and one thread that reads them all.

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use hotel_server::clock::{Clock as _, SystemClock};
use jiff::Timestamp;
use mio::net::TcpStream;
use mio::{Events, Interest, Poll, Token};

use crate::error::{BenchError, Doing as _};
use crate::figures::Latencies;

/// How long readers may take to have all that there is, once that is known.
const CATCH_UP_MAX: Duration = Duration::from_mins(1);

/// Bytes read at once.
const PIECE: usize = 256 * 1024;

/// How long the thread sleeps at most without looking whether it is over.
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// In the first bytes of a frame, behind those of its transfer, stands its id.
const HEAD: usize = 64;

/// What readers heard.
pub(crate) struct Heard {
    /// How old events were when they came, of those who look.
    pub(crate) ages: Latencies,
    /// How many events each reader was told, the least and the most of it.
    pub(crate) events: (u64, u64),
    /// Whether all readers heard all of it.
    pub(crate) is_all: bool,
}

/// Readers under way.
pub(crate) struct Readers {
    thread: JoinHandle<Result<Heard, BenchError>>,
    last: Arc<AtomicU64>,
}

/// One reader.
struct Reader {
    stream: TcpStream,
    rest: Vec<u8>,
    events: u64,
    position: u64,
    looks: bool,
}

impl Readers {
    /// Connects a reader for each token, all after one position; of so many one looks how old events are.
    /// Returns when all have been greeted.
    pub(crate) fn start(
        server: SocketAddr,
        tokens: &[String],
        after: u64,
        one_looks_of: usize,
    ) -> Result<Self, BenchError> {
        let poll = Poll::new().doing("watch readers")?;
        let mut readers = Vec::with_capacity(tokens.len());
        for (place, token) in tokens.iter().enumerate() {
            let looks = place.is_multiple_of(one_looks_of.max(1));
            let mut reader = Reader::connect(server, token, after, looks)?;
            poll.registry()
                .register(&mut reader.stream, Token(place), Interest::READABLE)
                .doing("watch a reader")?;
            readers.push(reader);
        }
        let last = Arc::new(AtomicU64::new(u64::MAX));
        let known = Arc::clone(&last);
        let thread = std::thread::spawn(move || follow(poll, readers, &known));
        Ok(Self { thread, last })
    }

    /// Lets the readers have all up to a position, and returns what they heard.
    pub(crate) fn finish(self, last: u64) -> Result<Heard, BenchError> {
        self.last.store(last, Ordering::SeqCst);
        self.thread.join().map_err(|_| BenchError::said("the readers' thread panicked"))?
    }
}

impl Reader {
    fn connect(
        server: SocketAddr,
        token: &str,
        after: u64,
        looks: bool,
    ) -> Result<Self, BenchError> {
        let mut stream = std::net::TcpStream::connect(server).doing("connect a reader")?;
        let request = format!(
            "GET /v1/events?after={after} HTTP/1.1\r\nhost: {server}\r\n\
             authorization: Bearer {token}\r\naccept: text/event-stream\r\n\r\n"
        );
        stream.write_all(request.as_bytes()).doing("ask for a stream")?;
        // The greeting says that it follows from here on.
        let mut rest = Vec::new();
        while !rest.windows(18).any(|piece| piece == b"event: checkpoint\n") {
            let mut piece = [0; 1_024];
            let count = stream.read(&mut piece).doing("read a greeting")?;
            if count == 0 || rest.len() > PIECE {
                let said = String::from_utf8_lossy(&rest).into_owned();
                return Err(BenchError::said(format!("a reader was refused: {said}")));
            }
            rest.extend_from_slice(&piece[..count]);
        }
        stream.set_nonblocking(true).doing("set up a reader")?;
        let stream = TcpStream::from_std(stream);
        Ok(Self { stream, rest, events: 0, position: after, looks })
    }

    /// Reads what has come; tells whether the stream goes on.
    fn read(&mut self, piece: &mut [u8], ages: &mut Latencies) -> Result<bool, BenchError> {
        loop {
            match self.stream.read(piece) {
                Ok(0) => return Ok(false),
                Ok(count) => self.take(&piece[..count], ages),
                Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(true),
                Err(error) => return Err(error).doing("read a stream"),
            }
        }
    }

    fn take(&mut self, bytes: &[u8], ages: &mut Latencies) {
        self.rest.extend_from_slice(bytes);
        let now = SystemClock.now();
        let mut from = 0;
        while let Some(length) = self.rest[from..].windows(2).position(|two| two == b"\n\n") {
            let frame = &self.rest[from..from + length];
            if let Some(position) = position_of(frame) {
                self.events += 1;
                self.position = position;
                if let Some(age) = self.looks.then(|| age_of(frame, now)).flatten() {
                    ages.record(age);
                }
            }
            from += length + 2;
        }
        self.rest.drain(..from);
    }
}

/// Returns the position of an event's frame; none of any other frame.
fn position_of(frame: &[u8]) -> Option<u64> {
    let head = &frame[..frame.len().min(HEAD)];
    let at = head.windows(4).position(|four| four == b"id: ")? + 4;
    let text = std::str::from_utf8(&head[at..]).ok()?;
    let (id, rest) = text.split_once('\n')?;
    let is_event = rest.starts_with("event: ") && !rest.starts_with("event: checkpoint");
    id.split_once('-').filter(|_| is_event)?.1.parse().ok()
}

/// Returns how old an event is: since it was decided, so that its way to the disk counts too.
fn age_of(frame: &[u8], now: Timestamp) -> Option<Duration> {
    const TIME: &[u8] = b"\"time\":\"";
    let at = frame.windows(TIME.len()).position(|piece| piece == TIME)? + TIME.len();
    let text = std::str::from_utf8(&frame[at..]).ok()?.split('"').next()?;
    age(text, now)
}

/// Returns how long ago a moment was; nothing is younger than now.
pub(crate) fn age(moment: &str, now: Timestamp) -> Option<Duration> {
    let decided: Timestamp = moment.parse().ok()?;
    Some(Duration::try_from(now.duration_since(decided)).unwrap_or_default())
}

fn follow(mut poll: Poll, mut readers: Vec<Reader>, last: &AtomicU64) -> Result<Heard, BenchError> {
    let mut events = Events::with_capacity(1_024);
    let (mut piece, mut ages) = (vec![0; PIECE], Latencies::default());
    let mut known_at: Option<Instant> = None;
    let is_all = loop {
        match poll.poll(&mut events, Some(LOOK_EVERY)) {
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            polled => polled.doing("wait for readers")?,
        }
        for event in &events {
            let reader = &mut readers[event.token().0];
            if !reader.read(&mut piece, &mut ages)? {
                return Err(BenchError::said("a stream ended before its time"));
            }
        }
        let last = last.load(Ordering::SeqCst);
        if last == u64::MAX {
            continue;
        }
        let since = known_at.get_or_insert_with(Instant::now).elapsed();
        if readers.iter().all(|reader| reader.position >= last) {
            break true;
        }
        if since > CATCH_UP_MAX {
            break false;
        }
    };
    let told = readers.iter().map(|reader| reader.events);
    let fewest = told.clone().min().unwrap_or_default();
    Ok(Heard { ages, events: (fewest, told.max().unwrap_or_default()), is_all })
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVENT: &[u8] = b"4d2\r\nid: 7-12\nevent: booking.confirmed\n\
        data: {\"id\":\"x\",\"time\":\"2026-12-01T10:00:00.5Z\"}";

    #[test]
    fn events_are_told_from_what_only_moves_the_cursor() {
        assert_eq!(position_of(EVENT), Some(12));
        assert_eq!(position_of(b"id: 7-12\nevent: checkpoint\ndata: {}"), None);
        assert_eq!(position_of(b":"), None);
    }

    #[test]
    fn an_event_is_as_old_as_its_moment_says_and_never_younger_than_now() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let age = age_of(EVENT, at("2026-12-01T10:00:00.75Z"));
        assert_eq!(age, Some(Duration::from_millis(250)));
        assert_eq!(age_of(EVENT, at("2026-12-01T10:00:00Z")), Some(Duration::ZERO));
    }
}
