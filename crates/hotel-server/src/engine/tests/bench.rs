//! A workbench: a real store, whichever it is, lanes over it, and a clock that can be set.

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
use crate::engine::{Answer, Engine, EngineError, Envelope, Gauges, Lanes, Pace, Published, house};
use crate::index::Index;
use crate::shelf::Shelf;
use crate::store::database::{Database, Keepers, Store};
use crate::store::{Opening, Queries, Unit};

/// A clock that stands still until it is set, and lets nobody read it while its gate is held.
pub(super) struct StoppedClock {
    now: AtomicI64,
    pub(super) gate: Mutex<()>,
}

impl StoppedClock {
    pub(super) fn set(&self, text: &str) {
        let now: Timestamp = text.parse().unwrap();
        self.now.store(i64::try_from(now.as_nanosecond()).unwrap(), Ordering::SeqCst);
    }
}

impl Clock for StoppedClock {
    fn now(&self) -> Timestamp {
        drop(self.gate.lock().unwrap());
        Timestamp::from_nanosecond(self.now.load(Ordering::SeqCst).into()).unwrap()
    }
}

impl StoppedClock {
    /// Makes a clock that stands at noon before the first night on sale.
    pub(super) fn new() -> Self {
        let clock = Self { now: AtomicI64::new(0), gate: Mutex::new(()) };
        clock.set("2026-11-30T12:00:00Z");
        clock
    }
}

/// A way to put something between the lane and the store.
type Wrap = fn(Box<dyn Unit>) -> Box<dyn Unit>;

/// On which database a test runs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum On {
    Sqlite,
    Postgres,
}

/// Where a house keeps its books.
#[derive(Clone)]
pub(super) struct Place {
    pub(super) database: Database,
    pub(super) folder: Arc<tempfile::TempDir>,
}

impl Place {
    pub(super) fn new(on: On) -> Self {
        let folder = Arc::new(tempfile::tempdir().unwrap());
        let database = match on {
            On::Sqlite => Database::File(folder.path().join("hotel.db")),
            On::Postgres => Database::Postgres(hotel_rig::Postgres::for_tests()),
        };
        Self { database, folder }
    }

    /// Returns the file, where the books are in one.
    pub(super) fn file(&self) -> &std::path::Path {
        match &self.database {
            Database::File(path) => path,
            Database::Postgres(_) => panic!("this house keeps no file"),
        }
    }
}

pub(super) struct Bench {
    pub(super) engine: Engine,
    pub(super) queries: Queries,
    pub(super) clock: Arc<StoppedClock>,
    pub(super) place: Place,
    /// What has to outlive everything.
    pub(super) secrets: Vec<[u8; 32]>,
    published: Published,
    lanes: Lanes,
    keepers: Keepers,
    store: Store,
}

/// Connects to a Postgres behind the house's back.
pub(super) async fn sql(url: &str) -> tokio_postgres::Client {
    let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls).await.unwrap();
    tokio::spawn(connection);
    client
}

/// Makes every test of a list run on every database.
macro_rules! on_every_database {
    ($($test:ident),* $(,)?) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $test() {
                super::$test($crate::engine::tests::bench::On::Sqlite).await;
            })*
        }
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $test() {
                super::$test($crate::engine::tests::bench::On::Postgres).await;
            })*
        }
    };
}
pub(super) use on_every_database;

pub(super) fn hotel() -> HotelCode {
    "BER-ADLER".parse().unwrap()
}

pub(super) fn stay(from: i8, nights: i8) -> StayDates {
    StayDates::new(date(2026, 12, from), date(2026, 12, from + nights)).unwrap()
}

impl Bench {
    /// Opens a house with one hotel that confirms by itself: 1 room of type ONE, 20 of type STD.
    pub(super) async fn new(on: On) -> Self {
        Self::over(on, |unit| unit).await
    }

    pub(super) async fn over(on: On, wrap: Wrap) -> Self {
        let bench = Self::reopen(Place::new(on), wrap).await;
        for command in catalogue(hotel(), 20) {
            let answer = bench.submit(Command::Hotel(hotel(), command)).await.unwrap();
            assert_eq!(answer.status, 200, "{}", answer.body);
        }
        bench
    }

    pub(super) async fn reopen(place: Place, wrap: Wrap) -> Self {
        // A failed test shows what the house said.
        crate::telemetry::init(false, "warn").ok();
        let mut store = Store::open(&place.database.clone().into()).await.unwrap();
        let queries = store.queries();
        let clock = Arc::new(StoppedClock::new());
        let Opening { catalogues, versions, index } = queries.opening(clock.now()).await.unwrap();
        let shelf = Shelf::new(catalogues, versions);
        let (feed, expected) = store.feed(index.position, 1);
        let index = Arc::new(Index::new(index, &shelf.all()));
        let gauges = Gauges::default();
        let published = Published { shelf: shelf.clone(), index, feed, gauges };
        let mut secrets = Vec::new();
        for name in ["booking_codes", "epoch", "offers", "tokens"] {
            secrets.push(store.secret(name).await.unwrap());
        }
        let units = store.units(&shelf).unwrap().into_iter().map(wrap).collect();
        let told: Arc<dyn Clock> = Arc::<StoppedClock>::clone(&clock);
        let (engine, lanes) = Lanes::start(units, &published, &told, Pace::default()).unwrap();
        let keepers = store.keep(published.clone(), expected).unwrap();
        Self { engine, queries, clock, place, secrets, published, lanes, keepers, store }
    }

    /// Has the feed take in all that was committed.
    pub(super) async fn settle(&self) {
        if let Database::Postgres(url) = &self.place.database {
            let client = sql(url).await;
            client.query("SELECT take_in(1000000)", &[]).await.unwrap();
        }
    }

    /// Closes the house and returns where it was.
    pub(super) fn close(self) -> Place {
        let Self { engine, published, lanes, keepers, place, store, .. } = self;
        drop((engine, published));
        lanes.join();
        keepers.join();
        drop(store);
        place
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
        enqueued_at: None,
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

/// Returns what makes a hotel that confirms by itself: 1 room of type ONE, so many of type STD.
pub(super) fn catalogue(code: HotelCode, rooms_std: usize) -> Vec<HotelCommand> {
    let hotel = serde_json::json!({
        "code": code, "name": "Adler", "city": "Berlin", "city_code": "BER",
        "country": "DE", "zone": "Europe/Berlin", "auto_confirm": true,
        "position": { "latitude": 52.52, "longitude": 13.4 }, "stars": 4, "currency": "EUR",
    });
    let plan = serde_json::json!({
        "code": "BAR", "name": "Best", "payment": "at_hotel", "pricing": "nightly",
    });
    let mut commands = vec![HotelCommand::Set(serde_json::from_value(hotel).unwrap())];
    let mut rooms = Vec::new();
    for (code, count) in [("ONE", 1), ("STD", rooms_std)] {
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
