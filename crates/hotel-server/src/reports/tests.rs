//! What a booking becomes in the read model, whatever happens to it.

use hotel_core::apply::fold_booking;
use hotel_core::booking::{BookedRoom, Booking, BookingState, Channel, Terms};
use hotel_core::event::{BookingChange, Fields};
use hotel_core::ids::{BookingCode, GuestId};
use hotel_core::origin::Origin;
use hotel_core::policy::CancellationPolicy;
use hotel_core::price::{Occupancy, Price, TaxLine};
use hotel_core::rate::PaymentTerm;
use hotel_core::stay::{StayDates, date_of};
use hotel_core::verb::BookingVerb;
use jiff::Timestamp;
use jiff::civil::Date;
use proptest::prelude::*;
use uuid::Uuid;

use super::BookingEvent;
use super::fact::StayFact;

const FIRST_DAY: i32 = 20_700;

pub(crate) fn day(day: i32) -> Date {
    date_of(FIRST_DAY + day).unwrap()
}

pub(crate) fn booking(state: BookingState, from: i32, rates: &[i64]) -> Booking {
    let nights = i32::try_from(rates.len()).unwrap();
    Booking {
        code: BookingCode::from_value(7).unwrap(),
        provisional: None,
        hotel: "BER-ADLER".parse().unwrap(),
        version: 1,
        state,
        stay: StayDates::new(day(from), day(from + nights)).unwrap(),
        rooms: vec![BookedRoom {
            room_type: "STD".parse().unwrap(),
            occupancy: Occupancy::default(),
            nights: rates.to_vec(),
            room: None,
            moved_from: Vec::new(),
        }],
        currency: "EUR".parse().unwrap(),
        price: Price::default(),
        fee_minor: 0,
        terms: Terms {
            rate_plan: "BAR".parse().unwrap(),
            payment: PaymentTerm::AtHotel,
            policy: CancellationPolicy::default(),
        },
        guarantee: None,
        guest: GuestId(Uuid::from_u128(1)),
        promo: None,
        origin: Origin { segment: Some("leisure".parse().unwrap()), ..Origin::default() },
        expires_at: None,
        freed_from: None,
        undo: None,
        split_from: None,
        channel: Channel::Cli,
        agent: "mia".parse().unwrap(),
        created_at: Timestamp::UNIX_EPOCH,
    }
}

pub(crate) fn opened(number: u64, today: i32, booking: &Booking) -> BookingEvent {
    let change = BookingChange {
        verb: BookingVerb::Requested,
        business_date: day(today),
        version: 1,
        opened: Some(booking.clone()),
        changed: Fields::default(),
        taken: Vec::new(),
        reason: None,
        requests_changed: false,
    };
    BookingEvent { booking: number, split_from: None, change }
}

pub(crate) fn changed(number: u64, today: i32, before: &Booking, after: &Booking) -> BookingEvent {
    let change = BookingChange {
        verb: BookingVerb::Amended,
        version: before.version + 1,
        opened: None,
        changed: Fields::between(before, after),
        ..opened(number, today, before).change
    };
    BookingEvent { booking: number, split_from: None, change }
}

/// One thing that happens to a booking.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    State(usize),
    Nights(i32, Vec<i64>),
    Fee(i64),
    Freed(Option<i32>),
    Tax(i64, bool),
}

pub(crate) fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (0..BookingState::ALL.len()).prop_map(Step::State),
        (0..20_i32, prop::collection::vec(0..20_000_i64, 1..6))
            .prop_map(|(from, rates)| Step::Nights(from, rates)),
        (0..5_000_i64).prop_map(Step::Fee),
        prop::option::of(0..20_i32).prop_map(Step::Freed),
        (0..900_i64, any::<bool>()).prop_map(|(minor, included)| Step::Tax(minor, included)),
    ]
}

pub(crate) fn after(before: &Booking, step: &Step) -> Booking {
    let mut after = before.clone();
    match step {
        Step::State(place) => after.state = BookingState::ALL[*place],
        Step::Nights(from, rates) => {
            let other = booking(before.state, *from, rates);
            (after.stay, after.rooms) = (other.stay, other.rooms);
        }
        Step::Fee(minor) => after.fee_minor = *minor,
        Step::Freed(from) => after.freed_from = from.map(day),
        Step::Tax(minor, included) => {
            let code = "VAT".parse().unwrap();
            after.price.taxes = vec![TaxLine { code, minor: *minor, included: *included }];
        }
    }
    after
}

proptest! {
    #[test]
    fn a_fact_follows_its_booking(steps in prop::collection::vec(step(), 0..12)) {
        let mut full = booking(BookingState::Requested, 3, &[10_000, 0]);
        let mut fact = StayFact::fold(None, &opened(1, 0, &full)).unwrap();
        for (today, step) in (1..).zip(&steps) {
            let event = changed(1, today, &full, &after(&full, step));
            full = fold_booking(Some(&full), &event.change).unwrap();
            fact = StayFact::fold(Some(&fact), &event).unwrap();
        }
        let fresh = StayFact::fold(None, &opened(1, 99, &full)).unwrap();
        prop_assert_eq!(fact.created_on, day(0));
        prop_assert_eq!(fact.sold_on, Some(day(0)));
        prop_assert_eq!(fact.ended_on.is_some(), fresh.ended_on.is_some());
        let dates = StayFact { created_on: day(0), sold_on: None, ended_on: None, ..fresh };
        prop_assert_eq!(StayFact { sold_on: None, ended_on: None, ..fact }, dates);
    }
}

#[test]
fn a_fact_knows_when_it_was_sold_and_given_up() {
    let held = booking(BookingState::Held, 9, &[10_000]);
    let mut fact = StayFact::fold(None, &opened(1, 0, &held)).unwrap();
    assert_eq!((fact.sold_on, fact.was_made()), (None, false));
    let requested = Booking { state: BookingState::Requested, ..held.clone() };
    fact = StayFact::fold(Some(&fact), &changed(1, 2, &held, &requested)).unwrap();
    assert_eq!(fact.sold_on, Some(day(2)));
    let cancelled = Booking { state: BookingState::Cancelled, ..held };
    let ended = StayFact::fold(Some(&fact), &changed(1, 5, &requested, &cancelled)).unwrap();
    assert_eq!(ended.ended_on, Some(day(5)));
    for (at, is_on_books) in [(1, false), (2, true), (4, true), (5, false)] {
        assert_eq!(ended.is_on_books(Some(day(at))), is_on_books, "day {at}");
    }
    assert!(!ended.is_on_books(None) && ended.was_made());
    let back = StayFact::fold(Some(&ended), &changed(1, 5, &cancelled, &requested)).unwrap();
    assert_eq!(back, fact, "a revert leaves no trace");
}

#[test]
fn what_was_split_off_was_made_with_its_parent() {
    let whole = booking(BookingState::Confirmed, 9, &[10_000]);
    let parent = StayFact::fold(None, &opened(1, 0, &whole)).unwrap();
    let mut part = StayFact::fold(None, &opened(2, 6, &whole)).unwrap();
    part.made_with(&parent);
    assert_eq!((part.created_on, part.sold_on), (day(0), Some(day(0))));
}

#[test]
fn nights_given_back_by_a_no_show_are_not_kept() {
    let mut absent = booking(BookingState::NoShow, 0, &[10_700, 10_700, 10_700]);
    absent.freed_from = Some(day(1));
    absent.price.taxes =
        vec![TaxLine { code: "VAT".parse().unwrap(), minor: 2_100, included: true }];
    let fact = StayFact::fold(None, &opened(1, 0, &absent)).unwrap();
    assert_eq!(fact.nights().count(), 3);
    let kept: Vec<_> = fact.nights_kept().map(|night| (night.night, night.net_minor)).collect();
    assert_eq!(kept, [(day(0), 10_000)]);
    assert_eq!(fact.channel, "cli", "the door, where nobody says otherwise");
}
