//! The write unit: one transaction on the one writing connection.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use jiff::Timestamp;
use rusqlite::{Connection, ErrorCode};

use hotel_core::decide::needs::Needs;
use hotel_core::event::BookingChange;
use hotel_core::facts::Facts;
use hotel_core::ids::{BookingCode, HotelCode};

use super::finder::{Finder, Hints};
use super::nights::Places;
use super::rows::instant;
use super::{load, save};
use crate::store::codes::Codes;
use crate::store::nights::Nights;
use crate::store::words::BookingNumbers;
use crate::store::{
    Batch, Begun, Claims, CommandKey, Heard, Numbers, StoreError, StoredCommand, Unit,
};

/// The writer.
pub(crate) struct SqliteUnit {
    connection: Connection,
    codes: Codes,
    nights: Nights,
    places: Places,
    finder: Arc<Finder>,
    hints: Hints,
    heads: Heads,
    /// Where the counters will stand if the batch is committed.
    heads_after: Heads,
}

/// Where the counters stand. There is one writer, so that it knows.
#[derive(Clone, Copy)]
struct Heads {
    /// The last booking number given.
    booking_number: u64,
    /// The last feed position given.
    position: u64,
    /// When the event there was written down.
    recorded_at: Option<Timestamp>,
}

impl SqliteUnit {
    pub(super) fn new(
        connection: Connection,
        codes: Codes,
        finder: Arc<Finder>,
    ) -> Result<Self, StoreError> {
        let (nights, places, hints) = Default::default();
        let heads = Heads::read(&connection)?;
        Ok(Self { connection, codes, nights, places, finder, hints, heads, heads_after: heads })
    }
}

const HEADS: &str = "SELECT (SELECT coalesce(max(number), -1) FROM booking) AS booking_number, \
     (SELECT coalesce(max(position), 0) FROM event) AS position, \
     (SELECT recorded_at FROM event ORDER BY position DESC LIMIT 1) AS recorded_at";

impl Heads {
    fn read(connection: &Connection) -> Result<Self, StoreError> {
        let (booking, position, recorded_at): (i64, i64, Option<i64>) =
            connection.query_row(HEADS, [], |row| {
                Ok((row.get("booking_number")?, row.get("position")?, row.get("recorded_at")?))
            })?;
        Ok(Self {
            // Number 0 is never given, so that "the last one given" is always a number.
            booking_number: u64::try_from(booking).unwrap_or(0),
            position: u64::try_from(position).unwrap_or(0),
            recorded_at: recorded_at.map(instant).transpose()?,
        })
    }

    fn after(self, batch: &Batch<'_>) -> Self {
        let last = batch.events.last();
        Self {
            booking_number: match batch.numbers {
                Numbers::After(last) => *last,
                Numbers::These(_) => self.booking_number,
            },
            position: last.map_or(self.position, |event| event.position),
            recorded_at: last.map_or(self.recorded_at, |event| Some(event.recorded_at)),
        }
    }
}

impl Unit for SqliteUnit {
    fn codes(&self) -> Codes {
        self.codes.clone()
    }

    fn begin(&mut self, _: &Claims) -> Result<Begun, StoreError> {
        // It keeps everybody else from writing, whatever is claimed.
        self.connection.prepare_cached("BEGIN IMMEDIATE")?.execute([])?;
        Ok(Begun {
            now: None,
            not_before: self.heads.recorded_at,
            numbers: Numbers::After(self.heads.booking_number),
            position: Some(self.heads.position),
        })
    }

    fn results(
        &mut self,
        keys: &[CommandKey],
    ) -> Result<HashMap<CommandKey, StoredCommand>, StoreError> {
        load::results(&self.connection, &self.codes, keys)
    }

    fn changes(
        &mut self,
        codes: &BTreeSet<BookingCode>,
    ) -> Result<HashMap<BookingCode, Vec<BookingChange>>, StoreError> {
        load::changes(&self.connection, &self.codes, codes)
    }

    fn bookings(
        &mut self,
        codes: &BTreeSet<BookingCode>,
        facts: &mut Facts,
    ) -> Result<(), StoreError> {
        load::bookings(&self.connection, &self.codes, codes, facts)
    }

    fn lapsed(
        &mut self,
        hotels: &BTreeSet<HotelCode>,
        now: Timestamp,
        facts: &mut Facts,
    ) -> Result<Vec<BookingCode>, StoreError> {
        load::lapsed(&self.connection, hotels, now, facts)
    }

    fn load(&mut self, needs: &Needs, facts: &mut Facts) -> Result<(), StoreError> {
        load::facts(
            &self.connection,
            &self.codes,
            needs,
            (&mut self.nights, &mut self.places, facts),
        )
    }

    fn sequences(
        &mut self,
        streams: &BTreeSet<Option<HotelCode>>,
    ) -> Result<BTreeMap<Option<HotelCode>, u64>, StoreError> {
        load::sequences(&self.connection, streams)
    }

    fn save(&mut self, batch: &Batch<'_>) -> Result<(), StoreError> {
        self.nights.note(batch);
        self.heads_after = self.heads.after(batch);
        let mut numbers = BookingNumbers::of_batch(&self.codes, batch);
        self.hints = Hints::of(batch, |code| numbers.of(code));
        save::save(&self.connection, (&mut numbers, &self.places), batch).map_err(fenced)
    }

    fn commit(&mut self) -> Result<Heard, StoreError> {
        let done = self.connection.prepare_cached("COMMIT")?.execute([]);
        done.map_err(|error| fenced(error.into()))?;
        self.heads = self.heads_after;
        self.nights.keep();
        self.finder.note(std::mem::take(&mut self.hints));
        Ok(Heard::Now)
    }

    fn rollback(&mut self) {
        self.nights.forget();
        self.hints = Hints::default();
        if !self.connection.is_autocommit()
            && let Err(error) = self.connection.execute_batch("ROLLBACK")
        {
            tracing::error!(%error, "a transaction could not be rolled back");
        }
    }
}

/// Tells a constraint that fired from a database that failed.
fn fenced(error: StoreError) -> StoreError {
    if let StoreError::Sqlite(rusqlite::Error::SqliteFailure(failure, text)) = &error
        && failure.code == ErrorCode::ConstraintViolation
    {
        return StoreError::Fence(text.clone().unwrap_or_default());
    }
    error
}
