//! Closed: each connection asks again as soon as it is answered. Says how much a server can do.

use std::time::Instant;

use super::connection::UnderWay;
use super::{Client, LOOK_EVERY, Ledger, Round, Span, Traffic, Verdict, shown};
use crate::error::{BenchError, Doing as _};

impl Client {
    /// Keeps every connection busy for a round.
    pub(crate) fn closed(
        &mut self,
        traffic: &mut impl Traffic,
        span: Span,
    ) -> Result<Round, BenchError> {
        let mut ledger = Ledger::new(self.server, Instant::now(), span);
        for place in 0..self.connections.len() {
            self.ask(place, traffic)?;
        }
        let mut busy = self.connections.len();
        while busy > 0 {
            self.wait(LOOK_EVERY)?;
            ledger.look(Instant::now());
            let places: Vec<usize> = self.events.iter().map(|event| event.token().0).collect();
            for place in places {
                if self.heard(place, traffic, &mut ledger)? {
                    if ledger.is_over(Instant::now()) {
                        busy -= 1;
                    } else {
                        self.ask(place, traffic)?;
                    }
                }
            }
            if ledger.is_late(Instant::now()) {
                return Err(BenchError::said(format!("{busy} requests were never answered")));
            }
        }
        ledger.look(Instant::now());
        Ok(ledger.close())
    }

    fn ask(&mut self, place: usize, traffic: &mut impl Traffic) -> Result<(), BenchError> {
        let (kind, bytes) = traffic.next();
        let under_way = UnderWay { kind, since: Instant::now() };
        self.connections[place].send(bytes, under_way).doing("send a request")
    }

    /// Reads from a connection; tells whether it was answered.
    pub(super) fn heard(
        &mut self,
        place: usize,
        traffic: &mut impl Traffic,
        ledger: &mut Ledger,
    ) -> Result<bool, BenchError> {
        let connection = &mut self.connections[place];
        connection.flush().doing("send a request")?;
        let Some(under_way) = connection.under_way else { return Ok(false) };
        let Some((status, body)) = connection.receive().doing("read an answer")? else {
            return Ok(false);
        };
        let now = Instant::now();
        let verdict = traffic.judge(under_way.kind, status, body);
        if verdict == Verdict::Failed {
            ledger.blame(|| shown(status, body));
        }
        ledger.take(under_way.kind, under_way.since, now, verdict);
        connection.under_way = None;
        Ok(true)
    }
}
