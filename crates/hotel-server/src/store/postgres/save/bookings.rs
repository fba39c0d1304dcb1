//! Saving bookings, and what guests ask for.

use std::collections::HashMap;

use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use hotel_core::booking::Booking;
use hotel_core::ids::BookingCode;
use hotel_core::ids::provisional::ProvisionalCode;

use super::rows;
use crate::store::postgres::rows::count;
use crate::store::words::{BookingNumbers, json};
use crate::store::{Batch, StoreError};

rows! {
    /// Bookings.
    Bookings {
        number: i64, hotel: &str, version: i64, state: &str, check_in: Date,
        check_out: Date, guest: Uuid, expires_at: Option<Timestamp>, total_minor: i64,
        fee_minor: i64, provisional: Option<&str>, told: &str, body: Option<String>,
    }
}

const OPEN: &str = "INSERT INTO booking (number, hotel, version, state, check_in, check_out, guest, expires_at, \
       total_minor, fee_minor, provisional, told, body) \
     SELECT unnest($1::bigint[]), unnest($2::text[]), unnest($3::bigint[]), unnest($4::text[]), \
       unnest($5::date[]), unnest($6::date[]), unnest($7::uuid[]), unnest($8::timestamptz[]), \
       unnest($9::bigint[]), unnest($10::bigint[]), unnest($11::text[]), \
       unnest($12::text[])::bigint[], unnest($13::text[])";

const CHANGE: &str = "UPDATE booking SET version = changed.version, state = changed.state, \
       check_in = changed.check_in, check_out = changed.check_out, guest = changed.guest, \
       expires_at = changed.expires_at, total_minor = changed.total_minor, \
       fee_minor = changed.fee_minor, told = booking.told || changed.told::bigint[], \
       body = changed.body \
     FROM (SELECT unnest($1::bigint[]) AS number, unnest($2::text[]) AS hotel, \
       unnest($3::bigint[]) AS version, unnest($4::text[]) AS state, \
       unnest($5::date[]) AS check_in, unnest($6::date[]) AS check_out, \
       unnest($7::uuid[]) AS guest, unnest($8::timestamptz[]) AS expires_at, \
       unnest($9::bigint[]) AS total_minor, unnest($10::bigint[]) AS fee_minor, \
       unnest($11::text[]) AS provisional, unnest($12::text[]) AS told, \
       unnest($13::text[]) AS body) AS changed \
     WHERE booking.number = changed.number AND booking.hotel = changed.hotel";

impl Bookings {
    /// Adds a booking. One to which nothing has happened yet is told by the event that opened it, and
    /// has no body.
    fn add(&mut self, number: i64, booking: &Booking, told: &str) -> Result<(), StoreError> {
        self.push(
            number,
            booking.hotel.as_str(),
            count(booking.version),
            booking.state.as_str(),
            booking.stay.check_in(),
            booking.stay.check_out(),
            booking.guest.0,
            booking.expires_at,
            booking.price.total_minor,
            booking.fee_minor,
            booking.provisional.as_ref().map(ProvisionalCode::as_str),
            told,
            (booking.version > 1).then(|| json(booking)).transpose()?,
        )
    }
}

/// Where in their hotels' streams bookings are told, by this batch: arrays, as Postgres writes them,
/// since an array of arrays would have to be as long in every row.
fn told(batch: &Batch<'_>) -> HashMap<BookingCode, (String, bool)> {
    let mut told: HashMap<BookingCode, (String, bool)> = HashMap::new();
    for event in batch.events {
        let (Some(code), Some(change)) = (event.booking, event.data.as_booking()) else { continue };
        let (places, is_new) = told.entry(code).or_default();
        places.push(if places.is_empty() { '{' } else { ',' });
        places.push_str(&event.sequence.to_string());
        *is_new |= change.opened.is_some();
    }
    for (places, _) in told.values_mut() {
        places.push('}');
    }
    told
}

/// Gathers the bookings that a batch opened, and those that it changed.
pub(super) fn of_batch(
    numbers: &mut BookingNumbers<'_>,
    batch: &Batch<'_>,
) -> Result<(Bookings, Bookings), StoreError> {
    let mut told = told(batch);
    let (mut opened, mut changed) = (Bookings::of(OPEN), Bookings::of(CHANGE));
    for code in &batch.facts.touched.bookings {
        let Some(booking) = batch.facts.bookings.get(code) else { continue };
        let (places, is_new) = told.remove(code).unwrap_or_default();
        let number = count(numbers.of(*code));
        let rows = if is_new { &mut opened } else { &mut changed };
        rows.add(number, booking, &places)?;
    }
    Ok((opened, changed))
}

rows! {
    /// What guests ask for.
    Requests { booking: i64, text: &str }
}

const SET_REQUESTS: &str = "INSERT INTO booking_request (booking, text) SELECT unnest($1::bigint[]), unnest($2::text[]) \
     ON CONFLICT (booking) DO UPDATE SET text = excluded.text";

/// Gathers what guests ask for.
pub(super) fn requests_of_batch(
    numbers: &mut BookingNumbers<'_>,
    batch: &Batch<'_>,
) -> Result<Requests, StoreError> {
    let mut rows = Requests::of(SET_REQUESTS);
    for code in &batch.facts.touched.requests {
        let Some(requests) = batch.facts.requests.get(code) else { continue };
        rows.push(count(numbers.of(*code)), requests.as_str())?;
    }
    Ok(rows)
}
