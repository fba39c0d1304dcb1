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
use super::nights::Nights;
use super::rows::instant;
use super::save::Numbers;
use super::{load, save};
use crate::store::codes::Codes;
use crate::store::{Batch, CommandKey, Heads, StoreError, StoredCommand, Unit};

/// The writer.
pub(crate) struct SqliteUnit {
    connection: Connection,
    codes: Codes,
    nights: Nights,
    finder: Arc<Finder>,
    hints: Hints,
}

impl SqliteUnit {
    pub(super) fn new(connection: Connection, codes: Codes, finder: Arc<Finder>) -> Self {
        let (nights, hints) = Default::default();
        Self { connection, codes, nights, finder, hints }
    }
}

const HEADS: &str = "SELECT (SELECT coalesce(max(number), -1) FROM booking) AS booking_number, \
     (SELECT coalesce(max(position), 0) FROM event) AS position, \
     (SELECT recorded_at FROM event ORDER BY position DESC LIMIT 1) AS recorded_at";

impl Unit for SqliteUnit {
    fn codes(&self) -> Codes {
        self.codes.clone()
    }

    fn begin(&mut self) -> Result<(), StoreError> {
        Ok(self.connection.prepare_cached("BEGIN IMMEDIATE")?.execute([]).map(|_| ())?)
    }

    fn heads(&mut self) -> Result<Heads, StoreError> {
        let (booking, position, recorded_at): (i64, i64, Option<i64>) =
            self.connection.query_row(HEADS, [], |row| {
                Ok((row.get("booking_number")?, row.get("position")?, row.get("recorded_at")?))
            })?;
        Ok(Heads {
            // Number 0 is never given, so that "the last one given" is always a number.
            booking_number: u64::try_from(booking).unwrap_or(0),
            position: u64::try_from(position).unwrap_or(0),
            recorded_at: recorded_at.map(instant).transpose()?,
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
        load::facts(&self.connection, &self.codes, needs, (&mut self.nights, facts))
    }

    fn sequences(
        &mut self,
        streams: &BTreeSet<Option<HotelCode>>,
    ) -> Result<BTreeMap<Option<HotelCode>, u64>, StoreError> {
        load::sequences(&self.connection, streams)
    }

    fn save(&mut self, batch: &Batch<'_>) -> Result<(), StoreError> {
        self.nights.note(batch);
        let mut numbers = Numbers::of_batch(&self.codes, batch);
        self.hints = Hints::of(batch, |code| numbers.of(code));
        save::save(&self.connection, (&mut numbers, self.nights.places()), batch).map_err(fenced)
    }

    fn commit(&mut self) -> Result<(), StoreError> {
        let done = self.connection.prepare_cached("COMMIT")?.execute([]);
        done.map_err(|error| fenced(error.into()))?;
        self.nights.keep();
        self.finder.note(std::mem::take(&mut self.hints));
        Ok(())
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
