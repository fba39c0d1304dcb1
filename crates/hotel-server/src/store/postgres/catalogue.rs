//! Reading what hotels sell.

use std::collections::HashMap;
use std::sync::Arc;

use tokio_postgres::Row;

use hotel_core::catalogue::{Catalogue, Hotel, Room, RoomType};
use hotel_core::ids::HotelCode;
use hotel_core::rate::RatePlan;

use super::rows::{get, json, rate_from_row, text};
use crate::store::StoreError;

/// The statements that read the catalogues of some hotels, for `gathered`.
pub(super) const OF_HOTELS: [&str; 5] = [
    "SELECT hotel.body FROM hotel WHERE hotel.code = ANY ($1::text[])",
    "SELECT room_type.hotel, room_type.body FROM room_type \
     WHERE room_type.hotel = ANY ($1::text[])",
    "SELECT room.hotel, room.body FROM room WHERE room.hotel = ANY ($1::text[])",
    "SELECT rate_plan.hotel, rate_plan.body FROM rate_plan \
     WHERE rate_plan.hotel = ANY ($1::text[])",
    "SELECT rate_night.hotel, rate_night.rate_plan, rate_night.room_type, rate_night.night, \
     rate_night.minor, rate_night.closed, rate_night.closed_to_arrival, \
     rate_night.closed_to_departure, rate_night.nights_min, rate_night.nights_max \
     FROM rate_night WHERE rate_night.hotel = ANY ($1::text[]) \
     ORDER BY rate_night.hotel, rate_night.rate_plan, rate_night.room_type, rate_night.night",
];

/// The statements that read all catalogues, for `gathered`.
pub(super) const OF_ALL: [&str; 5] = [
    "SELECT hotel.body FROM hotel",
    "SELECT room_type.hotel, room_type.body FROM room_type",
    "SELECT room.hotel, room.body FROM room",
    "SELECT rate_plan.hotel, rate_plan.body FROM rate_plan",
    "SELECT rate_night.hotel, rate_night.rate_plan, rate_night.room_type, rate_night.night, \
     rate_night.minor, rate_night.closed, rate_night.closed_to_arrival, \
     rate_night.closed_to_departure, rate_night.nights_min, rate_night.nights_max \
     FROM rate_night \
     ORDER BY rate_night.hotel, rate_night.rate_plan, rate_night.room_type, rate_night.night",
];

/// Gathers catalogues from the rows of the statements.
pub(super) fn gathered(
    answered: &[Vec<Row>],
) -> Result<HashMap<HotelCode, Arc<Catalogue>>, StoreError> {
    let [hotels, room_types, rooms, rate_plans, rates] = answered else {
        return Err(StoreError::Lost("an answer is missing".to_owned()));
    };
    let mut catalogues: HashMap<HotelCode, Catalogue> = HashMap::new();
    for row in hotels {
        let hotel: Hotel = json(row, "body", "hotel")?;
        catalogues.insert(hotel.code, Catalogue::new(hotel));
    }
    let mut with = |rows: &[Row],
                    put: fn(&mut Catalogue, &Row) -> Result<(), StoreError>|
     -> Result<(), StoreError> {
        for row in rows {
            let hotel: HotelCode = text(row, "hotel", "hotel code")?;
            if let Some(catalogue) = catalogues.get_mut(&hotel) {
                put(catalogue, row)?;
            }
        }
        Ok(())
    };
    with(room_types, |catalogue, row| {
        let room_type: RoomType = json(row, "body", "room type")?;
        catalogue.room_types.insert(room_type.code, room_type);
        Ok(())
    })?;
    with(rooms, |catalogue, row| {
        let room: Room = json(row, "body", "room")?;
        catalogue.rooms.insert(room.number, room);
        Ok(())
    })?;
    with(rate_plans, |catalogue, row| {
        let plan: RatePlan = json(row, "body", "rate plan")?;
        catalogue.rate_plans.insert(plan.code, plan);
        Ok(())
    })?;
    with(rates, |catalogue, row| {
        let key =
            (text(row, "rate_plan", "rate plan code")?, text(row, "room_type", "room type code")?);
        let calendar = catalogue.rates.entry(key).or_default();
        calendar.set(get(row, "night")?, rate_from_row(row)?);
        Ok(())
    })?;
    Ok(catalogues.into_iter().map(|(code, catalogue)| (code, Arc::new(catalogue))).collect())
}
