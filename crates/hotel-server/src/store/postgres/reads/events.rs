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

// How far the feed reaches, and which batches were committed and are not in it yet: all of them, or those up
// to one.
const HEAD: &str = "SELECT feed.position, (SELECT max(batch.id) FROM batch \
       WHERE batch.position IS NULL AND ($1::bigint IS NULL OR batch.id <= $1)) AS waiting \
     FROM feed WHERE feed.id = 1";

/// A stretch of the feed in SQL, one way along it or the other.
macro_rules! stretch {
    ($way:literal) => {
        concat!(
            "SELECT ",
            event_columns!(),
            " FROM batch JOIN event ON event.batch = batch.id \
             WHERE batch.position >= coalesce( \
               (SELECT max(earlier.position) FROM batch AS earlier \
                WHERE earlier.position <= $1), 0) \
             AND batch.position < $2 \
             AND batch.position + event.place > $1 AND batch.position + event.place <= $2 \
             AND ($3::text[] IS NULL OR event.hotel = ANY ($3::text[])) \
             ORDER BY batch.position ",
            $way,
            ", event.place ",
            $way,
            " LIMIT $4"
        )
    };
}

const FORWARD: &str = stretch!("ASC");

const BACKWARD: &str = stretch!("DESC");

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
        let rows = self.stretch((FORWARD, age), &filter, (after, to), limit).await?;
        let last = rows.last().map(|row| get::<i64>(row, "position")).transpose()?;
        let is_full = rows.len() == usize::try_from(limit).unwrap_or(usize::MAX);
        let mut events = self.read_passing(&rows, &filter)?;
        events.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
        // A full stretch was cut off somewhere: what follows its last event is unseen.
        let cut_at = last.filter(|_| is_full).and_then(|last| u64::try_from(last).ok());
        Ok(EventBatch { events, scanned_to: cut_at.unwrap_or(to.max(after)) })
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
                let limit = EVENTS_MAX;
                let rows = self.stretch((BACKWARD, Age::New), &filter, (after, to), limit).await?;
                let first = rows.last().map(|row| counted(row, "position")).transpose()?;
                events.extend(self.read_passing(&rows, &filter)?);
                let is_cut = rows.len() == usize::try_from(limit).unwrap_or(usize::MAX);
                to = first.filter(|_| is_cut).map_or(after, |first| first - 1);
            }
            events.truncate(wanted);
        }
        events.reverse();
        Ok(EventBatch { events, scanned_to: head })
    }

    async fn stretch(
        &self,
        (sql, age): (&str, Age),
        filter: &EventFilter,
        (after, to): (u64, u64),
        limit: u32,
    ) -> Result<Vec<Row>, StoreError> {
        if to <= after {
            return Ok(Vec::new());
        }
        let hotels: Vec<&str> = filter.hotels.iter().map(HotelCode::as_str).collect();
        let hotels = (!hotels.is_empty()).then_some(hotels);
        let (after, to, limit) = (count(after), count(to), i64::from(limit));
        let values: [&(dyn ToSql + Sync); 4] = [&after, &to, &hotels, &limit];
        match age {
            Age::Old => self.places.rows_anywhere(sql, &values).await,
            Age::New => self.places.rows(sql, &values).await,
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
