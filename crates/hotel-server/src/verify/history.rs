//! Bookings, one history at a time: each step fits the one before, prices add up, and what the
//! bookings take is what the nights have given.

use std::collections::BTreeMap;

use hotel_core::apply::fold_booking;
use hotel_core::booking::{Booking, Takes};
use hotel_core::event::{BookingChange, Event, EventData, Fields};
use hotel_core::ids::BookingCode;
use hotel_core::inventory::{Night, NightKey};

use super::{Findings, Slash};

/// What the bookings take from the nights, and how many there were.
#[derive(Default)]
pub(crate) struct Histories {
    taken: BTreeMap<NightKey, (u32, u32)>,
    /// How many bookings were folded.
    pub(crate) bookings: u64,
}

impl Histories {
    /// Folds the history of a booking, whose events come in their order. None is a history that
    /// does not begin at its beginning.
    pub(crate) fn fold(
        &mut self,
        code: BookingCode,
        events: &[Event],
        findings: &mut Findings,
    ) -> Option<Booking> {
        let mut booking: Option<Booking> = None;
        for event in events {
            let EventData::Booking(change) = &event.data else { continue };
            check_step(booking.as_ref(), change, event.position, findings);
            booking = fold_booking(booking.as_ref(), change);
        }
        let booking = booking?;
        let hotel = events.first().and_then(|event| event.hotel);
        if booking.code != code {
            findings.in_log((&code, "code"), code, booking.code);
        }
        if hotel != Some(booking.hotel) {
            let is = hotel.map(|hotel| hotel.to_string()).unwrap_or_default();
            findings.in_log((&code, "hotel"), booking.hotel, is);
        }
        check_price(&booking, findings);
        self.add(&booking);
        Some(booking)
    }

    fn add(&mut self, booking: &Booking) {
        self.bookings += 1;
        for taken in booking.room_nights() {
            let key = (booking.hotel, taken.room_type, taken.night);
            let (sold, held) = self.taken.entry(key).or_default();
            match booking.takes() {
                Takes::Sold => *sold += 1,
                Takes::Held => *held += 1,
                Takes::Nothing => {}
            }
        }
    }

    /// Compares what the bookings take with what the log's runs of nights come to.
    pub(crate) fn check_nights(&self, nights: &BTreeMap<NightKey, Night>, findings: &mut Findings) {
        let words = |(sold, held)| format!("{sold} sold and {held} held");
        for (key, night) in nights {
            let by_bookings = self.taken.get(key).copied().unwrap_or_default();
            if by_bookings != (night.sold, night.held) {
                let (hotel, room_type, date) = *key;
                let key = Slash(hotel, Slash(room_type, date));
                let by_runs = words((night.sold, night.held));
                findings.in_log((&key, "taken"), words(by_bookings), by_runs);
            }
        }
        for ((hotel, room_type, date), by_bookings) in &self.taken {
            if !nights.contains_key(&(*hotel, *room_type, *date)) {
                let key = Slash(hotel, Slash(room_type, date));
                findings.in_log((&key, "taken"), words(*by_bookings), "a night not on sale");
            }
        }
    }
}

/// Checks that a step follows on the one before: its version, and the old value of each field.
fn check_step(
    before: Option<&Booking>,
    change: &BookingChange,
    position: u64,
    findings: &mut Findings,
) {
    let opens = change.opened.is_some();
    match before {
        None if !opens => findings.in_log((&position, "opened"), "the whole booking", "a change"),
        Some(_) if opens => findings.in_log((&position, "opened"), "a change", "a whole booking"),
        None | Some(_) => {}
    }
    let version = before.map_or(1, |before| before.version + 1);
    if change.version != version {
        findings.in_log((&position, "version"), version, change.version);
    }
    let Some(before) = before.filter(|_| !opens) else { return };
    if let Some(after) = fold_booking(Some(before), change) {
        let fits = Fields::between(before, &after);
        findings.differ(
            (hotel_core::wire::verify::Difference::LOG, &position),
            &fits,
            &change.changed,
        );
    }
}

fn check_price(booking: &Booking, findings: &mut Findings) {
    let (code, price) = (booking.code, &booking.price);
    let mut expect = |field: &str, should_be: i64, is: i64| {
        if should_be != is {
            findings.in_log((&code, field), should_be, is);
        }
    };
    let of_nights: i64 = booking.rooms.iter().flat_map(|room| &room.nights).sum();
    expect("price.rooms_minor", of_nights, price.rooms_minor);
    let exclusive = price.taxes.iter().filter(|tax| !tax.included).map(|tax| tax.minor);
    let total = price.rooms_minor + exclusive.sum::<i64>();
    expect("price.total_minor", total, price.total_minor);
    expect("fee_minor", booking.fee_minor.max(0), booking.fee_minor);
    let night_count = i64::try_from(booking.stay.night_count()).unwrap_or(i64::MAX);
    for room in &booking.rooms {
        expect("rooms.nights", night_count, i64::try_from(room.nights.len()).unwrap_or(i64::MAX));
    }
}
