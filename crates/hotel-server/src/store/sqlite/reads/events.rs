//! Reads of the log: what happened, by its place in the feed.

use std::collections::HashMap;

use jiff::Timestamp;
use rusqlite::{Connection, Row, params_from_iter};

use hotel_core::event::Event;
use hotel_core::ids::HotelCode;

use super::{all_rows, first_row};
use crate::store::codes::Codes;
use crate::store::sqlite::insert::Cell;
use crate::store::sqlite::rows::{count, counted, event_columns, event_from_row, text};
use crate::store::words::is_kind;
use crate::store::{EventBatch, EventFilter, StoreError};

/// The most events one read returns: some megabytes, and far more than one booking ever has.
pub(super) const EVENTS_MAX: u32 = 10_000;

const HEAD: &str = "SELECT coalesce(max(event.position), 0) AS position FROM event";

/// Reads the last position of the feed.
pub(super) fn head(connection: &Connection) -> Result<u64, StoreError> {
    let head = first_row(connection, HEAD, [], |row| counted(row, "position"))?;
    Ok(head.unwrap_or(0))
}

const SEQUENCES: &str = "SELECT stream.hotel, stream.sequence FROM stream \
     WHERE stream.hotel <> ''";

/// Reads the last sequence of each hotel's stream.
pub(super) fn sequences(connection: &Connection) -> Result<HashMap<HotelCode, u64>, StoreError> {
    let sequence =
        |row: &Row<'_>| Ok((text(row, "hotel", "hotel code")?, counted(row, "sequence")?));
    Ok(all_rows(connection, SEQUENCES, [], sequence)?.into_iter().collect())
}

const FEED_FORWARD: &str = concat!(
    "SELECT ",
    event_columns!(),
    " FROM event \
     WHERE event.position > ?1 AND event.position <= ?2 ORDER BY event.position"
);

const FEED_BACKWARD: &str = concat!(
    "SELECT ",
    event_columns!(),
    " FROM event \
     WHERE event.position > ?1 AND event.position <= ?2 ORDER BY event.position DESC"
);

const HISTORY_FORWARD: &str = concat!(
    "SELECT ",
    event_columns!(),
    " FROM event INDEXED BY event_by_booking \
     WHERE event.booking = ?3 AND event.position > ?1 AND event.position <= ?2 \
     ORDER BY event.position"
);

const HISTORY_BACKWARD: &str = concat!(
    "SELECT ",
    event_columns!(),
    " FROM event INDEXED BY event_by_booking \
     WHERE event.booking = ?3 AND event.position > ?1 AND event.position <= ?2 \
     ORDER BY event.position DESC"
);

/// Reads the events after a position that pass a filter.
pub(super) fn following(
    connection: &Connection,
    codes: &Codes,
    filter: &EventFilter,
    after: u64,
    limit: u32,
) -> Result<EventBatch, StoreError> {
    let head = head(connection)?;
    let sql = if filter.booking.is_some() { HISTORY_FORWARD } else { FEED_FORWARD };
    let (events, full) = sieve(connection, codes, (sql, filter), (after, head), limit)?;
    // A full batch was cut off somewhere before the head: what follows its last event is unseen.
    let last = events.last().filter(|_| full).map(|event| event.position);
    Ok(EventBatch { scanned_to: last.unwrap_or(head.max(after)), events })
}

/// Reads the newest events that pass a filter.
pub(super) fn last(
    connection: &Connection,
    codes: &Codes,
    filter: &EventFilter,
    count: u32,
) -> Result<EventBatch, StoreError> {
    let head = head(connection)?;
    let sql = if filter.booking.is_some() { HISTORY_BACKWARD } else { FEED_BACKWARD };
    let (mut events, _) = sieve(connection, codes, (sql, filter), (0, head), count)?;
    events.reverse();
    Ok(EventBatch { events, scanned_to: head })
}

/// Reads the events between two positions that pass a filter, and tells whether the limit cut them.
fn sieve(
    connection: &Connection,
    codes: &Codes,
    (sql, filter): (&str, &EventFilter),
    (after, head): (u64, u64),
    limit: u32,
) -> Result<(Vec<Event>, bool), StoreError> {
    let limit = usize::try_from(limit.clamp(1, EVENTS_MAX)).unwrap_or(1);
    let booking = filter.booking.map(|code| count(codes.number(code)));
    let wanted: Vec<Cell<'_>> = [count(after), count(head)].into_iter().chain(booking).collect();
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query(params_from_iter(wanted))?;
    let mut events = Vec::new();
    while let Some(row) = rows.next()? {
        if passes(row, filter)? {
            events.push(event_from_row(row, codes)?);
        }
        if events.len() == limit {
            return Ok((events, true));
        }
    }
    Ok((events, false))
}

/// Tells whether an event passes a filter, before its data is read.
fn passes(row: &Row<'_>, filter: &EventFilter) -> Result<bool, StoreError> {
    let word = |column| -> Result<&str, StoreError> {
        Ok(row.get_ref(column)?.as_str().map_err(rusqlite::Error::from)?)
    };
    if !filter.hotels.is_empty() {
        let hotel = word("hotel")?;
        if !filter.hotels.iter().any(|code| code.as_str() == hotel) {
            return Ok(false);
        }
    }
    if !filter.kinds.is_empty() {
        let kind = word("type")?;
        if !filter.kinds.iter().any(|wanted| is_kind(wanted, kind)) {
            return Ok(false);
        }
    }
    match filter.until {
        Some(until) => Ok(row.get::<_, i64>("recorded_at")? < until.as_microsecond()),
        None => Ok(true),
    }
}

const MOMENT_AT: &str = "SELECT event.position, event.recorded_at FROM event \
     WHERE event.position <= ?1 ORDER BY event.position DESC LIMIT 1";

/// Finds the last position before a moment by halving the feed, whose moments never go back.
pub(super) fn position_before(
    connection: &Connection,
    since: Timestamp,
) -> Result<u64, StoreError> {
    let (mut low, mut high) = (0, head(connection)?);
    // Up to `low` everything happened before the moment, after `high` nothing did.
    while low < high {
        let middle = high - (high - low) / 2;
        let found = first_row(connection, MOMENT_AT, [count(middle)], |row| {
            Ok((counted(row, "position")?, row.get::<_, i64>("recorded_at")?))
        })?;
        let later = found.filter(|(position, at)| *position > low && *at >= since.as_microsecond());
        match later {
            Some((position, _)) => high = position - 1,
            None => low = middle,
        }
    }
    Ok(low)
}
