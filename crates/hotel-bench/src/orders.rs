//! The bookings that are asked for: evenly over hotels, room types and nights, each by a guest of
//! its own. Knows neither HTTP nor the engine.

use hotel_core::stay::dates;
use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::keys::{Dice, Keys};

/// The room types of every hotel.
pub(crate) const ROOM_TYPES: [&str; 5] = ["STD", "SUP", "DLX", "FAM", "STE"];

/// The rate plan of every hotel.
pub(crate) const RATE_PLAN: &str = "BAR";

/// The nights of a stay.
pub(crate) const STAY_NIGHTS: u16 = 2;

/// The hotel that everybody wants.
pub(crate) const HOT_HOTEL: u16 = 9_999;

/// Returns the code of a hotel.
pub(crate) fn hotel_code(number: u16) -> String {
    format!("H{number:04}")
}

/// Where bookings may fall.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Field {
    /// Hotels.
    pub(crate) hotels: u16,
    /// The first night on sale.
    pub(crate) first_night: Date,
    /// Nights on sale.
    pub(crate) nights: u16,
}

/// One booking to be asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Order {
    /// The key of the command.
    pub(crate) key: [u8; 36],
    /// The number of the hotel.
    pub(crate) hotel: u16,
    /// The place of the room type in `ROOM_TYPES`.
    pub(crate) room_type: usize,
    /// The first night, counted from the first on sale.
    pub(crate) arrival: usize,
    /// The guest's family name.
    pub(crate) family: [u8; 8],
    /// The guest's given name.
    pub(crate) given: [u8; 6],
}

/// Bookings without end, in a walk that comes to every hotel, room type and night equally often.
#[derive(Clone, Debug)]
pub(crate) struct Orders {
    hotels: u64,
    places: u64,
    stride: u64,
    place: u64,
    keys: Keys,
    dice: Dice,
}

impl Orders {
    /// Begins a walk over a field; the seed says where.
    pub(crate) fn new(field: Field, keys: Keys, seed: u64) -> Self {
        let hotels = u64::from(field.hotels.max(1));
        let arrivals = u64::from(field.nights).saturating_sub(nights_kept()).max(1);
        let places = hotels * room_types() * arrivals;
        let mut dice = Dice::new(seed);
        let place = dice.roll() % places;
        Self { hotels, places, stride: stride(places), place, keys, dice }
    }

    /// Returns the next one.
    pub(crate) fn next(&mut self) -> Order {
        self.place = (self.place + self.stride) % self.places;
        let hotel = self.place / room_types() % self.hotels;
        Order {
            key: self.keys.next(),
            hotel: u16::try_from(hotel).unwrap_or(0),
            room_type: usize::try_from(self.place % room_types()).unwrap_or(0),
            // The first night may already be yesterday's where the house stands.
            arrival: usize::try_from(self.place / room_types() / self.hotels + 1).unwrap_or(1),
            family: self.dice.name(),
            given: self.dice.name(),
        }
    }
}

fn room_types() -> u64 {
    ROOM_TYPES.len() as u64
}

/// Returns how many of the nights on sale no stay begins on.
fn nights_kept() -> u64 {
    u64::from(STAY_NIGHTS) + 1
}

/// Returns a step that comes to every place before it comes to one again, and far apart at once.
fn stride(places: u64) -> u64 {
    (places * 5 / 8..places).find(|step| common_divisor(*step, places) == 1).unwrap_or(1)
}

fn common_divisor(one: u64, other: u64) -> u64 {
    if other == 0 { one } else { common_divisor(other, one % other) }
}

/// Returns the days of a field as they are written, with those behind it on which stays end.
pub(crate) fn written_days(field: Field) -> Vec<[u8; 10]> {
    let end = field.first_night.saturating_add(i64::from(field.nights).days());
    dates(field.first_night, end)
        .filter_map(|date| date.to_string().into_bytes().try_into().ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use jiff::Timestamp;

    use super::*;

    const FIELD: Field = Field { hotels: 4, first_night: Date::constant(2026, 12, 1), nights: 13 };

    fn orders() -> Orders {
        Orders::new(FIELD, Keys::new(Timestamp::UNIX_EPOCH, 1), 1)
    }

    #[test]
    fn a_round_comes_to_every_place_once() {
        let mut orders = orders();
        let mut seen: HashMap<(u16, usize, usize), u32> = HashMap::new();
        for _ in 0..4 * 5 * 10 * 3 {
            let order = orders.next();
            *seen.entry((order.hotel, order.room_type, order.arrival)).or_default() += 1;
        }
        assert_eq!(seen.len(), 4 * 5 * 10);
        assert!(seen.values().all(|count| *count == 3));
    }

    #[test]
    fn every_stay_lies_within_the_nights_on_sale() {
        let days = written_days(FIELD);
        assert_eq!(days.len(), 13);
        let mut orders = orders();
        for _ in 0..1_000 {
            let order = orders.next();
            assert!(order.arrival >= 1 && order.arrival + usize::from(STAY_NIGHTS) < days.len());
        }
        assert_eq!(&days[0], b"2026-12-01");
    }

    #[test]
    fn neighbours_in_time_are_none_in_the_field() {
        let mut orders = orders();
        let (one, other) = (orders.next(), orders.next());
        assert!(one.arrival.abs_diff(other.arrival) > 2);
        assert_ne!(one.family, other.family);
        assert_ne!(one.key, other.key);
    }
}
