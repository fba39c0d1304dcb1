//! The search as one SQL query over the same database: what the index in memory is held against.

use std::time::{Duration, Instant};

use hotel_core::stay::day_number;
use jiff::civil::Date;
use rusqlite::{Connection, Statement, params};

use crate::error::BenchError;
use crate::figures::Latencies;
use crate::orders::RATE_PLAN;

/// The one query.
const SEARCH: &str = include_str!("runs/search.sql");

/// What the query would find in columns of its own if it were how the house searched: where the hotels
/// stand and who fits into their rooms, with an index. The house keeps that in JSON.
const PLACES: &str = "
CREATE TEMP TABLE place (
  city_code TEXT NOT NULL,
  hotel TEXT NOT NULL,
  room_type TEXT NOT NULL,
  adults_max INTEGER NOT NULL,
  PRIMARY KEY (city_code, hotel, room_type)
) STRICT, WITHOUT ROWID;
INSERT INTO place (city_code, hotel, room_type, adults_max)
SELECT hotel.body ->> 'city_code', hotel.code, room_type.code, room_type.body ->> 'adults_max'
FROM hotel JOIN room_type ON room_type.hotel = hotel.code;
ANALYZE place;";

/// What is searched for.
#[derive(Clone, Debug)]
pub(crate) struct Wanted {
    /// The city.
    pub(crate) city_code: String,
    /// The first night.
    pub(crate) check_in: Date,
    /// The day of leaving.
    pub(crate) check_out: Date,
    /// Adults in the room.
    pub(crate) adults: u8,
    /// Offers at most.
    pub(crate) limit: u32,
}

/// An offer: hotel, room type and total.
pub(crate) type Found = (String, String, i64);

/// Makes a connection ready to search, with the whole database within its reach in memory.
pub(crate) fn prepare(connection: &Connection) -> Result<(), BenchError> {
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update(None, "cache_size", -512 * 1024)?;
    connection.execute_batch(PLACES)?;
    Ok(())
}

/// Returns the query, prepared.
pub(crate) fn statement(connection: &Connection) -> Result<Statement<'_>, BenchError> {
    Ok(connection.prepare(SEARCH)?)
}

/// Searches.
pub(crate) fn search(
    statement: &mut Statement<'_>,
    wanted: &Wanted,
) -> Result<Vec<Found>, BenchError> {
    let params = params![
        wanted.city_code,
        day_number(wanted.check_in),
        day_number(wanted.check_out),
        RATE_PLAN,
        wanted.adults,
        wanted.limit,
    ];
    let found = statement.query_map(params, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Searches for one after another, for a while, and returns how long each took.
pub(crate) fn measure(
    statement: &mut Statement<'_>,
    all: &[Wanted],
    length: Duration,
) -> Result<Latencies, BenchError> {
    let began = Instant::now();
    let mut latencies = Latencies::default();
    for wanted in all.iter().cycle() {
        if began.elapsed() >= length {
            break;
        }
        let asked = Instant::now();
        std::hint::black_box(search(statement, wanted)?);
        latencies.record(asked.elapsed());
    }
    Ok(latencies)
}
