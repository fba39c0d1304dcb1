//! Reads of bookings: one, a page of them, those of a chart, and holds that ran out.

use jiff::Timestamp;
use jiff::civil::Date;
use tokio_postgres::Row;
use tokio_postgres::types::ToSql;

use hotel_core::booking::{Booking, BookingState};
use hotel_core::ids::provisional::ProvisionalCode;
use hotel_core::ids::{BookingCode, HotelCode};
use hotel_core::people::Guest;
use hotel_core::stay::NIGHTS_MAX;
use hotel_core::wire::booking::BookingQuery;
use hotel_core::wire::page::Page;

use super::Queries;
use crate::store::pages::{cut, page_len, prefix_end};
use crate::store::postgres::rows::{
    booking_body, booking_from_row, code_of, count, get, guest_columns, guest_from_row,
};
use crate::store::words::parsed;
use crate::store::{BookingRecord, NAMESAKES_MAX, StoreError};

const BOOKING: &str = concat!(
    "SELECT ",
    booking_body!(),
    ", coalesce(booking_request.text, '') AS requests, ",
    guest_columns!(),
    " FROM booking JOIN guest ON guest.id = booking.guest \
     LEFT JOIN booking_request ON booking_request.booking = booking.number \
     WHERE booking.number = $1"
);

const PROVISIONAL: &str = concat!(
    "SELECT ",
    booking_body!(),
    " FROM booking WHERE booking.provisional = ANY ($1::text[]) ORDER BY booking.number LIMIT $2"
);

// Planned for the values at hand, so that each list begins where the fewest rows are looked at.
const LISTED: &str = concat!(
    "SELECT ",
    booking_body!(),
    ", ",
    guest_columns!(),
    " FROM booking JOIN guest ON guest.id = booking.guest \
     WHERE booking.number < $1 \
     AND ($2::text[] IS NULL OR booking.hotel = ANY ($2::text[])) \
     AND ($3::text IS NULL OR booking.state = $3) \
     AND ($4::uuid IS NULL OR booking.guest = $4) \
     AND ($5::text IS NULL OR (lower(guest.family) >= $5 AND lower(guest.family) < $6)) \
     AND ($7::date IS NULL OR booking.check_in >= $7) \
     AND ($8::date IS NULL OR booking.check_in < $8) \
     AND ($9::date IS NULL OR booking.check_out >= $9) \
     AND ($10::date IS NULL OR booking.check_out < $10) \
     ORDER BY booking.number DESC LIMIT $11"
);

const DURING: &str = concat!(
    "SELECT ",
    booking_body!(),
    ", ",
    guest_columns!(),
    " FROM booking JOIN guest ON guest.id = booking.guest \
     WHERE booking.hotel = $1 AND booking.check_in >= $4 AND booking.check_in < $3 \
     AND booking.check_out > $2 AND booking.state IN \
       ('held', 'requested', 'confirmed', 'in_house', 'checked_out', 'no_show') \
     ORDER BY booking.check_in, booking.number"
);

const LAPSED: &str = "SELECT booking.number FROM booking \
     WHERE booking.state = 'held' AND booking.expires_at <= $1 \
     ORDER BY booking.expires_at, booking.number LIMIT $2";

fn booking_and_guest(row: &Row) -> Result<(Booking, Guest), StoreError> {
    Ok((booking_from_row(row)?, guest_from_row(row)?))
}

fn longest() -> jiff::Span {
    jiff::Span::new().days(i64::try_from(NIGHTS_MAX).unwrap_or(365))
}

impl Queries {
    /// Returns a booking with what is personal about it.
    pub async fn booking(&self, code: BookingCode) -> Result<Option<BookingRecord>, StoreError> {
        let row = self.places.first(BOOKING, &[&count(self.codes.number(code))]).await?;
        let record = |row: &Row| {
            let requests = parsed("note", get::<String>(row, "requests")?.try_into())?;
            let (booking, guest) = booking_and_guest(row)?;
            Ok(BookingRecord { booking, guest, requests })
        };
        row.as_ref().map(record).transpose()
    }

    /// Returns the bookings that have one of some provisional codes, oldest first.
    pub async fn bookings_provisional(
        &self,
        wanted: Vec<ProvisionalCode>,
    ) -> Result<Vec<Booking>, StoreError> {
        let wanted: Vec<&str> = wanted.iter().map(ProvisionalCode::as_str).collect();
        let rows = self.places.rows(PROVISIONAL, &[&wanted, &i64::from(NAMESAKES_MAX)]).await?;
        rows.iter().map(booking_from_row).collect()
    }

    /// Returns a page of bookings with their guests, newest first; an empty scope is all hotels. Its
    /// cursor is the last booking's code, which tells nothing but the page did.
    pub async fn bookings(
        &self,
        query: BookingQuery,
        scope: Vec<HotelCode>,
    ) -> Result<Page<(Booking, Guest)>, StoreError> {
        let len = page_len(query.limit);
        let before = match &query.cursor {
            Some(cursor) => self.codes.number(cursor.parse().map_err(|_| StoreError::Cursor)?),
            None => u64::MAX,
        };
        if query.hotel.is_some_and(|hotel| !scope.is_empty() && !scope.contains(&hotel)) {
            return Ok(Page { items: Vec::new(), next: None });
        }
        let hotels = query.hotel.as_ref().map_or(scope.as_slice(), std::slice::from_ref);
        let hotels: Option<Vec<&str>> =
            (!hotels.is_empty()).then(|| hotels.iter().map(HotelCode::as_str).collect());
        let name = query.name.as_deref().map(str::trim).filter(|name| !name.is_empty());
        let name = name.map(str::to_ascii_lowercase);
        let name_end = name.as_deref().map(prefix_end);
        // A stay has a night at least and `NIGHTS_MAX` at most: departures tell of arrivals.
        let left_from = query.depart_from.map(|date| date.saturating_sub(longest()));
        let arrive_from = query.arrive_from.max(left_from);
        let arrive_before = query.arrive_before.into_iter().chain(query.depart_before).min();
        let (state, guest) = (query.state.map(BookingState::as_str), query.guest.map(|it| it.0));
        let (before, limit) = (count(before), i64::from(len + 1));
        let wanted: [&(dyn ToSql + Sync); 11] = [
            &before,
            &hotels,
            &state,
            &guest,
            &name,
            &name_end,
            &arrive_from,
            &arrive_before,
            &query.depart_from,
            &query.depart_before,
            &limit,
        ];
        let rows = self.places.rows_anywhere(LISTED, &wanted).await?;
        let bookings: Result<Vec<_>, StoreError> = rows.iter().map(booking_and_guest).collect();
        Ok(cut(bookings?, len, |(booking, _)| booking.code.to_string()))
    }

    /// Returns the live bookings of a hotel that touch the nights from one up to another.
    pub async fn bookings_during(
        &self,
        hotel: HotelCode,
        from: Date,
        to: Date,
    ) -> Result<Vec<(Booking, Guest)>, StoreError> {
        let earliest = from.saturating_sub(longest());
        let rows =
            self.places.rows_anywhere(DURING, &[&hotel.as_str(), &from, &to, &earliest]).await?;
        rows.iter().map(booking_and_guest).collect()
    }

    /// Returns the bookings whose holds ran out by a moment, the longest lapsed first.
    pub async fn lapsed_holds(
        &self,
        now: Timestamp,
        limit: u32,
    ) -> Result<Vec<BookingCode>, StoreError> {
        let rows = self.places.rows(LAPSED, &[&now, &i64::from(limit)]).await?;
        rows.iter().map(|row| code_of(get(row, "number")?, &self.codes)).collect()
    }
}
