//! Bookings in the order of their numbers beside their histories, so that one at a time is in memory.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt::{Display, Formatter};

use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension as _, Row, Rows as SqlRows, params};
use serde::Serialize;

use hotel_core::apply::fold_booking;
use hotel_core::booking::Booking;
use hotel_core::event::Event;
use hotel_core::ids::{GuestId, HotelCode};
use hotel_core::inventory::{Night, NightKey};
use hotel_core::stay::day_number;
use hotel_core::wire::verify::VerifyStep;

use super::Audit;
use crate::store::StoreError;
use crate::store::codes::Codes;
use crate::store::sqlite::rows::{
    booking_body, booking_from_row, code_of, counted, date, event_from_row, id,
    room_night_from_row, text,
};
use crate::verify::{Histories, Readable, Rows, Slash, readable};

/// A booking by its number; people know it by its code, which is only looked up to be shown.
struct Numbered<'a> {
    number: i64,
    codes: &'a Codes,
}

impl Display for Numbered<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        match code_of(self.number, self.codes) {
            Ok(code) => code.fmt(f),
            Err(_) => write!(f, "number {}", self.number),
        }
    }
}

impl PartialEq for Numbered<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
    }
}

impl Eq for Numbered<'_> {}

impl PartialOrd for Numbered<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Numbered<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.number.cmp(&other.number)
    }
}

/// The columns that stand beside a booking's body, to search by.
#[derive(PartialEq, Serialize)]
struct Columns {
    hotel: HotelCode,
    version: u64,
    state: String,
    check_in: Date,
    check_out: Date,
    guest: GuestId,
    expires_at: Option<i64>,
    total_minor: i64,
    fee_minor: i64,
}

impl Columns {
    fn of(booking: &Booking) -> Self {
        Self {
            hotel: booking.hotel,
            version: booking.version,
            state: booking.state.as_str().to_owned(),
            check_in: booking.stay.check_in(),
            check_out: booking.stay.check_out(),
            guest: booking.guest,
            expires_at: booking.expires_at.map(jiff::Timestamp::as_microsecond),
            total_minor: booking.price.total_minor,
            fee_minor: booking.fee_minor,
        }
    }

    fn from_row(row: &Row<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            hotel: text(row, "hotel", "hotel code")?,
            version: counted(row, "version")?,
            state: row.get("state")?,
            check_in: date(row, "check_in")?,
            check_out: date(row, "check_out")?,
            guest: GuestId(id(row, "guest")?),
            expires_at: row.get("expires_at")?,
            total_minor: row.get("total_minor")?,
            fee_minor: row.get("fee_minor")?,
        })
    }
}

fn stored_from_row(row: &Row<'_>) -> Result<(Booking, Columns), StoreError> {
    Ok((booking_from_row(row)?, Columns::from_row(row)?))
}

const BOOKINGS: &str = concat!(
    "SELECT booking.number, booking.hotel, booking.version, booking.state, \
     booking.check_in, booking.check_out, booking.guest, booking.expires_at, \
     booking.total_minor, booking.fee_minor, ",
    booking_body!(),
    " FROM booking ORDER BY booking.number"
);

const HISTORIES: &str = "SELECT event.booking AS number, event.position, event.id, event.hotel, \
     event.sequence, NULL AS booking, event.type, event.occurred_at, event.recorded_at, \
     event.actor, event.channel, event.correlation, event.causation, event.data \
     FROM event INDEXED BY event_by_booking WHERE event.booking IS NOT NULL \
     ORDER BY event.booking, event.position";

/// A row with its key.
type Stored<'a> = (Numbered<'a>, Readable<(Booking, Columns)>);

/// What has come together on the way along the bookings.
struct Way<I: Iterator> {
    stored: Rows<I>,
    histories: Histories,
    /// Nights of physical rooms that were found as the bookings say.
    room_nights: u64,
}

impl<'a> Audit<'a> {
    /// Compares every booking, and the rooms it has, with its history.
    pub(super) fn bookings(
        &mut self,
        nights: &BTreeMap<NightKey, Night>,
    ) -> Result<(), StoreError> {
        let (connection, codes) = (self.connection, self.codes);
        let mut statement = connection.prepare(BOOKINGS)?;
        let stored = statement.query_and_then([], |row| {
            let key = Numbered { number: row.get("number")?, codes };
            Ok((key, readable(stored_from_row(row))?))
        })?;
        let stored = Rows::new("booking", stored);
        let mut way = Way { stored, histories: Histories::default(), room_nights: 0 };
        let mut statement = connection.prepare(HISTORIES)?;
        self.follow(&mut statement.query([])?, &mut way)?;
        way.histories.check_nights(nights, &mut self.findings);
        self.report.bookings = way.stored.finish(&mut self.findings)?;
        self.room_nights(way.room_nights)
    }

    /// Reads the events of one booking after another.
    fn follow<I>(&mut self, rows: &mut SqlRows<'_>, way: &mut Way<I>) -> Result<(), StoreError>
    where
        I: Iterator<Item = Result<Stored<'a>, StoreError>>,
    {
        let (mut number, mut events, mut done) = (None, Vec::new(), 0);
        while let Some(row) = rows.next()? {
            self.tick(VerifyStep::Bookings, done)?;
            done += 1;
            let next = row.get::<_, i64>("number")?;
            if let Some(number) = number.filter(|number| *number != next) {
                self.close(number, &events, way)?;
                events.clear();
            }
            number = Some(next);
            // What can't be read was found when the log was read in its order.
            events.extend(readable(event_from_row(row, self.codes))?);
        }
        match number {
            Some(number) => self.close(number, &events, way),
            None => Ok(()),
        }
    }

    /// Compares a booking with its whole history.
    fn close<I>(
        &mut self,
        number: i64,
        events: &[Event],
        way: &mut Way<I>,
    ) -> Result<(), StoreError>
    where
        I: Iterator<Item = Result<Stored<'a>, StoreError>>,
    {
        let key = Numbered { number, codes: self.codes };
        let place = ("booking", &key as &dyn Display);
        let code = match readable(code_of(number, self.codes))? {
            Ok(code) => code,
            Err(why) => {
                self.findings.in_log((&key, "booking"), "a booking", why);
                return Ok(());
            }
        };
        let Some(told) = way.histories.fold(code, events, &mut self.findings) else {
            // The row of a history without a beginning is told by nobody, as it comes to be passed.
            return Ok(());
        };
        match way.stored.take(&key, &mut self.findings)? {
            Some(Ok((booking, columns))) => {
                let before = self.findings.count;
                self.findings.differ(place, &told, &booking);
                if self.findings.count == before {
                    self.findings.differ(place, &Columns::of(&told), &columns);
                }
            }
            Some(Err(why)) => {
                self.findings.add((place.0, place.1, ""), Some("a row".to_owned()), Some(why));
            }
            None => self.findings.add((place.0, place.1, ""), Some("a row".to_owned()), None),
        }
        way.room_nights += self.rooms_of(&key, &told)?;
        Ok(())
    }
}

const ROOM_NIGHT: &str = "SELECT room_night.booking FROM room_night \
     WHERE room_night.hotel = ?1 AND room_night.night = ?2 AND room_night.room = ?3";

const ROOM_NIGHTS_TAKEN: &str =
    "SELECT count(*) FROM room_night WHERE room_night.booking IS NOT NULL";

const ROOM_NIGHTS: &str = "SELECT room_night.hotel, room_night.night, room_night.room, \
     room_night.booking FROM room_night WHERE room_night.booking IS NOT NULL \
     ORDER BY room_night.hotel, room_night.night, room_night.room";

const HISTORY: &str = "SELECT event.position, event.id, event.hotel, event.sequence, \
     NULL AS booking, event.type, event.occurred_at, event.recorded_at, event.actor, \
     event.channel, event.correlation, event.causation, event.data \
     FROM event INDEXED BY event_by_booking WHERE event.booking = ?1 ORDER BY event.position";

impl Audit<'_> {
    /// Looks for the rooms that a booking has, and returns how many nights of them are there.
    fn rooms_of(&mut self, key: &Numbered<'_>, booking: &Booking) -> Result<u64, StoreError> {
        let mut statement = self.connection.prepare_cached(ROOM_NIGHT)?;
        let mut found = 0;
        for taken in booking.room_nights() {
            let Some(room) = taken.room else { continue };
            let wanted = params![booking.hotel.as_str(), day_number(taken.night), room.as_str()];
            let row: Option<Option<i64>> =
                statement.query_row(wanted, |row| row.get("booking")).optional()?;
            if row == Some(Some(key.number)) {
                found += 1;
                continue;
            }
            let place = Slash(booking.hotel, Slash(taken.night, room));
            let is = row.map(|booking| match booking {
                Some(number) => Numbered { number, codes: self.codes }.to_string(),
                None => "out of order".to_owned(),
            });
            self.findings.add(("room_night", &place, "booking"), Some(key.to_string()), is);
        }
        Ok(found)
    }

    /// Looks for rooms that bookings have in the table alone: if there are more rows than were found.
    fn room_nights(&mut self, found: u64) -> Result<(), StoreError> {
        let taken = self.connection.query_row(ROOM_NIGHTS_TAKEN, [], |row| row.get::<_, i64>(0))?;
        let taken = u64::try_from(taken).unwrap_or(0);
        self.report.room_nights += taken;
        if taken == found {
            return Ok(());
        }
        let mut statement = self.connection.prepare(ROOM_NIGHTS)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let ((hotel, night, room), _) = room_night_from_row(row, self.codes)?;
            let number = row.get("booking")?;
            let told = folded(self.connection, self.codes, number)?;
            let is_told = told.is_some_and(|booking| {
                let mut taken = booking.room_nights();
                booking.hotel == hotel
                    && taken.any(|taken| taken.night == night && taken.room == Some(room))
            });
            if !is_told {
                let place = Slash(hotel, Slash(night, room));
                let is = Numbered { number, codes: self.codes }.to_string();
                self.findings.add(("room_night", &place, "booking"), None, Some(is));
            }
        }
        Ok(())
    }
}

/// Folds the history of one booking.
fn folded(
    connection: &Connection,
    codes: &Codes,
    number: i64,
) -> Result<Option<Booking>, StoreError> {
    let mut statement = connection.prepare_cached(HISTORY)?;
    let mut rows = statement.query([number])?;
    let mut booking = None;
    while let Some(row) = rows.next()? {
        if let Ok(event) = readable(event_from_row(row, codes))?
            && let Some(change) = event.data.as_booking()
        {
            booking = fold_booking(booking.as_ref(), change).or(booking);
        }
    }
    Ok(booking)
}
