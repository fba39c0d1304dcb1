//! The index against the fold of the domain: whatever happens, both know the same nights.

use std::fmt::Debug;

use hotel_core::apply::apply;
use hotel_core::booking::{Booking, BookingState, Channel, Terms};
use hotel_core::calendar::NightRange;
use hotel_core::catalogue::Room;
use hotel_core::command::house::InventoryChange;
use hotel_core::event::{BookingChange, EventData, Fields, InventorySet, RoomBlock, RoomChange};
use hotel_core::facts::{Facts, Occupant};
use hotel_core::ids::{BookingCode, EventId, GuestId, RoomTypeCode};
use hotel_core::inventory::{Overbook, Taken};
use hotel_core::policy::CancellationPolicy;
use hotel_core::price::Price;
use hotel_core::rate::PaymentTerm;
use hotel_core::stay::{StayDates, date_of};
use hotel_core::text::Note;
use hotel_core::verb::BookingVerb;
use jiff::Timestamp;
use jiff::civil::Date;
use proptest::prelude::*;
use uuid::Uuid;

use super::search_tests::hotel;
use super::*;

const FIRST_DAY: i32 = 20_700;

pub(super) fn parse<T: std::str::FromStr<Err: Debug>>(text: &str) -> T {
    text.parse().expect("a code")
}

fn date(day: i32) -> Date {
    date_of(FIRST_DAY + day).expect("a date")
}

fn type_of(second: bool) -> RoomTypeCode {
    parse(if second { "DLX" } else { "STD" })
}

fn range(from: i32, len: i32) -> NightRange {
    NightRange::new(date(from), date(from + len)).expect("a range")
}

/// Something that happens to a hotel, told so that it fits whatever happened before.
#[derive(Clone, Debug)]
enum Step {
    Take { second: bool, from: i32, len: i32, sold: i32, held: i32 },
    Set { second: bool, from: i32, len: i32, closed: Option<bool>, rooms: Option<i32> },
    Block { room: u8, from: i32, len: i32, out_of_order: bool },
    Room { room: u8, room_type: Option<bool>, from: i32 },
}

fn step() -> impl Strategy<Value = Step> {
    let (day, len, flag) = (0..12_i32, 1..6_i32, any::<bool>());
    prop_oneof![
        (flag, day.clone(), len.clone(), -2..4_i32, -2..4_i32).prop_map(
            |(second, from, len, sold, held)| Step::Take { second, from, len, sold, held }
        ),
        (flag, day.clone(), len.clone(), any::<Option<bool>>(), proptest::option::of(-2..3_i32))
            .prop_map(|(second, from, len, closed, rooms)| Step::Set {
                second,
                from,
                len,
                closed,
                rooms
            }),
        (0..4_u8, day.clone(), len, flag).prop_map(|(room, from, len, out_of_order)| {
            Step::Block { room, from, len, out_of_order }
        }),
        (0..4_u8, any::<Option<bool>>(), day).prop_map(|(room, room_type, from)| Step::Room {
            room,
            room_type,
            from
        }),
    ]
}

fn told(step: &Step, catalogue: &Catalogue) -> EventData {
    let numbered = |room: u8| parse(&format!("10{room}"));
    match *step {
        Step::Take { second, from, len, sold, held } => {
            let (from, to) = (date(from), date(from + len));
            taken(vec![Taken { room_type: type_of(second), from, to, sold, held }])
        }
        Step::Set { second, from, len, closed, rooms } => {
            let overbook = rooms.map(|rooms| Overbook { rooms, ..Overbook::default() });
            EventData::Inventory(InventorySet {
                room_type: type_of(second),
                nights: range(from, len),
                set: InventoryChange { closed, overbook },
            })
        }
        Step::Block { room, from, len, out_of_order } => {
            let known = catalogue.rooms.get(&numbered(room));
            EventData::RoomBlock(RoomBlock {
                room: numbered(room),
                room_type: known.map_or(type_of(false), |room| room.room_type),
                nights: range(from, len),
                out_of_order,
            })
        }
        Step::Room { room, room_type, from } => {
            let number = numbered(room);
            let new = room_type.map(|second| {
                let room_type = type_of(second);
                Room { number, room_type, note: Note::default() }
            });
            let old = catalogue.rooms.get(&number).cloned();
            EventData::Room(RoomChange { old, new, from: date(from) })
        }
    }
}

/// Makes the change of a booking that takes these nights.
pub(super) fn taken(taken: Vec<Taken>) -> EventData {
    let waitlisted = Booking {
        code: BookingCode::from_value(1).expect("a code"),
        provisional: None,
        hotel: parse("BER"),
        version: 1,
        state: BookingState::Waitlisted,
        stay: StayDates::new(date(0), date(1)).expect("a stay"),
        rooms: Vec::new(),
        currency: parse("EUR"),
        price: Price::default(),
        fee_minor: 0,
        terms: Terms {
            rate_plan: parse("BAR"),
            payment: PaymentTerm::AtHotel,
            policy: CancellationPolicy::default(),
        },
        guarantee: None,
        guest: GuestId(Uuid::nil()),
        promo: None,
        origin: hotel_core::origin::Origin::default(),
        expires_at: None,
        freed_from: None,
        undo: None,
        split_from: None,
        channel: Channel::Api,
        agent: parse("ada"),
        created_at: Timestamp::UNIX_EPOCH,
    };
    EventData::Booking(Box::new(BookingChange {
        verb: BookingVerb::Waitlisted,
        business_date: date(0),
        version: 1,
        opened: Some(waitlisted),
        changed: Fields::default(),
        taken,
        reason: None,
        requests_changed: false,
    }))
}

pub(super) fn event(position: u64, data: EventData) -> Event {
    Event {
        id: EventId(Uuid::nil()),
        hotel: Some(parse("BER")),
        booking: BookingCode::from_value(1),
        sequence: position,
        position,
        occurred_at: Timestamp::UNIX_EPOCH,
        recorded_at: Timestamp::UNIX_EPOCH,
        enqueued_at: None,
        actor: parse("ada"),
        channel: Channel::Api,
        correlation: Uuid::nil(),
        causation: Uuid::nil(),
        data,
    }
}

fn built(facts: &Facts, at: u64) -> Index {
    let nights = facts.nights.iter().map(|(key, night)| (*key, *night)).collect();
    let out_of_order = facts.room_nights.iter();
    let out_of_order =
        out_of_order.filter(|(_, who)| **who == Occupant::OutOfOrder).map(|(key, _)| *key);
    let catalogues: Vec<_> = facts.catalogues.values().cloned().collect();
    let sequences = std::iter::once((parse("BER"), at)).collect();
    let out_of_order = out_of_order.collect();
    Index::new(Read { nights, out_of_order, sequences, position: at }, &catalogues)
}

fn known(index: &Index) -> Arc<RwLock<House>> {
    index.house(parse("BER")).expect("a house")
}

fn fresh_facts() -> Facts {
    let mut facts = Facts::default();
    facts.catalogues.insert(parse("BER"), Arc::new(hotel("BER")));
    facts
}

proptest! {
    #[test]
    fn an_index_kept_current_equals_one_built_anew(
        early in proptest::collection::vec(step(), 0..20),
        late in proptest::collection::vec(step(), 0..20),
    ) {
        let ber: HotelCode = parse("BER");
        let booking = BookingCode::from_value(1);
        let mut facts = fresh_facts();
        let happen = |facts: &mut Facts, step: &Step| {
            let data = told(step, &facts.catalogues[&ber]);
            apply(facts, Some(ber), booking, &data);
            data
        };
        for step in &early {
            happen(&mut facts, step);
        }
        let index = built(&facts, 0);
        let told: Vec<Event> =
            (1..).zip(&late).map(|(position, step)| event(position, happen(&mut facts, step))).collect();
        let (first, rest) = told.split_at(told.len() / 2);
        index.apply(first);
        index.apply(first);
        index.apply(&told);
        index.apply(rest);
        let anew = built(&facts, told.len() as u64);
        let (kept, anew) = (known(&index), known(&anew));
        prop_assert_eq!(&*kept.read().expect("no panic"), &*anew.read().expect("no panic"));
    }
}

#[test]
fn a_night_that_opens_counts_the_rooms_of_that_moment() {
    let facts = fresh_facts();
    let index = built(&facts, 0);
    let std = type_of(false);
    let steps = [
        Step::Block { room: 1, from: 0, len: 2, out_of_order: true },
        Step::Set { second: false, from: 0, len: 3, closed: Some(false), rooms: None },
        Step::Block { room: 1, from: 1, len: 2, out_of_order: false },
    ];
    let told = steps.iter().map(|step| told(step, &facts.catalogues[&parse("BER")]));
    let events: Vec<Event> = (1..).zip(told).map(|(at, data)| event(at, data)).collect();
    index.apply(&events);
    let house = known(&index);
    let house = house.read().expect("no panic");
    let left: Vec<_> = (0..4)
        .map(|day| StayDates::new(date(day), date(day + 1)).expect("a stay"))
        .map(|stay| house.left(std, stay, 1))
        .collect();
    // The hotel has rooms 100 to 104, of which 101 stays out of order on the first night alone.
    let unopened = Err((date(3), house::Obstacle::NotOpen));
    assert_eq!(left, [Ok(4), Ok(5), Ok(5), unopened]);
}
