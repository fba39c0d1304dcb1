//! Reads of nights: what is for sale, and who has which room.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rusqlite::{Connection, params};

use hotel_core::facts::{Occupant, RoomNightKey};
use hotel_core::ids::{HotelCode, RoomTypeCode};
use hotel_core::inventory::{Night, NightKey};
use hotel_core::stay::day_number;

use super::{all_rows, first_row};
use crate::store::StoreError;
use crate::store::codes::Codes;
use crate::store::sqlite::rows::{night_from_row, room_night_from_row};

const NIGHTS_OF_HOTEL: &str = "SELECT inventory.hotel, inventory.room_type, inventory.night, \
     inventory.physical, inventory.out_of_order, inventory.overbook_rooms, \
     inventory.overbook_share, inventory.sold, inventory.held, inventory.closed \
     FROM inventory \
     WHERE inventory.hotel = ?1 AND inventory.night >= ?2 AND inventory.night < ?3 \
     ORDER BY inventory.room_type, inventory.night";

const NIGHTS_OF_TYPE: &str = "SELECT inventory.hotel, inventory.room_type, inventory.night, \
     inventory.physical, inventory.out_of_order, inventory.overbook_rooms, \
     inventory.overbook_share, inventory.sold, inventory.held, inventory.closed \
     FROM inventory WHERE inventory.hotel = ?1 AND inventory.room_type = ?4 \
     AND inventory.night >= ?2 AND inventory.night < ?3 ORDER BY inventory.night";

/// Reads the nights of a hotel, or of one of its room types.
pub(super) fn nights(
    connection: &Connection,
    hotel: HotelCode,
    room_type: Option<RoomTypeCode>,
    from: Date,
    to: Date,
) -> Result<Vec<(NightKey, Night)>, StoreError> {
    let (from, to) = (day_number(from), day_number(to));
    match room_type {
        None => {
            let wanted = params![hotel.as_str(), from, to];
            all_rows(connection, NIGHTS_OF_HOTEL, wanted, night_from_row)
        }
        Some(room_type) => {
            let wanted = params![hotel.as_str(), from, to, room_type.as_str()];
            all_rows(connection, NIGHTS_OF_TYPE, wanted, night_from_row)
        }
    }
}

const ALL_NIGHTS: &str = "SELECT inventory.hotel, inventory.room_type, inventory.night, \
     inventory.physical, inventory.out_of_order, inventory.overbook_rooms, \
     inventory.overbook_share, inventory.sold, inventory.held, inventory.closed \
     FROM inventory ORDER BY inventory.hotel, inventory.room_type, inventory.night";

/// Reads every night, to build the index from.
pub(super) fn all_nights(connection: &Connection) -> Result<Vec<(NightKey, Night)>, StoreError> {
    all_rows(connection, ALL_NIGHTS, [], night_from_row)
}

const ROOM_NIGHTS: &str = "SELECT room_night.hotel, room_night.night, room_night.room, \
     room_night.booking FROM room_night \
     WHERE room_night.hotel = ?1 AND room_night.night >= ?2 AND room_night.night < ?3 \
     ORDER BY room_night.night, room_night.room";

/// Reads who has which room.
pub(super) fn room_nights(
    connection: &Connection,
    codes: &Codes,
    hotel: HotelCode,
    from: Date,
    to: Date,
) -> Result<Vec<(RoomNightKey, Occupant)>, StoreError> {
    let wanted = params![hotel.as_str(), day_number(from), day_number(to)];
    all_rows(connection, ROOM_NIGHTS, wanted, |row| room_night_from_row(row, codes))
}

// Hotels stand outside, so that each is one range of the primary key.
const OUT_OF_ORDER: &str = "SELECT room_night.hotel, room_night.night, room_night.room, \
     room_night.booking FROM hotel CROSS JOIN room_night ON room_night.hotel = hotel.code \
     WHERE room_night.night >= ?1 AND room_night.booking IS NULL";

/// Reads the rooms out of order, but for nights that are past everywhere.
pub(super) fn out_of_order(
    connection: &Connection,
    codes: &Codes,
    now: Timestamp,
) -> Result<Vec<RoomNightKey>, StoreError> {
    // A zone lies at most a day behind UTC, and a business date at most a day behind its zone.
    let from = day_number(TimeZone::UTC.to_datetime(now).date()) - 2;
    all_rows(connection, OUT_OF_ORDER, [from], |row| {
        room_night_from_row(row, codes).map(|(key, _)| key)
    })
}

const ALIVE: &str = "SELECT 1 AS alive";

/// Asks the database for a sign of life.
pub(super) fn check(connection: &Connection) -> Result<(), StoreError> {
    first_row(connection, ALIVE, [], |_| Ok(())).map(|_| ())
}
