//! What a search asks for, read once from the query; bad values are refused with their field.

use jiff::civil::Date;

use hotel_core::booking::ROOMS_MAX;
use hotel_core::catalogue::{Catalogue, Position, RoomType};
use hotel_core::ids::{HotelCode, PromoCode, RatePlanCode, RoomTypeCode};
use hotel_core::price::Occupancy;
use hotel_core::rate::RatePlan;
use hotel_core::refusal::{Refusal, code};
use hotel_core::stay::StayDates;
use hotel_core::text::Word;
use hotel_core::wire::page::PAGE_MAX;
use hotel_core::wire::search::{SearchQuery, SearchSort};

use crate::shelf::Listing;

/// How many offers a page has when nobody says otherwise: a screen full.
const OFFERS: u32 = 20;

/// How far around a point is searched when nobody says otherwise: a city and its airport.
const RADIUS_KM: f64 = 25.0;

/// Half the way around the globe: nothing is farther.
const RADIUS_KM_MAX: f64 = 20_038.0;

/// What is searched for.
pub(super) struct Criteria {
    place: Option<String>,
    near: Option<(Position, f64)>,
    pub(super) stay: StayDates,
    pub(super) occupancy: Occupancy,
    pub(super) rooms: u16,
    room_type: Option<RoomTypeCode>,
    rate_plan: Option<RatePlanCode>,
    amenities: Vec<String>,
    stars_min: u8,
    price_max_minor: i64,
    pub(super) refundable: bool,
    pub(super) promo: Option<PromoCode>,
    pub(super) sort: SearchSort,
    pub(super) limit: usize,
}

/// A hotel that is where it was searched for.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) hotel: HotelCode,
    pub(super) distance_km: Option<f64>,
}

impl Place {
    /// Returns the distance in whole metres, which can be compared.
    pub(super) fn distance_m(&self) -> u64 {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a distance on the globe is positive and below 2^25 metres"
        )]
        self.distance_km.map_or(u64::MAX, |km| (km * 1000.0).round() as u64)
    }
}

fn invalid(field: &'static str, rule: impl Into<String>) -> Refusal {
    Refusal::new(code::INVALID, rule).field(field)
}

impl Criteria {
    /// Reads a query.
    pub(super) fn of(query: &SearchQuery) -> Result<Self, Refusal> {
        let stay = StayDates::new(query.check_in, query.check_out)
            .map_err(|error| invalid("check_out", error.to_string()))?;
        let near = near(query)?;
        let sort = query.sort.unwrap_or_default();
        if sort == SearchSort::Distance && near.is_none() {
            return Err(invalid("sort", "sorting by distance needs a point: name one with near"));
        }
        let stars_min = query.stars_min.unwrap_or(0);
        if stars_min > 5 {
            return Err(invalid("stars_min", "a hotel has 0 to 5 stars"));
        }
        let price_max_minor = query.price_max_minor.unwrap_or(i64::MAX);
        if price_max_minor < 0 {
            return Err(invalid("price_max_minor", "a price is not negative"));
        }
        let limit = query.limit.unwrap_or(OFFERS).clamp(1, PAGE_MAX);
        Ok(Self {
            place: query.place.as_deref().map(str::trim).filter(|it| !it.is_empty()).map(fold),
            near,
            stay,
            occupancy: occupancy(query)?,
            rooms: rooms(query)?,
            room_type: query.room_type,
            rate_plan: query.rate_plan,
            amenities: amenities(query),
            stars_min,
            price_max_minor,
            refundable: query.refundable.unwrap_or(false),
            promo: query.promo,
            sort,
            limit: usize::try_from(limit).unwrap_or(1),
        })
    }

    /// Returns the hotels searched, and whether one was named by its code. A place is a hotel's
    /// code, else a city's, else how the name of a city or hotel begins.
    pub(super) fn places(
        &self,
        directory: &[Listing],
        scope: &[HotelCode],
    ) -> Result<(Vec<Place>, bool), Refusal> {
        let is_visible = |listing: &&Listing| scope.is_empty() || scope.contains(&listing.code);
        let visible = || directory.iter().filter(is_visible);
        let Some(place) = &self.place else {
            return Ok((self.around(visible()), false));
        };
        let code: Option<HotelCode> = place.parse().ok();
        if let Some(named) = visible().find(|listing| Some(listing.code) == code) {
            if !named.active {
                return Err(Refusal::new(
                    code::INACTIVE_HOTEL,
                    format!("hotel {} sells no more", named.code),
                )
                .field("place")
                .hint("hotel hotels"));
            }
            return Ok((self.around(std::iter::once(named)), true));
        }
        if code.is_some() && visible().any(|listing| Some(listing.city_code) == code) {
            let of_city = visible().filter(|listing| Some(listing.city_code) == code);
            return Ok((self.around(of_city), false));
        }
        let is_called = |name: &String| name.starts_with(place.as_str());
        let called = visible().filter(|listing| listing.names.iter().any(is_called));
        Ok((self.around(called), false))
    }

    fn around<'a>(&self, listings: impl Iterator<Item = &'a Listing>) -> Vec<Place> {
        let sells = |listing: &&Listing| listing.active && listing.stars >= self.stars_min;
        let at = |listing: &Listing| match self.near {
            None => Some(Place { hotel: listing.code, distance_km: None }),
            Some((point, radius_km)) => {
                let km = point.distance_km(&listing.position);
                // Told to the metre; more would be false precision.
                let told = (km * 1000.0).round() / 1000.0;
                let place = Place { hotel: listing.code, distance_km: Some(told) };
                (km <= radius_km).then_some(place)
            }
        };
        listings.filter(sells).filter_map(at).collect()
    }

    /// Refuses a stay that begins in the past of every hotel searched; told is the earliest of their
    /// business dates.
    pub(super) fn refuse_past(&self, earliest: Option<Date>) -> Result<(), Refusal> {
        let check_in = self.stay.check_in();
        match earliest {
            Some(today) if check_in < today => Err(Refusal::new(
                code::PAST,
                format!("check-in {check_in} is before the business date {today}"),
            )
            .field("check_in")
            .details(serde_json::json!({ "business_date": today }))),
            Some(_) | None => Ok(()),
        }
    }

    /// Tells whether a room type is one of those asked for.
    pub(super) fn takes_room_type(&self, catalogue: &Catalogue, room_type: &RoomType) -> bool {
        let has = |offered: &[Word], wanted: &str| {
            offered.iter().any(|word| fold(word.as_str()) == wanted)
        };
        self.room_type.is_none_or(|wanted| wanted == room_type.code)
            && self.amenities.iter().all(|wanted| {
                has(&catalogue.hotel.amenities, wanted) || has(&room_type.amenities, wanted)
            })
    }

    /// Tells whether a plan is one of those asked for. A corporate plan shows itself to the holder of
    /// its code; to others only if they name it, and then with the reason why not.
    pub(super) fn takes_plan(&self, plan: &RatePlan) -> bool {
        match self.rate_plan {
            Some(wanted) => wanted == plan.code,
            None => plan.corporate.is_none() || plan.corporate == self.promo,
        }
    }

    /// Tells whether a price is one of those asked for.
    pub(super) fn takes_price(&self, total_minor: i64) -> bool {
        total_minor <= self.price_max_minor
    }
}

fn fold(text: &str) -> String {
    text.to_lowercase()
}

fn near(query: &SearchQuery) -> Result<Option<(Position, f64)>, Refusal> {
    let radius_km = query.radius_km.unwrap_or(RADIUS_KM);
    if !(radius_km > 0.0 && radius_km <= RADIUS_KM_MAX) {
        return Err(invalid("radius_km", "a radius lies between 0 and 20038 kilometres"));
    }
    let Some(near) = query.near.as_deref() else {
        if query.radius_km.is_some() {
            return Err(invalid("radius_km", "a radius needs a point: name one with near"));
        }
        return Ok(None);
    };
    let refuse = || invalid("near", "a point is degrees north and east, as in 52.52,13.40");
    let (north, east) = near.split_once(',').ok_or_else(refuse)?;
    let degrees = |text: &str| text.trim().parse::<f64>().map_err(|_| refuse());
    let point = Position::new(degrees(north)?, degrees(east)?)
        .map_err(|error| invalid("near", error.to_string()))?;
    Ok(Some((point, radius_km)))
}

fn occupancy(query: &SearchQuery) -> Result<Occupancy, Refusal> {
    let usual = Occupancy::default();
    let adults = query.adults.unwrap_or(usual.adults);
    let children = query.children.unwrap_or(usual.children);
    if !(1..=20).contains(&adults) {
        return Err(invalid("adults", "a room has 1 to 20 adults"));
    }
    if children > 20 {
        return Err(invalid("children", "a room has at most 20 children"));
    }
    Ok(Occupancy { adults, children })
}

fn rooms(query: &SearchQuery) -> Result<u16, Refusal> {
    let rooms = query.rooms.unwrap_or(1);
    if (1..=ROOMS_MAX).contains(&usize::from(rooms)) {
        Ok(rooms)
    } else {
        Err(invalid("rooms", format!("a booking has 1 to {ROOMS_MAX} rooms")))
    }
}

fn amenities(query: &SearchQuery) -> Vec<String> {
    let words = query.amenities.as_deref().unwrap_or_default();
    words.split(',').map(str::trim).filter(|word| !word.is_empty()).map(fold).collect()
}
