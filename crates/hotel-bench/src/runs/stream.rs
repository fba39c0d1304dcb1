//! How long it takes until a stream tells what was decided, at a thousand events a second.

use std::time::Duration;

use super::{Site, progress};
use crate::child::{Server, Wish};
use crate::driven::{Books, Driven};
use crate::error::BenchError;
use crate::figures::rounded;
use crate::load::{Schedule, Span};
use crate::orders::STAY_NIGHTS;
use crate::readers::Readers;
use crate::report::{Figures, Report};
use crate::role::Question;
use crate::series::Series;
use crate::traffic::{BOOKINGS_PATH, Booking, Sources};
use crate::world::World;

/// Connections that book; one that is free takes what is due.
const CONNECTIONS: usize = 64;

/// How long connections and caches are warmed before the schedule begins.
const WARM: Duration = Duration::from_millis(500);

/// A server with a feed that grows by a schedule.
pub(super) struct Growing {
    pub(super) server: Server,
    books: Books,
    sources: Sources,
}

impl Growing {
    /// Starts a server and warms it.
    pub(super) fn start(site: &Site, report: &mut Report) -> Result<Self, BenchError> {
        let server = Server::start(site, Wish::of(World::ROOMY))?;
        let mut books = Books::open(&server)?;
        let mut sources = Site::sources();
        let orders = sources.orders(server.field());
        let traffic = Booking::new(&server.door(), BOOKINGS_PATH, server.field(), orders);
        let mut warming = Driven::new(&server, traffic);
        warming.round(16, Span::of(WARM))?;
        warming.series.blame("before", report);
        books.confirm(warming.series.done_in_all(), STAY_NIGHTS);
        Ok(Self { server, books, sources })
    }

    /// Returns how far the feed reaches, once it has come to rest.
    pub(super) fn head(&mut self) -> Result<u64, BenchError> {
        let answer = self.server.ask(&Question::Head, Duration::ZERO)?;
        answer["head"].as_u64().ok_or_else(|| BenchError::said("the server has no head"))
    }

    /// Lets bookings arrive by a schedule.
    pub(super) fn grow(&mut self, rate: u32, seconds: f64) -> Result<Series, BenchError> {
        let length = Duration::try_from_secs_f64(seconds).unwrap_or_default();
        let orders = self.sources.orders(self.server.field());
        let door = self.server.door();
        let traffic = Booking::new(&door, BOOKINGS_PATH, self.server.field(), orders);
        let mut driven = Driven::new(&self.server, traffic);
        let mut client = driven.connect(CONNECTIONS)?;
        driven.series.add(client.open(&mut driven.traffic, Schedule { rate, length })?);
        self.books.confirm(driven.series.done_in_all(), STAY_NIGHTS);
        Ok(driven.series)
    }

    /// Ends it, and notes a fault if the server holds anything else than what was confirmed.
    pub(super) fn end(self, name: &str, report: &mut Report) -> Result<(), BenchError> {
        self.books.balance(name, &self.server, report)?;
        self.server.stop().map(drop)
    }
}

/// Measures it.
pub(crate) fn run(site: &Site, rate: u32, seconds: f64) -> Result<Report, BenchError> {
    let mut report = site.report("stream")?;
    report.settings.put("rate", rate).put("seconds", seconds);
    let mut growing = Growing::start(site, &mut report)?;
    let before = growing.head()?;
    let door = growing.server.door();
    let readers = Readers::start(door.address, &[door.token], before, 1)?;
    progress(&format!("stream: {rate} a second for {seconds} s"));
    let series = growing.grow(rate, seconds)?;
    let last = growing.head()?;
    let heard = readers.finish(last)?;
    if heard.events != (last - before, last - before) {
        report.fault(format!("{} events were told, of {}", heard.events.0, last - before));
    }
    let mut figures = Figures::default();
    figures
        .put("events", heard.events.0)
        .put("p50_ms", rounded(heard.ages.quantile_ms(0.5), 3))
        .put("p99_ms", rounded(heard.ages.quantile_ms(0.99), 3))
        .put("max_ms", rounded(heard.ages.longest_ms(), 3))
        .put("booked_p99_ms", rounded(series.quantile_ms(0, 0.99), 3));
    series.shares_into(&mut figures);
    series.blame("stream", &mut report);
    report.row("stream", figures);
    growing.end("stream", &mut report)?;
    Ok(report)
}
