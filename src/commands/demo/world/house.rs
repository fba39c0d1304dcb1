//! A sample hotel as commands: the house, its room types and rooms, and what makes it special.

use hotel_core::calendar::NightRange;
use hotel_core::catalogue::{Hotel, Position, Promotion, Room, RoomType, Tax, TaxRate};
use hotel_core::command::HotelCommand;
use hotel_core::command::house::{BlockRequest, InventoryChange, InventoryRequest, RoomsRequest};
use hotel_core::ids::{HotelCode, RoomNo, RoomTypeCode};
use hotel_core::inventory::Overbook;
use hotel_core::money::BasisPoints;
use hotel_core::text::Word;
use jiff::ToSpan as _;
use jiff::civil::Date;

use super::cities::{City, Levy, Site};
use super::known;
use crate::error::CliError;

/// Nights on sale: the house opens shortly before the first of the sample bookings arrives.
pub(in crate::commands::demo) const DAYS_BEFORE: i32 = 12;

/// Nights on sale from today on.
pub(in crate::commands::demo) const DAYS_AHEAD: i32 = 400;

/// Rooms on one floor.
const FLOOR_ROOMS: usize = 12;

/// A room type of a house: how many of it there are, and how its price stands to a standard room's.
#[derive(Clone, Copy)]
pub(super) struct Kind {
    pub(super) code: RoomTypeCode,
    pub(super) rooms: usize,
    pub(super) price_percent: i64,
    name: &'static str,
    pub(super) adults_max: u8,
    children_max: u8,
}

/// A sample hotel, before it is told to the server.
#[derive(Clone)]
pub(super) struct House {
    pub(super) city: &'static City,
    pub(super) site: &'static Site,
    pub(super) code: HotelCode,
    pub(super) kinds: Vec<Kind>,
    /// Its place in the list of all houses: every third of them has one speciality, every fourth
    /// another.
    pub(super) place: usize,
}

impl House {
    pub(super) fn new(
        city: &'static City,
        site: &'static Site,
        place: usize,
    ) -> Result<Self, CliError> {
        Ok(Self { city, site, code: known(site.code)?, kinds: kinds(site.rooms)?, place })
    }

    /// Returns what builds the house, in order: every command needs those before it.
    pub(super) fn build(&self, today: Date) -> Result<Vec<HotelCommand>, CliError> {
        let mut commands = vec![HotelCommand::Set(Box::new(self.hotel(today)?))];
        for kind in &self.kinds {
            commands.push(HotelCommand::SetRoomType(room_type(kind)?));
        }
        commands.push(HotelCommand::SetRooms(RoomsRequest { rooms: self.rooms()? }));
        let all = days(today, -DAYS_BEFORE, DAYS_AHEAD)?;
        commands.push(inventory(Vec::new(), all, Some(false), None));
        commands.extend(self.specialities(today)?);
        Ok(commands)
    }

    fn hotel(&self, today: Date) -> Result<Hotel, CliError> {
        let (city, site) = (self.city, self.site);
        let position = Position::new(site.latitude, site.longitude)
            .map_err(|error| CliError::internal(error.to_string()))?;
        let stay = days(today, -DAYS_BEFORE, DAYS_AHEAD)?;
        let promotion = Promotion {
            code: known("WELCOME10")?,
            less: share(1_000)?,
            from: stay.from,
            to: stay.to,
            nights_min: 2,
        };
        Ok(Hotel {
            code: self.code,
            name: known(site.name)?,
            city: known(city.name)?,
            city_code: known(city.code)?,
            country: known(city.country)?,
            zone: known(city.zone)?,
            position,
            stars: site.stars,
            amenities: words(amenities(site.stars, self.place))?,
            currency: known(city.currency)?,
            auto_confirm: site.auto_confirm,
            day_starts: jiff::civil::time(3, 0, 0, 0),
            taxes: self.taxes()?,
            promotions: if self.has_promotion() { vec![promotion] } else { Vec::new() },
            active: true,
        })
    }

    /// Tells whether the promotion holds here; the first house has it, since examples name that one.
    pub(super) fn has_promotion(&self) -> bool {
        self.place == 0 || !self.place.is_multiple_of(3)
    }

    /// Tells whether holders of the corporate code have a plan of their own.
    pub(super) fn has_corporate_plan(&self) -> bool {
        self.place % 3 != 2
    }

    fn taxes(&self) -> Result<Vec<Tax>, CliError> {
        let tax = |charge: &super::cities::Charge| {
            let rate = match charge.1 {
                Levy::Share(points) => TaxRate::Percent { basis_points: share(points)? },
                Levy::Stay(minor) => TaxRate::PerStay { minor },
                Levy::Night(minor) => TaxRate::PerNight { minor },
                Levy::PersonNight(minor) => TaxRate::PerPersonNight { minor },
            };
            Ok(Tax { code: known(charge.0)?, rate, included: charge.2 })
        };
        self.city.charges.iter().map(tax).collect()
    }

    /// Numbers the rooms by floors: each type begins on a floor of its own.
    fn rooms(&self) -> Result<Vec<Room>, CliError> {
        let mut rooms = Vec::with_capacity(self.site.rooms);
        let mut floor = 1;
        for kind in &self.kinds {
            for place in 0..kind.rooms {
                let number = (floor + place / FLOOR_ROOMS) * 100 + place % FLOOR_ROOMS + 1;
                let note = if place % FLOOR_ROOMS == 0 { "beside the lift" } else { "" };
                rooms.push(Room {
                    number: known(&number.to_string())?,
                    room_type: kind.code,
                    note: known(note)?,
                });
            }
            floor += kind.rooms.div_ceil(FLOOR_ROOMS);
        }
        Ok(rooms)
    }

    /// Returns overbooking, blackouts and rooms out of order, at some houses each.
    fn specialities(&self, today: Date) -> Result<Vec<HotelCommand>, CliError> {
        let mut commands = Vec::new();
        let standard = self.kinds.first().map(|kind| kind.code);
        if self.place % 4 == 1 {
            let nights = days(today, 0, DAYS_AHEAD)?;
            let one_more = Overbook { rooms: 1, share: BasisPoints::ZERO };
            commands.push(inventory(standard.into_iter().collect(), nights, None, Some(one_more)));
        }
        if self.place.is_multiple_of(7) {
            let nights = days(today, 210, 213)?;
            commands.push(inventory(Vec::new(), nights, Some(true), None));
        }
        if self.place.is_multiple_of(5) {
            let nights = days(today, -2, 9)?;
            let repair = BlockRequest { nights, out_of_order: true };
            let number: RoomNo = known("110")?;
            if self.kinds.first().is_some_and(|kind| kind.rooms >= 10) {
                commands.push(HotelCommand::BlockRoom(number, repair));
            }
        }
        Ok(commands)
    }
}

fn room_type(kind: &Kind) -> Result<RoomType, CliError> {
    let offers: &[&str] = match kind.adults_max {
        2 if kind.price_percent == 100 => &["shower", "desk"],
        2 => &["bath", "desk", "minibar"],
        _ => &["bath", "desk", "minibar", "sofa-bed", "balcony"],
    };
    Ok(RoomType {
        code: kind.code,
        name: known(kind.name)?,
        adults_max: kind.adults_max,
        children_max: kind.children_max,
        guests_max: kind.adults_max + kind.children_max,
        amenities: words(offers.iter().copied())?,
    })
}

/// Returns the room types of a house of a size: two in a small one, four in a large one.
fn kinds(rooms: usize) -> Result<Vec<Kind>, CliError> {
    let kind = |code, name, rooms, price_percent, (adults_max, children_max)| {
        known(code).map(|code| Kind { code, rooms, price_percent, name, adults_max, children_max })
    };
    let of = |percent: usize| rooms * percent / 100;
    let standard = |rooms| kind("STD", "Standard", rooms, 100, (2, 1));
    let superior = |rooms| kind("SUP", "Superior", rooms, 125, (2, 1));
    let deluxe = |rooms| kind("DLX", "Deluxe", rooms, 155, (3, 1));
    let suite = |rooms| kind("STE", "Suite", rooms, 260, (4, 2));
    match rooms {
        ..16 => Ok(vec![standard(of(70))?, deluxe(rooms - of(70))?]),
        16..32 => {
            let (standards, deluxes) = (of(60), of(30));
            let suites = rooms - standards - deluxes;
            Ok(vec![standard(standards)?, deluxe(deluxes)?, suite(suites)?])
        }
        _ => {
            let (standards, superiors, deluxes) = (of(50), of(20), of(20));
            let suites = rooms - standards - superiors - deluxes;
            Ok(vec![standard(standards)?, superior(superiors)?, deluxe(deluxes)?, suite(suites)?])
        }
    }
}

fn amenities(stars: u8, place: usize) -> impl Iterator<Item = &'static str> {
    let all = ["wifi", "breakfast", "parking", "bar", "gym", "pool", "spa"];
    let count = usize::from(stars) + 1;
    // Two houses of as many stars differ in one word.
    all.into_iter().take(count).chain((place % 2 == 1).then_some("pets"))
}

fn words<'a>(texts: impl Iterator<Item = &'a str>) -> Result<Vec<Word>, CliError> {
    texts.map(known).collect()
}

fn inventory(
    room_types: Vec<RoomTypeCode>,
    nights: NightRange,
    closed: Option<bool>,
    overbook: Option<Overbook>,
) -> HotelCommand {
    let set = InventoryChange { closed, overbook };
    HotelCommand::SetInventory(InventoryRequest { room_types, nights, set })
}

/// Makes a share of hundredths of a percent.
pub(super) fn share(points: i32) -> Result<BasisPoints, CliError> {
    BasisPoints::try_from(points).map_err(|error| CliError::internal(error.to_string()))
}

/// Returns the day so many days after another.
pub(in crate::commands::demo) fn day(today: Date, ahead: i32) -> Result<Date, CliError> {
    today.checked_add(ahead.days()).map_err(|error| CliError::internal(error.to_string()))
}

/// Returns the nights from one day to another, both counted from today.
pub(super) fn days(today: Date, first: i32, end: i32) -> Result<NightRange, CliError> {
    NightRange::new(day(today, first)?, day(today, end)?)
        .map_err(|error| CliError::internal(error.to_string()))
}
