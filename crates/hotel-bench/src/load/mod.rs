//! The load generator: one thread, many kept-alive connections, nothing parsed that need not be.

mod closed;
mod connection;
mod open;

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use mio::{Events, Interest, Poll, Token};

use self::connection::Connection;
pub(crate) use self::open::Schedule;
use crate::error::{BenchError, Doing as _};
use crate::figures::Latencies;
use crate::machine::{Reading, Shares};

/// How long answers that are under way are waited for at the end.
const DRAIN_MAX: Duration = Duration::from_secs(15);

/// How long the generator sleeps at most without looking at the clock.
const LOOK_EVERY: Duration = Duration::from_millis(50);

/// Faults that are kept to be shown; the rest is only counted.
const FAULTS_SHOWN: usize = 3;

/// The most of a faulty answer that is shown.
const FAULT_LEN_MAX: usize = 200;

/// What an answer was worth.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Verdict {
    /// What was asked was done, so many times.
    Done(u64),
    /// Refused, as it should be; so many times.
    Refused(u64),
    /// Neither.
    Failed,
}

/// What is sent, and what its answers are worth.
pub(crate) trait Traffic {
    /// Returns the next request and its kind, a small number.
    fn next(&mut self) -> (usize, &[u8]);

    /// Judges an answer.
    fn judge(&mut self, kind: usize, status: u16, body: &[u8]) -> Verdict;
}

/// What came of one kind of request.
#[derive(Clone, Default)]
pub(crate) struct Tally {
    /// How long answers took that came while it was measured.
    pub(crate) latencies: Latencies,
    /// What was done while it was measured.
    pub(crate) done: u64,
    /// What was refused while it was measured.
    pub(crate) refused: u64,
    /// What was done in all, before and after included.
    pub(crate) done_in_all: u64,
    /// What failed in all.
    pub(crate) failed: u64,
}

/// What came of a round.
pub(crate) struct Round {
    /// By kind of request.
    pub(crate) kinds: Vec<Tally>,
    /// How long was measured, in seconds.
    pub(crate) seconds: f64,
    /// What client and server used meanwhile.
    pub(crate) shares: Shares,
    /// How late requests went out, where there was a schedule.
    pub(crate) lateness: Latencies,
    /// Some of what failed.
    pub(crate) faults: Vec<String>,
}

/// The time of a round.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Span {
    /// Before it is measured.
    pub(crate) warm: Duration,
    /// While it is measured.
    pub(crate) measured: Duration,
}

impl Span {
    /// Makes a round of so long, with a little before to get warm.
    pub(crate) fn of(measured: Duration) -> Self {
        Self { warm: (measured / 4).min(Duration::from_millis(400)), measured }
    }
}

/// Connections to a server, or to several that serve alike.
pub(crate) struct Client {
    poll: Poll,
    events: Events,
    connections: Vec<Connection>,
    server: u32,
}

impl Client {
    /// Connects so many times, to each address in turn.
    pub(crate) fn connect(
        addresses: &[SocketAddr],
        server: u32,
        count: usize,
    ) -> Result<Self, BenchError> {
        let poll = Poll::new().doing("watch connections")?;
        let mut connections = Vec::with_capacity(count);
        for (place, address) in addresses.iter().cycle().take(count).enumerate() {
            let mut connection = Connection::open(*address).doing("connect to the server")?;
            let interest = Interest::READABLE | Interest::WRITABLE;
            let stream = connection.stream();
            let registered = poll.registry().register(stream, Token(place), interest);
            registered.doing("watch a connection")?;
            connections.push(connection);
        }
        Ok(Self { poll, events: Events::with_capacity(1_024), connections, server })
    }

    /// Waits until something came, or for a while.
    fn wait(&mut self, most: Duration) -> Result<(), BenchError> {
        match self.poll.poll(&mut self.events, Some(most)) {
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => Ok(()),
            other => other.doing("wait for answers"),
        }
    }
}

/// Counts what comes while a round runs.
struct Ledger {
    server: u32,
    measure_from: Instant,
    measure_to: Instant,
    before: Option<Reading>,
    after: Option<Reading>,
    kinds: Vec<Tally>,
    lateness: Latencies,
    faults: Vec<String>,
}

impl Ledger {
    fn new(server: u32, began: Instant, span: Span) -> Self {
        let measure_from = began + span.warm;
        Self {
            server,
            measure_from,
            measure_to: measure_from + span.measured,
            before: None,
            after: None,
            kinds: Vec::new(),
            lateness: Latencies::default(),
            faults: Vec::new(),
        }
    }

    /// Reads what is used, at the edges of what is measured.
    fn look(&mut self, now: Instant) {
        if self.before.is_none() && now >= self.measure_from {
            self.before = Some(Reading::now(self.server));
        }
        if self.after.is_none() && now >= self.measure_to {
            self.after = Some(Reading::now(self.server));
        }
    }

    fn is_over(&self, now: Instant) -> bool {
        now >= self.measure_to
    }

    /// Tells whether answers are no longer waited for.
    fn is_late(&self, now: Instant) -> bool {
        now >= self.measure_to + DRAIN_MAX
    }

    /// Takes an answer in: its kind, when its time began to count, and what it was worth.
    fn take(&mut self, kind: usize, since: Instant, now: Instant, verdict: Verdict) {
        if self.kinds.len() <= kind {
            self.kinds.resize_with(kind + 1, Tally::default);
        }
        let tally = &mut self.kinds[kind];
        let counts = (self.measure_from..self.measure_to).contains(&now);
        match verdict {
            Verdict::Done(times) => {
                tally.done_in_all += times;
                tally.done += if counts { times } else { 0 };
            }
            Verdict::Refused(times) => tally.refused += if counts { times } else { 0 },
            Verdict::Failed => tally.failed += 1,
        }
        if counts {
            tally.latencies.record(now.duration_since(since));
        }
    }

    /// Keeps a fault, if there is room.
    fn blame(&mut self, text: impl FnOnce() -> String) {
        if self.faults.len() < FAULTS_SHOWN {
            self.faults.push(text());
        }
    }

    fn close(mut self) -> Round {
        let end = Reading::now(self.server);
        let before = self.before.unwrap_or(end);
        let shares = before.until(&self.after.unwrap_or(end));
        if self.kinds.is_empty() {
            self.kinds.push(Tally::default());
        }
        Round {
            kinds: self.kinds,
            seconds: self.measure_to.duration_since(self.measure_from).as_secs_f64(),
            shares,
            lateness: self.lateness,
            faults: self.faults,
        }
    }
}

/// Words an answer that should not have come.
fn shown(status: u16, body: &[u8]) -> String {
    let text = String::from_utf8_lossy(body);
    format!("{status} {}", text.chars().take(FAULT_LEN_MAX).collect::<String>())
}
