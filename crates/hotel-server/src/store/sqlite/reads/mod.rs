//! Reads for everyone but the engine. Knows SQL and pages; knows neither HTTP nor rules.

pub(in crate::store::sqlite) mod audit;
mod bookings;
mod events;
mod inventory;
mod people;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::{Connection, Params, Row};

use hotel_core::booking::Booking;
use hotel_core::event::Event;
use hotel_core::facts::{Occupant, RoomNightKey};
use hotel_core::ids::provisional::ProvisionalCode;
use hotel_core::ids::{BookingCode, GuestId, HotelCode, RoomTypeCode};
use hotel_core::inventory::{Night, NightKey};
use hotel_core::people::{Guest, User};
use hotel_core::wire::booking::BookingQuery;
use hotel_core::wire::page::Page;
use hotel_core::wire::people::{GuestQuery, TokenView};

use super::ReadPool;
use super::load::{catalogues, decided};
use crate::index;
use crate::store::{
    BookingRecord, Caller, CommandKey, Decided, EventBatch, EventFilter, Opening, StoreError,
};

/// The reads of the store.
#[derive(Clone)]
pub struct Queries {
    pool: Arc<ReadPool>,
}

impl Queries {
    pub(crate) fn new(pool: Arc<ReadPool>) -> Self {
        Self { pool }
    }

    /// Runs a read of another module.
    pub(in crate::store::sqlite) async fn with<T: Send + 'static>(
        &self,
        read: impl FnOnce(&Connection) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        self.pool.run(move |connection, _| read(connection)).await
    }

    /// Returns what a house is opened with; nobody writes yet.
    pub async fn opening(&self, now: Timestamp) -> Result<Opening, StoreError> {
        self.pool
            .run(move |connection, codes| {
                Ok(Opening {
                    catalogues: catalogues(connection)?,
                    versions: HashMap::new(),
                    index: index::Read {
                        nights: inventory::all_nights(connection)?,
                        out_of_order: inventory::out_of_order(connection, codes, now)?,
                        sequences: events::sequences(connection)?,
                        position: events::head(connection)?,
                    },
                })
            })
            .await
    }

    /// Returns a booking with what is personal about it.
    pub async fn booking(&self, code: BookingCode) -> Result<Option<BookingRecord>, StoreError> {
        self.pool.run(move |connection, codes| bookings::one(connection, codes, code)).await
    }

    /// Returns the bookings that have one of some provisional codes, oldest first.
    pub async fn bookings_provisional(
        &self,
        wanted: Vec<ProvisionalCode>,
    ) -> Result<Vec<Booking>, StoreError> {
        self.pool.run(move |connection, _| bookings::provisional(connection, &wanted)).await
    }

    /// Returns what a command came to, if it was decided.
    pub async fn decided(&self, key: CommandKey) -> Result<Option<Decided>, StoreError> {
        self.pool.run(move |connection, codes| decided(connection, codes, &key)).await
    }

    /// Returns a page of bookings with their guests, newest first; an empty scope is all hotels.
    pub async fn bookings(
        &self,
        query: BookingQuery,
        scope: Vec<HotelCode>,
    ) -> Result<Page<(Booking, Guest)>, StoreError> {
        let finder = self.pool.finder();
        self.pool
            .run(move |connection, codes| {
                bookings::page(connection, codes, &finder, &query, &scope)
            })
            .await
    }

    /// Returns the live bookings of a hotel that touch the nights from one up to another.
    pub async fn bookings_during(
        &self,
        hotel: HotelCode,
        from: Date,
        to: Date,
    ) -> Result<Vec<(Booking, Guest)>, StoreError> {
        let finder = self.pool.finder();
        self.pool
            .run(move |connection, _| bookings::during(connection, &finder, hotel, from, to))
            .await
    }

    /// Returns the bookings whose holds ran out by a moment, the longest lapsed first.
    pub async fn lapsed_holds(
        &self,
        now: Timestamp,
        limit: u32,
    ) -> Result<Vec<BookingCode>, StoreError> {
        self.pool
            .run(move |connection, codes| bookings::lapsed(connection, codes, now, limit))
            .await
    }

    /// Returns what happened to a booking, oldest first.
    pub async fn history(&self, code: BookingCode) -> Result<Vec<Event>, StoreError> {
        let filter = EventFilter { booking: Some(code), ..EventFilter::default() };
        let limit = events::EVENTS_MAX;
        let read = self
            .pool
            .run(move |connection, codes| events::following(connection, codes, &filter, 0, limit));
        Ok(read.await?.events)
    }

    /// Returns the events after a position that pass a filter, oldest first.
    pub async fn events(
        &self,
        filter: EventFilter,
        after: u64,
        limit: u32,
    ) -> Result<EventBatch, StoreError> {
        self.pool
            .run(move |connection, codes| {
                events::following(connection, codes, &filter, after, limit)
            })
            .await
    }

    /// Returns the newest events that pass a filter, oldest of them first.
    pub async fn last_events(
        &self,
        filter: EventFilter,
        count: u32,
    ) -> Result<EventBatch, StoreError> {
        self.pool
            .run(move |connection, codes| events::last(connection, codes, &filter, count))
            .await
    }

    /// Returns the last position of the feed; 0 before the first event.
    pub async fn head(&self) -> Result<u64, StoreError> {
        self.pool.run(|connection, _| events::head(connection)).await
    }

    /// Returns the last position of the feed that happened before a moment; 0 if none did.
    pub async fn position_before(&self, since: Timestamp) -> Result<u64, StoreError> {
        self.pool.run(move |connection, _| events::position_before(connection, since)).await
    }

    /// Returns a guest.
    pub async fn guest(&self, id: GuestId) -> Result<Option<Guest>, StoreError> {
        self.pool.run(move |connection, _| people::guest(connection, id)).await
    }

    /// Returns a page of guests by family name.
    pub async fn guests(&self, query: GuestQuery) -> Result<Page<Guest>, StoreError> {
        let finder = self.pool.finder();
        self.pool.run(move |connection, _| people::guests(connection, &finder, &query)).await
    }

    /// Returns the users by name.
    pub async fn users(&self) -> Result<Vec<User>, StoreError> {
        self.pool.run(|connection, _| people::users(connection)).await
    }

    /// Returns the tokens, newest first, without their secrets.
    pub async fn tokens(&self) -> Result<Vec<TokenView>, StoreError> {
        self.pool.run(|connection, _| people::tokens(connection)).await
    }

    /// Returns the active user behind a token that was not revoked. Whether the token still opens
    /// the door is for the caller to judge, who has the clock.
    pub async fn caller(&self, secret_hash: [u8; 32]) -> Result<Option<Caller>, StoreError> {
        self.pool.run(move |connection, _| people::caller(connection, secret_hash)).await
    }

    /// Returns the inventory of a hotel from one night up to another.
    pub async fn nights(
        &self,
        hotel: HotelCode,
        room_type: Option<RoomTypeCode>,
        from: Date,
        to: Date,
    ) -> Result<Vec<(NightKey, Night)>, StoreError> {
        self.pool
            .run(move |connection, _| inventory::nights(connection, hotel, room_type, from, to))
            .await
    }

    /// Returns every inventory night there is.
    pub async fn all_nights(&self) -> Result<Vec<(NightKey, Night)>, StoreError> {
        self.pool.run(|connection, _| inventory::all_nights(connection)).await
    }

    /// Returns who has which room of a hotel from one night up to another.
    pub async fn room_nights(
        &self,
        hotel: HotelCode,
        from: Date,
        to: Date,
    ) -> Result<Vec<(RoomNightKey, Occupant)>, StoreError> {
        self.pool
            .run(move |connection, codes| {
                inventory::room_nights(connection, codes, hotel, from, to)
            })
            .await
    }

    /// Tells, by failing, that the store does not answer.
    pub async fn check(&self) -> Result<(), StoreError> {
        self.pool.run(|connection, _| inventory::check(connection)).await
    }
}

/// Writes codes for `json_each`.
fn codes_json(hotels: &[HotelCode]) -> String {
    // Codes are letters, digits and dashes: always valid JSON.
    serde_json::to_string(hotels).unwrap_or_default()
}

/// Reads every row of a statement.
fn all_rows<T>(
    connection: &Connection,
    sql: &str,
    params: impl Params,
    mut read: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
) -> Result<Vec<T>, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query(params)?;
    let mut items = Vec::new();
    while let Some(row) = rows.next()? {
        items.push(read(row)?);
    }
    Ok(items)
}

/// Reads the first row of a statement, if there is one.
fn first_row<T>(
    connection: &Connection,
    sql: &str,
    params: impl Params,
    read: impl FnOnce(&Row<'_>) -> Result<T, StoreError>,
) -> Result<Option<T>, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query(params)?;
    rows.next()?.map(read).transpose()
}
