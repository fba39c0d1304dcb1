//! The tape chart: rooms by nights.

use std::collections::HashMap;

use axum::Json;
use axum::extract::State;
use jiff::civil::Date;

use hotel_core::booking::{Booking, Takes};
use hotel_core::catalogue::{Catalogue, Room};
use hotel_core::facts::{Occupant, RoomNightKey};
use hotel_core::ids::BookingCode;
use hotel_core::people::Guest;
use hotel_core::wire::hotel::{Chart, ChartBooking, ChartNight, NightsQuery};

use super::nights_asked;
use crate::extract::{Params, Reached};
use crate::failure::Failure;
use crate::state::App;

type Guests = HashMap<BookingCode, (Booking, Guest)>;

/// Shows who has which room on which night.
#[utoipa::path(get, path = "/v1/hotels/{hotel}/chart", tag = "hotels", params(NightsQuery),
    responses((status = 200, description = "The chart.", body = Chart)))]
pub(crate) async fn show(
    State(app): State<App>,
    Reached(catalogue): Reached,
    Params(query): Params<NightsQuery>,
) -> Result<Json<Chart>, Failure> {
    let (from, to) = nights_asked(&query, &catalogue, app.clock.now())?;
    let hotel = catalogue.hotel.code;
    let occupied = app.queries.room_nights(hotel, from, to).await?;
    let bookings = app.queries.bookings_during(hotel, from, to).await?;
    Ok(Json(chart(&catalogue, &query, (from, to), occupied, bookings)))
}

fn chart(
    catalogue: &Catalogue,
    query: &NightsQuery,
    (from, to): (Date, Date),
    occupied: Vec<(RoomNightKey, Occupant)>,
    bookings: Vec<(Booking, Guest)>,
) -> Chart {
    let rooms = catalogue.rooms.values();
    let wanted = rooms.filter(|room| query.room_type.is_none_or(|one| one == room.room_type));
    let mut rooms: Vec<Room> = wanted.cloned().collect();
    rooms.sort_by_key(|room| (room.room_type, room.number));
    let bookings: Guests = bookings.into_iter().map(|both| (both.0.code, both)).collect();
    let is_shown = |night: &ChartNight| rooms.iter().any(|room| room.number == night.room);
    let taken = occupied.into_iter().map(|entry| taken(entry, &bookings)).filter(is_shown);
    let taken = taken.collect();
    let mut unassigned: Vec<ChartBooking> = bookings.values().flat_map(without_room).collect();
    unassigned.retain(|booking| query.room_type.is_none_or(|one| one == booking.room_type));
    unassigned.sort_by_key(|booking| (booking.from, booking.room_type, booking.booking));
    Chart { hotel: catalogue.hotel.code, from, to, rooms, taken, unassigned }
}

fn taken(((_, night, room), occupant): (RoomNightKey, Occupant), bookings: &Guests) -> ChartNight {
    let booking = match occupant {
        Occupant::Booking(code) => Some(code),
        Occupant::OutOfOrder => None,
    };
    let known = booking.and_then(|code| bookings.get(&code));
    ChartNight {
        room,
        night,
        booking,
        state: known.map(|(booking, _)| booking.state),
        guest: known.map(|(_, guest)| guest.family.to_string()).unwrap_or_default(),
    }
}

/// Returns the rooms of a booking that take inventory but have no number yet.
fn without_room((booking, guest): &(Booking, Guest)) -> impl Iterator<Item = ChartBooking> {
    let takes = booking.takes() != Takes::Nothing;
    let open = booking.rooms.iter().filter(move |room| takes && room.room.is_none());
    open.map(|room| ChartBooking {
        booking: booking.code,
        room_type: room.room_type,
        from: booking.stay.check_in(),
        to: booking.stay.check_out(),
        guest: guest.family.to_string(),
    })
}
