//! Laws: whatever is asked in whatever order, the invariants hold and the log tells the state.

use proptest::prelude::*;

use super::world::{World, hotel_code, night, parse, stay};
use crate::calendar::NightRange;
use crate::command::booking::{
    AmendRequest, AssignRequest, CancelRequest, CheckInRequest, CheckOutRequest, DeclineRequest,
    GuaranteeRequest, Intent, MoveRequest, NoShowRequest, OfferRequest, RoomRequest, SplitRequest,
};
use crate::command::house::{BlockRequest, InventoryChange, InventoryRequest};
use crate::command::{BookingCommand, Command, HotelCommand};
use crate::ids::BookingCode;
use crate::inventory::Overbook;
use crate::money::Money;
use crate::price::Occupancy;

const ROOMS: [&str; 5] = ["101", "102", "103", "201", "202"];
const TYPES: [&str; 2] = ["STD", "DLX"];

/// One step of a random life: what is done, to which booking, with which numbers.
#[derive(Clone, Debug)]
struct Step {
    what: u8,
    which: usize,
    day: i32,
    nights: i32,
    rooms: usize,
    pick: usize,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = (0u8..24, 0usize..40, 0i32..11, 1i32..5, 1usize..4, 0usize..10).prop_map(
        |(what, which, day, nights, rooms, pick)| Step { what, which, day, nights, rooms, pick },
    );
    prop::collection::vec(step, 1..60)
}

/// Picks a booking: every second time one that would accept the command, so that lives go deep, and
/// else any, so that refusals are tried too.
fn target(world: &World, which: usize, command: &BookingCommand) -> Option<BookingCode> {
    let mut codes: Vec<BookingCode> = world.facts.bookings.keys().copied().collect();
    codes.sort_unstable();
    let any = *codes.get(which % codes.len().max(1))?;
    let context = crate::decide::Context { dry_run: true, ..world.context() };
    let accepts = |code: &BookingCode| {
        let command = Command::Booking(*code, command.clone());
        crate::decide::decide(&command, &world.facts, &context).is_ok()
    };
    let willing = which.is_multiple_of(2).then(|| codes.into_iter().find(accepts)).flatten();
    Some(willing.unwrap_or(any))
}

/// Returns the fee the house would ask, so that steps with a fee are taken too.
fn fee(world: &World, code: BookingCode, command: &BookingCommand) -> Option<Money> {
    let context = crate::decide::Context { dry_run: true, ..world.context() };
    let command = Command::Booking(code, command.clone());
    let decision = crate::decide::decide(&command, &world.facts, &context).ok()?;
    let before = world.facts.booking(code).ok()?;
    let change = decision.changes.iter().find_map(|(_, data)| data.as_booking())?;
    let after = crate::apply::fold_booking(Some(before), change)?;
    let minor = after.fee_minor - before.fee_minor;
    (minor > 0).then(|| Money::new(minor, before.currency))
}

#[expect(clippy::too_many_lines, reason = "one arm for each thing that can be asked")]
fn command(world: &World, step: &Step, may_shrink: bool) -> Option<Command> {
    let on = |command| Some(Command::Booking(target(world, step.which, &command)?, command));
    let on_with_fee = |command: fn(Option<Money>, &Step) -> BookingCommand| {
        let code = target(world, step.which, &command(None, step))?;
        let accepted = fee(world, code, &command(None, step));
        Some(Command::Booking(code, command(accepted, step)))
    };
    let room_type = TYPES[step.pick % 2];
    let room = parse(ROOMS[step.pick % 5]);
    let nights = NightRange::new(night(step.day), night(step.day + step.nights)).unwrap();
    let book = |intent| {
        let mut request = World::booking_of(room_type, step.rooms, stay(step.day, step.nights));
        request.intent = intent;
        request.promo = (step.pick == 3).then(|| parse("WINTER"));
        Some(Command::Book(Box::new(request)))
    };
    match step.what {
        0..=3 => book(Intent::Sell),
        4 => book(Intent::Hold { minutes: 60 * u32::try_from(step.nights).unwrap() }),
        5 => book(Intent::Waitlist),
        6 => {
            let guest = World::booking_of(room_type, 1, stay(step.day, step.nights)).guest;
            let guest = (step.pick == 1).then_some(guest);
            on(BookingCommand::Guarantee(GuaranteeRequest { guest, ..GuaranteeRequest::default() }))
        }
        7 | 8 => on(BookingCommand::Confirm),
        9 => on(BookingCommand::Decline(DeclineRequest::default())),
        10 => on(BookingCommand::Release),
        11 => on(BookingCommand::Offer(OfferRequest::default())),
        12 => on(BookingCommand::Amend(Box::new(AmendRequest {
            stay: Some(stay(step.day, step.nights)),
            reprice: step.pick == 0,
            ..AmendRequest::default()
        }))),
        13 => {
            let room = RoomRequest { room_type: parse(room_type), occupancy: Occupancy::default() };
            on(BookingCommand::Amend(Box::new(AmendRequest {
                rooms: Some(vec![room; step.rooms].try_into().unwrap()),
                rate_plan: (step.pick > 7).then(|| parse("ADV")),
                ..AmendRequest::default()
            })))
        }
        14 => on(BookingCommand::Split(SplitRequest {
            rooms: vec![u16::try_from(step.rooms).unwrap()],
            guest: None,
        })),
        15 => on_with_fee(|accept_fee, _| {
            BookingCommand::Cancel(CancelRequest { accept_fee, reason: None })
        }),
        16 => on(BookingCommand::Assign(AssignRequest {
            of: u16::try_from(step.rooms).unwrap(),
            room: (step.nights > 1).then_some(room),
        })),
        17 => on(BookingCommand::Move(MoveRequest { of: 1, to: room })),
        18 => on(BookingCommand::CheckIn(CheckInRequest::default())),
        19 => on_with_fee(|accept_fee, _| BookingCommand::CheckOut(CheckOutRequest { accept_fee })),
        20 => on_with_fee(|accept_fee, step| {
            BookingCommand::NoShow(NoShowRequest { keep_nights: step.pick > 5, accept_fee })
        }),
        21 => on(BookingCommand::Revert),
        22 => Some(Command::Hotel(
            hotel_code(),
            HotelCommand::SetInventory(InventoryRequest {
                room_types: vec![parse(room_type)],
                nights,
                set: InventoryChange {
                    closed: Some(step.pick == 9),
                    overbook: (step.pick > 6).then(|| Overbook {
                        rooms: if may_shrink { step.nights - 3 } else { step.nights - 1 },
                        ..Overbook::default()
                    }),
                },
            }),
        )),
        23 if may_shrink => Some(Command::Hotel(
            hotel_code(),
            HotelCommand::BlockRoom(room, BlockRequest { nights, out_of_order: step.pick > 4 }),
        )),
        _ => None,
    }
}

/// Lives a random life and returns how many steps were carried out.
fn live(steps: &[Step], may_shrink: bool) -> (World, usize) {
    let mut world = World::new();
    let mut done = 0;
    for step in steps {
        if step.pick == 1 {
            world.pass_hours(i64::from(step.nights) * 7);
        }
        if let Some(command) = command(&world, step, may_shrink)
            && world.tell(&command).is_ok()
        {
            done += 1;
        }
        world.check();
    }
    (world, done)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_asked_the_books_balance_and_the_log_tells_the_state(steps in steps()) {
        live(&steps, true);
    }

    #[test]
    fn no_night_is_sold_twice(steps in steps()) {
        // Overbooking limits may rise here but never fall, so nothing excuses a negative rest.
        let (world, _) = live(&steps, false);
        let mut lowest = World::nights_on_sale().count();
        for (key, night) in &world.facts.nights {
            lowest = lowest.min(usize::try_from(night.left().max(0)).unwrap());
            prop_assert!(night.left() >= 0 || night.overbook.rooms < 0, "{key:?} {night:?}");
        }
    }
}

/// The negative control: with the check of a night taken away, the law above must fail.
#[test]
fn a_sale_that_is_not_checked_is_caught() {
    let mut world = World::new();
    for _ in 0..3 {
        world.book("STD", 1, stay(0, 2));
    }
    world.check_never_oversold();
    // The fourth sale is decided while the night looks empty: what a read before a write amounts to.
    let mut blind = world.facts.clone();
    for night in blind.nights.values_mut() {
        night.sold = 0;
    }
    let request = World::booking_of("STD", 1, stay(0, 2));
    let command = Command::Book(Box::new(request));
    assert!(world.tell(&command).is_err());
    let decision = crate::decide::decide(&command, &blind, &world.context()).unwrap();
    crate::decide::carry_out(&mut world.facts, &decision);
    let caught = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        world.check_never_oversold();
    }));
    assert!(caught.is_err(), "the law did not see an oversold night");
}

/// The random lives must reach the deep states, or the laws above say little.
#[test]
fn random_lives_reach_every_state() {
    use proptest::strategy::ValueTree as _;
    use proptest::test_runner::{Config, RngSeed, TestRunner};
    let config = Config { rng_seed: RngSeed::Fixed(7), ..Config::default() };
    let mut runner = TestRunner::new(config);
    let mut reached = std::collections::BTreeSet::new();
    for _ in 0..200 {
        let steps = steps().new_tree(&mut runner).unwrap().current();
        let (world, _) = live(&steps, true);
        reached.extend(world.facts.bookings.values().map(|booking| booking.state));
    }
    let all: std::collections::BTreeSet<_> = crate::booking::BookingState::ALL.into();
    assert_eq!(reached, all);
}
