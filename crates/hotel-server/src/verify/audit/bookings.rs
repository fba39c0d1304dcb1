//! Bookings in the order of their numbers beside their histories, so that one at a time is in memory.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt::{Display, Formatter};

use hotel_core::apply::fold_booking;
use hotel_core::booking::Booking;
use hotel_core::event::Event;
use hotel_core::facts::RoomNightKey;
use hotel_core::ids::BookingCode;
use hotel_core::inventory::{Night, NightKey};
use hotel_core::wire::verify::VerifyStep;

use super::{Audit, Audited, BookingColumns, BookingRow, InRoom, Keyed, Places, Telling};
use crate::store::StoreError;
use crate::store::codes::Codes;
use crate::verify::{Histories, Readable, Rows, Slash};

/// Rooms looked for at once.
const ROOMS_MAX: usize = 1_000;

/// A booking by its number; people know it by its code, which is only looked up to be shown.
struct Numbered<'a> {
    number: i64,
    codes: &'a Codes,
}

impl Numbered<'_> {
    /// Returns its code, if the number stands for one.
    fn code(&self) -> Readable<BookingCode> {
        let number = u64::try_from(self.number).ok();
        let code = number.and_then(|number| self.codes.code(number));
        code.ok_or_else(|| "a booking number that can't be read".to_owned())
    }
}

impl Display for Numbered<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        match self.code() {
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

/// What has come together on the way along the bookings.
struct Way<'a, I: Iterator> {
    codes: &'a Codes,
    stored: Rows<I>,
    histories: Histories,
    /// What the log tells of the booking at hand.
    events: Vec<Event>,
    /// Where it tells that.
    sequences: Vec<u64>,
    /// Rooms that bookings have by their histories, still to be looked for.
    wanted: Vec<RoomNightKey>,
    /// By whom each of them is wanted.
    wanted_by: Vec<i64>,
    /// Nights of physical rooms that were found as the bookings say.
    room_nights: u64,
}

impl<H: Audited> Audit<'_, H> {
    /// Compares every booking, and the rooms it has, with its history.
    pub(super) fn bookings(
        &mut self,
        nights: &BTreeMap<NightKey, Night>,
    ) -> Result<(), StoreError> {
        let house = self.house;
        let codes = house.codes();
        house.bookings(&mut |stored, tellings| {
            let stored = stored.map(|row| {
                let (number, row) = row?;
                Ok::<_, StoreError>((Numbered { number, codes }, row))
            });
            let mut way = Way {
                codes,
                stored: Rows::new("booking", stored),
                histories: Histories::default(),
                events: Vec::new(),
                sequences: Vec::new(),
                wanted: Vec::new(),
                wanted_by: Vec::new(),
                room_nights: 0,
            };
            self.follow(tellings, &mut way)?;
            self.look_for_rooms(&mut way)?;
            way.histories.check_nights(nights, &mut self.findings);
            self.report.bookings = way.stored.finish(&mut self.findings)?;
            self.room_nights(way.room_nights)
        })
    }

    /// Reads the events of one booking after another.
    fn follow<'a, I>(
        &mut self,
        tellings: &mut dyn Iterator<Item = Keyed<i64, Telling>>,
        way: &mut Way<'a, I>,
    ) -> Result<(), StoreError>
    where
        I: Iterator<Item = Result<(Numbered<'a>, Readable<BookingRow>), StoreError>>,
    {
        let (mut number, mut done) = (None, 0);
        for telling in tellings {
            let (next, telling) = telling?;
            self.tick(VerifyStep::Bookings, done)?;
            done += 1;
            if let Some(number) = number.filter(|number| *number != next) {
                self.close(number, way)?;
            }
            number = Some(next);
            // What can't be read was found when the log was read in its order.
            let Ok(Telling { sequence, event }) = telling else { continue };
            way.sequences.push(sequence);
            way.events.extend(event);
        }
        number.map_or(Ok(()), |number| self.close(number, way))
    }

    /// Compares a booking with its whole history.
    fn close<'a, I>(&mut self, number: i64, way: &mut Way<'a, I>) -> Result<(), StoreError>
    where
        I: Iterator<Item = Result<(Numbered<'a>, Readable<BookingRow>), StoreError>>,
    {
        let key = Numbered { number, codes: way.codes };
        let events = std::mem::take(&mut way.events);
        let sequences = std::mem::take(&mut way.sequences);
        let code = match key.code() {
            Ok(code) => code,
            Err(why) => {
                self.findings.in_log((&key, "booking"), "a booking", why);
                return Ok(());
            }
        };
        let Some(told) = way.histories.fold(code, &events, &mut self.findings) else {
            // The row of a history without a beginning is told by nobody, as it comes to be passed.
            return Ok(());
        };
        let row_is_due = Some("a row".to_owned());
        match way.stored.take(&key, &mut self.findings)? {
            Some(Ok(row)) => self.row(&key, (&told, &sequences), &row),
            Some(Err(why)) => self.findings.add(("booking", &key, ""), row_is_due, Some(why)),
            None => self.findings.add(("booking", &key, ""), row_is_due, None),
        }
        for taken in told.room_nights() {
            let Some(room) = taken.room else { continue };
            way.wanted.push((told.hotel, taken.night, room));
            way.wanted_by.push(number);
        }
        // What has been taken in is given back for the next.
        (way.events, way.sequences) = (events, sequences);
        way.events.clear();
        way.sequences.clear();
        if way.wanted.len() < ROOMS_MAX { Ok(()) } else { self.look_for_rooms(way) }
    }

    /// Compares the row of a booking with what is told of it, and where.
    fn row(&mut self, key: &Numbered<'_>, (told, at): (&Booking, &[u64]), row: &BookingRow) {
        let place = ("booking", key as &dyn Display);
        if let Some(Places { sequences, is_read_there }) = &row.places
            && sequences != at
        {
            let words = |places: &[u64]| {
                let places: Vec<String> = places.iter().map(u64::to_string).collect();
                Some(places.join(","))
            };
            self.findings.add((place.0, place.1, "told"), words(at), words(sequences));
            if *is_read_there {
                // What was read at a wrong place says nothing of the row.
                return;
            }
        }
        let before = self.findings.count;
        match &row.booking {
            Ok(booking) => self.findings.differ(place, told, booking),
            Err(why) => {
                let row = Some("a row".to_owned());
                self.findings.add((place.0, place.1, ""), row, Some(why.clone()));
            }
        }
        if self.findings.count == before {
            self.findings.differ(place, &BookingColumns::of(told), &row.columns);
        }
    }

    /// Looks for the rooms that bookings have, and counts those that are there.
    fn look_for_rooms<I: Iterator>(&mut self, way: &mut Way<'_, I>) -> Result<(), StoreError> {
        let found = self.house.occupants(&way.wanted)?;
        let codes = way.codes;
        let wanted = way.wanted.drain(..).zip(way.wanted_by.drain(..));
        for (((hotel, night, room), number), is) in wanted.zip(found) {
            if is == InRoom::Booking(number) {
                way.room_nights += 1;
                continue;
            }
            let place = Slash(hotel, Slash(night, room));
            let is = match is {
                InRoom::Nobody => None,
                InRoom::OutOfOrder => Some("out of order".to_owned()),
                InRoom::Booking(number) => Some(Numbered { number, codes }.to_string()),
            };
            let told = Numbered { number, codes }.to_string();
            self.findings.add(("room_night", &place, "booking"), Some(told), is);
        }
        Ok(())
    }

    /// Looks for rooms that bookings have in the table alone: if there are more rows than were found.
    fn room_nights(&mut self, found: u64) -> Result<(), StoreError> {
        let house = self.house;
        let taken = house.taken_rooms_count()?;
        self.report.room_nights += taken;
        if taken == found {
            return Ok(());
        }
        let codes = house.codes();
        house.taken_rooms(&mut |rows| {
            for row in rows {
                let ((hotel, night, room), number) = row?;
                let told = match &number {
                    Ok(number) => folded(&house.history(*number)?),
                    Err(_) => None,
                };
                let is_told = told.is_some_and(|booking| {
                    let mut taken = booking.room_nights();
                    booking.hotel == hotel
                        && taken.any(|taken| taken.night == night && taken.room == Some(room))
                });
                if !is_told {
                    let place = Slash(hotel, Slash(night, room));
                    let number = number.map(|number| Numbered { number, codes }.to_string());
                    let is = number.unwrap_or_else(|why| why);
                    self.findings.add(("room_night", &place, "booking"), None, Some(is));
                }
            }
            Ok(taken)
        })?;
        Ok(())
    }
}

/// Folds the history of one booking.
fn folded(events: &[Event]) -> Option<Booking> {
    events
        .iter()
        .filter_map(|event| event.data.as_booking())
        .fold(None, |booking, change| fold_booking(booking.as_ref(), change).or(booking))
}
