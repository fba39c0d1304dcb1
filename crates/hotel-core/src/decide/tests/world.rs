//! A small world to decide in: one hotel, two room types, a few rooms, and a log of what happened.

use std::collections::BTreeMap;

use std::sync::Arc;

use jiff::civil::{Date, date};
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use crate::booking::{Channel, Guarantee};
use crate::calendar::NightRange;
use crate::catalogue::{Catalogue, Hotel, Room};
use crate::command::booking::{BookRequest, Intent, RoomRequest};
use crate::command::house::{
    InventoryChange, InventoryRequest, RateChange, RatesRequest, RoomsRequest,
};
use crate::command::people::{GuestRef, UserDetails};
use crate::command::{BookingCommand, Command, HotelCommand, Stretch};
use crate::decide::needs::{Needs, booking_named, needs};
use crate::decide::{Context, Decision, carry_out, decide};
use crate::event::EventData;
use crate::facts::Facts;
use crate::ids::{BookingCode, GuestId, HotelCode, TokenId, UserId};
use crate::people::{Role, User};
use crate::price::Occupancy;
use crate::refusal::Refusal;
use crate::stay::{StayDates, dates};

/// The first night on sale.
pub(super) const FIRST: Date = date(2026, 12, 1);

/// Nights on sale.
pub(super) const NIGHTS: i32 = 12;

pub(super) struct World {
    pub(super) facts: Facts,
    pub(super) log: Vec<(Option<HotelCode>, Option<BookingCode>, EventData)>,
    pub(super) now: Timestamp,
    next: u64,
    user: User,
}

pub(super) fn parse<T: std::str::FromStr>(text: &str) -> T
where
    T::Err: std::fmt::Debug,
{
    text.parse().unwrap()
}

pub(super) fn night(offset: i32) -> Date {
    FIRST.checked_add(jiff::Span::new().days(offset)).unwrap()
}

pub(super) fn stay(offset: i32, nights: i32) -> StayDates {
    StayDates::new(night(offset), night(offset + nights)).unwrap()
}

pub(super) fn hotel_code() -> HotelCode {
    parse("BER-ADLER")
}

fn hotel() -> Hotel {
    serde_json::from_value(serde_json::json!({
        "code": "BER-ADLER", "name": "Adler", "city": "Berlin", "city_code": "BER",
        "country": "DE", "zone": "Europe/Berlin",
        "position": { "latitude": 52.52, "longitude": 13.4 }, "stars": 4, "currency": "EUR",
        "taxes": [
            { "code": "VAT", "rate": { "percent": { "basis_points": 700 } }, "included": true },
            { "code": "CITY", "rate": { "per_person_night": { "minor": 300 } } },
        ],
        "promotions": [
            { "code": "WINTER", "less": 1000, "from": "2026-12-01", "to": "2027-01-01",
              "nights_min": 2 },
        ],
    }))
    .unwrap()
}

fn rate_plans() -> Vec<serde_json::Value> {
    let policy = serde_json::json!({
        "tiers": [
            { "from": { "before_arrival": { "days": 1, "at": "18:00:00" } }, "fee": "first_night" },
            { "from": { "before_arrival": { "days": 0, "at": "18:00:00" } },
              "fee": { "percent": { "basis_points": 9000 } } },
        ],
        "no_show": "whole_stay",
        "early_departure": { "nights": { "nights": 1 } },
    });
    vec![
        serde_json::json!({ "code": "BAR", "name": "Best available", "payment": "at_hotel",
            "policy": policy, "pricing": "nightly", "extra_adult_minor": 2000,
            "extra_child_minor": 1000 }),
        serde_json::json!({ "code": "ADV", "name": "Advance", "payment": "prepaid",
            "policy": { "tiers": [{ "from": "booking", "fee": "whole_stay" }] },
            "pricing": { "derived": { "from": "BAR", "adjust": -1500 } } }),
        serde_json::json!({ "code": "CORP", "name": "Corporate", "payment": "guarantee",
            "pricing": { "derived": { "from": "BAR", "adjust": -1000 } }, "corporate": "ACME" }),
    ]
}

impl World {
    /// Makes the world: 3 STD rooms and 2 DLX rooms, on sale for `NIGHTS` nights.
    pub(super) fn new() -> Self {
        let admin =
            UserDetails { name: parse("mia"), role: Role::Admin, hotels: Vec::new(), active: true };
        let mut world = Self {
            facts: Facts::default(),
            log: Vec::new(),
            now: "2026-11-30T12:00:00Z".parse().unwrap(),
            next: 0,
            user: User {
                id: UserId(Uuid::from_u128(1)),
                name: admin.name,
                role: Role::Admin,
                hotels: Vec::new(),
                active: true,
            },
        };
        let mut commands = vec![HotelCommand::Set(Box::new(hotel()))];
        for (code, guests) in [("STD", 2), ("DLX", 4)] {
            let room_type = serde_json::json!({
                "code": code, "name": code, "adults_max": guests, "children_max": 2,
                "guests_max": guests,
            });
            commands.push(HotelCommand::SetRoomType(serde_json::from_value(room_type).unwrap()));
        }
        let rooms =
            [("101", "STD"), ("102", "STD"), ("103", "STD"), ("201", "DLX"), ("202", "DLX")];
        let rooms = rooms.map(|(number, room_type)| Room {
            number: parse(number),
            room_type: parse(room_type),
            note: parse(""),
        });
        commands.push(HotelCommand::SetRooms(RoomsRequest { rooms: rooms.into() }));
        for plan in rate_plans() {
            let plan = serde_json::from_value(plan).unwrap();
            commands.push(HotelCommand::SetRatePlan(Box::new(plan)));
        }
        let nights = NightRange::new(FIRST, night(NIGHTS)).unwrap();
        commands.push(HotelCommand::SetRates(RatesRequest {
            rate_plan: parse("BAR"),
            room_types: vec![parse("STD"), parse("DLX")],
            nights,
            set: RateChange { minor: Some(12_900), restriction: None },
        }));
        commands.push(HotelCommand::SetInventory(InventoryRequest {
            room_types: Vec::new(),
            nights,
            set: InventoryChange { closed: Some(false), overbook: None },
        }));
        for command in commands {
            world.must(&Command::Hotel(hotel_code(), command));
        }
        world
    }

    pub(super) fn context(&self) -> Context {
        Context {
            history: false,
            now: self.now,
            user: Arc::new(self.user.clone()),
            channel: Channel::Cli,
            expected_version: None,
            dry_run: false,
            new_booking: BookingCode::from_value(self.next + 1).unwrap(),
            new_guest: GuestId(Uuid::from_u128(u128::from(self.next) + 1)),
            new_user: UserId(Uuid::from_u128(u128::from(self.next) + 1)),
            new_token: TokenId(Uuid::from_u128(u128::from(self.next) + 1)),
        }
    }

    pub(super) fn catalogue(&self) -> &Catalogue {
        self.facts.catalogue(hotel_code()).unwrap()
    }

    /// Lets time pass, and ends the holds that run out as the engine does before each batch.
    pub(super) fn pass_hours(&mut self, hours: i64) {
        self.now = self.now.checked_add(SignedDuration::from_hours(hours)).unwrap();
        let lapsed: Vec<BookingCode> = self
            .facts
            .bookings
            .values()
            .filter(|booking| booking.is_lapsed(self.now))
            .map(|booking| booking.code)
            .collect();
        for code in lapsed {
            self.must(&Command::Booking(code, BookingCommand::Expire));
        }
    }

    /// Decides a command twice, once with everything in view and once with only what the command
    /// asked to see, and carries out what both agree on.
    pub(super) fn tell(&mut self, command: &Command) -> Result<Decision, Refusal> {
        let context = self.context();
        let decided = decide(command, &self.facts, &context);
        assert_eq!(decide(command, &self.seen(command), &context), decided, "{command:?}");
        let decision = decided?;
        carry_out(&mut self.facts, &decision);
        self.next += 1;
        for (booking, data) in &decision.changes {
            self.log.push((decision.hotel, *booking, data.clone()));
        }
        Ok(decision)
    }

    pub(super) fn must(&mut self, command: &Command) -> Decision {
        self.tell(command).unwrap_or_else(|refusal| panic!("{command:?}: {refusal:?}"))
    }

    /// Returns only those facts that a command says it needs.
    fn seen(&self, command: &Command) -> Facts {
        let mut seen = Facts { catalogues: self.facts.catalogues.clone(), ..Facts::default() };
        if let Some(code) = booking_named(command)
            && let Some(booking) = self.facts.bookings.get(&code)
        {
            seen.bookings.insert(code, booking.clone());
        }
        let mut wanted = Needs::default();
        needs(command, &seen, &mut wanted);
        let within = |stretch: &Stretch, hotel, date| {
            stretch.hotel == hotel && stretch.from <= date && date < stretch.to
        };
        for (key, value) in &self.facts.nights {
            if wanted.nights.iter().any(|stretch| {
                within(stretch, key.0, key.2)
                    && stretch.room_type.is_none_or(|room_type| room_type == key.1)
            }) {
                seen.nights.insert(*key, *value);
            }
        }
        for (key, value) in &self.facts.room_nights {
            if wanted.room_nights.iter().any(|stretch| within(stretch, key.0, key.1)) {
                seen.room_nights.insert(*key, *value);
            }
        }
        for guest in &wanted.guests {
            if let Some(known) = self.facts.guests.get(guest) {
                seen.guests.insert(*guest, known.clone());
            }
        }
        if wanted.users {
            seen.users.clone_from(&self.facts.users);
        }
        seen
    }

    /// Returns a command to book rooms of one type.
    pub(super) fn booking_of(room_type: &str, rooms: usize, stay: StayDates) -> BookRequest {
        let room = RoomRequest { room_type: parse(room_type), occupancy: Occupancy::default() };
        BookRequest {
            hotel: hotel_code(),
            stay,
            rate_plan: parse("BAR"),
            rooms: vec![room; rooms].try_into().unwrap(),
            guest: GuestRef::New(
                serde_json::from_value(serde_json::json!({ "family": "LI", "given": "WEI" }))
                    .unwrap(),
            ),
            intent: Intent::Sell,
            guarantee: Some(Guarantee::Agency),
            promo: None,
            price_max: None,
            agreed_rate: None,
            origin: crate::origin::Origin::default(),
            provisional: None,
            requests: parse(""),
        }
    }

    /// Books and returns the code.
    pub(super) fn book(&mut self, room_type: &str, rooms: usize, stay: StayDates) -> BookingCode {
        let code = self.context().new_booking;
        self.must(&Command::Book(Box::new(Self::booking_of(room_type, rooms, stay))));
        code
    }

    /// Checks everything that must always be so.
    pub(super) fn check(&self) {
        self.check_counters();
        self.check_rooms();
        self.check_prices();
        self.check_fold();
    }

    /// Each night's counters are the sum of what the bookings take.
    fn check_counters(&self) {
        let mut counted: BTreeMap<_, (u32, u32)> = BTreeMap::new();
        for booking in self.facts.bookings.values() {
            for taken in booking.room_nights() {
                let night =
                    counted.entry((booking.hotel, taken.room_type, taken.night)).or_default();
                let (sold, held) = crate::decide::weights(booking.takes());
                night.0 += u32::try_from(sold).unwrap();
                night.1 += u32::try_from(held).unwrap();
            }
        }
        for (key, night) in &self.facts.nights {
            let (sold, held) = counted.get(key).copied().unwrap_or_default();
            assert_eq!((night.sold, night.held), (sold, held), "{key:?}");
        }
        for key in counted.keys() {
            assert!(self.facts.nights.contains_key(key), "{key:?} is taken and does not exist");
        }
    }

    /// Each room has one occupant a night, and it is the one the booking says.
    fn check_rooms(&self) {
        let mut rooms: BTreeMap<_, BookingCode> = BTreeMap::new();
        for booking in self.facts.bookings.values() {
            for taken in booking.room_nights() {
                let Some(room) = taken.room else { continue };
                let before = rooms.insert((booking.hotel, taken.night, room), booking.code);
                assert_eq!(before, None, "room {room} has two bookings on {}", taken.night);
            }
        }
        for (key, occupant) in &self.facts.room_nights {
            if let crate::facts::Occupant::Booking(code) = occupant {
                assert_eq!(rooms.remove(key), Some(*code), "{key:?}");
            }
        }
        assert!(rooms.is_empty(), "not in the room calendar: {rooms:?}");
        for (key, night) in &self.facts.nights {
            let broken = self
                .catalogue()
                .rooms
                .values()
                .filter(|room| room.room_type == key.1)
                .filter(|room| {
                    self.facts.room_nights.get(&(key.0, key.2, room.number))
                        == Some(&crate::facts::Occupant::OutOfOrder)
                })
                .count();
            assert_eq!(usize::try_from(night.out_of_order), Ok(broken), "{key:?}");
        }
    }

    /// Money adds up, and each room has a price for each night.
    fn check_prices(&self) {
        for booking in self.facts.bookings.values() {
            let nights: i64 = booking.rooms.iter().flat_map(|room| &room.nights).sum();
            let exclusive: i64 =
                booking.price.taxes.iter().filter(|tax| !tax.included).map(|tax| tax.minor).sum();
            assert_eq!(booking.price.rooms_minor, nights);
            assert_eq!(booking.price.total_minor, nights + exclusive);
            assert!(booking.fee_minor >= 0);
            for room in &booking.rooms {
                assert_eq!(room.nights.len(), booking.stay.night_count(), "{booking:?}");
            }
        }
    }

    /// The fold of the log, written down as JSON and read again, is the state.
    fn check_fold(&self) {
        let mut folded = Facts::default();
        for (hotel, booking, data) in &self.log {
            let json = serde_json::to_string(data).unwrap();
            let read: EventData = serde_json::from_str(&json).unwrap();
            assert_eq!(&read, data, "{json}");
            crate::apply::apply(&mut folded, *hotel, *booking, &read);
        }
        assert_eq!(folded.bookings, self.facts.bookings);
        assert_eq!(folded.nights, self.facts.nights);
        assert_eq!(folded.room_nights, self.facts.room_nights);
        assert_eq!(folded.catalogues, self.facts.catalogues);
    }

    /// No night takes more than it may, as long as nobody lowered what it may take.
    pub(super) fn check_never_oversold(&self) {
        for (key, night) in &self.facts.nights {
            assert!(night.left() >= 0, "{key:?} {night:?}");
        }
    }

    /// Returns the nights on sale.
    pub(super) fn nights_on_sale() -> impl Iterator<Item = Date> {
        dates(FIRST, night(NIGHTS))
    }
}
