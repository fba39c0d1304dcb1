//! Tables of the rules, one sentence each.

use std::sync::Arc;

use super::world::{World, hotel_code, night, parse, stay};
use crate::booking::BookingState;
use crate::calendar::NightRange;
use crate::command::booking::{
    AmendRequest, BookRequest, CancelRequest, CheckInRequest, CheckOutRequest, GuaranteeRequest,
    Intent, MoveRequest, NoShowRequest,
};
use crate::command::house::{RateChange, RatesRequest};
use crate::command::people::GuestRef;
use crate::command::{BookingCommand, Command, HotelCommand};
use crate::decide::{Context, Decision, decide};
use crate::ids::BookingCode;
use crate::money::Money;
use crate::people::{Role, User};
use crate::rate::Restriction;
use crate::refusal::Refusal;

fn code_of<T: std::fmt::Debug>(outcome: Result<T, Refusal>) -> &'static str {
    outcome.expect_err("a refusal").code
}

fn try_book(world: &mut World, change: impl FnOnce(&mut BookRequest)) -> Result<(), Refusal> {
    let mut request = World::booking_of("STD", 1, stay(0, 2));
    change(&mut request);
    world.tell(&Command::Book(Box::new(request))).map(|_| ())
}

fn restrict(world: &mut World, offset: i32, restriction: Restriction) {
    let nights = NightRange::new(night(offset), night(offset + 1)).unwrap();
    let set = RateChange { minor: None, restriction: Some(restriction) };
    let request =
        RatesRequest { rate_plan: parse("BAR"), room_types: vec![parse("STD")], nights, set };
    world.must(&Command::Hotel(hotel_code(), HotelCommand::SetRates(request)));
}

fn state(world: &World, code: BookingCode) -> BookingState {
    world.facts.booking(code).unwrap().state
}

fn do_to(world: &mut World, code: BookingCode, command: BookingCommand) -> Result<(), Refusal> {
    world.tell(&Command::Booking(code, command)).map(|_| ())
}

#[test]
fn the_last_room_is_sold_once() {
    let mut world = World::new();
    for _ in 0..3 {
        world.book("STD", 1, stay(0, 2));
    }
    assert_eq!(code_of(try_book(&mut world, |_| {})), "availability.sold_out");
}

#[test]
fn the_night_of_departure_is_not_part_of_the_stay() {
    let mut world = World::new();
    for _ in 0..3 {
        world.book("STD", 1, stay(0, 2));
    }
    world.book("STD", 3, stay(2, 1));
    world.check();
}

#[test]
fn a_night_that_was_never_opened_is_not_available() {
    let mut world = World::new();
    let outcome = try_book(&mut world, |request| request.stay = stay(11, 2));
    assert_eq!(code_of(outcome), "availability.no_rate");
}

#[test]
fn restrictions_stand_in_the_way_of_a_sale() {
    let closed = Restriction { closed: true, ..Restriction::default() };
    let no_arrival = Restriction { closed_to_arrival: true, ..Restriction::default() };
    let no_departure = Restriction { closed_to_departure: true, ..Restriction::default() };
    let three = Restriction { nights_min: 3, ..Restriction::default() };
    let one = Restriction { nights_max: 1, ..Restriction::default() };
    for (offset, restriction, code) in [
        (1, closed, "availability.closed"),
        (0, no_arrival, "restriction.closed_to_arrival"),
        (2, no_departure, "restriction.closed_to_departure"),
        (0, three, "restriction.min_stay"),
        (0, one, "restriction.max_stay"),
    ] {
        let mut world = World::new();
        restrict(&mut world, offset, restriction);
        assert_eq!(code_of(try_book(&mut world, |_| {})), code);
    }
}

#[test]
fn a_sale_keeps_to_price_guarantee_occupancy_and_time() {
    let mut world = World::new();
    let cheap = Money::new(10_000, parse("EUR"));
    let yen = Money::new(10_000, parse("JPY"));
    let mut refused = |change: fn(&mut BookRequest), money: Option<Money>| {
        code_of(try_book(&mut world, |request| {
            change(request);
            request.price_max = money;
        }))
    };
    assert_eq!(refused(|_| {}, Some(cheap)), "price.moved");
    assert_eq!(refused(|_| {}, Some(yen)), "price.currency");
    assert_eq!(
        refused(
            |request| {
                request.rate_plan = parse("ADV");
                request.guarantee = None;
            },
            None
        ),
        "guarantee.required"
    );
    assert_eq!(refused(|request| request.rate_plan = parse("CORP"), None), "restriction.corporate");
    assert_eq!(refused(|request| request.promo = Some(parse("NOPE")), None), "promotion.not_valid");
    assert_eq!(refused(|request| request.rate_plan = parse("NONE"), None), "rate_plan.not_found");
    assert_eq!(refused(|request| request.hotel = parse("NONE"), None), "hotel.not_found");
    assert_eq!(refused(|request| request.stay = stay(-2, 2), None), "stay.past");
    assert_eq!(
        refused(|request| request.intent = Intent::Hold { minutes: 0 }, None),
        "hold.minutes"
    );
}

#[test]
fn a_hold_takes_the_room_until_it_runs_out() {
    let mut world = World::new();
    let mut request = World::booking_of("STD", 3, stay(0, 2));
    request.intent = Intent::Hold { minutes: 60 };
    let hold = world.context().new_booking;
    world.must(&Command::Book(Box::new(request)));
    assert_eq!(code_of(try_book(&mut world, |_| {})), "availability.sold_out");
    // Before anybody has ended it, a hold that has run out can't be sold any more.
    world.now = world.now.checked_add(jiff::SignedDuration::from_mins(60)).unwrap();
    let guarantee = BookingCommand::Guarantee(GuaranteeRequest::default());
    assert_eq!(code_of(do_to(&mut world, hold, guarantee)), "booking.hold_lapsed");
    world.pass_hours(0);
    assert_eq!(state(&world, hold), BookingState::Expired);
    assert!(try_book(&mut world, |_| {}).is_ok());
}

#[test]
fn rooms_are_held_before_it_is_known_who_stays() {
    let mut world = World::new();
    let mut request = World::booking_of("STD", 1, stay(0, 2));
    request.intent = Intent::Hold { minutes: 10 };
    let guest = request.guest.clone();
    let hold = world.context().new_booking;
    world.must(&Command::Book(Box::new(request)));
    let before = world.facts.booking(hold).unwrap().guest;
    let end = |guest, requests| {
        BookingCommand::Guarantee(GuaranteeRequest {
            guest,
            requests,
            ..GuaranteeRequest::default()
        })
    };
    let nobody = GuestRef::Id(world.context().new_guest);
    assert_eq!(code_of(do_to(&mut world, hold, end(Some(nobody), None))), "guest.not_found");
    do_to(&mut world, hold, end(Some(guest), Some(parse("quiet room")))).unwrap();
    let after = world.facts.booking(hold).unwrap().guest;
    assert!(after != before && world.facts.guests.contains_key(&after));
    assert_eq!(world.facts.requests[&hold].as_str(), "quiet room");
    assert_ne!(state(&world, hold), BookingState::Held);
    world.check();
}

#[test]
fn the_fee_of_a_cancellation_follows_the_tiers() {
    // Arrival on 1 December in Berlin; the tiers begin at 17:00Z the day before and on the day.
    for (now, fee) in [
        ("2026-11-30T16:59:59Z", 0),
        ("2026-11-30T17:00:00Z", 12_900),
        ("2026-12-01T16:59:59Z", 12_900),
        ("2026-12-01T17:00:00Z", 24_300),
    ] {
        let mut world = World::new();
        let code = world.book("STD", 1, stay(0, 2));
        world.now = now.parse().unwrap();
        let cancel =
            |accept_fee| BookingCommand::Cancel(CancelRequest { accept_fee, reason: None });
        let accepted = (fee > 0).then(|| Money::new(fee, parse("EUR")));
        if accepted.is_some() {
            assert_eq!(code_of(do_to(&mut world, code, cancel(None))), "fee.not_accepted");
        }
        do_to(&mut world, code, cancel(accepted)).unwrap();
        assert_eq!(world.facts.booking(code).unwrap().fee_minor, fee, "at {now}");
        assert_eq!(state(&world, code), BookingState::Cancelled);
    }
}

#[test]
fn only_changed_nights_are_priced_anew() {
    let mut world = World::new();
    let code = world.book("STD", 1, stay(0, 2));
    let nights = NightRange::new(night(0), night(6)).unwrap();
    let set = RateChange { minor: Some(20_000), restriction: None };
    let dearer =
        RatesRequest { rate_plan: parse("BAR"), room_types: vec![parse("STD")], nights, set };
    world.must(&Command::Hotel(hotel_code(), HotelCommand::SetRates(dearer)));
    let amend = |reprice| {
        BookingCommand::Amend(Box::new(AmendRequest {
            stay: Some(stay(1, 2)),
            reprice,
            ..AmendRequest::default()
        }))
    };
    do_to(&mut world, code, amend(false)).unwrap();
    assert_eq!(world.facts.booking(code).unwrap().rooms[0].nights, [12_900, 20_000]);
    do_to(&mut world, code, amend(true)).unwrap();
    assert_eq!(world.facts.booking(code).unwrap().rooms[0].nights, [20_000, 20_000]);
    let version = world.facts.booking(code).unwrap().version;
    do_to(&mut world, code, amend(false)).unwrap();
    assert_eq!(world.facts.booking(code).unwrap().version, version, "what is so already stays");
}

#[test]
fn a_booking_never_stands_in_its_own_way() {
    let mut world = World::new();
    let code = world.book("STD", 3, stay(0, 2));
    let amend = BookingCommand::Amend(Box::new(AmendRequest {
        stay: Some(stay(1, 2)),
        ..AmendRequest::default()
    }));
    do_to(&mut world, code, amend).unwrap();
    world.check();
}

fn in_house(world: &mut World) -> BookingCode {
    let code = world.book("STD", 1, stay(0, 3));
    do_to(world, code, BookingCommand::Confirm).unwrap();
    let early = do_to(world, code, BookingCommand::CheckIn(CheckInRequest::default()));
    assert_eq!(code_of(early), "booking.not_due");
    world.now = "2026-12-01T14:00:00Z".parse().unwrap();
    do_to(world, code, BookingCommand::CheckIn(CheckInRequest::default())).unwrap();
    code
}

#[test]
fn a_stay_runs_from_check_in_over_a_move_to_an_early_departure() {
    let mut world = World::new();
    let code = in_house(&mut world);
    assert_eq!(world.facts.booking(code).unwrap().rooms[0].room, Some(parse("101")));
    world.now = "2026-12-02T14:00:00Z".parse().unwrap();
    do_to(&mut world, code, BookingCommand::Move(MoveRequest { of: 1, to: parse("201") })).unwrap();
    world.check();
    let leave = |accept_fee| BookingCommand::CheckOut(CheckOutRequest { accept_fee });
    assert_eq!(code_of(do_to(&mut world, code, leave(None))), "fee.not_accepted");
    let fee = Money::new(12_900, parse("EUR"));
    do_to(&mut world, code, leave(Some(fee))).unwrap();
    let booking = world.facts.booking(code).unwrap();
    assert_eq!(booking.state, BookingState::CheckedOut);
    assert_eq!(booking.stay, stay(0, 1));
    assert_eq!(booking.fee_minor, 12_900);
    world.check();
}

#[test]
fn a_step_is_taken_back_on_its_business_date_and_not_after() {
    let mut world = World::new();
    let code = in_house(&mut world);
    do_to(&mut world, code, BookingCommand::Revert).unwrap();
    assert_eq!(state(&world, code), BookingState::Confirmed);
    assert_eq!(code_of(do_to(&mut world, code, BookingCommand::Revert)), "booking.not_revertible");
    do_to(&mut world, code, BookingCommand::CheckIn(CheckInRequest::default())).unwrap();
    // At half past two in the morning the business date is still the day before; at three it is not.
    world.now = "2026-12-02T01:30:00Z".parse().unwrap();
    do_to(&mut world, code, BookingCommand::Revert).unwrap();
    do_to(&mut world, code, BookingCommand::CheckIn(CheckInRequest::default())).unwrap();
    world.now = "2026-12-02T02:00:00Z".parse().unwrap();
    assert_eq!(code_of(do_to(&mut world, code, BookingCommand::Revert)), "booking.not_revertible");
}

#[test]
fn a_reverted_cancellation_needs_its_rooms_to_be_free_still() {
    let mut world = World::new();
    let code = world.book("STD", 3, stay(2, 2));
    let cancel = BookingCommand::Cancel(CancelRequest::default());
    do_to(&mut world, code, cancel).unwrap();
    world.book("STD", 1, stay(3, 1));
    assert_eq!(code_of(do_to(&mut world, code, BookingCommand::Revert)), "availability.sold_out");
    assert_eq!(state(&world, code), BookingState::Cancelled);
}

#[test]
fn a_no_show_keeps_tonight_and_gives_the_later_nights_back() {
    let mut world = World::new();
    let code = world.book("STD", 3, stay(0, 3));
    do_to(&mut world, code, BookingCommand::Confirm).unwrap();
    world.now = "2026-12-01T22:00:00Z".parse().unwrap();
    let fee = world.facts.booking(code).unwrap().total();
    let no_show = NoShowRequest { keep_nights: false, accept_fee: Some(fee) };
    do_to(&mut world, code, BookingCommand::NoShow(no_show)).unwrap();
    world.check();
    world.book("STD", 3, stay(1, 2));
    assert_eq!(
        code_of(try_book(&mut world, |request| request.stay = stay(0, 1))),
        "availability.sold_out"
    );
}

#[test]
fn a_stale_version_changes_nothing() {
    let mut world = World::new();
    let code = world.book("STD", 1, stay(0, 2));
    let context = Context { expected_version: Some(7), ..world.context() };
    let command = Command::Booking(code, BookingCommand::Confirm);
    assert_eq!(code_of(decide(&command, &world.facts, &context)), "version.stale");
}

#[test]
fn roles_and_scope_bound_what_a_user_may_do() {
    let mut world = World::new();
    let code = world.book("STD", 1, stay(0, 2));
    let mut context = world.context();
    Arc::make_mut(&mut context.user).role = Role::Agent;
    let confirm = Command::Booking(code, BookingCommand::Confirm);
    let cancel = Command::Booking(code, BookingCommand::Cancel(CancelRequest::default()));
    assert_eq!(code_of(decide(&confirm, &world.facts, &context)), "forbidden.role");
    assert!(decide(&cancel, &world.facts, &context).is_ok());
    Arc::make_mut(&mut context.user).hotels = vec![parse("ELSEWHERE")];
    assert_eq!(code_of(decide(&cancel, &world.facts, &context)), "booking.not_found");
    let book = Command::Book(Box::new(World::booking_of("STD", 1, stay(0, 2))));
    assert_eq!(code_of(decide(&book, &world.facts, &context)), "forbidden.hotel");
}

#[test]
fn prices_add_up_with_taxes_extras_and_promotions() {
    let mut world = World::new();
    let mut request = World::booking_of("DLX", 1, stay(0, 2));
    let mut rooms: Vec<crate::command::booking::RoomRequest> = request.rooms.clone().into();
    rooms[0].occupancy = crate::price::Occupancy { adults: 3, children: 1 };
    request.rooms = rooms.try_into().unwrap();
    request.promo = Some(parse("WINTER"));
    let code = world.context().new_booking;
    world.must(&Command::Book(Box::new(request)));
    let booking = world.facts.booking(code).unwrap();
    // (129.00 + one adult more 20.00 + one child 10.00) less 10 % = 143.10 a night.
    assert_eq!(booking.rooms[0].nights, [14_310, 14_310]);
    // 7 % inside 286.20, and 3.00 for each of 3 adults and 2 nights on top.
    let taxes: Vec<i64> = booking.price.taxes.iter().map(|tax| tax.minor).collect();
    assert_eq!(taxes, [1_872, 1_800]);
    assert_eq!(booking.total().to_string(), "EUR 304.20");
    assert_eq!(world.catalogue().room_count(parse("DLX")), 2);
}

/// Decides a booking as a user of a role would.
fn book_as(
    world: &World,
    role: Role,
    history: bool,
    request: &BookRequest,
) -> Result<Decision, Refusal> {
    let plain = world.context();
    let context =
        Context { user: Arc::new(User { role, ..User::clone(&plain.user) }), history, ..plain };
    decide(&Command::Book(Box::new(request.clone())), &world.facts, &context)
}

#[test]
fn a_rate_agreed_by_hand_takes_a_manager_and_no_calendar() {
    let world = World::new();
    let mut request = World::booking_of("STD", 1, stay(1, 3));
    request.agreed_rate = Some(Money::new(7_777, parse("EUR")));
    let refusal = book_as(&world, Role::Agent, false, &request).unwrap_err();
    assert_eq!(refusal.code, "forbidden.role");
    let decision = book_as(&world, Role::Manager, false, &request).unwrap();
    let opened = decision.changes[0].1.as_booking().unwrap().opened.clone().unwrap();
    assert_eq!(opened.rooms[0].nights, vec![7_777; 3]);
    for (minor, currency, code) in [(-1, "EUR", "price.agreed_rate"), (1, "KRW", "price.currency")]
    {
        request.agreed_rate = Some(Money::new(minor, parse(currency)));
        let refusal = book_as(&world, Role::Manager, false, &request).unwrap_err();
        assert_eq!((refusal.code, refusal.field), (code, Some("agreed_rate")));
    }
}

#[test]
fn history_is_written_by_managers_alone() {
    let world = World::new();
    let request = World::booking_of("STD", 1, stay(1, 3));
    assert!(book_as(&world, Role::Agent, false, &request).is_ok());
    assert!(book_as(&world, Role::Manager, true, &request).is_ok());
    let refusal = book_as(&world, Role::Agent, true, &request).unwrap_err();
    assert_eq!(refusal.code, "forbidden.role");
}
