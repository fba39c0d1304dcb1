//! Saving nights, and who has which room.

use jiff::civil::Date;

use hotel_core::event::EventData;
use hotel_core::facts::Occupant;

use super::rows;
use crate::store::Batch;
use crate::store::postgres::rows::{count, few};
use crate::store::words::BookingNumbers;

rows! {
    /// Nights.
    Nights {
        hotel: String, room_type: String, night: Date, physical: i32, out_of_order: i32,
        overbook_rooms: i32, overbook_share: i32, sold: i32, held: i32, closed: bool,
    }
}

const CHANGE_NIGHTS: &str = "UPDATE inventory SET physical = changed.physical, out_of_order = changed.out_of_order, \
     overbook_rooms = changed.overbook_rooms, overbook_share = changed.overbook_share, \
     sold = changed.sold, held = changed.held, closed = changed.closed \
     FROM unnest($1::text[], $2::text[], $3::date[], $4::int[], $5::int[], $6::int[], $7::int[], \
       $8::int[], $9::int[], $10::boolean[]) \
       AS changed (hotel, room_type, night, physical, out_of_order, overbook_rooms, \
         overbook_share, sold, held, closed) \
     WHERE inventory.hotel = changed.hotel AND inventory.room_type = changed.room_type \
       AND inventory.night = changed.night";

const OPEN_NIGHTS: &str = "INSERT INTO inventory (hotel, room_type, night, physical, out_of_order, overbook_rooms, \
       overbook_share, sold, held, closed) \
     SELECT opened.* \
     FROM unnest($1::text[], $2::text[], $3::date[], $4::int[], $5::int[], $6::int[], $7::int[], \
       $8::int[], $9::int[], $10::boolean[]) \
       AS opened (hotel, room_type, night, physical, out_of_order, overbook_rooms, \
         overbook_share, sold, held, closed) \
     WHERE NOT EXISTS (SELECT 1 FROM inventory WHERE inventory.hotel = opened.hotel \
       AND inventory.room_type = opened.room_type AND inventory.night = opened.night)";

/// Gathers the nights that a batch changed.
pub(super) fn of_batch(batch: &Batch<'_>) -> Nights {
    gathered(CHANGE_NIGHTS, batch)
}

/// Gathers the nights that a batch may have opened: an opening is seldom.
pub(super) fn opened_by_batch(batch: &Batch<'_>) -> Nights {
    if batch.events.iter().any(|event| matches!(event.data, EventData::Inventory(_))) {
        gathered(OPEN_NIGHTS, batch)
    } else {
        Nights::of(OPEN_NIGHTS)
    }
}

fn gathered(sql: &'static str, batch: &Batch<'_>) -> Nights {
    let mut rows = Nights::of(sql);
    for key in &batch.facts.touched.nights {
        let Some(night) = batch.facts.nights.get(key) else { continue };
        let (rooms, share) = (night.overbook.rooms, night.overbook.share.get());
        let counts = [night.physical, night.out_of_order, night.sold, night.held].map(few);
        let [physical, broken, sold, held] = counts;
        let (hotel, room_type, date) = (key.0.to_string(), key.1.to_string(), key.2);
        rows.push(hotel, room_type, date, physical, broken, rooms, share, sold, held, night.closed);
    }
    rows
}

rows! {
    /// Rooms that are free, or change hands.
    FreedRooms { hotel: String, night: Date, room: String }
}

const FREE_ROOMS: &str = "DELETE FROM room_night USING unnest($1::text[], $2::date[], $3::text[]) \
       AS freed (hotel, night, room) \
     WHERE room_night.hotel = freed.hotel AND room_night.night = freed.night \
       AND room_night.room = freed.room";

rows! {
    /// Rooms that somebody has.
    TakenRooms { hotel: String, night: Date, room: String, booking: Option<i64> }
}

const TAKE_ROOMS: &str = "INSERT INTO room_night (hotel, night, room, booking) \
     SELECT * FROM unnest($1::text[], $2::date[], $3::text[], $4::bigint[])";

/// Frees every touched room first, then takes: two bookings of one batch may swap rooms, and a room
/// that is taken twice runs into the primary key.
pub(super) fn rooms_of_batch(
    numbers: &mut BookingNumbers<'_>,
    batch: &Batch<'_>,
) -> (FreedRooms, TakenRooms) {
    let (mut freed, mut taken) = (FreedRooms::of(FREE_ROOMS), TakenRooms::of(TAKE_ROOMS));
    for key in &batch.facts.touched.room_nights {
        let (hotel, night, room) = (key.0.to_string(), key.1, key.2.to_string());
        freed.push(hotel.clone(), night, room.clone());
        let Some(occupant) = batch.facts.room_nights.get(key) else { continue };
        let booking = match occupant {
            Occupant::Booking(code) => Some(count(numbers.of(*code))),
            Occupant::OutOfOrder => None,
        };
        taken.push(hotel, night, room, booking);
    }
    (freed, taken)
}
