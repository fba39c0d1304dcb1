//! The books as they stand in a transaction, a typed row at a time.

use std::cell::RefCell;

use jiff::Timestamp;
use jiff::civil::Date;
use tokio_postgres::Row;
use uuid::Uuid;

use hotel_core::catalogue::{Hotel, RoomType};
use hotel_core::event::Event;
use hotel_core::facts::RoomNightKey;
use hotel_core::ids::{GuestId, HotelCode, RatePlanCode, RoomNo, RoomTypeCode, TokenId};
use hotel_core::inventory::Night;
use hotel_core::people::User;
use hotel_core::rate::{NightRate, RatePlan};
use hotel_core::text::Name;

use super::sources;
use crate::store::StoreError;
use crate::store::codes::Codes;
use crate::store::postgres::cursor::{Cursor, Source};
use crate::store::postgres::rows::{
    booking_from_row, count, counted, event_from_row, get, guest_from_row, json, night_from_row,
    rate_from_row, room_night_from_row, stream_of, text, token_from_row, user_from_row,
};
use crate::store::postgres::session::{Cell, Session};
use crate::store::words::{parsed, unreadable};
use crate::verify::audit::{
    AnswerRow, Audited, BatchRow, BookingColumns, BookingRow, FeedRow, InRoom, Keyed, OfHotel,
    Places, RateKey, RoomRow, Telling, Visit, VisitBoth,
};
use crate::verify::{Logged, Slash, StreamName, StreamTold, TokenTold, readable};

/// Guests kept aside at once.
const GUESTS_MAX: usize = 5_000;

/// The books as they stand in a transaction.
pub(super) struct Books<'a> {
    session: &'a RefCell<Session>,
    codes: &'a Codes,
    /// Guests who are still to be kept aside.
    guests: RefCell<(Vec<Uuid>, Vec<i64>)>,
}

fn keyed<K, V>(key: K, value: Result<V, StoreError>) -> Keyed<K, V> {
    Ok((key, readable(value)?))
}

fn hotel_of(row: &Row) -> Result<HotelCode, StoreError> {
    text(row, "hotel", "hotel code")
}

fn of_hotel<K>(row: &Row, column: &str, what: &'static str) -> Result<OfHotel<K>, StoreError>
where
    K: TryFrom<String>,
    K::Error: std::error::Error + Send + Sync + 'static,
{
    Ok(Slash(hotel_of(row)?, text(row, column, what)?))
}

impl<'a> Books<'a> {
    /// Opens the books of a session whose transaction has begun.
    pub(super) fn new(session: &'a RefCell<Session>, codes: &'a Codes) -> Self {
        Self { session, codes, guests: RefCell::default() }
    }

    /// Shows the rows of a source.
    fn each<K, V>(
        &self,
        source: &'static Source,
        read: impl FnMut(&Row) -> Keyed<K, V>,
        with: Visit<'_, K, V>,
    ) -> Result<u64, StoreError> {
        with(&mut Cursor::open(self.session, source, read)?)
    }

    fn rows(&self, sql: &'static str, values: Vec<Cell<'_>>) -> Result<Vec<Row>, StoreError> {
        Ok(self.session.borrow_mut().ask(&[(sql, values)])?.into_iter().flatten().collect())
    }

    fn one(&self, sql: &'static str) -> Result<Row, StoreError> {
        self.rows(sql, vec![])?.into_iter().next().ok_or_else(|| unreadable("row"))
    }

    /// Has the guests who wait kept aside by the database.
    fn keep_guests(&self) -> Result<(), StoreError> {
        let (ids, versions) = self.guests.take();
        self.rows(sources::KEEP_GUESTS, vec![&ids, &versions]).map(drop)
    }

    fn logged(&self, row: &Row) -> Result<Logged, StoreError> {
        Ok(Logged {
            event: event_from_row(row, self.codes)?,
            is_of_booking: get(row, "is_of_booking")?,
            kind: get(row, "type")?,
            decided_at: Some(get(row, "decided_at")?),
        })
    }
}

fn booking_row(row: &Row) -> Result<BookingRow, StoreError> {
    let sequences = get::<Vec<i64>>(row, "told")?;
    let sequences = sequences.into_iter().map(|sequence| parsed("sequence", sequence.try_into()));
    let places = Places {
        sequences: sequences.collect::<Result<_, _>>()?,
        is_read_there: get(row, "is_read_there")?,
    };
    let columns = BookingColumns {
        hotel: hotel_of(row)?,
        version: counted(row, "version")?,
        state: get(row, "state")?,
        check_in: get(row, "check_in")?,
        check_out: get(row, "check_out")?,
        guest: GuestId(get(row, "guest")?),
        expires_at: get::<Option<Timestamp>>(row, "expires_at")?.map(Timestamp::as_microsecond),
        total_minor: get(row, "total_minor")?,
        fee_minor: get(row, "fee_minor")?,
        provisional: get(row, "provisional")?,
    };
    let booking = readable(booking_from_row(row))?;
    Ok(BookingRow { places: Some(places), booking, columns })
}

impl Audited for Books<'_> {
    fn codes(&self) -> &Codes {
        self.codes
    }

    fn events(&self) -> Result<u64, StoreError> {
        counted(&self.one(sources::EVENTS)?, "position")
    }

    fn batches(&self, with: VisitBoth<'_, u64, Vec<u32>, BatchRow>) -> Result<(), StoreError> {
        let mut told = Cursor::open(self.session, &sources::BATCHES_TOLD, |row: &Row| {
            let places: Vec<i32> = get(row, "places")?;
            keyed(counted(row, "id")?, Ok(places.into_iter().map(i32::unsigned_abs).collect()))
        })?;
        let mut rows = Cursor::open(self.session, &sources::BATCHES, |row: &Row| {
            let events = u64::from(get::<i32>(row, "events")?.unsigned_abs());
            keyed(counted(row, "id")?, Ok(BatchRow { events }))
        })?;
        with(&mut told, &mut rows)
    }

    fn feed(&self) -> Result<Option<FeedRow>, StoreError> {
        let row = self.one(sources::FEED)?;
        Ok(Some(FeedRow {
            position: counted(&row, "position")?,
            by_batches: counted(&row, "by_batches")?,
            recorded_at: get(&row, "recorded_at")?,
            recorded_by_batches: get(&row, "recorded_by_batches")?,
        }))
    }

    fn log(&self, with: Visit<'_, u64, Logged>) -> Result<u64, StoreError> {
        self.one(sources::BY_KEYS)?;
        let read = |row: &Row| keyed(counted(row, "position")?, self.logged(row));
        let taken_in = Cursor::open(self.session, &sources::LOG, read)?;
        let waiting = Cursor::open(self.session, &sources::LOG_WAITING, read)?;
        self.one(sources::BY_ANY_WAY)?;
        let done = with(&mut taken_in.chain(waiting))?;
        self.keep_guests()?;
        self.rows(sources::COUNT_GUESTS, vec![])?;
        Ok(done)
    }

    fn keep_guest(&self, guest: GuestId, version: u64) -> Result<(), StoreError> {
        let mut guests = self.guests.borrow_mut();
        guests.0.push(guest.0);
        guests.1.push(count(version));
        let is_full = guests.0.len() >= GUESTS_MAX;
        drop(guests);
        if is_full { self.keep_guests() } else { Ok(()) }
    }

    fn streams(&self, with: Visit<'_, StreamName, StreamTold>) -> Result<u64, StoreError> {
        let told = |row: &Row| -> Result<StreamTold, StoreError> {
            Ok(StreamTold {
                sequence: counted(row, "sequence")?,
                catalogue: Some(counted(row, "catalogue")?),
                decided_at: Some(get(row, "decided_at")?),
            })
        };
        let read = |row: &Row| keyed(StreamName(stream_of(row)?), told(row));
        self.each(&sources::STREAMS, read, with)
    }

    fn hotels(&self, with: Visit<'_, HotelCode, Hotel>) -> Result<u64, StoreError> {
        let read = |row: &Row| keyed(text(row, "code", "hotel code")?, json(row, "body", "hotel"));
        self.each(&sources::HOTELS, read, with)
    }

    fn room_types(
        &self,
        with: Visit<'_, OfHotel<RoomTypeCode>, RoomType>,
    ) -> Result<u64, StoreError> {
        let key = |row: &Row| of_hotel(row, "code", "room type code");
        let read = |row: &Row| keyed(key(row)?, json(row, "body", "room type"));
        self.each(&sources::ROOM_TYPES, read, with)
    }

    fn rooms(&self, with: Visit<'_, OfHotel<RoomNo>, RoomRow>) -> Result<u64, StoreError> {
        let read = |row: &Row| {
            let room_type = text(row, "room_type", "room type code")?;
            let room = json(row, "body", "room").map(|body| RoomRow { room_type, body });
            keyed(of_hotel(row, "number", "room number")?, room)
        };
        self.each(&sources::ROOMS, read, with)
    }

    fn rate_plans(
        &self,
        with: Visit<'_, OfHotel<RatePlanCode>, RatePlan>,
    ) -> Result<u64, StoreError> {
        let key = |row: &Row| of_hotel(row, "code", "rate plan code");
        let read = |row: &Row| keyed(key(row)?, json(row, "body", "rate plan"));
        self.each(&sources::RATE_PLANS, read, with)
    }

    fn rates(&self, with: Visit<'_, RateKey, NightRate>) -> Result<u64, StoreError> {
        let read = |row: &Row| {
            let plan = text(row, "rate_plan", "rate plan code")?;
            let room_type = text(row, "room_type", "room type code")?;
            let key = Slash(plan, Slash(room_type, get(row, "night")?));
            keyed(Slash(hotel_of(row)?, key), rate_from_row(row))
        };
        self.each(&sources::RATES, read, with)
    }

    fn nights(
        &self,
        with: Visit<'_, OfHotel<Slash<RoomTypeCode, Date>>, Night>,
    ) -> Result<u64, StoreError> {
        let read = |row: &Row| {
            let ((hotel, room_type, date), night) = night_from_row(row)?;
            keyed(Slash(hotel, Slash(room_type, date)), Ok(night))
        };
        self.each(&sources::NIGHTS, read, with)
    }

    fn out_of_order(
        &self,
        with: Visit<'_, OfHotel<Slash<Date, RoomNo>>, ()>,
    ) -> Result<u64, StoreError> {
        let read = |row: &Row| {
            let ((hotel, night, room), _) = room_night_from_row(row, self.codes)?;
            keyed(Slash(hotel, Slash(night, room)), Ok(()))
        };
        self.each(&sources::OUT_OF_ORDER, read, with)
    }

    fn users(&self, with: Visit<'_, Name, User>) -> Result<u64, StoreError> {
        let read = |row: &Row| keyed(text(row, "name", "name")?, user_from_row(row));
        self.each(&sources::USERS, read, with)
    }

    fn tokens(&self, with: Visit<'_, TokenId, TokenTold>) -> Result<u64, StoreError> {
        let read = |row: &Row| {
            let token = token_from_row(row)?;
            let user = text(row, "name", "name");
            keyed(token.id, user.map(|user| TokenTold { user, revoked: token.revoked }))
        };
        self.each(&sources::TOKENS, read, with)
    }

    fn guests(&self, with: Visit<'_, (GuestId, Option<u64>), u64>) -> Result<u64, StoreError> {
        let read = |row: &Row| {
            let told = get::<Option<i64>>(row, "told")?.map(i64::unsigned_abs);
            let version = guest_from_row(row).map(|guest| guest.version);
            keyed((GuestId(get(row, "guest_id")?), told), version)
        };
        self.each(&sources::GUESTS, read, with)
    }

    fn guests_missing(&self, with: Visit<'_, GuestId, u64>) -> Result<u64, StoreError> {
        let read = |row: &Row| keyed(GuestId(get(row, "guest_id")?), counted(row, "told"));
        self.each(&sources::GUESTS_MISSING, read, with)
    }

    fn requests_adrift(&self, with: Visit<'_, i64, ()>) -> Result<u64, StoreError> {
        self.each(&sources::REQUESTS_ADRIFT, |row| keyed(get(row, "booking")?, Ok(())), with)
    }

    fn bookings(&self, with: VisitBoth<'_, i64, BookingRow, Telling>) -> Result<(), StoreError> {
        self.one(sources::BY_KEYS)?;
        let read = |row: &Row| keyed(get(row, "number")?, booking_row(row));
        let mut bookings = Cursor::open(self.session, &sources::BOOKINGS, read)?;
        let mut histories = Cursor::open(self.session, &sources::HISTORIES, |row: &Row| {
            let event = readable(event_from_row(row, self.codes))?.ok();
            let telling = Telling { sequence: counted(row, "sequence")?, event };
            keyed(get(row, "number")?, Ok(telling))
        })?;
        with(&mut bookings, &mut histories)
    }

    fn occupants(&self, of: &[RoomNightKey]) -> Result<Vec<InRoom>, StoreError> {
        let hotels: Vec<&str> = of.iter().map(|(hotel, _, _)| hotel.as_str()).collect();
        let nights: Vec<Date> = of.iter().map(|(_, night, _)| *night).collect();
        let rooms: Vec<&str> = of.iter().map(|(_, _, room)| room.as_str()).collect();
        let occupant = |row: &Row| {
            Ok(match (get(row, "is_there")?, get::<Option<i64>>(row, "booking")?) {
                (false, _) => InRoom::Nobody,
                (true, None) => InRoom::OutOfOrder,
                (true, Some(number)) => InRoom::Booking(number),
            })
        };
        let rows = self.rows(sources::OCCUPANTS, vec![&hotels, &nights, &rooms])?;
        rows.iter().map(occupant).collect()
    }

    fn taken_rooms_count(&self) -> Result<u64, StoreError> {
        counted(&self.one(sources::ROOM_NIGHTS_TAKEN)?, "taken")
    }

    fn taken_rooms(&self, with: Visit<'_, RoomNightKey, i64>) -> Result<u64, StoreError> {
        let read = |row: &Row| {
            let (key, _) = room_night_from_row(row, self.codes)?;
            keyed(key, get(row, "booking"))
        };
        self.each(&sources::ROOM_NIGHTS, read, with)
    }

    fn history(&self, number: i64) -> Result<Vec<Event>, StoreError> {
        let mut events = Vec::new();
        for row in self.rows(sources::HISTORY, vec![&number])? {
            events.extend(readable(event_from_row(&row, self.codes))?);
        }
        Ok(events)
    }

    fn answers(&self, with: Visit<'_, String, AnswerRow>) -> Result<u64, StoreError> {
        let read = |row: &Row| {
            let answer = AnswerRow {
                etag: get(row, "etag")?,
                changes: get::<i32>(row, "changes")?.into(),
                versions: get::<i32>(row, "versions")?.into(),
            };
            keyed(get(row, "key")?, Ok(answer))
        };
        self.each(&sources::ANSWERS, read, with)
    }
}
