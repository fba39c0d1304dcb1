//! The worlds that are measured: hotels made of ordinary commands.

use serde::{Deserialize, Serialize};
use serde_json::json;

use hotel_core::command::Command;
use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::error::BenchError;
use crate::orders::{Field, HOT_HOTEL, RATE_PLAN, ROOM_TYPES, hotel_code};

/// Rooms of each type: a hotel of a hundred rooms.
const ROOMS_OF_TYPE: usize = 20;

/// The nights to Saturday and to Sunday; Monday is the lowest bit.
const WEEKEND: u8 = 0b011_0000;

/// The other nights.
const WEEK: u8 = 0b100_1111;

/// What a world shall be like.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct World {
    /// Hotels.
    pub(crate) hotels: u16,
    /// Cities they stand in, equally many in each.
    pub(crate) cities: u16,
    /// Nights on sale.
    pub(crate) nights: u16,
    /// Rooms of each type and night that may be sold beyond those in the house.
    pub(crate) overbook: i32,
    /// Rooms of each type in a hotel that everybody wants, if there is one.
    pub(crate) hot_rooms: Option<u16>,
    /// Whether some nights are closed to sale here and there, as they are in life.
    pub(crate) closures: bool,
}

impl World {
    /// A chain of twenty hotels in which nothing sells out.
    pub(crate) const ROOMY: Self = Self {
        hotels: 20,
        cities: 20,
        nights: 400,
        overbook: 1_000_000,
        hot_rooms: None,
        closures: false,
    };

    /// A thousand hotels, to be searched.
    pub(crate) const WIDE: Self = Self {
        hotels: 1_000,
        cities: 20,
        nights: 365,
        overbook: 0,
        hot_rooms: None,
        closures: true,
    };

    /// Returns where bookings may fall if sale begins with a night.
    pub(crate) fn field(&self, first_night: Date) -> Field {
        Field { hotels: self.hotels, first_night, nights: self.nights }
    }

    /// Returns the commands that make the world.
    pub(crate) fn commands(&self, first_night: Date) -> Result<Vec<Command>, BenchError> {
        let mut commands = Vec::new();
        for number in 0..self.hotels {
            let city = number % self.cities.max(1);
            commands.extend(self.hotel(number, city, first_night)?);
        }
        if let Some(rooms) = self.hot_rooms {
            let hot = Self { overbook: i32::from(rooms) - rooms_of_type(), ..*self };
            commands.extend(hot.hotel(HOT_HOTEL, 0, first_night)?);
        }
        Ok(commands)
    }

    fn hotel(&self, number: u16, city: u16, from: Date) -> Result<Vec<Command>, BenchError> {
        let code = hotel_code(number);
        let nights = |weekdays: u8| {
            let to = from.saturating_add(i64::from(self.nights).days());
            json!({ "from": from, "to": to, "weekdays": weekdays })
        };
        let mut commands =
            vec![json!({ "set": house(number, city) }), json!({ "set_rate_plan": rate_plan() })];
        for (place, room_type) in ROOM_TYPES.iter().enumerate() {
            commands.push(json!({ "set_room_type": {
                "code": room_type, "name": room_type, "adults_max": 2, "children_max": 2,
                "guests_max": 4,
            } }));
            let minor = price_minor(number, place);
            for (weekdays, minor) in [(WEEK, minor), (WEEKEND, minor + minor / 5)] {
                commands.push(json!({ "set_rates": {
                    "rate_plan": RATE_PLAN, "room_types": [room_type],
                    "nights": nights(weekdays), "set": { "minor": minor },
                } }));
            }
        }
        commands.push(json!({ "set_rooms": { "rooms": rooms() } }));
        commands.push(json!({ "set_inventory": { "nights": nights(WEEK | WEEKEND),
            "set": { "closed": false, "overbook": { "rooms": self.overbook } } } }));
        if self.closures {
            commands.push(closure(number, from));
        }
        let hotel = code.parse().map_err(|_| BenchError::said(format!("{code} is no hotel")))?;
        let read = |command| Ok(Command::Hotel(hotel, serde_json::from_value(command)?));
        commands.into_iter().map(read).collect::<Result<_, serde_json::Error>>().map_err(Into::into)
    }
}

fn rooms_of_type() -> i32 {
    i32::try_from(ROOMS_OF_TYPE).unwrap_or(0)
}

fn house(number: u16, city: u16) -> serde_json::Value {
    json!({
        "code": hotel_code(number), "name": format!("Bench House {number}"),
        "city": format!("Bench City {city:02}"), "city_code": city_code(city),
        "country": "DE", "zone": "Europe/Berlin", "stars": number % 5 + 1, "currency": "EUR",
        "position": {
            "latitude": 48.0 + f64::from(city) / 10.0,
            "longitude": 8.0 + f64::from(number) / 1e4,
        },
        "amenities": ["wifi", "parking"], "auto_confirm": true,
        "taxes": [{ "code": "VAT", "rate": { "percent": { "basis_points": 700 } },
            "included": true }],
    })
}

fn rate_plan() -> serde_json::Value {
    let from = json!({ "before_arrival": { "days": 1, "at": "18:00:00" } });
    json!({
        "code": RATE_PLAN, "name": "Best available", "payment": "at_hotel", "pricing": "nightly",
        "policy": { "tiers": [{ "from": from, "fee": "first_night" }], "no_show": "first_night" },
    })
}

fn rooms() -> Vec<serde_json::Value> {
    let numbers = |(place, room_type): (usize, &&str)| {
        let room_type = (*room_type).to_owned();
        (0..ROOMS_OF_TYPE).map(move |room| {
            json!({ "number": format!("{}{room:02}", place + 1), "room_type": room_type })
        })
    };
    ROOM_TYPES.iter().enumerate().flat_map(numbers).collect()
}

/// Closes ten nights of one room type, somewhere in the first two months.
fn closure(number: u16, from: Date) -> serde_json::Value {
    let first = from.saturating_add(i64::from(number % 50).days());
    let to = first.saturating_add(10.days());
    let room_type = ROOM_TYPES[usize::from(number) % ROOM_TYPES.len()];
    json!({ "set_inventory": {
        "room_types": [room_type], "nights": { "from": first, "to": to },
        "set": { "closed": true },
    } })
}

/// Returns the code of a city.
pub(crate) fn city_code(city: u16) -> String {
    format!("C{city:02}")
}

/// Returns what a night costs: different everywhere, so that an order by price is one.
fn price_minor(number: u16, room_type: usize) -> i64 {
    let place = i64::from(number) * 5 + i64::try_from(room_type).unwrap_or(0);
    // 8,009 is a prime, so that no two of as many places get the same; multiples of five, so that a
    // fifth more is whole.
    6_000 + place * 7_919 % 8_009 * 5
}

#[cfg(test)]
mod tests {
    use hotel_core::command::HotelCommand;

    use super::*;

    const FIRST: Date = Date::constant(2026, 12, 1);

    #[test]
    fn a_world_has_its_hotels_and_one_that_everybody_wants() {
        let world = World { hotels: 3, hot_rooms: Some(500), ..World::ROOMY };
        let commands = world.commands(FIRST).unwrap();
        let houses = commands
            .iter()
            .filter(|command| matches!(command, Command::Hotel(_, HotelCommand::Set(_))));
        assert_eq!(houses.count(), 4);
        let Some(Command::Hotel(_, HotelCommand::SetInventory(last))) = commands.last() else {
            panic!("inventory is opened last")
        };
        assert_eq!(last.set.overbook.unwrap().rooms, 480);
    }

    #[test]
    fn no_two_prices_are_the_same() {
        let mut prices: Vec<i64> = (0..1_000)
            .flat_map(|number| (0..5).map(move |room_type| price_minor(number, room_type)))
            .collect();
        prices.sort_unstable();
        prices.dedup();
        assert_eq!(prices.len(), 5_000);
    }
}
