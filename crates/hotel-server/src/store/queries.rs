//! The reads of the store, whichever it is.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;

use hotel_core::booking::Booking;
use hotel_core::catalogue::Catalogue;
use hotel_core::event::Event;
use hotel_core::facts::{Occupant, RoomNightKey};
use hotel_core::ids::provisional::ProvisionalCode;
use hotel_core::ids::{BookingCode, GuestId, HotelCode, RoomTypeCode};
use hotel_core::inventory::{Night, NightKey};
use hotel_core::people::{Guest, User};
use hotel_core::wire::booking::BookingQuery;
use hotel_core::wire::page::Page;
use hotel_core::wire::people::{GuestQuery, TokenView};
use hotel_core::wire::verify::{VerifyProgress, VerifyReport};

use super::{
    BookingRecord, Caller, CommandKey, Decided, EventBatch, EventFilter, StoreError, postgres,
    sqlite,
};
use crate::index;
use crate::reports::Available;

/// What a house is opened with, read at one moment.
#[derive(Debug)]
pub struct Opening {
    /// What the hotels sell.
    pub catalogues: HashMap<HotelCode, Arc<Catalogue>>,
    /// The sequences of the events that made it so.
    pub versions: HashMap<HotelCode, u64>,
    /// What the index is built of.
    pub index: index::Read,
}

/// The reads of the store.
#[derive(Clone)]
pub enum Queries {
    /// Of the embedded one.
    Sqlite(sqlite::Queries),
    /// Of Postgres.
    Postgres(postgres::Queries),
}

/// Declares reads: each is asked of whichever store it is.
macro_rules! reads {
    ($($(#[$doc:meta])* $name:ident($($value:ident: $kind:ty),*) -> $answer:ty;)*) => {
        impl Queries {$(
            $(#[$doc])*
            pub async fn $name(&self, $($value: $kind),*) -> Result<$answer, StoreError> {
                match self {
                    Self::Sqlite(queries) => queries.$name($($value),*).await,
                    Self::Postgres(queries) => queries.$name($($value),*).await,
                }
            }
        )*}
    };
}

reads! {
    /// Returns what a house is opened with: rooms out of order from the earliest business date on that
    /// any hotel can have at a moment.
    opening(now: Timestamp) -> Opening;
    /// Returns a booking with what is personal about it.
    booking(code: BookingCode) -> Option<BookingRecord>;
    /// Returns the bookings that have one of some provisional codes, oldest first.
    bookings_provisional(wanted: Vec<ProvisionalCode>) -> Vec<Booking>;
    /// Returns what a command came to, if it was decided.
    decided(key: CommandKey) -> Option<Decided>;
    /// Returns a page of bookings with their guests, newest first; an empty scope is all hotels.
    bookings(query: BookingQuery, scope: Vec<HotelCode>) -> Page<(Booking, Guest)>;
    /// Returns the live bookings of a hotel that touch the nights from one up to another.
    bookings_during(hotel: HotelCode, from: Date, to: Date) -> Vec<(Booking, Guest)>;
    /// Returns the bookings whose holds ran out by a moment, the longest lapsed first.
    lapsed_holds(now: Timestamp, limit: u32) -> Vec<BookingCode>;
    /// Returns what happened to a booking, oldest first.
    history(code: BookingCode) -> Vec<Event>;
    /// Returns the events after a position that pass a filter, oldest first.
    events(filter: EventFilter, after: u64, limit: u32) -> EventBatch;
    /// Returns the newest events that pass a filter, oldest of them first.
    last_events(filter: EventFilter, count: u32) -> EventBatch;
    /// Returns the last position of the feed; 0 before the first event.
    head() -> u64;
    /// Returns the last position of the feed that was recorded before a moment; 0 if none was.
    position_before(since: Timestamp) -> u64;
    /// Returns a guest.
    guest(id: GuestId) -> Option<Guest>;
    /// Returns a page of guests by family name.
    guests(query: GuestQuery) -> Page<Guest>;
    /// Returns the users by name.
    users() -> Vec<User>;
    /// Returns the tokens, newest first, without their secrets.
    tokens() -> Vec<TokenView>;
    /// Returns the active user behind a token that was not revoked. Whether the token still opens
    /// the door is for the caller to judge, who has the clock.
    caller(secret_hash: [u8; 32]) -> Option<Caller>;
    /// Returns the inventory of a hotel from one night up to another.
    nights(hotel: HotelCode, room_type: Option<RoomTypeCode>, from: Date, to: Date)
        -> Vec<(NightKey, Night)>;
    /// Returns every inventory night there is.
    all_nights() -> Vec<(NightKey, Night)>;
    /// Returns who has which room of a hotel from one night up to another.
    room_nights(hotel: HotelCode, from: Date, to: Date) -> Vec<(RoomNightKey, Occupant)>;
    /// Tells, by failing, that the store does not answer.
    check() -> ();
}

impl Queries {
    /// Returns how many rooms of some hotels could be slept in, on each night that has inventory.
    pub(crate) async fn rooms_available(
        &self,
        hotels: Vec<HotelCode>,
        from: Date,
        to: Date,
    ) -> Result<Available, StoreError> {
        match self {
            Self::Sqlite(queries) => queries.rooms_available(hotels, from, to).await,
            Self::Postgres(queries) => queries.rooms_available(hotels, from, to).await,
        }
    }

    /// Folds the whole log again and compares every row with it. One runs at a time.
    pub async fn verify(
        &self,
        tell: impl FnMut(VerifyProgress) -> bool + Send + 'static,
    ) -> Result<VerifyReport, StoreError> {
        match self {
            Self::Sqlite(queries) => queries.verify(tell).await,
            Self::Postgres(queries) => queries.verify(tell).await,
        }
    }
}
