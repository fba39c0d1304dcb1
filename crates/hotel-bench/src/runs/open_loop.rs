//! Bookings that arrive by a schedule, whatever the server does: how long people wait.

use std::time::Duration;

use hotel_server::bench::ECHO_PATH;

use super::{Site, progress};
use crate::child::{Server, Wish};
use crate::driven::{Books, Driven};
use crate::error::BenchError;
use crate::figures::{ratio, rounded};
use crate::load::{Schedule, Span};
use crate::orders::STAY_NIGHTS;
use crate::report::Report;
use crate::series::Series;
use crate::traffic::{BOOKINGS_PATH, Booking};
use crate::world::World;

/// Connections; one that is free takes what is due.
const CONNECTIONS: usize = 256;

/// How long connections and caches are warmed before the schedule begins.
const WARM: Duration = Duration::from_millis(500);

/// How long the floor is measured at most.
const FLOOR_MAX: Duration = Duration::from_secs(10);

/// Measures it.
pub(crate) fn run(site: &Site, rates: &[u32], seconds: f64) -> Result<Report, BenchError> {
    let mut report = site.report("open-loop")?;
    report.settings.put("seconds", seconds).put("connections", CONNECTIONS);
    let server = Server::start(site, Wish::of(World::ROOMY))?;
    let mut books = Books::open(&server)?;
    let field = server.field();
    let mut sources = Site::sources();
    let mut driven = |path| {
        let orders = sources.orders(field);
        Driven::new(&server, Booking::new(&server.door(), path, field, orders))
    };
    let mut warming = driven(BOOKINGS_PATH);
    warming.round(16, Span::of(WARM))?;
    warming.series.blame("open-loop, before", &mut report);
    books.confirm(warming.series.done_in_all(), STAY_NIGHTS);
    let length = Duration::try_from_secs_f64(seconds).unwrap_or_default();
    for rate in rates {
        progress(&format!("open-loop: {rate} a second"));
        // The floor needs no minute to be known.
        let schedule = Schedule { rate: (*rate).max(1), length: length.min(FLOOR_MAX) };
        let echo = scheduled(driven(ECHO_PATH), schedule)?;
        let bookings = scheduled(driven(BOOKINGS_PATH), Schedule { length, ..schedule })?;
        books.confirm(bookings.done_in_all(), STAY_NIGHTS);
        let floor_ms = echo.quantile_ms(0, 0.99);
        for (name, series) in [("bookings", bookings), ("echo", echo)] {
            let name = format!("{name} at {rate}/s");
            let p99_ms = series.quantile_ms(0, 0.99);
            let mut figures = series.latency_figures(0);
            figures
                .put("p99_of_echo", rounded(ratio(p99_ms, floor_ms), 2))
                .put("asked_per_second", *rate)
                .put("sent_late_p99_ms", rounded(series.lateness_ms(0.99), 3))
                .put("sent_late_max_ms", rounded(series.lateness_ms(1.0), 3));
            series.shares_into(&mut figures);
            series.blame(&name, &mut report);
            report.row(name, figures);
        }
    }
    books.balance("open-loop", &server, &mut report)?;
    drop(server.stop()?);
    Ok(report)
}

fn scheduled(mut driven: Driven<'_, Booking>, schedule: Schedule) -> Result<Series, BenchError> {
    let mut client = driven.connect(CONNECTIONS)?;
    driven.series.add(client.open(&mut driven.traffic, schedule)?);
    Ok(driven.series)
}
