//! Saving a batch: many rows a statement, statements prepared once.

use rusqlite::types::Value;
use rusqlite::{Connection, params, params_from_iter};

use hotel_core::booking::Booking;
use hotel_core::event::{Event, EventData, RatesSet, SCHEMA_VERSION};
use hotel_core::facts::Occupant;
use hotel_core::ids::HotelCode;

use super::insert::Insert;
use super::load::stream_name;
use super::rows::{blob, channel_word, count, day, micros};
use crate::store::codes::Codes;
use crate::store::{Batch, StoreError};

fn json<T: serde::Serialize>(value: &T) -> Result<Value, StoreError> {
    let text = serde_json::to_string(value);
    Ok(Value::Text(super::rows::parsed("value", text)?))
}

/// Writes what a batch changed.
pub(super) fn save(
    connection: &Connection,
    codes: &Codes,
    batch: &Batch<'_>,
) -> Result<(), StoreError> {
    for event in batch.events.iter().filter(|event| event.data.is_catalogue()) {
        if let Some(hotel) = event.hotel {
            save_catalogue(connection, hotel, &event.data, batch)?;
        }
    }
    save_people(connection, batch)?;
    save_nights(connection, batch)?;
    save_room_nights(connection, codes, batch)?;
    save_bookings(connection, codes, batch)?;
    save_events(connection, codes, batch)?;
    save_results(connection, batch)
}

const NIGHTS: Insert = Insert {
    head: "INSERT INTO inventory (hotel, room_type, night, physical, out_of_order, \
           overbook_rooms, overbook_share, sold, held, closed)",
    columns: 10,
    tail: "ON CONFLICT DO UPDATE SET physical = excluded.physical, \
           out_of_order = excluded.out_of_order, overbook_rooms = excluded.overbook_rooms, \
           overbook_share = excluded.overbook_share, sold = excluded.sold, \
           held = excluded.held, closed = excluded.closed",
};

fn save_nights(connection: &Connection, batch: &Batch<'_>) -> Result<(), StoreError> {
    let mut rows = Vec::with_capacity(batch.facts.touched.nights.len() * NIGHTS.columns);
    for key in &batch.facts.touched.nights {
        let Some(night) = batch.facts.nights.get(key) else { continue };
        rows.extend([
            Value::Text(key.0.to_string()),
            Value::Text(key.1.to_string()),
            day(key.2),
            Value::Integer(night.physical.into()),
            Value::Integer(night.out_of_order.into()),
            Value::Integer(night.overbook.rooms.into()),
            Value::Integer(night.overbook.share.get().into()),
            Value::Integer(night.sold.into()),
            Value::Integer(night.held.into()),
            Value::Integer(night.closed.into()),
        ]);
    }
    NIGHTS.run(connection, &rows)
}

const ROOM_NIGHTS: Insert =
    Insert { head: "INSERT INTO room_night (hotel, night, room, booking)", columns: 4, tail: "" };
const FREE_ROOM: &str = "DELETE FROM room_night WHERE hotel = ?1 AND night = ?2 AND room = ?3";

/// Frees every touched room first, then takes: two bookings of one batch may swap rooms, and a room
/// that is taken twice runs into the primary key.
fn save_room_nights(
    connection: &Connection,
    codes: &Codes,
    batch: &Batch<'_>,
) -> Result<(), StoreError> {
    let mut free = connection.prepare_cached(FREE_ROOM)?;
    let mut rows = Vec::new();
    for key in &batch.facts.touched.room_nights {
        let (hotel, night, room) = (key.0.as_str(), day(key.1), key.2.as_str());
        free.execute(params![hotel, night, room])?;
        let Some(occupant) = batch.facts.room_nights.get(key) else { continue };
        let booking = match occupant {
            Occupant::Booking(code) => count(codes.number(*code)),
            Occupant::OutOfOrder => Value::Null,
        };
        rows.extend([Value::Text(hotel.to_owned()), night, Value::Text(room.to_owned()), booking]);
    }
    ROOM_NIGHTS.run(connection, &rows)
}

const BOOKINGS: Insert = Insert {
    head: "INSERT INTO booking (number, hotel, version, state, check_in, check_out, guest, \
           expires_at, total_minor, fee_minor, currency, created_at, body)",
    columns: 13,
    tail: "ON CONFLICT DO UPDATE SET version = excluded.version, state = excluded.state, \
           check_in = excluded.check_in, check_out = excluded.check_out, \
           guest = excluded.guest, expires_at = excluded.expires_at, \
           total_minor = excluded.total_minor, fee_minor = excluded.fee_minor, \
           body = excluded.body",
};
const REQUESTS: Insert = Insert {
    head: "INSERT INTO booking_request (booking, text)",
    columns: 2,
    tail: "ON CONFLICT DO UPDATE SET text = excluded.text",
};

fn save_bookings(
    connection: &Connection,
    codes: &Codes,
    batch: &Batch<'_>,
) -> Result<(), StoreError> {
    // In the order of their numbers, so that new ones land at the end of the table.
    let mut touched: Vec<(u64, &Booking)> = batch
        .facts
        .touched
        .bookings
        .iter()
        .filter_map(|code| Some((codes.number(*code), batch.facts.bookings.get(code)?)))
        .collect();
    touched.sort_unstable_by_key(|(number, _)| *number);
    let mut rows = Vec::with_capacity(touched.len() * BOOKINGS.columns);
    for (number, booking) in touched {
        rows.extend([
            count(number),
            Value::Text(booking.hotel.to_string()),
            count(booking.version),
            Value::Text(booking.state.as_str().to_owned()),
            day(booking.stay.check_in()),
            day(booking.stay.check_out()),
            blob(booking.guest.0),
            booking.expires_at.map_or(Value::Null, micros),
            Value::Integer(booking.price.total_minor),
            Value::Integer(booking.fee_minor),
            Value::Text(booking.currency.code().to_owned()),
            micros(booking.created_at),
            json(booking)?,
        ]);
    }
    BOOKINGS.run(connection, &rows)?;
    let mut rows = Vec::new();
    for code in &batch.facts.touched.requests {
        let Some(requests) = batch.facts.requests.get(code) else { continue };
        rows.extend([count(codes.number(*code)), Value::Text(requests.to_string())]);
    }
    REQUESTS.run(connection, &rows)
}

const EVENTS: Insert = Insert {
    head: "INSERT INTO event (position, id, hotel, sequence, booking, type, occurred_at, \
           recorded_at, actor, channel, correlation, causation, schema, data)",
    columns: 14,
    tail: "",
};
const STREAMS: Insert = Insert {
    head: "INSERT INTO stream (hotel, sequence)",
    columns: 2,
    tail: "ON CONFLICT DO UPDATE SET sequence = excluded.sequence",
};

fn save_events(
    connection: &Connection,
    codes: &Codes,
    batch: &Batch<'_>,
) -> Result<(), StoreError> {
    let mut rows = Vec::with_capacity(batch.events.len() * EVENTS.columns);
    for event in batch.events {
        rows.extend(event_row(event, codes)?);
    }
    EVENTS.run(connection, &rows)?;
    let mut rows = Vec::with_capacity(batch.sequences.len() * STREAMS.columns);
    for (stream, sequence) in batch.sequences {
        rows.extend([Value::Text(stream_name(*stream)), count(*sequence)]);
    }
    STREAMS.run(connection, &rows)
}

fn event_row(event: &Event, codes: &Codes) -> Result<[Value; 14], StoreError> {
    Ok([
        count(event.position),
        blob(event.id.0),
        Value::Text(stream_name(event.hotel)),
        count(event.sequence),
        event.booking.map_or(Value::Null, |code| count(codes.number(code))),
        Value::Text(event.data.event_type().to_owned()),
        micros(event.occurred_at),
        micros(event.recorded_at),
        Value::Text(event.actor.to_string()),
        Value::Text(channel_word(event.channel).to_owned()),
        blob(event.correlation),
        blob(event.causation),
        Value::Integer(SCHEMA_VERSION.into()),
        json(&event.data)?,
    ])
}

const RESULTS: Insert = Insert {
    head: "INSERT INTO command (principal, key, fingerprint, status, etag, body, decided_at)",
    columns: 7,
    tail: "",
};

fn save_results(connection: &Connection, batch: &Batch<'_>) -> Result<(), StoreError> {
    let mut rows = Vec::with_capacity(batch.results.len() * RESULTS.columns);
    for ((user, key), result) in batch.results {
        rows.extend([
            blob(user.0),
            Value::Text(key.as_str().to_owned()),
            Value::Blob(result.fingerprint.to_vec()),
            Value::Integer(result.status.into()),
            result.etag.map_or(Value::Null, count),
            Value::Text(result.body.clone()),
            micros(batch.decided_at),
        ]);
    }
    RESULTS.run(connection, &rows)
}

const GUESTS: Insert = Insert {
    head: "INSERT INTO guest (id, version, family, given, email, phone, note)",
    columns: 7,
    tail: "ON CONFLICT DO UPDATE SET version = excluded.version, family = excluded.family, \
           given = excluded.given, email = excluded.email, phone = excluded.phone, \
           note = excluded.note",
};
const USERS: Insert = Insert {
    head: "INSERT INTO user (id, name, role, hotels, active)",
    columns: 5,
    tail: "ON CONFLICT (id) DO UPDATE SET role = excluded.role, hotels = excluded.hotels, \
           active = excluded.active",
};
const TOKENS: Insert = Insert {
    head: "INSERT INTO token (id, user, secret_hash, created_at, expires_at, revoked)",
    columns: 6,
    tail: "ON CONFLICT (id) DO UPDATE SET revoked = excluded.revoked",
};

fn save_people(connection: &Connection, batch: &Batch<'_>) -> Result<(), StoreError> {
    let facts = batch.facts;
    let mut rows = Vec::new();
    for guest in facts.touched.guests.iter().filter_map(|id| facts.guests.get(id)) {
        rows.extend([blob(guest.id.0), count(guest.version)]);
        let texts = [
            guest.family.as_str(),
            guest.given.as_str(),
            guest.email.as_str(),
            guest.phone.as_str(),
            guest.note.as_str(),
        ];
        rows.extend(texts.map(|text| Value::Text(text.to_owned())));
    }
    GUESTS.run(connection, &rows)?;
    let mut rows = Vec::new();
    for user in facts.touched.users.iter().filter_map(|name| facts.users.get(name)) {
        rows.extend([
            blob(user.id.0),
            Value::Text(user.name.to_string()),
            Value::Text(user.role.as_str().to_owned()),
            json(&user.hotels)?,
            Value::Integer(user.active.into()),
        ]);
    }
    USERS.run(connection, &rows)?;
    let mut rows = Vec::new();
    for token in facts.touched.tokens.iter().filter_map(|id| facts.tokens.get(id)) {
        rows.extend([
            blob(token.id.0),
            blob(token.user.0),
            Value::Blob(token.secret_hash.to_vec()),
            micros(token.created_at),
            token.expires_at.map_or(Value::Null, micros),
            Value::Integer(token.revoked.into()),
        ]);
    }
    TOKENS.run(connection, &rows)
}

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

fn save_catalogue(
    connection: &Connection,
    hotel: HotelCode,
    data: &EventData,
    batch: &Batch<'_>,
) -> Result<(), StoreError> {
    let run = |sql: &str, values: &[Value]| -> Result<(), StoreError> {
        connection.prepare_cached(sql)?.execute(params_from_iter(values))?;
        Ok(())
    };
    let code = Value::Text(hotel.to_string());
    let word = |text: &dyn std::fmt::Display| Value::Text(text.to_string());
    match data {
        EventData::Hotel(change) => run(SET_HOTEL, &[code, json(&change.new)?]),
        EventData::RoomType(change) => match (&change.old, &change.new) {
            (_, Some(new)) => run(SET_ROOM_TYPE, &[code, word(&new.code), json(new)?]),
            (Some(old), None) => run(REMOVE_ROOM_TYPE, &[code, word(&old.code)]),
            (None, None) => Ok(()),
        },
        EventData::Room(change) => match (&change.old, &change.new) {
            (_, Some(new)) => {
                let values = [code, word(&new.number), word(&new.room_type), json(new)?];
                run(SET_ROOM, &values)
            }
            (Some(old), None) => run(REMOVE_ROOM, &[code, word(&old.number)]),
            (None, None) => Ok(()),
        },
        EventData::RatePlan(change) => match (&change.old, &change.new) {
            (_, Some(new)) => run(SET_RATE_PLAN, &[code, word(&new.code), json(new)?]),
            (Some(old), None) => run(REMOVE_RATE_PLAN, &[code, word(&old.code)]),
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

const RATES: Insert = Insert {
    head: "INSERT INTO rate_night (hotel, rate_plan, room_type, night, minor, closed, \
           closed_to_arrival, closed_to_departure, nights_min, nights_max)",
    columns: 10,
    tail: "ON CONFLICT DO UPDATE SET minor = excluded.minor, closed = excluded.closed, \
           closed_to_arrival = excluded.closed_to_arrival, \
           closed_to_departure = excluded.closed_to_departure, \
           nights_min = excluded.nights_min, nights_max = excluded.nights_max",
};

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
            Value::Text(hotel.to_string()),
            Value::Text(set.rate_plan.to_string()),
            Value::Text(set.room_type.to_string()),
            day(night),
            Value::Integer(rate.minor),
            Value::Integer(rule.closed.into()),
            Value::Integer(rule.closed_to_arrival.into()),
            Value::Integer(rule.closed_to_departure.into()),
            Value::Integer(rule.nights_min.into()),
            Value::Integer(rule.nights_max.into()),
        ]);
    }
    RATES.run(connection, &rows)
}
