//! The hotels of an import: those that the house has, and those that are built for it.

use std::collections::BTreeMap;
use std::str::FromStr;

use hotel_core::calendar::{NightRange, RANGE_NIGHTS_MAX};
use hotel_core::catalogue::{Hotel, Position, Room, RoomType};
use hotel_core::command::HotelCommand;
use hotel_core::command::house::{
    InventoryChange, InventoryRequest, ROOMS_ADDED_MAX, RoomsRequest,
};
use hotel_core::ids::{HotelCode, RatePlanCode, RoomNo, RoomTypeCode};
use hotel_core::money::Currency;
use hotel_core::policy::CancellationPolicy;
use hotel_core::rate::{MealPlan, PaymentTerm, Pricing, RatePlan};
use hotel_core::zone::Zone;
use jiff::ToSpan as _;
use jiff::civil::{Date, Time};

use super::layout::Layout;
use crate::error::CliError;

/// The most people a room of a house that is built here takes: as many as a room type can.
pub(super) const PEOPLE_MAX: u8 = 20;

/// The codes that this program writes itself.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fixed {
    /// The only room type where a file has none of its own.
    pub(super) room_type: RoomTypeCode,
    /// The plan that history is sold under.
    pub(super) rate_plan: RatePlanCode,
    /// The currency of the booking demand data.
    pub(super) euro: Currency,
}

impl Fixed {
    /// Reads them.
    pub(super) fn new() -> Result<Self, CliError> {
        Ok(Self { room_type: known("ROOM")?, rate_plan: known("HISTORY")?, euro: known("EUR")? })
    }
}

/// Reads what this program wrote itself.
fn known<T: FromStr>(text: &str) -> Result<T, CliError>
where
    T::Err: std::fmt::Display,
{
    text.parse().map_err(|error: T::Err| CliError::internal(error.to_string()))
}

/// A hotel of an import.
#[derive(Debug, Clone)]
pub(super) struct House {
    /// Its name in the file.
    pub(super) label: String,
    /// Its code.
    pub(super) code: HotelCode,
    /// The zone its nights lie in.
    pub(super) zone: Zone,
    /// Whether its bookings are confirmed at once.
    pub(super) confirms: bool,
    /// How many rooms to build of each type; none where the house has them.
    pub(super) rooms: BTreeMap<RoomTypeCode, u32>,
    /// The currency of its first line.
    pub(super) currency: Currency,
    /// The first night of all lines, and the first day after the last one.
    pub(super) nights: Option<(Date, Date)>,
    /// Whether any line is sold under the plan of this program.
    pub(super) needs_plan: bool,
}

impl House {
    /// Tells whether the hotel is built for the import.
    pub(super) fn is_built(&self) -> bool {
        !self.rooms.is_empty()
    }

    /// Returns the hotel as it is built.
    pub(super) fn hotel(&self, layout: Layout) -> Result<Hotel, CliError> {
        let site = Site::of(self, layout);
        let position = Position::new(site.latitude, site.longitude)
            .map_err(|error| CliError::internal(error.to_string()))?;
        Ok(Hotel {
            code: self.code,
            name: known(&self.label)?,
            city: known(&site.city)?,
            city_code: known(&site.city_code)?,
            country: known(site.country)?,
            zone: self.zone.clone(),
            position,
            stars: site.stars,
            amenities: Vec::new(),
            currency: self.currency,
            auto_confirm: true,
            day_starts: Time::constant(3, 0, 0, 0),
            taxes: Vec::new(),
            promotions: Vec::new(),
            active: true,
        })
    }

    /// Returns its rooms as they are built: numbered through, one type after the other.
    pub(super) fn rooms(&self) -> Result<Vec<Room>, CliError> {
        let count: u32 = self.rooms.values().sum();
        let width = count.to_string().len().max(3);
        let types =
            self.rooms.iter().flat_map(|(room_type, count)| (0..*count).map(|_| *room_type));
        (1_u32..)
            .zip(types)
            .map(|(number, room_type)| {
                let number: RoomNo = known(&format!("{number:0width$}"))?;
                Ok(Room { number, room_type, note: hotel_core::text::Note::default() })
            })
            .collect()
    }

    /// Returns the nights that are opened, in runs as long as one command may name.
    pub(super) fn open_nights(&self) -> Result<Vec<HotelCommand>, CliError> {
        let Some((mut from, end)) = self.nights else { return Ok(Vec::new()) };
        let mut commands = Vec::new();
        while from < end {
            let to = from.checked_add(RANGE_NIGHTS_MAX.days()).map_or(end, |to| to.min(end));
            let nights =
                NightRange::new(from, to).map_err(|error| CliError::internal(error.to_string()))?;
            let set = InventoryChange { closed: Some(false), overbook: None };
            let room_types = self.rooms.keys().copied().collect();
            commands.push(HotelCommand::SetInventory(InventoryRequest { room_types, nights, set }));
            from = to;
        }
        Ok(commands)
    }
}

impl House {
    /// Returns every command that builds the house.
    pub(super) fn building(
        &self,
        fixed: Fixed,
        layout: Layout,
    ) -> Result<Vec<HotelCommand>, CliError> {
        let mut commands = vec![HotelCommand::Set(Box::new(self.hotel(layout)?))];
        for code in self.rooms.keys() {
            commands.push(HotelCommand::SetRoomType(room_type(*code)?));
        }
        commands.extend(add_rooms(&self.rooms()?));
        if self.needs_plan {
            commands.push(HotelCommand::SetRatePlan(Box::new(plan(fixed)?)));
        }
        commands.extend(self.open_nights()?);
        Ok(commands)
    }
}

/// Returns the plan that history is sold under: nothing is due before the stay, and nothing without it.
pub(super) fn plan(fixed: Fixed) -> Result<RatePlan, CliError> {
    Ok(RatePlan {
        code: fixed.rate_plan,
        name: known("Imported history")?,
        payment: PaymentTerm::AtHotel,
        policy: CancellationPolicy::default(),
        pricing: Pricing::Nightly,
        meals: MealPlan::RoomOnly,
        adults_included: 2,
        extra_adult_minor: 0,
        extra_child_minor: 0,
        advance_days_min: None,
        advance_days_max: None,
        corporate: None,
    })
}

/// Returns a room type as it is built.
pub(super) fn room_type(code: RoomTypeCode) -> Result<RoomType, CliError> {
    Ok(RoomType {
        code,
        name: known(code.as_str())?,
        adults_max: PEOPLE_MAX,
        children_max: PEOPLE_MAX,
        guests_max: PEOPLE_MAX,
        amenities: Vec::new(),
    })
}

/// Returns the commands that add rooms, as many as one may add.
pub(super) fn add_rooms(rooms: &[Room]) -> impl Iterator<Item = HotelCommand> + '_ {
    rooms
        .chunks(ROOMS_ADDED_MAX)
        .map(|rooms| HotelCommand::SetRooms(RoomsRequest { rooms: rooms.to_vec() }))
}

/// Where a hotel that is built stands.
struct Site {
    city: String,
    city_code: String,
    country: &'static str,
    latitude: f64,
    longitude: f64,
    stars: u8,
}

impl Site {
    /// The booking demand data are of one hotel in Lisbon and one in the Algarve, both of four stars; of
    /// others nothing is known, and `hotels set` can say it later.
    fn of(house: &House, layout: Layout) -> Self {
        let (city, city_code, country, latitude, longitude, stars) = match layout {
            Layout::BookingDemand if house.label.contains("Resort") => {
                ("Algarve", "FAO", "PT", 37.02, -7.93, 4)
            }
            Layout::BookingDemand => ("Lisbon", "LIS", "PT", 38.72, -9.14, 4),
            Layout::Hotel => (house.code.as_str(), house.code.as_str(), "ZZ", 0.0, 0.0, 0),
        };
        let (city, city_code) = (city.to_owned(), city_code.to_owned());
        Self { city, city_code, country, latitude, longitude, stars }
    }
}
