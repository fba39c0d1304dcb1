//! Saving what hotels sell: seldom, and a row at a time but for rates.

use rusqlite::Connection;

use hotel_core::event::{EventData, RatesSet};
use hotel_core::ids::HotelCode;

use super::super::insert::{Cell, Insert};
use crate::store::sqlite::rows::day;
use crate::store::words::json;
use crate::store::{Batch, StoreError};

const SET_HOTEL: &str = "INSERT INTO hotel (code, body) VALUES (?1, ?2) \
     ON CONFLICT DO UPDATE SET body = excluded.body";
const SET_ROOM_TYPE: &str = "INSERT INTO room_type (hotel, code, body) VALUES (?1, ?2, ?3) \
     ON CONFLICT DO UPDATE SET body = excluded.body";
const REMOVE_ROOM_TYPE: &str = "DELETE FROM room_type WHERE hotel = ?1 AND code = ?2";
const SET_ROOM: &str = "INSERT INTO room (hotel, number, room_type, body) VALUES (?1, ?2, ?3, ?4) \
     ON CONFLICT DO UPDATE SET room_type = excluded.room_type, body = excluded.body";
const REMOVE_ROOM: &str = "DELETE FROM room WHERE hotel = ?1 AND number = ?2";
const SET_RATE_PLAN: &str = "INSERT INTO rate_plan (hotel, code, body) VALUES (?1, ?2, ?3) \
     ON CONFLICT DO UPDATE SET body = excluded.body";
const REMOVE_RATE_PLAN: &str = "DELETE FROM rate_plan WHERE hotel = ?1 AND code = ?2";

/// Writes what an event changed in a catalogue.
pub(super) fn save(
    connection: &Connection,
    hotel: HotelCode,
    data: &EventData,
    batch: &Batch<'_>,
) -> Result<(), StoreError> {
    let code = hotel.as_str();
    let run = |sql: &str, values: &[&str]| -> Result<(), StoreError> {
        connection.prepare_cached(sql)?.execute(rusqlite::params_from_iter(values))?;
        Ok(())
    };
    match data {
        EventData::Hotel(change) => run(SET_HOTEL, &[code, &json(&change.new)?]),
        EventData::RoomType(change) => match (&change.old, &change.new) {
            (_, Some(new)) => run(SET_ROOM_TYPE, &[code, new.code.as_str(), &json(new)?]),
            (Some(old), None) => run(REMOVE_ROOM_TYPE, &[code, old.code.as_str()]),
            (None, None) => Ok(()),
        },
        EventData::Room(change) => match (&change.old, &change.new) {
            (_, Some(new)) => {
                let values = [code, new.number.as_str(), new.room_type.as_str(), &json(new)?];
                run(SET_ROOM, &values)
            }
            (Some(old), None) => run(REMOVE_ROOM, &[code, old.number.as_str()]),
            (None, None) => Ok(()),
        },
        EventData::RatePlan(change) => match (&change.old, &change.new) {
            (_, Some(new)) => run(SET_RATE_PLAN, &[code, new.code.as_str(), &json(new)?]),
            (Some(old), None) => run(REMOVE_RATE_PLAN, &[code, old.code.as_str()]),
            (None, None) => Ok(()),
        },
        EventData::Rates(set) => save_rates(connection, hotel, set, batch),
        EventData::Booking(_)
        | EventData::Inventory(_)
        | EventData::RoomBlock(_)
        | EventData::Guest(_)
        | EventData::User(_)
        | EventData::Token(_) => Ok(()),
    }
}

static RATES: Insert = Insert::new(
    "INSERT INTO rate_night (hotel, rate_plan, room_type, night, minor, closed, \
           closed_to_arrival, closed_to_departure, nights_min, nights_max)",
    10,
    "ON CONFLICT DO UPDATE SET minor = excluded.minor, closed = excluded.closed, \
           closed_to_arrival = excluded.closed_to_arrival, \
           closed_to_departure = excluded.closed_to_departure, \
           nights_min = excluded.nights_min, nights_max = excluded.nights_max",
);

fn save_rates(
    connection: &Connection,
    hotel: HotelCode,
    set: &RatesSet,
    batch: &Batch<'_>,
) -> Result<(), StoreError> {
    let calendar = batch
        .facts
        .catalogues
        .get(&hotel)
        .and_then(|catalogue| catalogue.rates.get(&(set.rate_plan, set.room_type)));
    let Some(calendar) = calendar else { return Ok(()) };
    let mut rows = Vec::new();
    for night in set.nights.nights() {
        let Some(rate) = calendar.get(night) else { continue };
        let rule = rate.restriction;
        rows.extend([
            Cell::Text(hotel.as_str()),
            Cell::Text(set.rate_plan.as_str()),
            Cell::Text(set.room_type.as_str()),
            day(night),
            Cell::Integer(rate.minor),
            Cell::Integer(rule.closed.into()),
            Cell::Integer(rule.closed_to_arrival.into()),
            Cell::Integer(rule.closed_to_departure.into()),
            Cell::Integer(rule.nights_min.into()),
            Cell::Integer(rule.nights_max.into()),
        ]);
    }
    RATES.run(connection, &rows)
}
