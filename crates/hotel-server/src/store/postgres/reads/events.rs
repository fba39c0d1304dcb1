//! Reads of the log: what happened, by its place in the feed.

use std::time::Duration;

use jiff::Timestamp;
use tokio_postgres::Row;
use tokio_postgres::types::ToSql;

use hotel_core::event::Event;
use hotel_core::ids::{BookingCode, HotelCode};

use super::Queries;
use crate::store::postgres::rows::{count, counted, event_columns, event_from_row, get};
use crate::store::{EventBatch, EventFilter, StoreError};

/// The most events one read returns: some megabytes, and far more than one booking ever has.
const EVENTS_MAX: u32 = 10_000;

/// Positions looked at in one read where a filter lets few pass.
const WINDOW: u64 = 20_000;

/// Events that are read at once where few may pass.
const FILTERED_AT_ONCE: usize = 1_000;

/// How long a reader waits for the feed to take in what was just committed.
const TAKEN_IN_MAX: Duration = Duration::from_secs(2);

/// How often it looks.
const LOOK_EVERY: Duration = Duration::from_millis(5);

/// What part of the log somebody reads.
#[derive(Clone, Copy)]
enum Age {
    /// All of it lies behind what is newest.
    Old,
    /// It reaches to what is newest.
    New,
}

/// Which way along the feed somebody reads.
#[derive(Clone, Copy)]
enum Way {
    /// From the older to the newer.
    Forward,
    /// From the newer to the older.
    Backward,
}

impl Way {
    fn batches(self) -> &'static str {
        match self {
            Self::Forward => FORWARD,
            Self::Backward => BACKWARD,
        }
    }

    /// Returns by what events are put in order.
    fn rank(self, position: u64) -> u64 {
        match self {
            Self::Forward => position,
            Self::Backward => u64::MAX - position,
        }
    }

    /// Returns up to where all of a stretch was looked at.
    fn end(self, after: u64, to: u64) -> u64 {
        match self {
            Self::Forward => to,
            Self::Backward => after,
        }
    }

    /// Returns up to where it was looked, if an event is the last that was seen.
    fn beyond(self, position: u64) -> u64 {
        match self {
            Self::Forward => position,
            Self::Backward => position.saturating_sub(1),
        }
    }

    /// Returns up to where it was looked, if a batch is the last that was read.
    fn past(self, place: &Place) -> u64 {
        match self {
            Self::Forward => place.position + place.events,
            Self::Backward => place.position,
        }
    }
}

/// Where a batch stands in the feed: its events follow on its position.
struct Place {
    batch: u64,
    position: u64,
    events: u64,
}

impl Place {
    fn of(row: &Row) -> Result<Self, StoreError> {
        let events = u64::from(get::<i32>(row, "events")?.unsigned_abs());
        Ok(Self { batch: counted(row, "id")?, position: counted(row, "position")?, events })
    }
}

/// Returns how many batches hold as many events of a stretch as are wanted; all if they hold fewer.
fn enough(places: &[Place], (after, to): (u64, u64), wanted: usize) -> usize {
    let wanted = u64::try_from(wanted).unwrap_or(u64::MAX);
    let mut held = 0;
    let fills = places.iter().position(|place| {
        let end = (place.position + place.events).min(to);
        held += end.saturating_sub(place.position.max(after));
        held >= wanted
    });
    fills.map_or(places.len(), |last| last + 1)
}

/// What was read of a stretch of the feed.
struct Part {
    rows: Vec<Row>,
    /// Up to where it was looked.
    reached: u64,
}

// How far the feed reaches, and which batches were committed and are not in it yet: all of them, or those up
// to one.
const HEAD: &str = "SELECT feed.position, (SELECT max(batch.id) FROM batch \
       WHERE batch.position IS NULL AND ($1::bigint IS NULL OR batch.id <= $1)) AS waiting \
     FROM feed WHERE feed.id = 1";

/// The batches of a stretch of the feed in SQL, one way along it or the other.
macro_rules! batches {
    ($way:literal) => {
        concat!(
            "SELECT batch.id, batch.position, batch.events FROM batch \
             WHERE batch.position >= coalesce( \
               (SELECT max(earlier.position) FROM batch AS earlier \
                WHERE earlier.position <= $1), 0) \
             AND batch.position < $2 ORDER BY batch.position ",
            $way,
            " LIMIT $3"
        )
    };
}

const FORWARD: &str = batches!("ASC");

const BACKWARD: &str = batches!("DESC");

// By the keys of their batches, and put in order here: asked for both at once, and in order, Postgres goes
// through all events there ever were as soon as it knows too little of a table that is new.
const EVENTS: &str = concat!(
    "SELECT ",
    event_columns!(),
    " FROM (SELECT unnest($1::bigint[]) AS id) AS wanted \
     JOIN batch ON batch.id = wanted.id JOIN event ON event.batch = batch.id \
     WHERE ($2::text[] IS NULL OR event.hotel = ANY ($2::text[]))"
);

const HISTORY: &str = concat!(
    "SELECT ",
    event_columns!(),
    " FROM booking CROSS JOIN unnest(booking.told) AS told (sequence) \
     JOIN event ON event.hotel = booking.hotel AND event.sequence = told.sequence \
     JOIN batch ON batch.id = event.batch \
     WHERE booking.number = $1 ORDER BY event.sequence"
);

const BEFORE: &str = "SELECT batch.position + batch.events AS position FROM batch \
     WHERE batch.position IS NOT NULL AND batch.recorded_at < $1 \
     ORDER BY batch.recorded_at DESC, batch.position DESC LIMIT 1";

fn late(_: tokio::time::error::Elapsed) -> StoreError {
    StoreError::Unavailable("the feed stands still".to_owned())
}

impl Queries {
    /// Returns the last position of the feed; 0 before the first event. What was committed before is waited
    /// for, so that whoever was answered finds what he did.
    pub async fn head(&self) -> Result<u64, StoreError> {
        let read = async {
            let mut upto: Option<i64> = None;
            loop {
                let Some(row) = self.places.first(HEAD, &[&upto]).await? else { return Ok(0) };
                let waiting: Option<i64> = get(&row, "waiting")?;
                if waiting.is_none() {
                    return counted(&row, "position");
                }
                upto = upto.or(waiting);
                tokio::time::sleep(LOOK_EVERY).await;
            }
        };
        tokio::time::timeout(TAKEN_IN_MAX, read).await.map_err(late)?
    }

    /// Returns what happened to a booking, oldest first. What was just committed has no position yet
    /// and is waited for.
    pub async fn history(&self, code: BookingCode) -> Result<Vec<Event>, StoreError> {
        let number = count(self.codes.number(code));
        let read = async {
            loop {
                let rows = self.places.rows_anywhere(HISTORY, &[&number]).await?;
                let events: Vec<Event> = self.read(&rows)?;
                if events.iter().all(|event| event.position > 0) {
                    return Ok(events);
                }
                tokio::time::sleep(LOOK_EVERY).await;
            }
        };
        tokio::time::timeout(TAKEN_IN_MAX, read).await.map_err(late)?
    }

    fn read(&self, rows: &[Row]) -> Result<Vec<Event>, StoreError> {
        rows.iter().map(|row| event_from_row(row, &self.codes)).collect()
    }

    /// Returns the events after a position that pass a filter, oldest first.
    pub async fn events(
        &self,
        filter: EventFilter,
        after: u64,
        limit: u32,
    ) -> Result<EventBatch, StoreError> {
        let limit = limit.clamp(1, EVENTS_MAX);
        let head = self.head().await?;
        if let Some(booking) = filter.booking {
            let told = self.history(booking).await?.into_iter();
            let told = told.filter(|event| event.position > after && event.position <= head);
            let events = told.filter(|event| passes(event, &filter));
            let events: Vec<Event> = events.take(usize::try_from(limit).unwrap_or(1)).collect();
            return Ok(batch(events, limit, head.max(after)));
        }
        let to = head.min(after.saturating_add(WINDOW));
        // Who catches up reads much; who waits for the newest shall not wait for a replica too.
        let age = if after.saturating_add(limit.into()) < head { Age::Old } else { Age::New };
        let part = self.stretch((Way::Forward, age), &filter, (after, to), limit).await?;
        let events = self.read_passing(&part.rows, &filter)?;
        Ok(EventBatch { events, scanned_to: part.reached.max(after) })
    }

    /// Returns the newest events that pass a filter, oldest of them first.
    pub async fn last_events(
        &self,
        filter: EventFilter,
        count: u32,
    ) -> Result<EventBatch, StoreError> {
        let wanted = usize::try_from(count.clamp(1, EVENTS_MAX)).unwrap_or(1);
        let head = self.head().await?;
        let mut events: Vec<Event> = Vec::new();
        if let Some(booking) = filter.booking {
            let told = self.history(booking).await?.into_iter().rev();
            let told = told.filter(|event| event.position <= head && passes(event, &filter));
            events.extend(told.take(wanted));
        } else {
            let mut to = head;
            while to > 0 && events.len() < wanted {
                let after = to.saturating_sub(WINDOW);
                let way = (Way::Backward, Age::New);
                let part = self.stretch(way, &filter, (after, to), EVENTS_MAX).await?;
                events.extend(self.read_passing(&part.rows, &filter)?);
                to = part.reached.min(to - 1);
            }
            events.truncate(wanted);
        }
        events.reverse();
        Ok(EventBatch { events, scanned_to: head })
    }

    /// Returns the events between two positions of the hotels of a filter, in order from the end that is begun
    /// at, as many as are asked for; and up to where it was looked.
    async fn stretch(
        &self,
        (way, age): (Way, Age),
        filter: &EventFilter,
        (after, to): (u64, u64),
        limit: u32,
    ) -> Result<Part, StoreError> {
        if to <= after {
            return Ok(Part { rows: Vec::new(), reached: way.end(after, to) });
        }
        let (from, end, most) = (count(after), count(to), i64::from(limit));
        let places = self.asked(age, way.batches(), &[&from, &end, &most]).await?;
        let places = places.iter().map(Place::of).collect::<Result<Vec<_>, _>>()?;
        let hotels: Vec<&str> = filter.hotels.iter().map(HotelCode::as_str).collect();
        let hotels = (!hotels.is_empty()).then_some(hotels);
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let mut rows: Vec<(u64, Row)> = Vec::new();
        let mut left = places.as_slice();
        while !left.is_empty() && rows.len() < limit {
            let wanted = limit - rows.len();
            let wanted = if hotels.is_some() { wanted.max(FILTERED_AT_ONCE) } else { wanted };
            let (portion, rest) = left.split_at(enough(left, (after, to), wanted));
            left = rest;
            let ids: Vec<i64> = portion.iter().map(|place| count(place.batch)).collect();
            for row in self.asked(age, EVENTS, &[&ids, &hotels]).await? {
                let position = counted(&row, "position")?;
                if position > after && position <= to {
                    rows.push((position, row));
                }
            }
        }
        rows.sort_unstable_by_key(|(position, _)| way.rank(*position));
        let is_cut = rows.len() > limit;
        rows.truncate(limit);
        let read = &places[..places.len() - left.len()];
        let reached = match (is_cut, rows.last(), read.last()) {
            (true, Some((position, _)), _) => way.beyond(*position),
            // There may be more batches than were named.
            (_, _, Some(last)) if !left.is_empty() || places.len() == limit => {
                way.past(last).clamp(after, to)
            }
            (_, _, _) => way.end(after, to),
        };
        Ok(Part { rows: rows.into_iter().map(|(_, row)| row).collect(), reached })
    }

    async fn asked(
        &self,
        age: Age,
        sql: &str,
        values: &[&(dyn ToSql + Sync)],
    ) -> Result<Vec<Row>, StoreError> {
        match age {
            Age::Old => self.places.rows_anywhere(sql, values).await,
            Age::New => self.places.rows(sql, values).await,
        }
    }

    fn read_passing(&self, rows: &[Row], filter: &EventFilter) -> Result<Vec<Event>, StoreError> {
        let mut events = Vec::new();
        for row in rows {
            // The data of what does not pass is not read.
            if filter.wants(get(row, "type")?, get(row, "recorded_at")?) {
                events.push(event_from_row(row, &self.codes)?);
            }
        }
        Ok(events)
    }

    /// Returns the last position of the feed that was recorded before a moment; 0 if none was.
    pub async fn position_before(&self, since: Timestamp) -> Result<u64, StoreError> {
        let row = self.places.first(BEFORE, &[&since]).await?;
        row.as_ref().map_or(Ok(0), |row| counted(row, "position"))
    }
}

fn batch(events: Vec<Event>, limit: u32, scanned_to: u64) -> EventBatch {
    let is_full = events.len() == usize::try_from(limit).unwrap_or(usize::MAX);
    let last = events.last().filter(|_| is_full).map(|event| event.position);
    EventBatch { scanned_to: last.unwrap_or(scanned_to), events }
}

fn passes(event: &Event, filter: &EventFilter) -> bool {
    filter.passes((event.hotel, event.booking), event.data.event_type(), event.recorded_at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_batches_are_read_than_hold_what_is_wanted() {
        let place = |position, events| Place { batch: position, position, events };
        let places = [place(0, 10), place(10, 5), place(15, 100), place(115, 1)];
        for (stretch, wanted, batches) in [
            ((0, 200), 10, 1),
            ((0, 200), 11, 2),
            // Of the first batch only what follows counts.
            ((8, 200), 7, 2),
            ((8, 200), 8, 3),
            ((0, 20), 100, 4),
            ((0, 200), 1_000, 4),
        ] {
            assert_eq!(enough(&places, stretch, wanted), batches, "{stretch:?} {wanted}");
        }
    }
}
