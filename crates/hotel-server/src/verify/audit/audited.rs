//! What a store hands over to be verified: its rows, typed, each table in the order of its keys.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use hotel_core::booking::Booking;
use hotel_core::catalogue::{Hotel, Room, RoomType};
use hotel_core::event::Event;
use hotel_core::facts::RoomNightKey;
use hotel_core::ids::{GuestId, HotelCode, RatePlanCode, RoomNo, RoomTypeCode, TokenId};
use hotel_core::inventory::Night;
use hotel_core::people::User;
use hotel_core::rate::{NightRate, RatePlan};
use hotel_core::text::Name;

use crate::store::StoreError;
use crate::store::codes::Codes;
use crate::verify::{Logged, Readable, Slash, StreamName, StreamTold, TokenTold};

/// A row with its key.
pub(crate) type Keyed<K, V> = Result<(K, Readable<V>), StoreError>;

/// Whoever is shown the rows of a table, and returns how many there were.
pub(crate) type Visit<'a, K, V> =
    &'a mut dyn FnMut(&mut dyn Iterator<Item = Keyed<K, V>>) -> Result<u64, StoreError>;

/// Whoever is shown two sequences of rows side by side.
pub(crate) type VisitBoth<'a, K, V, W> = &'a mut dyn FnMut(
    &mut dyn Iterator<Item = Keyed<K, V>>,
    &mut dyn Iterator<Item = Keyed<K, W>>,
) -> Result<(), StoreError>;

/// A key of a hotel's: the hotel first.
pub(crate) type OfHotel<K> = Slash<HotelCode, K>;

/// The key of a nightly rate.
pub(crate) type RateKey = OfHotel<Slash<RatePlanCode, Slash<RoomTypeCode, Date>>>;

/// A room with the column that stands beside its body.
#[derive(PartialEq, Serialize)]
pub(crate) struct RoomRow {
    /// The column.
    pub(crate) room_type: RoomTypeCode,
    /// The body.
    pub(crate) body: Room,
}

/// The columns that stand beside a booking's body, to search by.
#[derive(PartialEq, Serialize)]
pub(crate) struct BookingColumns {
    /// Whose house it is in.
    pub(crate) hotel: HotelCode,
    /// Its version.
    pub(crate) version: u64,
    /// The word for its state.
    pub(crate) state: String,
    /// The first night.
    pub(crate) check_in: Date,
    /// The day after the last.
    pub(crate) check_out: Date,
    /// Who stays.
    pub(crate) guest: GuestId,
    /// When it runs out, in microseconds: finer than that no column is.
    pub(crate) expires_at: Option<i64>,
    /// What it costs.
    pub(crate) total_minor: i64,
    /// What its end cost.
    pub(crate) fee_minor: i64,
    /// What it was called before it had a code.
    pub(crate) provisional: Option<String>,
}

impl BookingColumns {
    /// Returns what should stand beside a booking.
    pub(crate) fn of(booking: &Booking) -> Self {
        Self {
            hotel: booking.hotel,
            version: booking.version,
            state: booking.state.as_str().to_owned(),
            check_in: booking.stay.check_in(),
            check_out: booking.stay.check_out(),
            guest: booking.guest,
            expires_at: booking.expires_at.map(Timestamp::as_microsecond),
            total_minor: booking.price.total_minor,
            fee_minor: booking.fee_minor,
            provisional: booking.provisional.map(String::from),
        }
    }
}

/// Where in its hotel's stream a booking is told, where its row says so.
pub(crate) struct Places {
    /// The sequences.
    pub(crate) sequences: Vec<u64>,
    /// Whether the booking itself is read from the first of them, since its row has no body.
    pub(crate) is_read_there: bool,
}

/// The row of a booking.
pub(crate) struct BookingRow {
    /// Where it is told; none where the rows do not say it.
    pub(crate) places: Option<Places>,
    /// The booking.
    pub(crate) booking: Readable<Booking>,
    /// What stands beside it.
    pub(crate) columns: BookingColumns,
}

/// A place of the log that tells of a booking.
pub(crate) struct Telling {
    /// Its sequence in the hotel's stream.
    pub(crate) sequence: u64,
    /// What happened; none if that can't be read.
    pub(crate) event: Option<Event>,
}

/// What the row of a batch says.
pub(crate) struct BatchRow {
    /// How many events it has.
    pub(crate) events: u64,
}

/// How far a feed says that it reaches.
pub(crate) struct FeedRow {
    /// The last position that it gave.
    pub(crate) position: u64,
    /// The last position by the batches that it took in.
    pub(crate) by_batches: u64,
    /// The moment of the last batch.
    pub(crate) recorded_at: Timestamp,
    /// That moment by the batches; none before the first.
    pub(crate) recorded_by_batches: Option<Timestamp>,
}

/// Who has a room on a night, by the table.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum InRoom {
    /// There is no row.
    Nobody,
    /// The room is out of order.
    OutOfOrder,
    /// The booking of a number.
    Booking(i64),
}

/// An answer that is told again from the history of a booking.
pub(crate) struct AnswerRow {
    /// The version that it told.
    pub(crate) etag: Option<i64>,
    /// How many changes of the booking it told, up to that version.
    pub(crate) changes: i64,
    /// How many versions the booking has.
    pub(crate) versions: i64,
}

/// A store as its auditor sees it: one state of everything, a row at a time.
pub(crate) trait Audited {
    /// Returns the permutation between booking numbers and codes.
    fn codes(&self) -> &Codes;
    /// Returns how many events there are, about.
    fn events(&self) -> Result<u64, StoreError>;
    /// Shows the places of the events of each batch, in order, beside the rows of the batches; shows
    /// nothing where there are none.
    fn batches(&self, _with: VisitBoth<'_, u64, Vec<u32>, BatchRow>) -> Result<(), StoreError> {
        Ok(())
    }
    /// Returns how far the feed says that it reaches, where that is written down.
    fn feed(&self) -> Result<Option<FeedRow>, StoreError> {
        Ok(None)
    }
    /// Shows the log by position.
    fn log(&self, with: Visit<'_, u64, Logged>) -> Result<u64, StoreError>;
    /// Keeps aside that a guest is told of at a version; the highest one counts.
    fn keep_guest(&self, guest: GuestId, version: u64) -> Result<(), StoreError>;
    /// Shows the streams.
    fn streams(&self, with: Visit<'_, StreamName, StreamTold>) -> Result<u64, StoreError>;
    /// Shows the hotels.
    fn hotels(&self, with: Visit<'_, HotelCode, Hotel>) -> Result<u64, StoreError>;
    /// Shows the room types.
    fn room_types(
        &self,
        with: Visit<'_, OfHotel<RoomTypeCode>, RoomType>,
    ) -> Result<u64, StoreError>;
    /// Shows the rooms.
    fn rooms(&self, with: Visit<'_, OfHotel<RoomNo>, RoomRow>) -> Result<u64, StoreError>;
    /// Shows the rate plans.
    fn rate_plans(
        &self,
        with: Visit<'_, OfHotel<RatePlanCode>, RatePlan>,
    ) -> Result<u64, StoreError>;
    /// Shows the nightly rates.
    fn rates(&self, with: Visit<'_, RateKey, NightRate>) -> Result<u64, StoreError>;
    /// Shows the inventory nights.
    fn nights(
        &self,
        with: Visit<'_, OfHotel<Slash<RoomTypeCode, Date>>, Night>,
    ) -> Result<u64, StoreError>;
    /// Shows the nights of rooms out of order.
    fn out_of_order(
        &self,
        with: Visit<'_, OfHotel<Slash<Date, RoomNo>>, ()>,
    ) -> Result<u64, StoreError>;
    /// Shows the users.
    fn users(&self, with: Visit<'_, Name, User>) -> Result<u64, StoreError>;
    /// Shows the tokens.
    fn tokens(&self, with: Visit<'_, TokenId, TokenTold>) -> Result<u64, StoreError>;
    /// Shows the guests' versions, each with the one that was kept aside.
    fn guests(&self, with: Visit<'_, (GuestId, Option<u64>), u64>) -> Result<u64, StoreError>;
    /// Shows the guests that were kept aside and are not there, with the versions kept.
    fn guests_missing(&self, with: Visit<'_, GuestId, u64>) -> Result<u64, StoreError>;
    /// Shows the numbers of bookings for which there are wishes, and no row.
    fn requests_adrift(&self, with: Visit<'_, i64, ()>) -> Result<u64, StoreError>;
    /// Shows the bookings by number, beside what the log tells of each, by number and sequence.
    fn bookings(&self, with: VisitBoth<'_, i64, BookingRow, Telling>) -> Result<(), StoreError>;
    /// Returns who has some rooms, in the order in which they are asked for.
    fn occupants(&self, of: &[RoomNightKey]) -> Result<Vec<InRoom>, StoreError>;
    /// Returns how many nights of rooms bookings have.
    fn taken_rooms_count(&self) -> Result<u64, StoreError>;
    /// Shows the numbers of the bookings that have rooms.
    fn taken_rooms(&self, with: Visit<'_, RoomNightKey, i64>) -> Result<u64, StoreError>;
    /// Returns the history of a booking, as far as it can be read.
    fn history(&self, number: i64) -> Result<Vec<Event>, StoreError>;
    /// Shows the answers that are told again from histories.
    fn answers(&self, with: Visit<'_, String, AnswerRow>) -> Result<u64, StoreError>;
}
