//! Hands the whole store over to be verified, beside everything else: one read transaction sees one
//! state of it all, and a reader holds nobody up.

mod sources;

use std::sync::Arc;

use jiff::civil::Date;
use rusqlite::{Connection, OpenFlags, OptionalExtension as _, Row, params};

use hotel_core::catalogue::{Hotel, RoomType};
use hotel_core::event::Event;
use hotel_core::facts::RoomNightKey;
use hotel_core::ids::{GuestId, HotelCode, RatePlanCode, RoomNo, RoomTypeCode, TokenId};
use hotel_core::inventory::Night;
use hotel_core::people::User;
use hotel_core::rate::{NightRate, RatePlan};
use hotel_core::stay::day_number;
use hotel_core::text::Name;
use hotel_core::wire::verify::{VerifyProgress, VerifyReport};

use super::Queries;
use super::events::head;
use crate::store::StoreError;
use crate::store::codes::Codes;
use crate::store::sqlite::BUSY_TIMEOUT;
use crate::store::sqlite::rows::{
    booking_from_row, counted, date, event_from_row, guest_from_row, id, json, night_from_row,
    parsed, rate_from_row, room_night_from_row, text, token_from_row, user_from_row,
};
use crate::verify::audit::{
    AnswerRow, Audited, BookingColumns, BookingRow, InRoom, Keyed, OfHotel, RateKey, RoomRow,
    Telling, Visit, VisitBoth,
};
use crate::verify::{Logged, Slash, StreamName, StreamTold, Tell, TokenTold, audit, readable};

/// The page cache while it runs, in KiB: histories lie scattered over the log.
const CACHE_KIB: i32 = 32 * 1024;

impl Queries {
    /// Folds the whole log again and compares every row with it. One runs at a time.
    pub async fn verify(
        &self,
        mut tell: impl FnMut(VerifyProgress) -> bool + Send + 'static,
    ) -> Result<VerifyReport, StoreError> {
        let _alone = self.pool.alone.acquire().await.map_err(|_| StoreError::Closing)?;
        let pool = Arc::clone(&self.pool);
        let read = tokio::task::spawn_blocking(move || {
            // A connection of its own, which nobody gets afterwards; one thread has it, so that
            // millions of columns need no lock.
            let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
            let connection = Connection::open_with_flags(&pool.path, flags)?;
            connection.busy_timeout(BUSY_TIMEOUT)?;
            connection.pragma_update(None, "cache_size", -CACHE_KIB)?;
            verify(&connection, &pool.codes, &mut tell)
        });
        read.await.map_err(|_| StoreError::Closing)?
    }
}

const KEEP_GUESTS: &str = "CREATE TEMP TABLE told_guest (\
     id BLOB PRIMARY KEY, version INTEGER NOT NULL) STRICT, WITHOUT ROWID";

/// Folds the log of a connection's database again and compares every row with it.
pub(in crate::store::sqlite) fn verify(
    connection: &Connection,
    codes: &Codes,
    tell: &mut Tell<'_>,
) -> Result<VerifyReport, StoreError> {
    connection.execute_batch("BEGIN")?;
    let done = connection
        .execute_batch(KEEP_GUESTS)
        .map_err(StoreError::from)
        .and_then(|()| audit(&Books { connection, codes }, tell));
    // The transaction only read, and what it kept aside goes with it.
    connection.execute_batch("ROLLBACK")?;
    done
}

/// The books as they stand in a transaction.
struct Books<'a> {
    connection: &'a Connection,
    codes: &'a Codes,
}

fn keyed<K, V>(key: K, value: Result<V, StoreError>) -> Keyed<K, V> {
    Ok((key, readable(value)?))
}

impl Books<'_> {
    /// Shows the rows of a statement.
    fn each<K, V>(
        &self,
        sql: &str,
        read: impl FnMut(&Row<'_>) -> Keyed<K, V>,
        with: Visit<'_, K, V>,
    ) -> Result<u64, StoreError> {
        let mut statement = self.connection.prepare(sql)?;
        with(&mut statement.query_and_then([], read)?)
    }
}

fn logged_from_row(row: &Row<'_>, codes: &Codes) -> Result<Logged, StoreError> {
    Ok(Logged {
        event: event_from_row(row, codes)?,
        is_of_booking: row.get("is_of_booking")?,
        kind: row.get("type")?,
        decided_at: None,
    })
}

fn booking_row(row: &Row<'_>) -> Result<BookingRow, StoreError> {
    let booking = readable(booking_from_row(row))?;
    let columns = BookingColumns {
        hotel: hotel_of(row)?,
        version: counted(row, "version")?,
        state: row.get("state")?,
        check_in: date(row, "check_in")?,
        check_out: date(row, "check_out")?,
        guest: GuestId(id(row, "guest")?),
        expires_at: row.get("expires_at")?,
        total_minor: row.get("total_minor")?,
        fee_minor: row.get("fee_minor")?,
        provisional: row.get("provisional")?,
    };
    Ok(BookingRow { places: None, booking, columns })
}

fn hotel_of(row: &Row<'_>) -> Result<HotelCode, StoreError> {
    text(row, "hotel", "hotel code")
}

fn of_hotel<K>(row: &Row<'_>, column: &str, what: &'static str) -> Result<OfHotel<K>, StoreError>
where
    K: TryFrom<String>,
    K::Error: std::error::Error + Send + Sync + 'static,
{
    Ok(Slash(hotel_of(row)?, text(row, column, what)?))
}

impl Audited for Books<'_> {
    fn codes(&self) -> &Codes {
        self.codes
    }

    fn events(&self) -> Result<u64, StoreError> {
        head(self.connection)
    }

    fn log(&self, with: Visit<'_, u64, Logged>) -> Result<u64, StoreError> {
        let read =
            |row: &Row<'_>| keyed(counted(row, "position")?, logged_from_row(row, self.codes));
        self.each(sources::LOG, read, with)
    }

    fn keep_guest(&self, guest: GuestId, version: u64) -> Result<(), StoreError> {
        let version = i64::try_from(version).unwrap_or(i64::MAX);
        let mut statement = self.connection.prepare_cached(sources::TELL_OF_GUEST)?;
        statement.execute(params![guest.0.as_bytes(), version])?;
        Ok(())
    }

    fn streams(&self, with: Visit<'_, StreamName, StreamTold>) -> Result<u64, StoreError> {
        let read = |row: &Row<'_>| {
            let hotel = match row.get::<_, String>("hotel")?.as_str() {
                "" => None,
                code => Some(parsed("hotel code", code.parse())?),
            };
            let told = |sequence| StreamTold { sequence, ..StreamTold::default() };
            keyed(StreamName(hotel), counted(row, "sequence").map(told))
        };
        self.each(sources::STREAMS, read, with)
    }

    fn hotels(&self, with: Visit<'_, HotelCode, Hotel>) -> Result<u64, StoreError> {
        let read =
            |row: &Row<'_>| keyed(text(row, "code", "hotel code")?, json(row, "body", "hotel"));
        self.each(sources::HOTELS, read, with)
    }

    fn room_types(
        &self,
        with: Visit<'_, OfHotel<RoomTypeCode>, RoomType>,
    ) -> Result<u64, StoreError> {
        let key = |row: &Row<'_>| of_hotel(row, "code", "room type code");
        let read = |row: &Row<'_>| keyed(key(row)?, json(row, "body", "room type"));
        self.each(sources::ROOM_TYPES, read, with)
    }

    fn rooms(&self, with: Visit<'_, OfHotel<RoomNo>, RoomRow>) -> Result<u64, StoreError> {
        let read = |row: &Row<'_>| {
            let room_type = text(row, "room_type", "room type code")?;
            let room = json(row, "body", "room").map(|body| RoomRow { room_type, body });
            keyed(of_hotel(row, "number", "room number")?, room)
        };
        self.each(sources::ROOMS, read, with)
    }

    fn rate_plans(
        &self,
        with: Visit<'_, OfHotel<RatePlanCode>, RatePlan>,
    ) -> Result<u64, StoreError> {
        let key = |row: &Row<'_>| of_hotel(row, "code", "rate plan code");
        let read = |row: &Row<'_>| keyed(key(row)?, json(row, "body", "rate plan"));
        self.each(sources::RATE_PLANS, read, with)
    }

    fn rates(&self, with: Visit<'_, RateKey, NightRate>) -> Result<u64, StoreError> {
        let read = |row: &Row<'_>| {
            let plan = text(row, "rate_plan", "rate plan code")?;
            let room_type = text(row, "room_type", "room type code")?;
            let key = Slash(plan, Slash(room_type, date(row, "night")?));
            keyed(Slash(hotel_of(row)?, key), rate_from_row(row))
        };
        self.each(sources::RATES, read, with)
    }

    fn nights(
        &self,
        with: Visit<'_, OfHotel<Slash<RoomTypeCode, Date>>, Night>,
    ) -> Result<u64, StoreError> {
        let read = |row: &Row<'_>| {
            let ((hotel, room_type, date), night) = night_from_row(row)?;
            keyed(Slash(hotel, Slash(room_type, date)), Ok(night))
        };
        self.each(sources::NIGHTS, read, with)
    }

    fn out_of_order(
        &self,
        with: Visit<'_, OfHotel<Slash<Date, RoomNo>>, ()>,
    ) -> Result<u64, StoreError> {
        let read = |row: &Row<'_>| {
            let ((hotel, night, room), _) = room_night_from_row(row, self.codes)?;
            keyed(Slash(hotel, Slash(night, room)), Ok(()))
        };
        self.each(sources::OUT_OF_ORDER, read, with)
    }

    fn users(&self, with: Visit<'_, Name, User>) -> Result<u64, StoreError> {
        self.each(sources::USERS, |row| keyed(text(row, "name", "name")?, user_from_row(row)), with)
    }

    fn tokens(&self, with: Visit<'_, TokenId, TokenTold>) -> Result<u64, StoreError> {
        let read = |row: &Row<'_>| {
            let token = token_from_row(row)?;
            let user = text(row, "name", "name");
            keyed(token.id, user.map(|user| TokenTold { user, revoked: token.revoked }))
        };
        self.each(sources::TOKENS, read, with)
    }

    fn guests(&self, with: Visit<'_, (GuestId, Option<u64>), u64>) -> Result<u64, StoreError> {
        let read = |row: &Row<'_>| {
            let told = row.get::<_, Option<i64>>("told")?.map(i64::unsigned_abs);
            let version = guest_from_row(row).map(|guest| guest.version);
            keyed((GuestId(id(row, "guest_id")?), told), version)
        };
        self.each(sources::GUESTS, read, with)
    }

    fn guests_missing(&self, with: Visit<'_, GuestId, u64>) -> Result<u64, StoreError> {
        let read = |row: &Row<'_>| keyed(GuestId(id(row, "guest_id")?), counted(row, "told"));
        self.each(sources::GUESTS_MISSING, read, with)
    }

    fn requests_adrift(&self, with: Visit<'_, i64, ()>) -> Result<u64, StoreError> {
        self.each(sources::REQUESTS_ADRIFT, |row| keyed(row.get("booking")?, Ok(())), with)
    }

    fn bookings(&self, with: VisitBoth<'_, i64, BookingRow, Telling>) -> Result<(), StoreError> {
        let mut bookings = self.connection.prepare(sources::BOOKINGS)?;
        let mut histories = self.connection.prepare(sources::HISTORIES)?;
        let mut bookings =
            bookings.query_and_then([], |row| keyed(row.get("number")?, booking_row(row)))?;
        let mut histories = histories.query_and_then([], |row| {
            let event = readable(event_from_row(row, self.codes))?.ok();
            let telling = Telling { sequence: counted(row, "sequence")?, event };
            keyed(row.get("number")?, Ok(telling))
        })?;
        with(&mut bookings, &mut histories)
    }

    fn occupants(&self, of: &[RoomNightKey]) -> Result<Vec<InRoom>, StoreError> {
        let mut statement = self.connection.prepare_cached(sources::ROOM_NIGHT)?;
        let mut occupant = |(hotel, night, room): &RoomNightKey| {
            let key = params![hotel.as_str(), day_number(*night), room.as_str()];
            let row = statement.query_row(key, |row| row.get::<_, Option<i64>>("booking"));
            Ok(match row.optional()? {
                None => InRoom::Nobody,
                Some(None) => InRoom::OutOfOrder,
                Some(Some(number)) => InRoom::Booking(number),
            })
        };
        of.iter().map(&mut occupant).collect()
    }

    fn taken_rooms_count(&self) -> Result<u64, StoreError> {
        let count: i64 =
            self.connection.query_row(sources::ROOM_NIGHTS_TAKEN, [], |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }

    fn taken_rooms(&self, with: Visit<'_, RoomNightKey, i64>) -> Result<u64, StoreError> {
        let read = |row: &Row<'_>| {
            let (key, _) = room_night_from_row(row, self.codes)?;
            keyed(key, Ok(row.get("booking")?))
        };
        self.each(sources::ROOM_NIGHTS, read, with)
    }

    fn history(&self, number: i64) -> Result<Vec<Event>, StoreError> {
        let mut statement = self.connection.prepare_cached(sources::HISTORY)?;
        let mut rows = statement.query([number])?;
        let mut events = Vec::new();
        while let Some(row) = rows.next()? {
            events.extend(readable(event_from_row(row, self.codes))?);
        }
        Ok(events)
    }

    fn answers(&self, with: Visit<'_, String, AnswerRow>) -> Result<u64, StoreError> {
        let read = |row: &Row<'_>| {
            let answer = AnswerRow {
                etag: row.get("etag")?,
                changes: row.get("changes")?,
                versions: row.get("versions")?,
            };
            keyed(row.get("key")?, Ok(answer))
        };
        self.each(sources::ANSWERS, read, with)
    }
}
