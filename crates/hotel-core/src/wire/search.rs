//! Search as it travels.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::ids::{HotelCode, PromoCode, RatePlanCode, RoomTypeCode};
use crate::money::Money;
use crate::price::{Occupancy, Price};
use crate::rate::{MealPlan, PaymentTerm};
use crate::stay::StayDates;

/// How offers are sorted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SearchSort {
    /// Cheapest first.
    #[default]
    Price,
    /// Most stars first.
    Stars,
    /// Nearest first; needs `near`.
    Distance,
    /// By hotel code.
    Hotel,
}

/// What to search for.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SearchQuery {
    /// A hotel code, a city code, or how a city's name begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Degrees north and east of a point, as `52.52,13.40`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub near: Option<String>,
    /// How far from it, in kilometres; without it, 25.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub radius_km: Option<f64>,
    /// The first night.
    #[param(value_type = String)]
    pub check_in: Date,
    /// The day of leaving.
    #[param(value_type = String)]
    pub check_out: Date,
    /// Adults in each room; without it, 2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adults: Option<u8>,
    /// Children in each room.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub children: Option<u8>,
    /// How many rooms, all alike; without it, 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rooms: Option<u16>,
    /// One room type.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[param(value_type = Option<String>)]
    pub room_type: Option<RoomTypeCode>,
    /// One rate plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[param(value_type = Option<String>)]
    pub rate_plan: Option<RatePlanCode>,
    /// Amenities of hotel or room, comma-separated; all must be there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amenities: Option<String>,
    /// The fewest stars.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stars_min: Option<u8>,
    /// The most a stay may cost in all, in minor units of the hotel's currency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price_max_minor: Option<i64>,
    /// Only what can be cancelled free of charge now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refundable: Option<bool>,
    /// A promotion or corporate code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[param(value_type = Option<String>)]
    pub promo: Option<PromoCode>,
    /// How to sort.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[param(value_type = Option<String>)]
    pub sort: Option<SearchSort>,
    /// Where the page begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// How many at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

impl SearchQuery {
    /// Asks for anything in some nights.
    pub fn of(stay: StayDates) -> Self {
        let (check_in, check_out) = (stay.check_in(), stay.check_out());
        Self {
            place: None,
            near: None,
            radius_km: None,
            check_in,
            check_out,
            adults: None,
            children: None,
            rooms: None,
            room_type: None,
            rate_plan: None,
            amenities: None,
            stars_min: None,
            price_max_minor: None,
            refundable: None,
            promo: None,
            sort: None,
            cursor: None,
            limit: None,
        }
    }
}

/// Something that can be booked, at a price, for a while.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Offer {
    /// Its id, which `POST /v1/bookings` takes.
    pub offer: String,
    /// The hotel.
    pub hotel: HotelCode,
    /// Its name.
    pub hotel_name: String,
    /// Its city.
    pub city: String,
    /// Its zone.
    pub zone: String,
    /// Its stars.
    pub stars: u8,
    /// How far it is from the point searched, in kilometres.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub distance_km: Option<f64>,
    /// The room type.
    pub room_type: RoomTypeCode,
    /// Its name.
    pub room_type_name: String,
    /// The rate plan.
    pub rate_plan: RatePlanCode,
    /// Its name.
    pub rate_plan_name: String,
    /// What is eaten.
    pub meals: MealPlan,
    /// When the house wants its money.
    pub payment: PaymentTerm,
    /// The nights.
    pub stay: StayDates,
    /// How many rooms.
    pub rooms: u16,
    /// Who sleeps in each.
    pub occupancy: Occupancy,
    /// The price of each night of one room, in minor units.
    pub nights: Vec<i64>,
    /// What it costs, with taxes.
    pub price: Price,
    /// The total.
    pub total: Money,
    /// Rooms left on the scarcest night.
    pub left: i64,
    /// Until when cancelling is free; none if it never is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub free_until: Option<Timestamp>,
    /// What cancelling at once would cost.
    pub cancel_fee_now: Money,
    /// Until when the price stands.
    #[schema(value_type = String, format = DateTime)]
    pub expires_at: Timestamp,
}

/// Why a room can't be had: the per-night reason, for the agent on the telephone.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Unavailable {
    /// The hotel.
    pub hotel: HotelCode,
    /// The room type.
    pub room_type: RoomTypeCode,
    /// The rate plan.
    pub rate_plan: RatePlanCode,
    /// The refusal's code.
    pub code: String,
    /// Why, in one sentence.
    pub reason: String,
}

/// What was found.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct SearchAnswer {
    /// Offers.
    pub items: Vec<Offer>,
    /// Where the next page begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    /// What could not be had and why, when the search named one hotel or found nothing.
    pub unavailable: Vec<Unavailable>,
}
