//! What may be asked about what a hotel sells.

use serde::{Deserialize, Serialize};

use crate::calendar::NightRange;
use crate::catalogue::Room;
use crate::ids::{RatePlanCode, RoomTypeCode};
use crate::inventory::Overbook;
use crate::money::bounded_minor;
use crate::rate::Restriction;

/// The most rooms one command may add.
pub const ROOMS_ADDED_MAX: usize = 1_000;

/// Adds or changes rooms.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RoomsRequest {
    /// The rooms.
    #[schema(min_items = 1, max_items = 1000)]
    pub rooms: Vec<Room>,
}

/// What to set on each night of a rate calendar; what is left out stays.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RateChange {
    /// The price in minor units.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "maybe_minor")]
    pub minor: Option<i64>,
    /// The restrictions, all of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restriction: Option<Restriction>,
}

fn maybe_minor<'de, D: serde::Deserializer<'de>>(input: D) -> Result<Option<i64>, D::Error> {
    #[derive(Deserialize)]
    struct Minor(#[serde(deserialize_with = "bounded_minor")] i64);
    Ok(Option::<Minor>::deserialize(input)?.map(|minor| minor.0))
}

/// Sets nightly rates and restrictions.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RatesRequest {
    /// The plan.
    pub rate_plan: RatePlanCode,
    /// The room types.
    pub room_types: Vec<RoomTypeCode>,
    /// The nights.
    pub nights: NightRange,
    /// What to set.
    pub set: RateChange,
}

/// What to set on each inventory night; what is left out stays.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InventoryChange {
    /// Close the night, or open it; opening makes nights that were missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<bool>,
    /// How far to overbook.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overbook: Option<Overbook>,
}

/// Opens or closes nights, sets overbooking.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InventoryRequest {
    /// The room types; none means all of them.
    #[serde(default)]
    pub room_types: Vec<RoomTypeCode>,
    /// The nights.
    pub nights: NightRange,
    /// What to set.
    pub set: InventoryChange,
}

/// Takes a room out of order, or back.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BlockRequest {
    /// The nights.
    pub nights: NightRange,
    /// Out of order, or back.
    pub out_of_order: bool,
}
