//! Everyone wants one room type on one night: with few rooms, so that most are refused, and with
//! rooms for all.

use hotel_server::bench::ECHO_PATH;

use super::{Site, progress};
use crate::args::Pace;
use crate::child::{Server, Wish};
use crate::driven::{Books, Driven};
use crate::error::BenchError;
use crate::figures::{median, ratio, rounded};
use crate::load::Span;
use crate::orders::{HOT_HOTEL, STAY_NIGHTS};
use crate::report::{Figures, Report};
use crate::series::Series;
use crate::traffic::{BOOKINGS_PATH, Booking};
use crate::world::World;

/// Connections.
const CONNECTIONS: usize = 256;

/// Rooms of the room type that everyone wants.
const HOT_ROOMS: u16 = 500;

/// Measures it.
pub(crate) fn run(site: &Site, pace: Pace) -> Result<Report, BenchError> {
    let mut report = site.report("hot")?;
    report.settings.put("seconds", pace.seconds).put("rounds", pace.rounds);
    report.settings.put("connections", CONNECTIONS).put("hot_rooms", HOT_ROOMS);
    let world = World { hot_rooms: Some(HOT_ROOMS), ..World::ROOMY };
    let server = Server::start(site, Wish::of(world))?;
    let mut books = Books::open(&server)?;
    let (door, field) = (server.door(), server.field());
    let mut sources = Site::sources();
    let mut orders = || sources.orders(field);
    let mut all = [
        Driven::new(&server, Booking::new(&door, BOOKINGS_PATH, field, orders())),
        Driven::new(&server, Booking::hot(&door, field, orders(), HOT_HOTEL)),
        Driven::new(&server, Booking::hot(&door, field, orders(), 0)),
        Driven::new(&server, Booking::new(&door, ECHO_PATH, field, orders())),
    ];
    let floor = site.floor(field)?;
    let mut floors = Vec::new();
    for round in 1..=pace.rounds {
        progress(&format!("hot: round {round}"));
        // Another night each time, so that there are rooms again; the first may be over.
        let night = usize::try_from(round).unwrap_or(1) % (usize::from(field.nights) - 2) + 1;
        for driven in &mut all {
            driven.traffic.want(night);
            driven.round(CONNECTIONS, Span::of(pace.length()))?;
        }
        if let Some(floor) = &floor {
            floors.push(floor.hot(pace.seconds)?);
        }
    }
    let [bookings, hot, roomy, echo] = all.map(|driven| driven.series);
    books.confirm(bookings.done_in_all(), STAY_NIGHTS);
    books.confirm(hot.done_in_all() + roomy.done_in_all(), 1);
    let on_sale = u64::from(HOT_ROOMS) * hot.len();
    if hot.done_in_all() > on_sale || (hot.refused() > 0 && hot.done_in_all() < on_sale) {
        report.fault(format!("{on_sale} rooms, but {} were sold", hot.done_in_all()));
    }
    tell([bookings, hot, roomy, echo], floor.map(|_| median(floors)), &mut report);
    books.balance("hot", &server, &mut report)?;
    drop(server.stop()?);
    Ok(report)
}

fn tell(all: [Series; 4], floor: Option<f64>, report: &mut Report) {
    let of_bookings = all[0].answer_rate(0);
    let of_echo = all[3].answer_rate(0);
    for (name, series) in ["bookings", "hot", "hot-roomy", "echo"].into_iter().zip(all) {
        let answered = series.answer_rate(0);
        let mut figures = series.latency_figures(0);
        figures
            .put("answered_per_second", rounded(answered, 0))
            .put("sold", series.done_in_all())
            .put("refused", series.refused())
            .put("of_bookings", rounded(ratio(answered, of_bookings), 3))
            .put("of_echo", rounded(ratio(answered, of_echo), 3));
        if let Some(floor) = floor {
            figures.put("of_pgbench", rounded(ratio(answered, floor), 2));
        }
        series.shares_into(&mut figures);
        series.blame(name, report);
        report.row(name, figures);
    }
    if let Some(floor) = floor {
        let mut figures = Figures::default();
        figures.put("per_second", rounded(floor, 0));
        report.row("pgbench-hot", figures);
    }
}
