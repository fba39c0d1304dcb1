//! Many commands in one request, beside one command a request.

use super::{Site, progress};
use crate::args::Pace;
use crate::child::{Server, Wish};
use crate::driven::{Books, Driven};
use crate::error::BenchError;
use crate::figures::{ratio, rounded};
use crate::load::Span;
use crate::orders::STAY_NIGHTS;
use crate::report::Report;
use crate::traffic::{BOOKINGS_PATH, Booking, Bulk};
use crate::world::World;

/// Connections that send one command a request.
const CONNECTIONS: usize = 256;

/// Connections and commands a request, as they are tried.
const BULKS: [(usize, usize); 3] = [(1, 1_000), (3, 1_000), (16, 100)];

/// Measures it.
pub(crate) fn run(site: &Site, pace: Pace) -> Result<Report, BenchError> {
    let mut report = site.report("batch")?;
    report.settings.put("seconds", pace.seconds).put("rounds", pace.rounds);
    let server = Server::start(site, Wish::of(World::ROOMY))?;
    let mut books = Books::open(&server)?;
    let (door, field) = (server.door(), server.field());
    let mut sources = Site::sources();
    let mut single =
        Driven::new(&server, Booking::new(&door, BOOKINGS_PATH, field, sources.orders(field)));
    let mut bulks = BULKS.map(|(_, length)| {
        Driven::new(&server, Bulk::new(&door, field, sources.orders(field), length))
    });
    for round in 1..=pace.rounds {
        progress(&format!("batch: round {round}"));
        single.round(CONNECTIONS, Span::of(pace.length()))?;
        for (driven, (connections, _)) in bulks.iter_mut().zip(BULKS) {
            driven.round(connections, Span::of(pace.length()))?;
        }
    }
    let of_bookings = single.series.rate(0);
    let names = BULKS.map(|(connections, length)| format!("batch-of-{length}@{connections}"));
    let single = (format!("bookings@{CONNECTIONS}"), single.series);
    let bulks = names.into_iter().zip(bulks.map(|driven| driven.series));
    for (name, series) in [single].into_iter().chain(bulks) {
        books.confirm(series.done_in_all(), STAY_NIGHTS);
        let mut figures = series.latency_figures(0);
        figures.put("of_bookings", rounded(ratio(series.rate(0), of_bookings), 2));
        series.shares_into(&mut figures);
        series.blame(&name, &mut report);
        report.row(name, figures);
    }
    books.balance("batch", &server, &mut report)?;
    drop(server.stop()?);
    Ok(report)
}
