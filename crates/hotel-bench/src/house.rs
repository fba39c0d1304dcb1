//! A house of our own: opened over a fresh file, filled with a world and with bookings.

use std::sync::Arc;

use jiff::civil::Date;
use uuid::Uuid;

use hotel_core::booking::Channel;
use hotel_core::command::Command;
use hotel_core::command::booking::{BookRequest, RoomRequest, RoomRequests};
use hotel_core::command::people::{GuestDetails, GuestRef, TokenGrant, UserDetails};
use hotel_core::ids::{HotelCode, IdempotencyKey, RoomTypeCode};
use hotel_core::people::{Role, User};
use hotel_core::price::Occupancy;
use hotel_core::stay::{StayDates, dates};
use hotel_core::text::Name;
use hotel_server::auth::{hash, new_secret};
use hotel_server::clock::SystemClock;
use hotel_server::engine::{Answer, Envelope, Pace, house as house_user};
use hotel_server::house::House;
use hotel_server::state::App;
use hotel_server::store::database::Database;

use crate::error::BenchError;
use crate::keys::Keys;
use crate::orders::{Field, Order, Orders, RATE_PLAN, ROOM_TYPES, STAY_NIGHTS, hotel_code};
use crate::world::World;

/// Commands brought in at once: a few batches.
const CHUNK_LEN: usize = 512;

/// How a house is opened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Manner {
    /// As it is.
    Usual,
    /// One transaction a command: what everything else is held against.
    Naive,
}

/// Opens a house.
pub(crate) async fn open(database: &str, manner: Manner) -> Result<House, BenchError> {
    let pace = match manner {
        Manner::Usual => Pace::default(),
        Manner::Naive => Pace { batch_len_max: 1 },
    };
    let Ok(database) = database.parse::<Database>();
    Ok(House::open_with(database, Arc::new(SystemClock), pace, &std::env::temp_dir()).await?)
}

/// Returns the first night on sale: today, where the hotels are.
pub(crate) fn first_night(app: &App) -> Date {
    app.clock.now().to_zoned(jiff::tz::TimeZone::UTC).date()
}

/// Makes the hotels of a world.
pub(crate) async fn build(app: &App, world: &World, first_night: Date) -> Result<(), BenchError> {
    let user = Arc::new(house_user());
    let commands = world.commands(first_night)?;
    for chunk in commands.chunks(CHUNK_LEN) {
        let envelopes = chunk.iter().map(|command| envelope(command.clone(), &user, None));
        for answer in app.engine.submit_all(envelopes.collect()).await? {
            expect(&answer?, 200)?;
        }
    }
    Ok(())
}

/// Makes so many administrators, and returns the secret of a token of each.
pub(crate) async fn tokens(app: &App, users: usize) -> Result<Vec<String>, BenchError> {
    let clerk = Arc::new(house_user());
    let mut secrets = Vec::with_capacity(users);
    for number in 0..users {
        let name = name(format!("reader{number}").as_bytes());
        let secret = new_secret();
        let user =
            UserDetails { name: name.clone(), role: Role::Admin, hotels: Vec::new(), active: true };
        let grant = TokenGrant { user: name, secret_hash: hash(&secret), expires_at: None };
        for (command, status) in [(Command::SetUser(user), 200), (Command::IssueToken(grant), 201)]
        {
            expect(&app.engine.submit(envelope(command, &clerk, None)).await?, status)?;
        }
        secrets.push(secret);
    }
    Ok(secrets)
}

/// Refuses an answer of another status.
pub(crate) fn expect(answer: &Answer, status: u16) -> Result<(), BenchError> {
    if answer.status == status {
        return Ok(());
    }
    Err(BenchError::said(format!("the house answered {}: {}", answer.status, answer.body)))
}

/// Makes an envelope as the HTTP layer does.
pub(crate) fn envelope(command: Command, user: &Arc<User>, key: Option<[u8; 36]>) -> Envelope {
    let key = key.and_then(|bytes| String::from_utf8(bytes.to_vec()).ok());
    let key = key.and_then(|text| IdempotencyKey::try_from(text).ok());
    Envelope {
        command: Ok(command),
        user: Arc::clone(user),
        channel: Channel::Api,
        key,
        fingerprint: [7; 32],
        expected_version: None,
        dry_run: false,
        at: None,
        enqueued_at: None,
        correlation: Uuid::now_v7(),
    }
}

/// Turns orders into what the engine takes, without HTTP and JSON.
#[derive(Clone)]
pub(crate) struct Clerk {
    user: Arc<User>,
    hotels: Vec<HotelCode>,
    days: Vec<Date>,
    rooms: Vec<RoomRequests>,
    sample: BookRequest,
}

impl Clerk {
    /// Makes a clerk for a field.
    pub(crate) fn new(field: Field) -> Result<Self, BenchError> {
        let known = |what: &str| BenchError::said(format!("{what} is no code"));
        let hotels = (0..field.hotels)
            .map(|number| hotel_code(number).parse().map_err(|_| known(&hotel_code(number))));
        let hotels: Vec<HotelCode> = hotels.collect::<Result<_, _>>()?;
        let end = field.first_night.saturating_add(jiff::Span::new().days(field.nights));
        let days: Vec<Date> = dates(field.first_night, end).collect();
        let rooms = ROOM_TYPES.iter().map(|code| {
            let room_type: RoomTypeCode = code.parse().map_err(|_| known(code))?;
            let room = RoomRequest { room_type, occupancy: Occupancy::default() };
            RoomRequests::try_from(vec![room]).map_err(|error| BenchError::said(error.to_string()))
        });
        let rooms: Vec<RoomRequests> = rooms.collect::<Result<_, _>>()?;
        let sample = BookRequest {
            hotel: hotels[0],
            stay: stay(&days, 1),
            rate_plan: RATE_PLAN.parse().map_err(|_| known(RATE_PLAN))?,
            rooms: rooms[0].clone(),
            guest: GuestRef::New(GuestDetails {
                family: Name::default(),
                given: Name::default(),
                email: hotel_core::text::Contact::default(),
                phone: hotel_core::text::Contact::default(),
                note: hotel_core::text::Note::default(),
            }),
            intent: hotel_core::command::booking::Intent::Sell,
            guarantee: None,
            promo: None,
            price_max: None,
            agreed_rate: None,
            origin: hotel_core::origin::Origin::default(),
            provisional: None,
            requests: hotel_core::text::Note::default(),
        };
        Ok(Self { user: Arc::new(house_user()), hotels, days, rooms, sample })
    }

    /// Returns the envelope of an order.
    pub(crate) fn envelope(&self, order: &Order) -> Envelope {
        let mut request = self.sample.clone();
        request.hotel = self.hotels[usize::from(order.hotel)];
        request.stay = stay(&self.days, order.arrival);
        request.rooms.clone_from(&self.rooms[order.room_type]);
        if let GuestRef::New(guest) = &mut request.guest {
            guest.family = name(&order.family);
            guest.given = name(&order.given);
        }
        envelope(Command::Book(Box::new(request)), &self.user, Some(order.key))
    }
}

fn stay(days: &[Date], arrival: usize) -> StayDates {
    let stay = StayDates::new(days[arrival], days[arrival + usize::from(STAY_NIGHTS)]);
    stay.expect("the days of a field follow each other")
}

fn name(letters: &[u8]) -> Name {
    String::from_utf8_lossy(letters).into_owned().try_into().unwrap_or_default()
}

/// Stores a number of bookings, fast.
pub(crate) async fn fill(app: &App, field: Field, count: u64) -> Result<(), BenchError> {
    let clerk = Clerk::new(field)?;
    let keys = Keys::new(app.clock.now(), 99);
    let mut orders = Orders::new(field, keys, 99);
    let mut missing = usize::try_from(count).unwrap_or(usize::MAX);
    while missing > 0 {
        // Several at once, so that one is made while another is decided.
        let mut under_way = Vec::new();
        for _ in 0..4 {
            let length = missing.min(CHUNK_LEN);
            missing -= length;
            let envelopes: Vec<_> = (0..length).map(|_| clerk.envelope(&orders.next())).collect();
            let engine = app.engine.clone();
            under_way.push(tokio::spawn(async move { engine.submit_all(envelopes).await }));
        }
        for answers in under_way {
            let answers = answers.await.map_err(|error| BenchError::said(error.to_string()))?;
            for answer in answers? {
                expect(&answer?, 201)?;
            }
        }
    }
    Ok(())
}
