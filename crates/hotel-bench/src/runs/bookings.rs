//! Durable bookings over HTTP: the server as it is, the floor under it, and the naive design.

use hotel_server::bench::ECHO_PATH;

use super::{Site, progress};
use crate::args::Pace;
use crate::child::{Server, Wish};
use crate::driven::{Books, Driven};
use crate::error::BenchError;
use crate::figures::{median, ratio, rounded};
use crate::load::Span;
use crate::orders::STAY_NIGHTS;
use crate::report::{Figures, Report};
use crate::series::Series;
use crate::traffic::{BOOKINGS_PATH, Booking};
use crate::world::World;

/// Measures it.
pub(crate) fn run(site: &Site, pace: Pace, connections: &[usize]) -> Result<Report, BenchError> {
    let mut report = site.report("bookings")?;
    report.settings.put("seconds", pace.seconds).put("rounds", pace.rounds);
    let usual = Server::start(site, Wish::of(World::ROOMY))?;
    let naive = Server::start(site, Wish { naive: true, ..Wish::of(World::ROOMY) })?;
    let mut books = [Books::open(&usual)?, Books::open(&naive)?];
    let mut sources = Site::sources();
    let floor = site.floor(usual.field())?;
    for count in connections {
        let mut all = [(&usual, BOOKINGS_PATH), (&usual, ECHO_PATH), (&naive, BOOKINGS_PATH)].map(
            |(server, path)| {
                let field = server.field();
                let orders = sources.orders(field);
                Driven::new(server, Booking::new(&server.door(), path, field, orders))
            },
        );
        let mut floors = Vec::new();
        for round in 1..=pace.rounds {
            progress(&format!("bookings: {count} connections, round {round}"));
            for driven in &mut all {
                driven.round(*count, Span::of(pace.length()))?;
            }
            if let Some(floor) = &floor {
                floors.push(floor.spread(pace.seconds)?);
            }
        }
        let all = all.map(|driven| driven.series);
        books[0].confirm(all[0].done_in_all(), STAY_NIGHTS);
        books[1].confirm(all[2].done_in_all(), STAY_NIGHTS);
        tell(*count, &all, floor.as_ref().map(|_| median(floors)), &mut report);
    }
    for (books, (name, server)) in books.iter().zip([("bookings", usual), ("naive", naive)]) {
        books.balance(name, &server, &mut report)?;
        server.stop()?;
    }
    Ok(report)
}

fn tell(
    count: usize,
    [bookings, echo, naive]: &[Series; 3],
    floor: Option<f64>,
    report: &mut Report,
) {
    let (of_echo, of_naive) = (echo.rate(0), naive.rate(0));
    for (name, series) in [("bookings", bookings), ("echo", echo), ("naive", naive)] {
        let name = format!("{name}@{count}");
        let mut figures = series.latency_figures(0);
        figures
            .put("of_echo", rounded(ratio(series.rate(0), of_echo), 3))
            .put("of_naive", rounded(ratio(series.rate(0), of_naive), 2));
        if let Some(floor) = floor {
            figures.put("of_pgbench", rounded(ratio(series.rate(0), floor), 2));
        }
        series.shares_into(&mut figures);
        series.blame(&name, report);
        report.row(name, figures);
    }
    if let Some(floor) = floor {
        let mut figures = Figures::default();
        figures.put("per_second", rounded(floor, 0));
        report.row(format!("pgbench@{count}"), figures);
    }
}
