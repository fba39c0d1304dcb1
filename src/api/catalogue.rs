//! What hotels sell: one method an endpoint.

use hotel_core::catalogue::{Hotel, RoomType};
use hotel_core::command::house::{BlockRequest, InventoryRequest, RatesRequest, RoomsRequest};
use hotel_core::ids::{HotelCode, RatePlanCode, RoomNo, RoomTypeCode};
use hotel_core::rate::RatePlan;
use hotel_core::wire::hotel::{
    Changed, Chart, InventoryNight, NightsQuery, RateNight, RoomRow, RoomsQuery,
};
use hotel_core::wire::page::Page;
use reqwest::Method;
use serde::Serialize;

use super::{Answer, Client, Empty, NoQuery, Write};
use crate::error::CliError;

/// Which hotels to list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(crate) struct HotelsQuery {
    /// A hotel code, a city code, or how a city's name begins.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) place: Option<String>,
    /// Where the page begins.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) cursor: Option<String>,
    /// How many at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) limit: Option<u32>,
}

/// A write of the catalogue answers what changed.
type Outcome = Result<Answer<Changed>, CliError>;

impl Client {
    /// Lists hotels.
    pub(crate) async fn hotels(&self, query: &HotelsQuery) -> Result<Page<Hotel>, CliError> {
        self.get(&["hotels"], query).await
    }

    /// Shows a hotel.
    pub(crate) async fn hotel(&self, hotel: HotelCode) -> Result<Hotel, CliError> {
        self.get(&["hotels", hotel.as_str()], &NoQuery {}).await
    }

    /// Adds a hotel.
    pub(crate) async fn add_hotel(&self, hotel: &Hotel, write: &Write) -> Outcome {
        self.write(Method::POST, &["hotels"], hotel, write).await
    }

    /// Adds or changes a hotel.
    pub(crate) async fn set_hotel(&self, hotel: &Hotel, write: &Write) -> Outcome {
        self.write(Method::PUT, &["hotels", hotel.code.as_str()], hotel, write).await
    }

    /// Ends the sale of a hotel.
    pub(crate) async fn remove_hotel(&self, hotel: HotelCode, write: &Write) -> Outcome {
        self.write(Method::DELETE, &["hotels", hotel.as_str()], &Empty {}, write).await
    }

    /// Lists the room types of a hotel.
    pub(crate) async fn room_types(&self, hotel: HotelCode) -> Result<Page<RoomType>, CliError> {
        self.get(&["hotels", hotel.as_str(), "room-types"], &NoQuery {}).await
    }

    /// Adds or changes a room type.
    pub(crate) async fn set_room_type(
        &self,
        hotel: HotelCode,
        room_type: &RoomType,
        write: &Write,
    ) -> Outcome {
        let path = ["hotels", hotel.as_str(), "room-types", room_type.code.as_str()];
        self.write(Method::PUT, &path, room_type, write).await
    }

    /// Removes a room type.
    pub(crate) async fn remove_room_type(
        &self,
        hotel: HotelCode,
        room_type: RoomTypeCode,
        write: &Write,
    ) -> Outcome {
        let path = ["hotels", hotel.as_str(), "room-types", room_type.as_str()];
        self.write(Method::DELETE, &path, &Empty {}, write).await
    }

    /// Adds or changes rooms.
    pub(crate) async fn set_rooms(
        &self,
        hotel: HotelCode,
        rooms: &RoomsRequest,
        write: &Write,
    ) -> Outcome {
        self.write(Method::POST, &["hotels", hotel.as_str(), "rooms"], rooms, write).await
    }

    /// Removes a room.
    pub(crate) async fn remove_room(
        &self,
        hotel: HotelCode,
        room: RoomNo,
        write: &Write,
    ) -> Outcome {
        let path = ["hotels", hotel.as_str(), "rooms", room.as_str()];
        self.write(Method::DELETE, &path, &Empty {}, write).await
    }

    /// Takes a room out of order, or back.
    pub(crate) async fn block_room(
        &self,
        hotel: HotelCode,
        room: RoomNo,
        block: &BlockRequest,
        write: &Write,
    ) -> Outcome {
        let path = ["hotels", hotel.as_str(), "rooms", room.as_str(), "block"];
        self.write(Method::POST, &path, block, write).await
    }

    /// Lists the rate plans of a hotel.
    pub(crate) async fn rate_plans(&self, hotel: HotelCode) -> Result<Page<RatePlan>, CliError> {
        self.get(&["hotels", hotel.as_str(), "rate-plans"], &NoQuery {}).await
    }

    /// Adds or changes a rate plan.
    pub(crate) async fn set_rate_plan(
        &self,
        hotel: HotelCode,
        plan: &RatePlan,
        write: &Write,
    ) -> Outcome {
        let path = ["hotels", hotel.as_str(), "rate-plans", plan.code.as_str()];
        self.write(Method::PUT, &path, plan, write).await
    }

    /// Removes a rate plan.
    pub(crate) async fn remove_rate_plan(
        &self,
        hotel: HotelCode,
        plan: RatePlanCode,
        write: &Write,
    ) -> Outcome {
        let path = ["hotels", hotel.as_str(), "rate-plans", plan.as_str()];
        self.write(Method::DELETE, &path, &Empty {}, write).await
    }

    /// Lists nightly rates.
    pub(crate) async fn rates(
        &self,
        hotel: HotelCode,
        query: &NightsQuery,
    ) -> Result<Page<RateNight>, CliError> {
        self.get(&["hotels", hotel.as_str(), "rates"], query).await
    }

    /// Sets nightly rates and restrictions.
    pub(crate) async fn set_rates(
        &self,
        hotel: HotelCode,
        rates: &RatesRequest,
        write: &Write,
    ) -> Outcome {
        self.write(Method::POST, &["hotels", hotel.as_str(), "rates"], rates, write).await
    }

    /// Lists what is left to sell, night by night.
    pub(crate) async fn inventory(
        &self,
        hotel: HotelCode,
        query: &NightsQuery,
    ) -> Result<Page<InventoryNight>, CliError> {
        self.get(&["hotels", hotel.as_str(), "inventory"], query).await
    }

    /// Opens or closes nights, sets overbooking.
    pub(crate) async fn set_inventory(
        &self,
        hotel: HotelCode,
        inventory: &InventoryRequest,
        write: &Write,
    ) -> Outcome {
        self.write(Method::POST, &["hotels", hotel.as_str(), "inventory"], inventory, write).await
    }

    /// Shows rooms by nights.
    pub(crate) async fn chart(
        &self,
        hotel: HotelCode,
        query: &NightsQuery,
    ) -> Result<Chart, CliError> {
        self.get(&["hotels", hotel.as_str(), "chart"], query).await
    }

    /// Lists the rooms of all hotels.
    pub(crate) async fn rooms(&self, query: &RoomsQuery) -> Result<Page<RoomRow>, CliError> {
        self.get(&["rooms"], query).await
    }
}
