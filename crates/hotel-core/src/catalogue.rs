//! What a hotel sells: the house, its room types, rooms, rate plans and nightly rates.

use std::collections::BTreeMap;

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use crate::ids::{HotelCode, PromoCode, RatePlanCode, RoomNo, RoomTypeCode, TaxCode};
use crate::money::{BasisPoints, Currency, bounded_minor};
use crate::policy::CancellationPolicy;
use crate::stay::{StayDates, date_of, dates, day_number};
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

/// When the house wants its money.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum PaymentTerm {
    /// On the spot, at the hotel.
    AtHotel,
    /// A guarantee at booking; the money on arrival, or as a fee.
    Guarantee,
    /// All of it at booking.
    Prepaid,
}

/// What is eaten.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum MealPlan {
    /// Nothing.
    #[default]
    RoomOnly,
    /// Breakfast.
    Breakfast,
    /// Breakfast and one more.
    HalfBoard,
    /// Three meals.
    FullBoard,
    /// Everything.
    AllInclusive,
}

/// Where a plan's nightly prices come from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Pricing {
    /// From its own calendar.
    Nightly,
    /// From another plan's calendar, made higher or lower; its restrictions hold too.
    Derived {
        /// The plan with the calendar.
        from: RatePlanCode,
        /// How much more (or less) than it.
        adjust: BasisPoints,
    },
}

/// A rate plan: a price, its conditions and its policy.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RatePlan {
    /// Its code within the hotel.
    pub code: RatePlanCode,
    /// Its name.
    pub name: Name,
    /// When the house wants its money.
    pub payment: PaymentTerm,
    /// What cancelling costs.
    #[serde(default)]
    pub policy: CancellationPolicy,
    /// Where its prices come from.
    pub pricing: Pricing,
    /// What is eaten.
    #[serde(default)]
    pub meals: MealPlan,
    /// Adults covered by the nightly price.
    #[serde(default = "two")]
    pub adults_included: u8,
    /// Each adult more, a night, in minor units.
    #[serde(default, deserialize_with = "bounded_minor")]
    pub extra_adult_minor: i64,
    /// Each child, a night, in minor units.
    #[serde(default, deserialize_with = "bounded_minor")]
    pub extra_child_minor: i64,
    /// The fewest days from booking to arrival.
    #[serde(default)]
    pub advance_days_min: Option<u16>,
    /// The most days from booking to arrival.
    #[serde(default)]
    pub advance_days_max: Option<u16>,
    /// The corporate code that opens it; without one it is for all.
    #[serde(default)]
    pub corporate: Option<PromoCode>,
}

fn two() -> u8 {
    2
}

/// What may stand in the way of a sale on one night of a rate plan.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Restriction {
    /// Not for sale.
    #[serde(default, skip_serializing_if = "is_false")]
    pub closed: bool,
    /// No stay may begin.
    #[serde(default, skip_serializing_if = "is_false")]
    pub closed_to_arrival: bool,
    /// No stay may end.
    #[serde(default, skip_serializing_if = "is_false")]
    pub closed_to_departure: bool,
    /// The shortest stay through this arrival, in nights; 0 is any.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub nights_min: u16,
    /// The longest stay through this arrival, in nights; 0 is any.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub nights_max: u16,
}

impl Restriction {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
    fn is_open(&self) -> bool {
        *self == Self::default()
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_false(flag: &bool) -> bool {
    !*flag
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_zero(count: &u16) -> bool {
    *count == 0
}

/// The price and the restrictions of one night.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NightRate {
    /// Minor units a room, for the adults included.
    #[serde(deserialize_with = "bounded_minor")]
    pub minor: i64,
    /// What stands in the way.
    #[serde(default, skip_serializing_if = "Restriction::is_open")]
    pub restriction: Restriction,
}

/// One value a night over a run of nights, without gaps in memory.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Calendar<T> {
    first: i32,
    nights: Vec<Option<T>>,
}

impl<T> Default for Calendar<T> {
    fn default() -> Self {
        Self { first: 0, nights: Vec::new() }
    }
}

impl<T> Calendar<T> {
    /// Returns the value of a night.
    pub fn get(&self, night: Date) -> Option<&T> {
        let offset = usize::try_from(day_number(night) - self.first).ok()?;
        self.nights.get(offset)?.as_ref()
    }

    /// Sets the value of a night.
    pub fn set(&mut self, night: Date, value: T) {
        let day = day_number(night);
        if self.nights.is_empty() {
            self.first = day;
        }
        if day < self.first {
            let missing = usize::try_from(self.first - day).unwrap_or(0);
            self.nights.splice(0..0, std::iter::repeat_with(|| None).take(missing));
            self.first = day;
        }
        let offset = usize::try_from(day - self.first).unwrap_or(0);
        if offset >= self.nights.len() {
            self.nights.resize_with(offset + 1, || None);
        }
        self.nights[offset] = Some(value);
    }

    /// Returns the nights that have a value, in order.
    pub fn iter(&self) -> impl Iterator<Item = (Date, &T)> {
        (self.first..)
            .zip(&self.nights)
            .filter_map(|(day, value)| Some((date_of(day)?, value.as_ref()?)))
    }
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

    /// Returns the rate of a night under a plan, followed to the calendar it comes from.
    pub fn night_rate(
        &self,
        plan: &RatePlan,
        room_type: RoomTypeCode,
        night: Date,
    ) -> Option<NightRate> {
        match plan.pricing {
            Pricing::Nightly => self.rates.get(&(plan.code, room_type))?.get(night).copied(),
            Pricing::Derived { from, adjust } => {
                let base = self.rates.get(&(from, room_type))?.get(night)?;
                let minor = (base.minor + adjust.of(base.minor)).max(0);
                Some(NightRate { minor, ..*base })
            }
        }
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

/// Which days of the week a change of a range touches; all of them by default.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(transparent)]
pub struct Weekdays(
    /// One bit a day, Monday is the lowest.
    pub u8,
);

impl Default for Weekdays {
    fn default() -> Self {
        Self(0b111_1111)
    }
}

/// A run of nights, perhaps of some weekdays alone.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(try_from = "RawNights")]
pub struct NightRange {
    /// The first night.
    pub from: Date,
    /// The first night no longer meant.
    pub to: Date,
    /// The weekdays meant.
    pub weekdays: Weekdays,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawNights {
    from: Date,
    to: Date,
    #[serde(default)]
    weekdays: Weekdays,
}

/// The longest run of nights one command may change.
pub const RANGE_NIGHTS_MAX: i32 = 1_100;

/// Why two dates are not a run of nights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a run of nights ends after it begins and has at most {RANGE_NIGHTS_MAX} nights")]
pub struct NightRangeError;

impl TryFrom<RawNights> for NightRange {
    type Error = NightRangeError;
    fn try_from(raw: RawNights) -> Result<Self, NightRangeError> {
        let range = Self::new(raw.from, raw.to)?;
        Ok(Self { weekdays: raw.weekdays, ..range })
    }
}

impl NightRange {
    /// Makes a run of all nights from one up to another.
    pub fn new(from: Date, to: Date) -> Result<Self, NightRangeError> {
        let length = day_number(to) - day_number(from);
        if (1..=RANGE_NIGHTS_MAX).contains(&length) {
            Ok(Self { from, to, weekdays: Weekdays::default() })
        } else {
            Err(NightRangeError)
        }
    }

    /// Returns the nights meant, in order.
    pub fn nights(&self) -> impl Iterator<Item = Date> + use<> {
        let weekdays = self.weekdays.0;
        dates(self.from, self.to)
            .filter(move |night| weekdays & (1 << night.weekday().to_monday_zero_offset()) != 0)
    }
}
