//! Bookings of an empty house and of one that holds many already, in turn: what growing costs.

use super::{Site, progress};
use crate::args::Pace;
use crate::child::{Server, Wish};
use crate::driven::{Books, Driven};
use crate::error::BenchError;
use crate::figures::{ratio, real, rounded};
use crate::load::Span;
use crate::orders::STAY_NIGHTS;
use crate::report::Report;
use crate::series::Series;
use crate::traffic::{BOOKINGS_PATH, Booking, Sources};
use crate::world::World;

/// Connections.
const CONNECTIONS: usize = 256;

/// Measures it.
pub(crate) fn run(site: &Site, pace: Pace, rows: u64) -> Result<Report, BenchError> {
    let mut report = site.report("growth")?;
    report.settings.put("seconds", pace.seconds).put("rounds", pace.rounds);
    report.settings.put("connections", CONNECTIONS).put("rows", rows);
    progress(&format!("growth: {rows} bookings are stored first"));
    let full = Server::start(site, Wish { fill: rows, ..Wish::of(World::ROOMY) })?;
    let (mut empty_series, mut full_series) = (Series::default(), Series::default());
    let mut sources = Site::sources();
    for round in 1..=pace.rounds {
        progress(&format!("growth: round {round}"));
        // A fresh one each time: the last round's would not be empty any more.
        let empty = Server::start(site, Wish::of(World::ROOMY))?;
        let span = Span::of(pace.length());
        measure("empty", &empty, &mut sources, span, &mut empty_series, &mut report)?;
        measure("full", &full, &mut sources, span, &mut full_series, &mut report)?;
        drop(empty.stop()?);
    }
    let of_empty = empty_series.rate(0);
    for (name, series) in [("empty", &empty_series), ("full", &full_series)] {
        let mut figures = series.latency_figures(0);
        figures.put("of_empty", rounded(ratio(series.rate(0), of_empty), 3));
        series.shares_into(&mut figures);
        series.blame(name, &mut report);
        report.row(name, figures);
    }
    let built_s = full.ready.built_s;
    let database_len = full.ground().size()?;
    report
        .settings
        .put("fill_s", rounded(built_s, 1))
        .put("filled_per_second", rounded(ratio(real(rows), built_s), 0))
        .put("database_mib", rounded(real(database_len) / 1024.0 / 1024.0, 0));
    drop(full.stop()?);
    Ok(report)
}

/// Measures one round of one server, and looks whether it holds what it confirmed.
fn measure(
    name: &str,
    server: &Server,
    sources: &mut Sources,
    span: Span,
    series: &mut Series,
    report: &mut Report,
) -> Result<(), BenchError> {
    let mut books = Books::open(server)?;
    let field = server.field();
    let orders = sources.orders(field);
    let traffic = Booking::new(&server.door(), BOOKINGS_PATH, field, orders);
    let mut driven = Driven::new(server, traffic);
    driven.round(CONNECTIONS, span)?;
    books.confirm(driven.series.done_in_all(), STAY_NIGHTS);
    series.append(driven.series);
    books.balance(name, server, report)
}
