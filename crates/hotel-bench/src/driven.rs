//! A server and what is sent to it, round after round.

use std::net::SocketAddr;

use crate::child::Server;
use crate::error::BenchError;
use crate::ground::Stored;
use crate::load::{Client, Span, Traffic};
use crate::report::Report;
use crate::series::Series;

/// A server, what is sent to it, and what came of it.
pub(crate) struct Driven<'a, T> {
    server: &'a Server,
    /// Where others serve the same.
    others: Vec<SocketAddr>,
    /// What is sent.
    pub(crate) traffic: T,
    /// What came of it.
    pub(crate) series: Series,
}

impl<'a, T: Traffic> Driven<'a, T> {
    /// Begins.
    pub(crate) fn new(server: &'a Server, traffic: T) -> Self {
        Self { server, others: Vec::new(), traffic, series: Series::default() }
    }

    /// Begins with several servers that serve alike.
    pub(crate) fn among(server: &'a Server, others: &[Server], traffic: T) -> Self {
        let others = others.iter().map(|other| other.ready.address).collect();
        Self { others, ..Self::new(server, traffic) }
    }

    /// Keeps so many connections busy for a round.
    pub(crate) fn round(&mut self, connections: usize, span: Span) -> Result<(), BenchError> {
        let mut client = self.connect(connections)?;
        self.series.add(client.closed(&mut self.traffic, span)?);
        Ok(())
    }

    /// Connects so many times.
    pub(crate) fn connect(&self, connections: usize) -> Result<Client, BenchError> {
        let first = std::iter::once(self.server.ready.address);
        let addresses: Vec<SocketAddr> = first.chain(self.others.iter().copied()).collect();
        Client::connect(&addresses, self.server.pid(), connections)
    }
}

/// What a server holds, and what it must hold in the end.
pub(crate) struct Books {
    stored: Stored,
}

impl Books {
    /// Looks at what is stored before anything is asked.
    pub(crate) fn open(server: &Server) -> Result<Self, BenchError> {
        Ok(Self { stored: server.ground().stored()? })
    }

    /// Notes bookings that were confirmed, each with so many nights.
    pub(crate) fn confirm(&mut self, bookings: u64, nights_each: u16) {
        self.stored.bookings += bookings;
        self.stored.nights += bookings * u64::from(nights_each);
    }

    /// Notes a fault if the server holds anything else than what was confirmed.
    pub(crate) fn balance(
        &self,
        name: &str,
        server: &Server,
        report: &mut Report,
    ) -> Result<(), BenchError> {
        let found = server.ground().stored()?;
        if found != self.stored {
            let confirmed = self.stored;
            report.fault(format!("{name}: {confirmed:?} was confirmed, but {found:?} is stored"));
        }
        Ok(())
    }
}
