//! What a hotel sells, as it travels.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::booking::BookingState;
use crate::catalogue::Room;
use crate::ids::{BookingCode, HotelCode, RatePlanCode, RoomNo, RoomTypeCode};
use crate::inventory::Night;
use crate::rate::NightRate;

/// What a change of a hotel came to.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Changed {
    /// The hotel.
    pub hotel: HotelCode,
    /// What happened, as event types, one for each event.
    pub events: Vec<String>,
    /// Whether it was only a preview.
    pub dry_run: bool,
}

/// Which nights to show.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct NightsQuery {
    /// Of one room type.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[param(value_type = Option<String>)]
    pub room_type: Option<RoomTypeCode>,
    /// Of one rate plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[param(value_type = Option<String>)]
    pub rate_plan: Option<RatePlanCode>,
    /// The first night; without it, the business date.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[param(value_type = Option<String>)]
    pub from: Option<Date>,
    /// The first night no longer wanted; without it, 14 nights on.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[param(value_type = Option<String>)]
    pub to: Option<Date>,
}

/// One night of a rate plan and room type.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct RateNight {
    /// The plan.
    pub rate_plan: RatePlanCode,
    /// The room type.
    pub room_type: RoomTypeCode,
    /// The night.
    pub night: Date,
    /// Price and restrictions.
    #[serde(flatten)]
    pub rate: NightRate,
}

/// One night of a room type.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct InventoryNight {
    /// The room type.
    pub room_type: RoomTypeCode,
    /// The night.
    pub date: Date,
    /// What there is and what is taken.
    #[serde(flatten)]
    pub night: Night,
    /// Rooms that may be sold in all.
    pub sellable: i64,
    /// Rooms left to sell; negative when more are taken than may be.
    pub left: i64,
}

/// Which rooms to list.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct RoomsQuery {
    /// Of one hotel.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[param(value_type = Option<String>)]
    pub hotel: Option<HotelCode>,
    /// Of one room type.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[param(value_type = Option<String>)]
    pub room_type: Option<RoomTypeCode>,
    /// Where the page begins.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// How many at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// A room in a list over hotels.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct RoomRow {
    /// Its hotel.
    pub hotel: HotelCode,
    /// The room.
    #[serde(flatten)]
    pub room: Room,
}

/// A tape chart: rooms by nights.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Chart {
    /// The hotel.
    pub hotel: HotelCode,
    /// The first night.
    pub from: Date,
    /// The first night no longer shown.
    pub to: Date,
    /// The rooms, by type and number.
    pub rooms: Vec<Room>,
    /// Who has which room on which night.
    pub taken: Vec<ChartNight>,
    /// Bookings of these nights that have no room yet.
    pub unassigned: Vec<ChartBooking>,
}

/// A room taken on a night.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ChartNight {
    /// The room.
    pub room: RoomNo,
    /// The night.
    pub night: Date,
    /// The booking; none when the room is out of order.
    pub booking: Option<BookingCode>,
    /// The booking's state.
    pub state: Option<BookingState>,
    /// The guest's family name.
    pub guest: String,
}

/// A booking without a room.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ChartBooking {
    /// The booking.
    pub booking: BookingCode,
    /// Its room type.
    pub room_type: RoomTypeCode,
    /// The first night.
    pub from: Date,
    /// The day of leaving.
    pub to: Date,
    /// The guest's family name.
    pub guest: String,
}
