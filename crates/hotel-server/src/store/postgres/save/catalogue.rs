//! Saving what hotels sell: seldom, and a row at a time but for rates.

use jiff::civil::Date;

use hotel_core::event::{EventData, RatesSet};
use hotel_core::ids::HotelCode;

use super::{Rows as _, rows};
use crate::store::postgres::session::{Cell, Session};
use crate::store::words::json;
use crate::store::{Batch, StoreError};

const SET_HOTEL: &str = "INSERT INTO hotel (code, body) VALUES ($1, $2) \
     ON CONFLICT (code) DO UPDATE SET body = excluded.body";
const SET_ROOM_TYPE: &str = "INSERT INTO room_type (hotel, code, body) VALUES ($1, $2, $3) \
     ON CONFLICT (hotel, code) DO UPDATE SET body = excluded.body";
const REMOVE_ROOM_TYPE: &str = "DELETE FROM room_type WHERE hotel = $1 AND code = $2";
const SET_ROOM: &str = "INSERT INTO room (hotel, number, room_type, body) VALUES ($1, $2, $3, $4) \
     ON CONFLICT (hotel, number) DO UPDATE SET room_type = excluded.room_type, \
     body = excluded.body";
const REMOVE_ROOM: &str = "DELETE FROM room WHERE hotel = $1 AND number = $2";
const SET_RATE_PLAN: &str = "INSERT INTO rate_plan (hotel, code, body) VALUES ($1, $2, $3) \
     ON CONFLICT (hotel, code) DO UPDATE SET body = excluded.body";
const REMOVE_RATE_PLAN: &str = "DELETE FROM rate_plan WHERE hotel = $1 AND code = $2";

/// Writes what an event changed in a catalogue.
pub(super) fn save(
    session: &mut Session,
    hotel: HotelCode,
    data: &EventData,
    batch: &Batch<'_>,
) -> Result<(), StoreError> {
    let code = hotel.as_str();
    let mut run = |sql: &'static str, values: &[&str]| -> Result<(), StoreError> {
        let values = values.iter().map(|value| value as Cell<'_>).collect();
        session.ask(&[(sql, values)]).map(drop)
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
        EventData::Rates(set) => {
            let rates = rates_of(hotel, set, batch)?;
            session.ask(&[(rates.sql(), rates.values())]).map(drop)
        }
        EventData::Booking(_)
        | EventData::Inventory(_)
        | EventData::RoomBlock(_)
        | EventData::Guest(_)
        | EventData::User(_)
        | EventData::Token(_) => Ok(()),
    }
}

rows! {
    /// Rates.
    Rates {
        hotel: &str, rate_plan: &str, room_type: &str, night: Date, minor: i64,
        closed: bool, closed_to_arrival: bool, closed_to_departure: bool, nights_min: i32,
        nights_max: i32,
    }
}

const SET_RATES: &str = "INSERT INTO rate_night (hotel, rate_plan, room_type, night, minor, closed, \
       closed_to_arrival, closed_to_departure, nights_min, nights_max) \
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::date[], $5::bigint[], \
       $6::boolean[], $7::boolean[], $8::boolean[], $9::int[], $10::int[]) \
     ON CONFLICT (hotel, rate_plan, room_type, night) DO UPDATE SET minor = excluded.minor, \
       closed = excluded.closed, closed_to_arrival = excluded.closed_to_arrival, \
       closed_to_departure = excluded.closed_to_departure, nights_min = excluded.nights_min, \
       nights_max = excluded.nights_max";

fn rates_of(hotel: HotelCode, set: &RatesSet, batch: &Batch<'_>) -> Result<Rates, StoreError> {
    let mut rows = Rates::of(SET_RATES);
    let calendar = batch
        .facts
        .catalogues
        .get(&hotel)
        .and_then(|catalogue| catalogue.rates.get(&(set.rate_plan, set.room_type)));
    let Some(calendar) = calendar else { return Ok(rows) };
    for night in set.nights.nights() {
        let Some(rate) = calendar.get(night) else { continue };
        let rule = rate.restriction;
        rows.push(
            hotel.as_str(),
            set.rate_plan.as_str(),
            set.room_type.as_str(),
            night,
            rate.minor,
            rule.closed,
            rule.closed_to_arrival,
            rule.closed_to_departure,
            rule.nights_min.into(),
            rule.nights_max.into(),
        )?;
    }
    Ok(rows)
}
