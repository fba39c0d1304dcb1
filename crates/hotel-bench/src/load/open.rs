//! Open: requests go out by a schedule, whatever the answers do, and each one's time counts from the
//! moment it was meant to go out. Says how long people wait at a given rate.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use mio::{Token, Waker};

use super::connection::UnderWay;
use super::{Client, LOOK_EVERY, Ledger, Round, Span, Traffic};
use crate::error::{BenchError, Doing as _};

/// The token of the alarm clock; no connection has it.
const ALARM: Token = Token(usize::MAX);

/// Moments evenly apart.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Schedule {
    /// Requests a second.
    pub(crate) rate: u32,
    /// How long.
    pub(crate) length: Duration,
}

impl Schedule {
    /// Returns how many requests there are.
    pub(crate) fn count(&self) -> u64 {
        let nanoseconds = self.length.as_nanos() * u128::from(self.rate);
        u64::try_from(nanoseconds / 1_000_000_000).unwrap_or(u64::MAX)
    }

    /// Returns when a request is due, counted from the start.
    pub(crate) fn due(&self, number: u64) -> Duration {
        let nanoseconds = u128::from(number) * 1_000_000_000 / u128::from(self.rate.max(1));
        Duration::from_nanos(u64::try_from(nanoseconds).unwrap_or(u64::MAX))
    }
}

/// Wakes the generator whenever a request is due: what a poll waits for is not exact enough.
struct Alarm {
    stopped: Arc<AtomicBool>,
    thread: Option<thread::JoinHandle<()>>,
}

impl Alarm {
    fn set(waker: Waker, schedule: Schedule, began: Instant) -> Self {
        let stopped = Arc::new(AtomicBool::new(false));
        let is_stopped = Arc::clone(&stopped);
        let thread = thread::spawn(move || {
            for number in 0..schedule.count() {
                let due = began + schedule.due(number);
                thread::sleep(due.saturating_duration_since(Instant::now()));
                if is_stopped.load(Ordering::Relaxed) || waker.wake().is_err() {
                    return;
                }
            }
        });
        Self { stopped, thread: Some(thread) }
    }
}

impl Drop for Alarm {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

impl Client {
    /// Sends by a schedule; a request that finds every connection busy waits, and its time runs.
    pub(crate) fn open(
        &mut self,
        traffic: &mut impl Traffic,
        schedule: Schedule,
    ) -> Result<Round, BenchError> {
        let waker = Waker::new(self.poll.registry(), ALARM).doing("set an alarm")?;
        let began = Instant::now() + Duration::from_millis(20);
        let span = Span { warm: Duration::ZERO, measured: schedule.length };
        let mut ledger = Ledger::new(self.server, began, span);
        // Answers that come after the last request still count here.
        ledger.measure_to += super::DRAIN_MAX;
        let alarm = Alarm::set(waker, schedule, began);
        let mut idle: VecDeque<usize> = (0..self.connections.len()).collect();
        let (mut sent, mut answered) = (0, 0);
        let mut last_answer = began;
        while answered < schedule.count() {
            self.wait(LOOK_EVERY)?;
            let now = Instant::now();
            ledger.look(now);
            let places: Vec<Token> = self.events.iter().map(mio::event::Event::token).collect();
            for Token(place) in places.into_iter().filter(|token| *token != ALARM) {
                if self.heard(place, traffic, &mut ledger)? {
                    idle.push_back(place);
                    answered += 1;
                    last_answer = Instant::now();
                }
            }
            while sent < schedule.count()
                && began + schedule.due(sent) <= Instant::now()
                && let Some(place) = idle.pop_front()
            {
                let since = began + schedule.due(sent);
                let (kind, bytes) = traffic.next();
                ledger.lateness.record(since.elapsed());
                self.connections[place]
                    .send(bytes, UnderWay { kind, since })
                    .doing("send a request")?;
                sent += 1;
            }
            if now > began + schedule.length + super::DRAIN_MAX {
                let missing = schedule.count() - answered;
                return Err(BenchError::said(format!("{missing} requests were never answered")));
            }
        }
        drop(alarm);
        ledger.measure_to = last_answer;
        Ok(ledger.close())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_schedule_is_even_and_does_not_drift() {
        let schedule = Schedule { rate: 2_500, length: Duration::from_mins(1) };
        assert_eq!(schedule.count(), 150_000);
        assert_eq!(schedule.due(0), Duration::ZERO);
        assert_eq!(schedule.due(1), Duration::from_micros(400));
        assert_eq!(schedule.due(150_000), Duration::from_mins(1));
        let odd = Schedule { rate: 833, length: Duration::from_millis(500) };
        assert_eq!(odd.count(), 416);
        assert_eq!(odd.due(833), Duration::from_secs(1));
    }
}
