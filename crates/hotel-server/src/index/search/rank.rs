//! The order of offers, and the cursor that is a place in it.

use serde::{Deserialize, Serialize};

use hotel_core::ids::{HotelCode, RatePlanCode, RoomTypeCode};
use hotel_core::refusal::{Refusal, code};
use hotel_core::wire::search::SearchSort;

use super::Found;
use crate::opaque;

/// A place in the order. Amounts of different currencies can't be compared without a rate of exchange,
/// so each currency stands by itself; the codes at the end leave no ties.
#[derive(PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub(super) struct Rank {
    first: u64,
    house: Option<HotelCode>,
    currency: [u8; 3],
    total_minor: i64,
    hotel: HotelCode,
    room_type: RoomTypeCode,
    rate_plan: RatePlanCode,
}

impl Rank {
    pub(super) fn of(
        sort: SearchSort,
        found: &Found<'_>,
        total_minor: i64,
        (room_type, rate_plan): (RoomTypeCode, RatePlanCode),
    ) -> Self {
        let hotel = &found.catalogue.hotel;
        let (first, house) = match sort {
            SearchSort::Price => (0, None),
            SearchSort::Stars => (u64::from(u8::MAX - hotel.stars), None),
            SearchSort::Distance => (found.place.distance_m(), None),
            SearchSort::Hotel => (0, Some(hotel.code)),
        };
        let currency = hotel.currency.code().as_bytes().try_into().unwrap_or_default();
        Self { first, house, currency, total_minor, hotel: hotel.code, room_type, rate_plan }
    }

    /// Returns the place as a cursor.
    pub(super) fn written(&self) -> String {
        // Numbers and codes are always valid JSON.
        opaque::encode(&serde_json::to_vec(self).unwrap_or_default())
    }

    /// Reads a cursor.
    pub(super) fn read(cursor: &str) -> Result<Self, Refusal> {
        opaque::decode(cursor).and_then(|json| serde_json::from_slice(&json).ok()).ok_or_else(
            || {
                Refusal::new(code::INVALID, "this cursor is from no page of this search")
                    .field("cursor")
                    .hint("search again without it")
            },
        )
    }
}
