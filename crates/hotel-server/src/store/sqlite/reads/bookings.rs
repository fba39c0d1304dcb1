//! Reads of bookings: one, a page of them, those of a chart, and holds that ran out.

use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::{Connection, Row, named_params, params};

use hotel_core::booking::{Booking, BookingState};
use hotel_core::ids::provisional::ProvisionalCode;
use hotel_core::ids::{BookingCode, HotelCode};
use hotel_core::people::Guest;
use hotel_core::stay::{NIGHTS_MAX, day_number};
use hotel_core::wire::booking::BookingQuery;
use hotel_core::wire::page::Page;

use super::{all_rows, codes_json, first_row};
use crate::store::codes::Codes;
use crate::store::pages::{cut, page_len, prefix_end};
use crate::store::sqlite::finder::{Asked, Finder};
use crate::store::sqlite::rows::{
    booking_body, booking_from_row, code_of, count, guest_from_row, parsed,
};
use crate::store::{BookingRecord, NAMESAKES_MAX, StoreError};

const BOOKING: &str = concat!(
    "SELECT ",
    booking_body!(),
    ", coalesce(booking_request.text, '') AS requests, \
     guest.id AS guest_id, guest.version AS guest_version, guest.family, guest.given, \
     guest.email, guest.phone, guest.note \
     FROM booking JOIN guest ON guest.id = booking.guest \
     LEFT JOIN booking_request ON booking_request.booking = booking.number \
     WHERE booking.number = ?1"
);

/// Reads a booking with what is personal about it.
pub(super) fn one(
    connection: &Connection,
    codes: &Codes,
    code: BookingCode,
) -> Result<Option<BookingRecord>, StoreError> {
    first_row(connection, BOOKING, [count(codes.number(code))], |row| {
        let requests = parsed("note", row.get::<_, String>("requests")?.try_into())?;
        let (booking, guest) = booking_and_guest(row)?;
        Ok(BookingRecord { booking, guest, requests })
    })
}

// The index holds those alone that have one, which has to be said for it to be used.
const PROVISIONAL: &str = concat!(
    "SELECT ",
    booking_body!(),
    " FROM json_each(?1) AS wanted CROSS JOIN booking INDEXED BY booking_by_provisional \
     ON booking.provisional = wanted.value AND booking.provisional IS NOT NULL \
     ORDER BY booking.number LIMIT ?2"
);

/// Reads the bookings that have one of some provisional codes.
pub(super) fn provisional(
    connection: &Connection,
    wanted: &[ProvisionalCode],
) -> Result<Vec<Booking>, StoreError> {
    // They are letters, digits and `~`: always valid JSON.
    let wanted = serde_json::to_string(wanted).unwrap_or_default();
    all_rows(connection, PROVISIONAL, params![wanted, NAMESAKES_MAX], booking_from_row)
}

fn booking_and_guest(row: &Row<'_>) -> Result<(Booking, Guest), StoreError> {
    Ok((booking_from_row(row)?, guest_from_row(row)?))
}

const LISTED: &str = concat!(
    "WITH recent (number) AS (SELECT value FROM json_each(:recent)), \
     recent_guest (id) AS (SELECT unhex(value) FROM json_each(:recent_guests)) \
     SELECT ",
    booking_body!(),
    ", guest.id AS guest_id, guest.version AS guest_version, guest.family, guest.given, \
     guest.email, guest.phone, guest.note "
);

// The ways into the list: each begins where the fewest rows are looked at. CROSS JOIN and
// INDEXED BY keep it so whatever the planner believes. Those through the finder follow hints, so
// that all that is asked is asked of the rows again.
const NEWEST: &str = "FROM booking NOT INDEXED CROSS JOIN guest ON guest.id = booking.guest \
     WHERE booking.number < :before ";

const OF_GUEST: &str = "FROM booking CROSS JOIN guest ON guest.id = booking.guest \
     WHERE booking.number IN ( \
       SELECT stay_of_guest.number FROM finder.stay_of_guest WHERE stay_of_guest.guest = :guest \
       UNION ALL SELECT recent.number FROM recent) \
     AND booking.number < :before ";

const OF_NAME: &str = "FROM booking CROSS JOIN guest ON guest.id = booking.guest \
     WHERE booking.number IN ( \
       SELECT stay_of_guest.number FROM finder.guest_name \
       CROSS JOIN finder.stay_of_guest ON stay_of_guest.guest = guest_name.guest \
       WHERE guest_name.family >= :name AND guest_name.family < :name_end \
       UNION ALL SELECT stay_of_guest.number FROM recent_guest \
       CROSS JOIN finder.stay_of_guest ON stay_of_guest.guest = recent_guest.id \
       UNION ALL SELECT recent.number FROM recent) \
     AND booking.number < :before ";

const OF_ARRIVAL: &str = "FROM booking CROSS JOIN guest ON guest.id = booking.guest \
     WHERE booking.number IN ( \
       SELECT stay_of_hotel.number FROM hotel CROSS JOIN finder.stay_of_hotel \
       ON stay_of_hotel.hotel = hotel.code AND stay_of_hotel.check_in >= :arrive_from \
         AND stay_of_hotel.check_in < :arrive_before \
       WHERE :hotels IS NULL OR hotel.code IN (SELECT value FROM json_each(:hotels)) \
       UNION ALL SELECT recent.number FROM recent) \
     AND booking.number < :before ";

const OF_OPEN_STATE: &str = "FROM booking INDEXED BY booking_open \
     CROSS JOIN guest ON guest.id = booking.guest \
     WHERE booking.hotel IN (SELECT hotel.code FROM hotel \
       WHERE :hotels IS NULL OR hotel.code IN (SELECT value FROM json_each(:hotels))) \
     AND booking.state IN ('waitlisted', 'requested', 'in_house') \
     AND booking.state = :state AND booking.number < :before ";

const OF_HOLDS: &str = "FROM booking INDEXED BY booking_holds \
     CROSS JOIN guest ON guest.id = booking.guest \
     WHERE booking.hotel IN (SELECT hotel.code FROM hotel \
       WHERE :hotels IS NULL OR hotel.code IN (SELECT value FROM json_each(:hotels))) \
     AND booking.state = 'held' AND booking.number < :before ";

const NARROWED: &str = "AND (:hotels IS NULL \
       OR booking.hotel IN (SELECT value FROM json_each(:hotels))) \
     AND (:state IS NULL OR booking.state = :state) \
     AND (:guest IS NULL OR booking.guest = :guest) \
     AND (:name IS NULL OR (guest.family COLLATE NOCASE >= :name \
       AND guest.family COLLATE NOCASE < :name_end)) \
     AND (:arrive_from IS NULL OR booking.check_in >= :arrive_from) \
     AND (:arrive_before IS NULL OR booking.check_in < :arrive_before) \
     AND (:depart_from IS NULL OR booking.check_out >= :depart_from) \
     AND (:depart_before IS NULL OR booking.check_out < :depart_before) \
     ORDER BY booking.number DESC LIMIT :limit";

/// Reads a page of bookings, newest first. Its cursor is the last booking's code, which tells
/// nothing but the page did.
pub(super) fn page(
    connection: &Connection,
    codes: &Codes,
    finder: &Finder,
    query: &BookingQuery,
    scope: &[HotelCode],
) -> Result<Page<(Booking, Guest)>, StoreError> {
    let len = page_len(query.limit);
    let before = match &query.cursor {
        Some(cursor) => codes.number(cursor.parse().map_err(|_| StoreError::Cursor)?),
        None => u64::MAX,
    };
    let outside = |hotel| !scope.is_empty() && !scope.contains(&hotel);
    if query.hotel.is_some_and(outside) {
        return Ok(Page { items: Vec::new(), next: None });
    }
    let hotels = query.hotel.as_ref().map_or(scope, std::slice::from_ref);
    let narrowed = Narrowed::of(query);
    let (way_in, asked) = narrowed.way_in(query, hotels);
    let recent = asked.map(|asked| finder.hints(&asked)).unwrap_or_default();
    let hotels = (!hotels.is_empty()).then(|| codes_json(hotels));
    let sql = [LISTED, way_in, NARROWED].concat();
    let wanted = named_params! {
        ":before": count(before),
        ":hotels": hotels,
        ":state": query.state.map(BookingState::as_str),
        ":guest": query.guest.map(|guest| guest.0.as_bytes().to_vec()),
        ":name": narrowed.name,
        ":name_end": narrowed.name.map(prefix_end),
        ":arrive_from": narrowed.arrive_from,
        ":arrive_before": narrowed.arrive_before,
        ":depart_from": query.depart_from.map(day_number),
        ":depart_before": query.depart_before.map(day_number),
        ":limit": len + 1,
        ":recent": recent.numbers_json(),
        ":recent_guests": recent.guests_json(),
    };
    let bookings = all_rows(connection, &sql, wanted, booking_and_guest)?;
    Ok(cut(bookings, len, |(booking, _)| booking.code.to_string()))
}

fn nights_max() -> i32 {
    i32::try_from(NIGHTS_MAX).unwrap_or(i32::MAX)
}

/// The conditions of a list, with what departures say of arrivals: a stay has 1 to `NIGHTS_MAX` nights.
struct Narrowed<'a> {
    name: Option<&'a str>,
    arrive_from: Option<i32>,
    arrive_before: Option<i32>,
}

impl<'a> Narrowed<'a> {
    fn of(query: &'a BookingQuery) -> Self {
        let name = query.name.as_deref().map(str::trim).filter(|name| !name.is_empty());
        let left_from = query.depart_from.map(|date| day_number(date) - nights_max());
        let left_before = query.depart_before.map(|date| day_number(date) - 1);
        let arrive_from = query.arrive_from.map(day_number).max(left_from);
        let arrive_before =
            query.arrive_before.map(day_number).into_iter().chain(left_before).min();
        Self { name, arrive_from, arrive_before }
    }

    /// Returns the way in, and what the finder is asked if it leads through that.
    fn way_in<'b>(
        &self,
        query: &BookingQuery,
        hotels: &'b [HotelCode],
    ) -> (&'static str, Option<Asked<'b>>)
    where
        'a: 'b,
    {
        if let Some(guest) = query.guest {
            return (OF_GUEST, Some(Asked::Guest(guest)));
        }
        match query.state {
            Some(BookingState::Held) => return (OF_HOLDS, None),
            Some(BookingState::Waitlisted | BookingState::Requested | BookingState::InHouse) => {
                return (OF_OPEN_STATE, None);
            }
            Some(
                BookingState::Confirmed
                | BookingState::CheckedOut
                | BookingState::Cancelled
                | BookingState::Declined
                | BookingState::NoShow
                | BookingState::Expired
                | BookingState::Released,
            )
            | None => {}
        }
        match (self.name, self.arrive_from, self.arrive_before) {
            (Some(name), ..) => (OF_NAME, Some(Asked::Name(name))),
            (None, Some(from), Some(before)) => {
                (OF_ARRIVAL, Some(Asked::Arrival { hotels, from, before }))
            }
            // Open to one side, a range holds too much of the house to be sorted.
            (None, ..) => (NEWEST, None),
        }
    }
}

const DURING: &str = concat!(
    "SELECT ",
    booking_body!(),
    ", guest.id AS guest_id, guest.version AS guest_version, guest.family, guest.given, \
     guest.email, guest.phone, guest.note \
     FROM booking CROSS JOIN guest ON guest.id = booking.guest \
     WHERE booking.number IN ( \
       SELECT stay_of_hotel.number FROM finder.stay_of_hotel WHERE stay_of_hotel.hotel = ?1 \
       AND stay_of_hotel.check_in >= ?4 AND stay_of_hotel.check_in < ?3 \
       UNION ALL SELECT value FROM json_each(?5)) \
     AND booking.hotel = ?1 AND booking.check_in >= ?4 AND booking.check_in < ?3 \
     AND booking.check_out > ?2 AND booking.state IN \
       ('held', 'requested', 'confirmed', 'in_house', 'checked_out', 'no_show') \
     ORDER BY booking.check_in, booking.number"
);

/// Reads the bookings that take rooms of a hotel and touch some nights.
pub(super) fn during(
    connection: &Connection,
    finder: &Finder,
    hotel: HotelCode,
    from: Date,
    to: Date,
) -> Result<Vec<(Booking, Guest)>, StoreError> {
    let (from, to) = (day_number(from), day_number(to));
    let earliest = from - nights_max();
    let asked = Asked::Arrival { hotels: &[hotel], from: earliest, before: to };
    let recent = finder.hints(&asked).numbers_json();
    let wanted = params![hotel.as_str(), from, to, earliest, recent];
    all_rows(connection, DURING, wanted, booking_and_guest)
}

const LAPSED: &str = "SELECT booking.number FROM hotel \
     CROSS JOIN booking INDEXED BY booking_holds ON booking.hotel = hotel.code \
     AND booking.state = 'held' AND booking.expires_at <= ?1 \
     ORDER BY booking.expires_at, booking.number LIMIT ?2";

/// Reads the holds that ran out by a moment.
pub(super) fn lapsed(
    connection: &Connection,
    codes: &Codes,
    now: Timestamp,
    limit: u32,
) -> Result<Vec<BookingCode>, StoreError> {
    all_rows(connection, LAPSED, params![now.as_microsecond(), limit], |row| {
        code_of(row.get("number")?, codes)
    })
}
