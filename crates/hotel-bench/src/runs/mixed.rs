//! A desk's day: sixty searches, thirty looks at a booking and ten bookings in a hundred requests.

use hotel_server::bench::ECHO_PATH;

use super::{Site, progress};
use crate::args::Pace;
use crate::child::{Server, Wish};
use crate::day::{Day, KINDS};
use crate::driven::{Books, Driven};
use crate::error::BenchError;
use crate::figures::{ratio, rounded};
use crate::load::Span;
use crate::orders::STAY_NIGHTS;
use crate::report::{Figures, Report};
use crate::traffic::Booking;
use crate::world::World;

/// Connections.
const CONNECTIONS: usize = 64;

/// Measures it.
pub(crate) fn run(site: &Site, pace: Pace, hotels: u16) -> Result<Report, BenchError> {
    let mut report = site.report("mixed")?;
    report.settings.put("seconds", pace.seconds).put("rounds", pace.rounds);
    report.settings.put("connections", CONNECTIONS).put("hotels", hotels);
    progress(&format!("mixed: {hotels} hotels are built first"));
    // Nothing sells out or is closed: every booking must come to be.
    let world = World {
        hotels,
        cities: World::WIDE.cities.min(hotels),
        overbook: World::ROOMY.overbook,
        closures: false,
        ..World::WIDE
    };
    let server = Server::start(site, Wish::of(world))?;
    let mut books = Books::open(&server)?;
    let mut day = Day::new(&server.door(), &world, server.ready.first_night, &mut Site::sources());
    day.only_book(true);
    let mut driven = Driven::new(&server, day);
    driven.round(CONNECTIONS, Span::of(pace.length() / 4))?;
    books.confirm(driven.series.bookings_in_all(), STAY_NIGHTS);
    driven.series.blame("mixed, before", &mut report);
    driven.traffic.only_book(false);
    driven.series = crate::series::Series::default();
    let (door, field) = (server.door(), server.field());
    let orders = Site::sources().orders(field);
    let mut echo = Driven::new(&server, Booking::new(&door, ECHO_PATH, field, orders));
    for round in 1..=pace.rounds {
        progress(&format!("mixed: round {round}"));
        driven.round(CONNECTIONS, Span::of(pace.length()))?;
        echo.round(CONNECTIONS, Span::of(pace.length()))?;
    }
    let (series, echo) = (driven.series, echo.series);
    books.confirm(series.bookings_in_all(), STAY_NIGHTS);
    let mut all = Figures::default();
    let rate = (0..KINDS.len()).map(|kind| series.rate(kind)).sum();
    all.put("per_second", rounded(rate, 0)).put("of_echo", rounded(ratio(rate, echo.rate(0)), 3));
    series.shares_into(&mut all);
    report.row("all", all);
    for (kind, name) in KINDS.into_iter().enumerate() {
        report.row(name, series.latency_figures(kind));
    }
    report.row("echo", echo.latency_figures(0));
    series.blame("mixed", &mut report);
    echo.blame("echo", &mut report);
    books.balance("mixed", &server, &mut report)?;
    drop(server.stop()?);
    Ok(report)
}
