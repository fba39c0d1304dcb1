//! Commands by chance.

use hotel_core::command::Command;
use hotel_core::ids::BookingCode;
use hotel_core::ids::provisional::BookingRef;
use hotel_core::wire::bulk::BulkCommand;
use jiff::civil::{Date, date};
use serde_json::{Value, json};

/// Dice that are thrown for the commands of a house.
#[derive(Clone)]
pub(super) struct Dice {
    thrown: hotel_rig::Dice,
    hotel: String,
    /// Rooms of type STD.
    rooms: usize,
}

impl Dice {
    /// Makes dice for a hotel with so many rooms of type STD.
    pub(super) fn new(seed: u64, hotel: &str, rooms: usize) -> Self {
        Self { thrown: hotel_rig::Dice(seed), hotel: hotel.to_owned(), rooms }
    }

    pub(super) fn roll(&mut self, sides: usize) -> usize {
        usize::try_from(self.thrown.roll(sides as u64)).unwrap_or(0)
    }

    fn pick<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.roll(of.len())]
    }

    fn nights(&mut self, today: Date) -> (Date, Date) {
        let days = |count: usize| jiff::Span::new().days(i64::try_from(count).unwrap());
        let from = today.saturating_add(days(self.roll(8)));
        let to = from.saturating_add(days(1 + self.roll(4)));
        (from.min(date(2026, 12, 30)), to.min(date(2026, 12, 31)))
    }

    fn room(&mut self) -> String {
        format!("STD{}", 1 + self.roll(self.rooms))
    }

    fn house(&mut self, today: Date) -> Value {
        let (from, to) = self.nights(today);
        let nights = json!({ "from": from, "to": to });
        let (room, yes) = (self.room(), self.roll(2) == 0);
        let change = match self.roll(6) {
            0..=2 => json!({ "block_room": [room, { "nights": nights, "out_of_order": yes }] }),
            3 => json!({ "set_inventory": { "room_types": ["STD"], "nights": nights,
                "set": { "closed": yes, "overbook": { "rooms": self.roll(4) } } } }),
            4 => json!({ "set_rates": { "rate_plan": "BAR", "room_types": ["STD"],
                "nights": nights, "set": { "minor": 5_000 + self.roll(9_000) } } }),
            _ if yes => json!({ "remove_room": room }),
            _ => json!({ "set_rooms": { "rooms": [{ "number": room, "room_type": "STD" }] } }),
        };
        json!({ "hotel": { "code": self.hotel, "change": change } })
    }

    fn book(&mut self, today: Date) -> Value {
        let (check_in, check_out) = self.nights(today);
        let room_type = self.pick(&["STD", "STD", "STD", "ONE"]);
        let rooms = vec![json!({ "room_type": room_type }); 1 + self.roll(3)];
        let intent = match self.roll(5) {
            0 => json!({ "hold": { "minutes": 30 + self.roll(600) } }),
            1 => json!("waitlist"),
            _ => json!("sell"),
        };
        json!({ "book": {
            "hotel": self.hotel, "rate_plan": "BAR", "rooms": rooms, "intent": intent,
            "stay": { "check_in": check_in, "check_out": check_out },
            "guest": { "new": { "family": "LI", "given": "WEI" } },
        } })
    }

    fn change(&mut self, code: BookingCode, today: Date) -> Value {
        let (check_in, check_out) = self.nights(today);
        let stay = json!({ "check_in": check_in, "check_out": check_out });
        let change = match self.roll(16) {
            0 => json!("confirm"),
            1 => json!("release"),
            2 => json!({ "guarantee": {} }),
            3 => json!({ "offer": { "minutes": 60 } }),
            4 => json!({ "decline": {} }),
            5 => json!({ "split": { "rooms": [1] } }),
            6 => json!({ "cancel": {} }),
            7 | 8 => json!("revert"),
            9 => json!({ "no_show": { "keep_nights": self.roll(2) == 0 } }),
            10 => json!({ "check_out": {} }),
            11 => json!({ "move": { "of": 1, "to": self.room() } }),
            12 => json!({ "assign": { "of": 1, "room": self.room() } }),
            13 => json!({ "amend": { "stay": stay, "reprice": true } }),
            _ => json!({ "check_in": {} }),
        };
        json!({ "booking": { "code": code, "change": change } })
    }

    /// Makes a command about a house, or about one of its bookings.
    pub(super) fn command(&mut self, known: &[BookingCode], today: Date) -> Command {
        let command = match (self.roll(8), known.is_empty()) {
            (0, _) => self.house(today),
            (1 | 2, _) | (_, true) => self.book(today),
            (_, false) => {
                // The newest are those with whom most happens.
                let back = self.roll(known.len().min(60));
                self.change(known[known.len() - 1 - back], today)
            }
        };
        let parsed = serde_json::from_value::<BulkCommand>(command.clone());
        let parsed = parsed.unwrap_or_else(|error| panic!("{error}: {command}"));
        let code_of = |name| match name {
            BookingRef::Code(code) => Ok(code),
            BookingRef::Provisional(name) => Err(name),
        };
        parsed.addressed(code_of).unwrap()
    }
}
