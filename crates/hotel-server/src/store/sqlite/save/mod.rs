//! Saving a batch: many rows a statement, statements prepared once.

mod bookings;
mod catalogue;
mod people;

use rusqlite::{Connection, params};

use hotel_core::facts::Occupant;
use hotel_core::inventory::Night;

use super::insert::{Cell, Insert};
use super::nights::Places;
use super::rows::{count, day};
use crate::store::words::BookingNumbers;
use crate::store::{Batch, StoreError};

/// Writes what a batch changed. A constraint that fires undoes the whole batch (`OR ROLLBACK`), so that
/// SQLite need not remember, statement by statement, what pages were like before it.
pub(super) fn save(
    connection: &Connection,
    (numbers, places): (&mut BookingNumbers<'_>, &Places),
    batch: &Batch<'_>,
) -> Result<(), StoreError> {
    for event in batch.events.iter().filter(|event| event.data.is_catalogue()) {
        if let Some(hotel) = event.hotel {
            catalogue::save(connection, hotel, &event.data, batch)?;
        }
    }
    people::save(connection, batch)?;
    save_nights(connection, places, batch)?;
    save_room_nights(connection, numbers, batch)?;
    bookings::save(connection, numbers, batch)
}

const CHANGE_NIGHT_AT: &str = "UPDATE OR ROLLBACK inventory SET physical = ?2, \
     out_of_order = ?3, overbook_rooms = ?4, overbook_share = ?5, sold = ?6, held = ?7, \
     closed = ?8 WHERE id = ?1";
const CHANGE_NIGHT: &str = "UPDATE OR ROLLBACK inventory SET physical = ?4, out_of_order = ?5, \
     overbook_rooms = ?6, overbook_share = ?7, sold = ?8, held = ?9, closed = ?10 \
     WHERE hotel = ?1 AND room_type = ?2 AND night = ?3";
const OPEN_NIGHT: &str = "INSERT OR ROLLBACK INTO inventory (hotel, room_type, night, physical, \
     out_of_order, overbook_rooms, overbook_share, sold, held, closed) \
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";

fn save_nights(
    connection: &Connection,
    places: &Places,
    batch: &Batch<'_>,
) -> Result<(), StoreError> {
    let mut change_at = connection.prepare_cached(CHANGE_NIGHT_AT)?;
    let mut change = connection.prepare_cached(CHANGE_NIGHT)?;
    let mut open = connection.prepare_cached(OPEN_NIGHT)?;
    for key in &batch.facts.touched.nights {
        let Some(night) = batch.facts.nights.get(key) else { continue };
        let Night { physical, out_of_order, sold, held, closed, overbook } = *night;
        let (rooms, share) = (overbook.rooms, overbook.share.get());
        if let Some(id) = places.get(key) {
            let row = params![id, physical, out_of_order, rooms, share, sold, held, closed];
            if change_at.execute(row)? == 1 {
                continue;
            }
        }
        let (hotel, room_type, date) = (key.0.as_str(), key.1.as_str(), day(key.2));
        let row = params![
            hotel,
            room_type,
            date,
            physical,
            out_of_order,
            rooms,
            share,
            sold,
            held,
            closed
        ];
        if change.execute(row)? == 0 {
            open.execute(row)?;
        }
    }
    Ok(())
}

static ROOM_NIGHTS: Insert =
    Insert::new("INSERT OR ROLLBACK INTO room_night (hotel, night, room, booking)", 4, "");
const FREE_ROOM: &str = "DELETE FROM room_night WHERE hotel = ?1 AND night = ?2 AND room = ?3";

/// Frees every touched room first, then takes: two bookings of one batch may swap rooms, and a room
/// that is taken twice runs into the primary key.
fn save_room_nights(
    connection: &Connection,
    numbers: &mut BookingNumbers<'_>,
    batch: &Batch<'_>,
) -> Result<(), StoreError> {
    let mut free = connection.prepare_cached(FREE_ROOM)?;
    let mut rows = Vec::new();
    for key in &batch.facts.touched.room_nights {
        let (hotel, night, room) = (key.0.as_str(), day(key.1), key.2.as_str());
        free.execute(params![hotel, night, room])?;
        let Some(occupant) = batch.facts.room_nights.get(key) else { continue };
        let booking = match occupant {
            Occupant::Booking(code) => count(numbers.of(*code)),
            Occupant::OutOfOrder => Cell::Null,
        };
        rows.extend([Cell::Text(hotel), night, Cell::Text(room), booking]);
    }
    ROOM_NIGHTS.run(connection, &rows)
}
