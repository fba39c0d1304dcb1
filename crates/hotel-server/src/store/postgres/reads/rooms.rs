//! Reads of nights: what is for sale, and who has which room.

use jiff::civil::Date;

use hotel_core::facts::{Occupant, RoomNightKey};
use hotel_core::ids::{HotelCode, RoomTypeCode};
use hotel_core::inventory::{Night, NightKey};

use super::Queries;
use crate::reports::Available;
use crate::store::StoreError;
use crate::store::postgres::rows::{get, night_from_row, room_night_from_row, text};

const NIGHTS: &str = "SELECT inventory.hotel, inventory.room_type, inventory.night, \
     inventory.physical, inventory.out_of_order, inventory.overbook_rooms, \
     inventory.overbook_share, inventory.sold, inventory.held, inventory.closed \
     FROM inventory WHERE inventory.hotel = $1 \
     AND ($4::text IS NULL OR inventory.room_type = $4) \
     AND inventory.night >= $2 AND inventory.night < $3 \
     ORDER BY inventory.room_type, inventory.night";

/// Every night, by its key.
pub(super) const ALL_NIGHTS: &str = "SELECT inventory.hotel, inventory.room_type, inventory.night, \
     inventory.physical, inventory.out_of_order, inventory.overbook_rooms, \
     inventory.overbook_share, inventory.sold, inventory.held, inventory.closed \
     FROM inventory ORDER BY inventory.hotel, inventory.room_type, inventory.night";

const ROOM_NIGHTS: &str = "SELECT room_night.hotel, room_night.night, room_night.room, \
     room_night.booking FROM room_night \
     WHERE room_night.hotel = $1 AND room_night.night >= $2 AND room_night.night < $3 \
     ORDER BY room_night.night, room_night.room";

const ROOMS_AVAILABLE: &str = "SELECT inventory.hotel, inventory.night, \
     sum(greatest(inventory.physical - inventory.out_of_order, 0))::bigint AS available \
     FROM inventory WHERE inventory.hotel = ANY ($1::text[]) \
     AND inventory.night >= $2 AND inventory.night < $3 \
     GROUP BY inventory.hotel, inventory.night";

impl Queries {
    /// Returns the inventory of a hotel from one night up to another.
    pub async fn nights(
        &self,
        hotel: HotelCode,
        room_type: Option<RoomTypeCode>,
        from: Date,
        to: Date,
    ) -> Result<Vec<(NightKey, Night)>, StoreError> {
        let room_type = room_type.map(|code| code.to_string());
        let rows =
            self.places.rows_anywhere(NIGHTS, &[&hotel.as_str(), &from, &to, &room_type]).await?;
        rows.iter().map(night_from_row).collect()
    }

    /// Returns every inventory night there is.
    pub async fn all_nights(&self) -> Result<Vec<(NightKey, Night)>, StoreError> {
        self.places.rows(ALL_NIGHTS, &[]).await?.iter().map(night_from_row).collect()
    }

    /// Returns who has which room of a hotel from one night up to another.
    pub async fn room_nights(
        &self,
        hotel: HotelCode,
        from: Date,
        to: Date,
    ) -> Result<Vec<(RoomNightKey, Occupant)>, StoreError> {
        let rows = self.places.rows_anywhere(ROOM_NIGHTS, &[&hotel.as_str(), &from, &to]).await?;
        rows.iter().map(|row| room_night_from_row(row, &self.codes)).collect()
    }

    /// Returns how many rooms of some hotels could be slept in, on each night that has inventory.
    pub(crate) async fn rooms_available(
        &self,
        hotels: Vec<HotelCode>,
        from: Date,
        to: Date,
    ) -> Result<Available, StoreError> {
        let hotels: Vec<&str> = hotels.iter().map(HotelCode::as_str).collect();
        let rows = self.places.rows_anywhere(ROOMS_AVAILABLE, &[&hotels, &from, &to]).await?;
        let mut available = Available::new();
        for row in &rows {
            let key = (text(row, "hotel", "hotel code")?, get(row, "night")?);
            available.insert(key, get(row, "available")?);
        }
        Ok(available)
    }
}
