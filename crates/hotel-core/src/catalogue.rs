//! What a hotel sells: the house, its room types, its rooms, and all of it together.

use std::collections::BTreeMap;

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use crate::calendar::Calendar;
use crate::ids::{HotelCode, PromoCode, RatePlanCode, RoomNo, RoomTypeCode, TaxCode};
use crate::money::{BasisPoints, Currency, bounded_minor};
use crate::rate::{NightRate, Pricing, RatePlan};
use crate::stay::StayDates;
use crate::text::{Name, Note, Word};
use crate::zone::Zone;

/// A point on the globe, in degrees.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(try_from = "RawPlace")]
pub struct Position {
    /// Degrees north, -90 to 90.
    pub latitude: f64,
    /// Degrees east, -180 to 180.
    pub longitude: f64,
}

impl Eq for Position {}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPlace {
    latitude: f64,
    longitude: f64,
}

/// Why two numbers are not a position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("latitude lies between -90 and 90 degrees, longitude between -180 and 180")]
pub struct PositionError;

impl TryFrom<RawPlace> for Position {
    type Error = PositionError;
    fn try_from(raw: RawPlace) -> Result<Self, PositionError> {
        Self::new(raw.latitude, raw.longitude)
    }
}

impl Position {
    /// Makes a position of degrees north and east.
    pub fn new(latitude: f64, longitude: f64) -> Result<Self, PositionError> {
        if (-90.0..=90.0).contains(&latitude) && (-180.0..=180.0).contains(&longitude) {
            Ok(Self { latitude, longitude })
        } else {
            Err(PositionError)
        }
    }

    /// Returns the great-circle distance in kilometres, by the haversine formula on a sphere.
    pub fn distance_km(&self, other: &Self) -> f64 {
        let (north, other_north) = (self.latitude.to_radians(), other.latitude.to_radians());
        let half_north = ((other.latitude - self.latitude).to_radians() / 2.0).sin();
        let half_east = ((other.longitude - self.longitude).to_radians() / 2.0).sin();
        let chord = half_north.powi(2) + north.cos() * other_north.cos() * half_east.powi(2);
        2.0 * 6371.0 * chord.sqrt().min(1.0).asin()
    }
}

/// How a tax or charge is reckoned.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum TaxRate {
    /// A share of the room price.
    Percent {
        /// Hundredths of a percent.
        basis_points: BasisPoints,
    },
    /// An amount for each room and stay.
    PerStay {
        /// Minor units.
        #[serde(deserialize_with = "bounded_minor")]
        minor: i64,
    },
    /// An amount for each room and night.
    PerNight {
        /// Minor units.
        #[serde(deserialize_with = "bounded_minor")]
        minor: i64,
    },
    /// An amount for each adult and night.
    PerPersonNight {
        /// Minor units.
        #[serde(deserialize_with = "bounded_minor")]
        minor: i64,
    },
}

/// A tax or charge of a hotel.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Tax {
    /// Its code on the bill.
    pub code: TaxCode,
    /// How much.
    pub rate: TaxRate,
    /// Whether nightly prices already contain it.
    #[serde(default)]
    pub included: bool,
}

/// A reduction that a code or a date opens.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Promotion {
    /// What the guest names.
    pub code: PromoCode,
    /// How much less, a night.
    pub less: BasisPoints,
    /// The first night it holds for.
    pub from: Date,
    /// The first night it no longer holds for.
    pub to: Date,
    /// The shortest stay it is given for, in nights.
    #[serde(default)]
    pub nights_min: u16,
}

/// A hotel.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Hotel {
    /// Its code, for ever.
    pub code: HotelCode,
    /// Its name.
    pub name: Name,
    /// The city as people write it.
    pub city: Name,
    /// A short code of the city, such as its airport's.
    pub city_code: HotelCode,
    /// ISO 3166-1 alpha-2.
    pub country: Word,
    /// The zone in which its nights lie.
    pub zone: Zone,
    /// Where it stands.
    pub position: Position,
    /// Stars, 0 to 5.
    #[schema(minimum = 0, maximum = 5)]
    pub stars: u8,
    /// What the house offers: `pool`, `parking`, `wifi` …
    #[serde(default)]
    pub amenities: Vec<Word>,
    /// The currency of its prices.
    pub currency: Currency,
    /// Whether bookings are confirmed without a person of the hotel.
    #[serde(default)]
    pub auto_confirm: bool,
    /// When the business day begins; before it, the business date is the day before.
    #[serde(default = "three_in_the_morning")]
    #[schema(value_type = String, example = "03:00:00")]
    pub day_starts: Time,
    /// Taxes and charges.
    #[serde(default)]
    pub taxes: Vec<Tax>,
    /// Promotions.
    #[serde(default)]
    pub promotions: Vec<Promotion>,
    /// Whether it sells. A removed hotel keeps its bookings and sells no more.
    #[serde(default = "yes")]
    pub active: bool,
}

fn three_in_the_morning() -> Time {
    Time::constant(3, 0, 0, 0)
}

fn yes() -> bool {
    true
}

/// A room type of a hotel.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RoomType {
    /// Its code within the hotel.
    pub code: RoomTypeCode,
    /// Its name.
    pub name: Name,
    /// The most adults in a room.
    #[schema(minimum = 1, maximum = 20)]
    pub adults_max: u8,
    /// The most children in a room.
    #[serde(default)]
    pub children_max: u8,
    /// The most people in a room.
    #[schema(minimum = 1, maximum = 20)]
    pub guests_max: u8,
    /// What the room offers.
    #[serde(default)]
    pub amenities: Vec<Word>,
}

/// A physical room.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Room {
    /// Its number on the door.
    pub number: RoomNo,
    /// Its type.
    pub room_type: RoomTypeCode,
    /// Where it lies and what is special about it.
    #[serde(default)]
    pub note: Note,
}

/// Everything one hotel sells, in memory.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Catalogue {
    /// The house.
    pub hotel: Hotel,
    /// Its room types.
    pub room_types: BTreeMap<RoomTypeCode, RoomType>,
    /// Its rooms.
    pub rooms: BTreeMap<RoomNo, Room>,
    /// Its rate plans.
    pub rate_plans: BTreeMap<RatePlanCode, RatePlan>,
    /// Nightly rates of the plans that have a calendar.
    pub rates: BTreeMap<(RatePlanCode, RoomTypeCode), Calendar<NightRate>>,
}

/// The rates of one room type under one plan.
#[derive(Clone, Copy, Debug)]
pub struct PlanRates<'a> {
    calendar: &'a Calendar<NightRate>,
    adjust: Option<BasisPoints>,
}

impl PlanRates<'_> {
    /// Returns the rate of a night.
    pub fn night(&self, night: Date) -> Option<NightRate> {
        let base = *self.calendar.get(night)?;
        let adjusted = |adjust: BasisPoints| (base.minor + adjust.of(base.minor)).max(0);
        Some(NightRate { minor: self.adjust.map_or(base.minor, adjusted), ..base })
    }
}

impl Catalogue {
    /// Makes the catalogue of a hotel that sells nothing yet.
    pub fn new(hotel: Hotel) -> Self {
        Self {
            hotel,
            room_types: BTreeMap::new(),
            rooms: BTreeMap::new(),
            rate_plans: BTreeMap::new(),
            rates: BTreeMap::new(),
        }
    }

    /// Returns how many rooms of a type the house has.
    pub fn room_count(&self, room_type: RoomTypeCode) -> u32 {
        let count = self.rooms.values().filter(|room| room.room_type == room_type).count();
        u32::try_from(count).unwrap_or(u32::MAX)
    }

    /// Returns the rates of a room type under a plan, followed to the calendar they come from.
    pub fn plan_rates(&self, plan: &RatePlan, room_type: RoomTypeCode) -> Option<PlanRates<'_>> {
        let (of, adjust) = match plan.pricing {
            Pricing::Nightly => (plan.code, None),
            Pricing::Derived { from, adjust } => (from, Some(adjust)),
        };
        Some(PlanRates { calendar: self.rates.get(&(of, room_type))?, adjust })
    }

    /// Returns the business date of the house at a moment.
    pub fn business_date(&self, now: jiff::Timestamp) -> Date {
        self.hotel.zone.business_date(now, self.hotel.day_starts)
    }

    /// Returns the promotion of a code, if it holds for the whole of a stay.
    pub fn promotion(&self, code: PromoCode, stay: StayDates) -> Option<&Promotion> {
        self.hotel.promotions.iter().find(|promotion| {
            promotion.code == code
                && promotion.from <= stay.check_in()
                && stay.check_out() <= promotion.to
                && stay.night_count() >= usize::from(promotion.nights_min)
        })
    }
}
