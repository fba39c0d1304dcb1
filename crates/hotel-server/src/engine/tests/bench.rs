//! A workbench: a real store in a temporary folder, a lane over it, and a clock that can be set.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};

use jiff::Timestamp;
use jiff::civil::date;
use uuid::Uuid;

use hotel_core::booking::{Booking, Channel};
use hotel_core::calendar::NightRange;
use hotel_core::catalogue::Room;
use hotel_core::command::booking::BookRequest;
use hotel_core::command::house::{
    InventoryChange, InventoryRequest, RateChange, RatesRequest, RoomsRequest,
};
use hotel_core::command::{BookingCommand, Command, HotelCommand};
use hotel_core::ids::{HotelCode, IdempotencyKey};
use hotel_core::stay::StayDates;
use hotel_core::wire::booking::BookingOutcome;

use crate::clock::Clock;
use crate::engine::{Answer, Engine, EngineError, Envelope, Gauges, Lane, Pace, Published, house};
use crate::feed::Feed;
use crate::index::Index;
use crate::shelf::Shelf;
use crate::store::Unit;
use crate::store::sqlite::{Queries, SqliteStore};

/// A clock that stands still until it is set, and lets nobody read it while its gate is held.
pub(super) struct StoppedClock {
    now: AtomicI64,
    pub(super) gate: Mutex<()>,
}

impl StoppedClock {
    pub(super) fn set(&self, text: &str) {
        let now: Timestamp = text.parse().unwrap();
        self.now.store(now.as_microsecond(), Ordering::SeqCst);
    }
}

impl Clock for StoppedClock {
    fn now(&self) -> Timestamp {
        drop(self.gate.lock().unwrap());
        Timestamp::from_microsecond(self.now.load(Ordering::SeqCst)).unwrap()
    }
}

/// A way to put something between the lane and the store.
type Wrap = fn(Box<dyn Unit>) -> Box<dyn Unit>;

pub(super) struct Bench {
    pub(super) engine: Engine,
    pub(super) queries: Queries,
    pub(super) clock: Arc<StoppedClock>,
    pub(super) folder: Arc<tempfile::TempDir>,
    lane: Mutex<Option<Lane>>,
    _store: SqliteStore,
}

pub(super) fn hotel() -> HotelCode {
    "BER-ADLER".parse().unwrap()
}

pub(super) fn stay(from: i8, nights: i8) -> StayDates {
    StayDates::new(date(2026, 12, from), date(2026, 12, from + nights)).unwrap()
}

impl Bench {
    /// Opens a house with one hotel that confirms by itself: 1 room of type ONE, 20 of type STD.
    pub(super) async fn new() -> Self {
        Self::over(|unit| unit).await
    }

    pub(super) async fn over(wrap: Wrap) -> Self {
        let folder = Arc::new(tempfile::tempdir().unwrap());
        let bench = Self::reopen(folder, wrap);
        for command in catalogue() {
            let answer = bench.submit(Command::Hotel(hotel(), command)).await.unwrap();
            assert_eq!(answer.status, 200, "{}", answer.body);
        }
        bench
    }

    pub(super) fn reopen(folder: Arc<tempfile::TempDir>, wrap: Wrap) -> Self {
        let mut store = SqliteStore::open(&folder.path().join("hotel.db")).unwrap();
        let unit = wrap(Box::new(store.unit().unwrap()));
        let queries = store.queries();
        let connection = rusqlite::Connection::open(folder.path().join("hotel.db")).unwrap();
        let shelf = Shelf::new(crate::store::sqlite::catalogues(&connection).unwrap());
        let clock = Arc::new(StoppedClock { now: AtomicI64::new(0), gate: Mutex::new(()) });
        clock.set("2026-11-30T12:00:00Z");
        let published = Published {
            shelf,
            index: Arc::new(Index::new(Vec::new(), Vec::new(), &[], 0)),
            feed: Feed::new(0, 1),
            gauges: Gauges::default(),
        };
        let (engine, lane) =
            Lane::start(unit, published, Arc::<StoppedClock>::clone(&clock), Pace::default())
                .unwrap();
        Self { engine, queries, clock, folder, lane: Mutex::new(Some(lane)), _store: store }
    }

    /// Closes the house and returns its folder.
    pub(super) fn close(self) -> Arc<tempfile::TempDir> {
        let Self { engine, lane, folder, .. } = self;
        drop(engine);
        if let Some(lane) = lane.into_inner().unwrap() {
            lane.join();
        }
        folder
    }

    pub(super) async fn submit(&self, command: Command) -> Result<Answer, EngineError> {
        self.engine.submit(envelope(command, None)).await
    }

    pub(super) async fn book(&self, room_type: &str, stay: StayDates) -> Answer {
        self.submit(Command::Book(Box::new(booking(room_type, stay)))).await.unwrap()
    }

    pub(super) async fn tell(&self, booking: &Booking, command: BookingCommand) -> Answer {
        self.submit(Command::Booking(booking.code, command)).await.unwrap()
    }
}

pub(super) fn booked(answer: &Answer) -> Booking {
    assert_eq!(answer.status, 201, "{}", answer.body);
    serde_json::from_str::<BookingOutcome>(&answer.body).unwrap().booking
}

pub(super) fn envelope(command: Command, key: Option<&str>) -> Envelope {
    let key = key.map(|key| IdempotencyKey::try_from(key.to_owned()).unwrap());
    Envelope {
        command: Ok(command),
        user: Arc::new(house()),
        channel: Channel::Api,
        key,
        fingerprint: [1; 32],
        expected_version: None,
        dry_run: false,
        at: None,
        correlation: Uuid::from_u128(1),
    }
}

pub(super) fn booking(room_type: &str, stay: StayDates) -> BookRequest {
    serde_json::from_value(serde_json::json!({
        "hotel": "BER-ADLER", "stay": stay, "rate_plan": "BAR",
        "rooms": [{ "room_type": room_type }],
        "guest": { "new": { "family": "LI", "given": "WEI" } },
    }))
    .unwrap()
}

fn catalogue() -> Vec<HotelCommand> {
    let hotel = serde_json::json!({
        "code": "BER-ADLER", "name": "Adler", "city": "Berlin", "city_code": "BER",
        "country": "DE", "zone": "Europe/Berlin", "auto_confirm": true,
        "position": { "latitude": 52.52, "longitude": 13.4 }, "stars": 4, "currency": "EUR",
    });
    let plan = serde_json::json!({
        "code": "BAR", "name": "Best", "payment": "at_hotel", "pricing": "nightly",
    });
    let mut commands = vec![HotelCommand::Set(serde_json::from_value(hotel).unwrap())];
    let mut rooms = Vec::new();
    for (code, count) in [("ONE", 1), ("STD", 20)] {
        let room_type = serde_json::json!({
            "code": code, "name": code, "adults_max": 2, "guests_max": 2,
        });
        commands.push(HotelCommand::SetRoomType(serde_json::from_value(room_type).unwrap()));
        rooms.extend((1..=count).map(|number| Room {
            number: format!("{code}{number}").parse().unwrap(),
            room_type: code.parse().unwrap(),
            note: "".parse().unwrap(),
        }));
    }
    commands.push(HotelCommand::SetRooms(RoomsRequest { rooms }));
    commands.push(HotelCommand::SetRatePlan(serde_json::from_value(plan).unwrap()));
    let nights = NightRange::new(date(2026, 12, 1), date(2027, 1, 1)).unwrap();
    commands.push(HotelCommand::SetRates(RatesRequest {
        rate_plan: "BAR".parse().unwrap(),
        room_types: vec!["ONE".parse().unwrap(), "STD".parse().unwrap()],
        nights,
        set: RateChange { minor: Some(10_000), restriction: None },
    }));
    commands.push(HotelCommand::SetInventory(InventoryRequest {
        room_types: Vec::new(),
        nights,
        set: InventoryChange { closed: Some(false), overbook: None },
    }));
    commands
}
