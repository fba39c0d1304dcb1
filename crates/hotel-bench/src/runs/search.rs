//! Searches of a thousand hotels: in the server, over HTTP, and as one SQL query over the same file.

use std::time::Duration;

use hotel_core::wire::search::{SearchQuery, SearchSort};
use rusqlite::Statement;
use serde_json::Value;

use super::{Site, progress};
use crate::args::Pace;
use crate::child::{Server, Wish};
use crate::day::{search_path, stays};
use crate::driven::Driven;
use crate::error::BenchError;
use crate::figures::{Latencies, median, ratio, rounded};
use crate::load::{Span, Traffic, Verdict};
use crate::report::{Figures, Report};
use crate::role::Question;
use crate::series::Series;
use crate::sql::{self, Found, Wanted};
use crate::template::Door;
use crate::world::{World, city_code};

/// Guests, and offers on a page.
const ADULTS: u8 = 2;
const OFFERS: u32 = 20;

/// Searches over HTTP, one after another.
struct Searches {
    requests: Vec<Vec<u8>>,
    place: usize,
}

impl Searches {
    fn new(door: &Door, world: &World, server: &Server) -> Self {
        let first_night = server.ready.first_night;
        let paths = (0..world.cities)
            .flat_map(|city| stays(first_night).map(move |stay| search_path(city, stay)));
        Self { requests: paths.map(|path| door.get(&path)).collect(), place: 0 }
    }
}

impl Traffic for Searches {
    fn next(&mut self) -> (usize, &[u8]) {
        self.place = (self.place + 1) % self.requests.len();
        (0, &self.requests[self.place])
    }

    fn judge(&mut self, _kind: usize, status: u16, _body: &[u8]) -> Verdict {
        if status == 200 { Verdict::Done(1) } else { Verdict::Failed }
    }
}

/// Measures it.
pub(crate) fn run(site: &Site, pace: Pace, hotels: u16) -> Result<Report, BenchError> {
    let mut report = site.report("search")?;
    report.settings.put("seconds", pace.seconds).put("rounds", pace.rounds);
    report.settings.put("hotels", hotels).put("nights", World::WIDE.nights);
    let spread = World { hotels, cities: World::WIDE.cities.min(hotels), ..World::WIDE };
    let server = measure(site, pace, spread, "", &mut report)?;
    memory(server, &spread, &mut report)?;
    let crowded = World { cities: 1, ..spread };
    let server = measure(site, pace, crowded, "-one-city", &mut report)?;
    drop(server.stop()?);
    Ok(report)
}

/// What came of the rounds in the server and in SQL.
#[derive(Default)]
struct Rounds {
    inside: Vec<Value>,
    sql: Vec<Latencies>,
}

fn measure(
    site: &Site,
    pace: Pace,
    world: World,
    suffix: &str,
    report: &mut Report,
) -> Result<Server, BenchError> {
    let World { hotels, cities, .. } = world;
    progress(&format!("search: {hotels} hotels in {cities} cities are built first"));
    let mut server = Server::start(site, Wish::of(world))?;
    let wanted = all_wanted(&world, &server);
    let database = server.ground().look()?;
    sql::prepare(&database)?;
    let mut statement = sql::statement(&database)?;
    compare(&mut server, &mut statement, &wanted, report)?;
    let mut series = [Series::default(), Series::default()];
    let mut rounds = Rounds::default();
    for round in 1..=pace.rounds {
        progress(&format!("search{suffix}: round {round}"));
        rounds.inside.push(inside(&mut server, &wanted, pace)?);
        rounds.sql.push(sql::measure(&mut statement, &wanted, pace.length())?);
        for (series, connections) in series.iter_mut().zip([1, 64]) {
            let searches = Searches::new(&server.door(), &world, &server);
            let mut driven = Driven::new(&server, searches);
            driven.round(connections, Span::of(pace.length()))?;
            series.append(driven.series);
        }
    }
    tell(suffix, &rounds, report);
    for (series, connections) in series.iter().zip([1, 64]) {
        let name = format!("http{suffix}@{connections}");
        let mut figures = series.latency_figures(0);
        series.shares_into(&mut figures);
        series.blame(&name, report);
        report.row(name, figures);
    }
    drop(statement);
    Ok(server)
}

fn all_wanted(world: &World, server: &Server) -> Vec<Wanted> {
    let first_night = server.ready.first_night;
    let all = (0..world.cities).flat_map(|city| {
        stays(first_night).map(move |(check_in, check_out)| Wanted {
            city_code: city_code(city),
            check_in,
            check_out,
            adults: ADULTS,
            limit: OFFERS,
        })
    });
    all.collect()
}

fn query(wanted: &Wanted) -> SearchQuery {
    SearchQuery {
        place: Some(wanted.city_code.clone()),
        near: None,
        radius_km: None,
        check_in: wanted.check_in,
        check_out: wanted.check_out,
        adults: Some(wanted.adults),
        children: None,
        rooms: None,
        room_type: None,
        rate_plan: None,
        amenities: None,
        stars_min: None,
        price_max_minor: None,
        refundable: None,
        promo: None,
        sort: Some(SearchSort::Price),
        cursor: None,
        limit: Some(wanted.limit),
    }
}

/// Notes a fault if index and SQL do not find the same offers in the same order.
fn compare(
    server: &mut Server,
    statement: &mut Statement<'_>,
    all: &[Wanted],
    report: &mut Report,
) -> Result<(), BenchError> {
    for wanted in all {
        let question = Question::Offers { query: Box::new(query(wanted)) };
        let answer = server.ask(&question, Duration::ZERO)?;
        let indexed: Vec<Found> = serde_json::from_value(answer["offers"].clone())?;
        let queried = sql::search(statement, wanted)?;
        if indexed != queried || indexed.is_empty() {
            report.fault(format!("index and SQL differ: {wanted:?}: {indexed:?}, {queried:?}"));
            return Ok(());
        }
    }
    Ok(())
}

fn inside(server: &mut Server, all: &[Wanted], pace: Pace) -> Result<Value, BenchError> {
    let queries = all.iter().map(query).collect();
    let question = Question::Search { queries, seconds: pace.seconds };
    server.ask(&question, pace.length())
}

fn tell(suffix: &str, rounds: &Rounds, report: &mut Report) {
    let inside = |name: &str| {
        median(rounds.inside.iter().map(|round| round[name].as_f64().unwrap_or_default()))
    };
    let sql = |share| median(rounds.sql.iter().map(|round| round.quantile_ms(share)));
    let (inside_p50, inside_p99) = (inside("p50_ms"), inside("p99_ms"));
    let (sql_p50, sql_p99) = (sql(0.5), sql(0.99));
    let mut figures = Figures::default();
    figures
        .put("p50_ms", rounded(inside_p50, 4))
        .put("p99_ms", rounded(inside_p99, 4))
        .put("measured", rounded(inside("count"), 0))
        .put("times_faster_p50", rounded(ratio(sql_p50, inside_p50), 1))
        .put("times_faster_p99", rounded(ratio(sql_p99, inside_p99), 1));
    report.row(format!("index{suffix}"), figures);
    let mut figures = Figures::default();
    let counts = rounds.sql.iter().map(|round| crate::figures::real(round.count()));
    figures
        .put("p50_ms", rounded(sql_p50, 4))
        .put("p99_ms", rounded(sql_p99, 4))
        .put("measured", rounded(median(counts), 0));
    report.row(format!("sql{suffix}"), figures);
}

/// Starts the server once more over the same file, and reads what that takes in memory.
fn memory(server: Server, world: &World, report: &mut Report) -> Result<(), BenchError> {
    progress("search: memory");
    let server = server.again()?;
    let nights = u64::from(world.hotels) * 5 * u64::from(world.nights);
    let night_len = size_of::<Option<hotel_core::inventory::Night>>();
    let least = crate::figures::real(nights * crate::figures::count(night_len));
    let mut figures = Figures::default();
    figures
        .put("index_mib", rounded(server.ready.index_mib, 1))
        .put("nights_alone_mib", rounded(least / 1024.0 / 1024.0, 1))
        .put("house_open_mib", rounded(server.ready.open_mib, 1))
        .put("measured_by", "growth of the resident set by one more index");
    report.row("memory", figures);
    drop(server.stop()?);
    Ok(())
}
