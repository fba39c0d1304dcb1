//! Several instances over one Postgres, beside one: what it costs them to agree.

use super::{Site, progress};
use crate::args::Pace;
use crate::child::{Server, Wish};
use crate::driven::{Books, Driven};
use crate::error::BenchError;
use crate::figures::{ratio, rounded};
use crate::load::Span;
use crate::orders::STAY_NIGHTS;
use crate::report::Report;
use crate::traffic::{BOOKINGS_PATH, Booking};
use crate::world::World;

/// Connections, spread over the instances.
const CONNECTIONS: usize = 256;

/// Measures it.
pub(crate) fn run(site: &Site, pace: Pace, count: usize) -> Result<Report, BenchError> {
    if site.postgres.is_none() {
        return Err(BenchError::said("several instances need --database postgres"));
    }
    let mut report = site.report("instances")?;
    report.settings.put("seconds", pace.seconds).put("rounds", pace.rounds);
    report.settings.put("connections", CONNECTIONS).put("instances", count);
    let first = Server::start(site, Wish::of(World::ROOMY))?;
    let others: Vec<Server> = (1..count).map(|_| first.beside()).collect::<Result<_, _>>()?;
    let mut books = Books::open(&first)?;
    let (door, field) = (first.door(), first.field());
    let mut sources = Site::sources();
    let mut traffic = || Booking::new(&door, BOOKINGS_PATH, field, sources.orders(field));
    let mut one = Driven::new(&first, traffic());
    let mut all = Driven::among(&first, &others, traffic());
    for round in 1..=pace.rounds {
        progress(&format!("instances: round {round}"));
        for driven in [&mut one, &mut all] {
            driven.round(CONNECTIONS, Span::of(pace.length()))?;
        }
    }
    let of_one = one.series.rate(0);
    for (name, driven) in [("one".to_owned(), one), (format!("all {count}"), all)] {
        let series = driven.series;
        books.confirm(series.done_in_all(), STAY_NIGHTS);
        let mut figures = series.latency_figures(0);
        figures.put("of_one", rounded(ratio(series.rate(0), of_one), 3));
        series.shares_into(&mut figures);
        series.blame(&name, &mut report);
        report.row(name, figures);
    }
    books.balance("instances", &first, &mut report)?;
    for server in others {
        drop(server.stop()?);
    }
    drop(first.stop()?);
    Ok(report)
}
