//! Saving nights, and who has which room.

use jiff::civil::Date;

use hotel_core::event::EventData;
use hotel_core::facts::Occupant;
use hotel_core::inventory::{Night, NightKey};

use super::rows;
use crate::store::postgres::rows::{count, few};
use crate::store::words::BookingNumbers;
use crate::store::{Batch, StoreError};

rows! {
    /// Nights.
    Nights {
        hotel: &str, room_type: &str, night: Date, physical: i32, out_of_order: i32,
        overbook_rooms: i32, overbook_share: i32, sold: i32, held: i32, closed: bool,
    }
}

const CHANGE_NIGHTS: &str = "UPDATE inventory SET physical = changed.physical, out_of_order = changed.out_of_order, \
     overbook_rooms = changed.overbook_rooms, overbook_share = changed.overbook_share, \
     sold = changed.sold, held = changed.held, closed = changed.closed \
     FROM (SELECT unnest($1::text[]) AS hotel, unnest($2::text[]) AS room_type, \
       unnest($3::date[]) AS night, unnest($4::int[]) AS physical, \
       unnest($5::int[]) AS out_of_order, unnest($6::int[]) AS overbook_rooms, \
       unnest($7::int[]) AS overbook_share, unnest($8::int[]) AS sold, unnest($9::int[]) AS held, \
       unnest($10::boolean[]) AS closed) AS changed \
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

rows! {
    /// What is sold and held of nights.
    SoldNights { hotel: &str, room_type: &str, night: Date, sold: i32, held: i32 }
}

const SELL_NIGHTS: &str = "UPDATE inventory SET sold = changed.sold, held = changed.held \
     FROM (SELECT unnest($1::text[]) AS hotel, unnest($2::text[]) AS room_type, \
       unnest($3::date[]) AS night, unnest($4::int[]) AS sold, unnest($5::int[]) AS held) AS changed \
     WHERE inventory.hotel = changed.hotel AND inventory.room_type = changed.room_type \
       AND inventory.night = changed.night";

fn touched<'a>(batch: &Batch<'a>) -> impl Iterator<Item = (&'a NightKey, &'a Night)> {
    let facts = batch.facts;
    facts.touched.nights.iter().filter_map(|key| Some((key, facts.nights.get(key)?)))
}

/// Tells whether bookings alone happened in a batch, which change nothing of a night but what is taken.
fn is_sale(batch: &Batch<'_>) -> bool {
    batch.events.iter().all(|event| event.data.as_booking().is_some())
}

/// Gathers what a batch sold and held, or gave back, where nothing else happened.
pub(super) fn sold_by_batch(batch: &Batch<'_>) -> Result<SoldNights, StoreError> {
    let mut rows = SoldNights::of(SELL_NIGHTS);
    for ((hotel, room_type, date), night) in touched(batch).filter(|_| is_sale(batch)) {
        let (hotel, room_type) = (hotel.as_str(), room_type.as_str());
        rows.push(hotel, room_type, *date, few(night.sold), few(night.held))?;
    }
    Ok(rows)
}

/// Gathers the nights that a batch changed, where more happened than sales.
pub(super) fn of_batch(batch: &Batch<'_>) -> Result<Nights, StoreError> {
    if is_sale(batch) { Ok(Nights::of(CHANGE_NIGHTS)) } else { gathered(CHANGE_NIGHTS, batch) }
}

/// Gathers the nights that a batch may have opened: an opening is seldom.
pub(super) fn opened_by_batch(batch: &Batch<'_>) -> Result<Nights, StoreError> {
    if batch.events.iter().any(|event| matches!(event.data, EventData::Inventory(_))) {
        gathered(OPEN_NIGHTS, batch)
    } else {
        Ok(Nights::of(OPEN_NIGHTS))
    }
}

fn gathered(sql: &'static str, batch: &Batch<'_>) -> Result<Nights, StoreError> {
    let mut rows = Nights::of(sql);
    for ((hotel, room_type, date), night) in touched(batch) {
        let (rooms, share) = (night.overbook.rooms, night.overbook.share.get());
        let counts = [night.physical, night.out_of_order, night.sold, night.held].map(few);
        let [physical, broken, sold, held] = counts;
        let (hotel, room_type) = (hotel.as_str(), room_type.as_str());
        rows.push(
            hotel,
            room_type,
            *date,
            physical,
            broken,
            rooms,
            share,
            sold,
            held,
            night.closed,
        )?;
    }
    Ok(rows)
}

rows! {
    /// Rooms that are free, or change hands.
    FreedRooms { hotel: &str, night: Date, room: &str }
}

const FREE_ROOMS: &str = "DELETE FROM room_night USING (SELECT unnest($1::text[]) AS hotel, \
       unnest($2::date[]) AS night, unnest($3::text[]) AS room) AS freed \
     WHERE room_night.hotel = freed.hotel AND room_night.night = freed.night \
       AND room_night.room = freed.room";

rows! {
    /// Rooms that somebody has.
    TakenRooms { hotel: &str, night: Date, room: &str, booking: Option<i64> }
}

const TAKE_ROOMS: &str = "INSERT INTO room_night (hotel, night, room, booking) \
     SELECT unnest($1::text[]), unnest($2::date[]), unnest($3::text[]), unnest($4::bigint[])";

/// Frees every touched room first, then takes: two bookings of one batch may swap rooms, and a room
/// that is taken twice runs into the primary key.
pub(super) fn rooms_of_batch(
    numbers: &mut BookingNumbers<'_>,
    batch: &Batch<'_>,
) -> Result<(FreedRooms, TakenRooms), StoreError> {
    let (mut freed, mut taken) = (FreedRooms::of(FREE_ROOMS), TakenRooms::of(TAKE_ROOMS));
    for key in &batch.facts.touched.room_nights {
        let (hotel, night, room) = (key.0.as_str(), key.1, key.2.as_str());
        freed.push(hotel, night, room)?;
        let Some(occupant) = batch.facts.room_nights.get(key) else { continue };
        let booking = match occupant {
            Occupant::Booking(code) => Some(count(numbers.of(*code))),
            Occupant::OutOfOrder => None,
        };
        taken.push(hotel, night, room, booking)?;
    }
    Ok((freed, taken))
}
