//! Saving bookings, what happened to them, and what their callers were answered.

use rusqlite::Connection;

use hotel_core::booking::Booking;
use hotel_core::event::SCHEMA_VERSION;

use super::super::insert::{Cell, Insert};
use crate::store::sqlite::rows::{count, day, micros};
use crate::store::words::{
    BookingNumbers, OpenedJson, channel_word, data_json, json, opened_json, stream_name,
};
use crate::store::{Batch, StoreError, StoredAnswer};

/// Writes the bookings of a batch, its events, and its results.
pub(super) fn save(
    connection: &Connection,
    numbers: &mut BookingNumbers<'_>,
    batch: &Batch<'_>,
) -> Result<(), StoreError> {
    let opened = opened_json(batch)?;
    save_bookings(connection, numbers, batch)?;
    save_requests(connection, numbers, batch)?;
    save_events(connection, numbers, batch, &opened)?;
    save_streams(connection, batch)?;
    save_results(connection, numbers, batch)
}

static BOOKINGS: Insert = Insert::new(
    "INSERT OR ROLLBACK INTO booking (number, hotel, version, state, check_in, check_out, guest, \
     expires_at, total_minor, fee_minor, provisional, body)",
    12,
    "ON CONFLICT DO UPDATE SET version = excluded.version, state = excluded.state, \
     check_in = excluded.check_in, check_out = excluded.check_out, guest = excluded.guest, \
     expires_at = excluded.expires_at, total_minor = excluded.total_minor, \
     fee_minor = excluded.fee_minor, body = excluded.body",
);

fn save_bookings(
    connection: &Connection,
    numbers: &mut BookingNumbers<'_>,
    batch: &Batch<'_>,
) -> Result<(), StoreError> {
    // In the order of their numbers, so that new ones land at the end of the table.
    let mut touched: Vec<(u64, &Booking)> = batch
        .facts
        .touched
        .bookings
        .iter()
        .filter_map(|code| Some((numbers.of(*code), batch.facts.bookings.get(code)?)))
        .collect();
    touched.sort_unstable_by_key(|(number, _)| *number);
    let changed: Vec<Option<String>> = touched
        .iter()
        .map(|(_, booking)| (booking.version > 1).then(|| json(booking)).transpose())
        .collect::<Result<_, _>>()?;
    let mut rows = Vec::with_capacity(touched.len() * 12);
    for ((number, booking), changed) in touched.into_iter().zip(&changed) {
        rows.extend([
            count(number),
            Cell::Text(booking.hotel.as_str()),
            count(booking.version),
            Cell::Text(booking.state.as_str()),
            day(booking.stay.check_in()),
            day(booking.stay.check_out()),
            Cell::Blob(booking.guest.0.as_bytes()),
            booking.expires_at.map_or(Cell::Null, micros),
            Cell::Integer(booking.price.total_minor),
            Cell::Integer(booking.fee_minor),
            booking.provisional.as_ref().map_or(Cell::Null, |code| Cell::Text(code.as_str())),
            changed.as_ref().map_or(Cell::Null, |body| Cell::Text(body)),
        ]);
    }
    BOOKINGS.run(connection, &rows)
}

static REQUESTS: Insert = Insert::new(
    "INSERT OR ROLLBACK INTO booking_request (booking, text)",
    2,
    "ON CONFLICT DO UPDATE SET text = excluded.text",
);

fn save_requests(
    connection: &Connection,
    numbers: &mut BookingNumbers<'_>,
    batch: &Batch<'_>,
) -> Result<(), StoreError> {
    let mut rows = Vec::new();
    for code in &batch.facts.touched.requests {
        let Some(requests) = batch.facts.requests.get(code) else { continue };
        rows.extend([count(numbers.of(*code)), Cell::Text(requests.as_str())]);
    }
    REQUESTS.run(connection, &rows)
}

static EVENTS: Insert = Insert::new(
    "INSERT OR ROLLBACK INTO event (position, id, hotel, sequence, booking, type, occurred_at, \
     recorded_at, enqueued_at, actor, channel, correlation, causation, schema, data)",
    15,
    "",
);

fn save_events(
    connection: &Connection,
    numbers: &mut BookingNumbers<'_>,
    batch: &Batch<'_>,
    opened: &OpenedJson<'_>,
) -> Result<(), StoreError> {
    let data: Vec<String> = batch
        .events
        .iter()
        .map(|event| data_json(event, opened))
        .collect::<Result<_, StoreError>>()?;
    let mut rows = Vec::with_capacity(batch.events.len() * 15);
    for (event, data) in batch.events.iter().zip(&data) {
        rows.extend([
            count(event.position),
            Cell::Blob(event.id.0.as_bytes()),
            Cell::Text(stream_name(event.hotel.as_ref())),
            count(event.sequence),
            event.booking.map_or(Cell::Null, |code| count(numbers.of(code))),
            Cell::Text(event.data.event_type()),
            micros(event.occurred_at),
            micros(event.recorded_at),
            event.enqueued_at.map_or(Cell::Null, micros),
            Cell::Text(event.actor.as_str()),
            Cell::Text(channel_word(event.channel)),
            Cell::Blob(event.correlation.as_bytes()),
            Cell::Blob(event.causation.as_bytes()),
            Cell::Integer(SCHEMA_VERSION.into()),
            Cell::Text(data),
        ]);
    }
    EVENTS.run(connection, &rows)
}

static STREAMS: Insert = Insert::new(
    "INSERT OR ROLLBACK INTO stream (hotel, sequence)",
    2,
    "ON CONFLICT DO UPDATE SET sequence = excluded.sequence",
);

fn save_streams(connection: &Connection, batch: &Batch<'_>) -> Result<(), StoreError> {
    let mut rows = Vec::with_capacity(batch.sequences.len() * 2);
    for (stream, sequence) in batch.sequences {
        rows.extend([Cell::Text(stream_name(stream.as_ref())), count(*sequence)]);
    }
    STREAMS.run(connection, &rows)
}

static RESULTS: Insert = Insert::new(
    "INSERT OR ROLLBACK INTO command (principal, key, fingerprint, status, etag, booking, changes, \
     body, decided_at)",
    9,
    "",
);

fn save_results(
    connection: &Connection,
    numbers: &mut BookingNumbers<'_>,
    batch: &Batch<'_>,
) -> Result<(), StoreError> {
    let mut rows = Vec::with_capacity(batch.results.len() * 9);
    for ((user, key), result) in batch.results {
        let (booking, changes, body) = match &result.answer {
            StoredAnswer::Told { booking, changes } => {
                (count(numbers.of(*booking)), Cell::Integer((*changes).into()), Cell::Null)
            }
            StoredAnswer::Written(body) => (Cell::Null, Cell::Null, Cell::Text(body)),
        };
        rows.extend([
            Cell::Blob(user.0.as_bytes()),
            Cell::Text(key.as_str()),
            Cell::Blob(&result.fingerprint),
            Cell::Integer(result.status.into()),
            result.etag.map_or(Cell::Null, count),
            booking,
            changes,
            body,
            micros(batch.decided_at),
        ]);
    }
    RESULTS.run(connection, &rows)
}
