//! Selling: a booking made, and what it takes from the inventory.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::needs::Needs;
use super::quote::{Wanted, quote_rooms};
use super::{Context, Decision, Private, runs, weights};
use crate::booking::{Booking, BookingState, Terms};
use crate::catalogue::Catalogue;
use crate::command::Stretch;
use crate::command::booking::{BookRequest, HOLD_MINUTES_MAX, Intent, RoomRequest};
use crate::command::people::GuestRef;
use crate::event::{BookingChange, Fields};
use crate::facts::{Facts, Occupant};
use crate::ids::{HotelCode, RoomTypeCode};
use crate::inventory::Taken;
use crate::money::Money;
use crate::people::Guest;
use crate::rate::{PaymentTerm, RatePlan};
use crate::refusal::{Refusal, RefusalCode, code};
use crate::stay::StayDates;
use crate::verb::BookingVerb;

/// Decides a new booking.
pub(super) fn book(
    request: &BookRequest,
    facts: &Facts,
    context: &Context,
) -> Result<Decision, Refusal> {
    let catalogue = facts.catalogue(request.hotel)?;
    if !catalogue.hotel.active {
        return Err(Refusal::new(
            code::INACTIVE_HOTEL,
            format!("hotel {} sells no more", request.hotel),
        )
        .field("hotel"));
    }
    let business_date = catalogue.business_date(context.now);
    let wanted = Wanted {
        stay: request.stay,
        rooms: request.rooms.as_slice(),
        rate_plan: request.rate_plan,
        promo: request.promo,
        agreed_minor: agreed_minor(request, catalogue)?,
    };
    let offerable = quote_rooms(catalogue, &wanted, business_date)?;
    let (state, expires_at) = first_state(request, catalogue, offerable.plan, context)?;
    let (guest, registered) = guest_of(&request.guest, facts, context)?;
    let mut booking = Booking {
        code: context.new_booking,
        provisional: request.provisional,
        hotel: request.hotel,
        version: 1,
        state,
        stay: request.stay,
        terms: Terms::of(offerable.plan),
        rooms: offerable.rooms,
        currency: catalogue.hotel.currency,
        price: crate::price::Price::default(),
        fee_minor: 0,
        guarantee: request.guarantee,
        guest,
        promo: request.promo,
        origin: request.origin.clone(),
        expires_at,
        freed_from: None,
        undo: None,
        split_from: None,
        channel: context.channel,
        agent: context.user.name.clone(),
        created_at: context.now,
    };
    booking.reckon(catalogue);
    check_price(booking.total(), request.price_max)?;
    let taken = take(facts, None, &booking)?;
    let mut decision = opened(booking, business_date, taken);
    decision.private.extend(registered.map(Private::Guest));
    if !request.requests.is_empty() {
        decision.private.push(Private::Requests(context.new_booking, request.requests.clone()));
    }
    Ok(decision)
}

/// Returns the price a night that was agreed by hand, in minor units.
fn agreed_minor(request: &BookRequest, catalogue: &Catalogue) -> Result<Option<i64>, Refusal> {
    let Some(agreed) = request.agreed_rate else { return Ok(None) };
    let currency = catalogue.hotel.currency;
    if agreed.currency != currency {
        let message = format!("the hotel sells in {currency}, not in {}", agreed.currency);
        return Err(Refusal::new(code::CURRENCY, message).field("agreed_rate"));
    }
    if agreed.minor < 0 {
        let message = "an agreed rate is not negative";
        return Err(Refusal::new(code::INVALID_RATE, message).field("agreed_rate"));
    }
    Ok(Some(agreed.minor))
}

/// Makes the decision that opens a booking.
pub(super) fn opened(booking: Booking, business_date: Date, taken: Vec<Taken>) -> Decision {
    let verb = opening_verb(booking.state);
    let head = booking.clone();
    Decision::of_booking(
        &head,
        BookingChange {
            verb,
            business_date,
            version: booking.version,
            opened: Some(booking),
            changed: Fields::default(),
            taken,
            reason: None,
            requests_changed: false,
        },
    )
}

/// Returns what is done to a booking that enters one of the states in which bookings begin.
pub(super) fn opening_verb(state: BookingState) -> BookingVerb {
    if state == BookingState::Waitlisted {
        BookingVerb::Waitlisted
    } else if state == BookingState::Held {
        BookingVerb::Held
    } else if state == BookingState::Requested {
        BookingVerb::Requested
    } else {
        BookingVerb::Confirmed
    }
}

fn first_state(
    request: &BookRequest,
    catalogue: &Catalogue,
    plan: &RatePlan,
    context: &Context,
) -> Result<(BookingState, Option<jiff::Timestamp>), Refusal> {
    match request.intent {
        Intent::Waitlist => Ok((BookingState::Waitlisted, None)),
        Intent::Hold { minutes } => {
            Ok((BookingState::Held, Some(hold_until(context.now, minutes)?)))
        }
        Intent::Sell => {
            check_guarantee(plan.payment, request.guarantee)?;
            Ok((sold_state(catalogue), None))
        }
    }
}

/// Returns the state of a booking that is sold: a hotel that confirms by itself has already done so.
pub(super) fn sold_state(catalogue: &Catalogue) -> BookingState {
    if catalogue.hotel.auto_confirm { BookingState::Confirmed } else { BookingState::Requested }
}

/// Refuses a sale that nobody pays or vouches for: unpaid bookings never reach the hotel.
pub(super) fn check_guarantee(
    payment: PaymentTerm,
    guarantee: Option<crate::booking::Guarantee>,
) -> Result<(), Refusal> {
    match (payment, guarantee) {
        (PaymentTerm::AtHotel, _) | (_, Some(_)) => Ok(()),
        (PaymentTerm::Guarantee | PaymentTerm::Prepaid, None) => {
            let wants = if payment == PaymentTerm::Prepaid { "payment" } else { "a guarantee" };
            Err(Refusal::new(code::GUARANTEE, format!("this rate wants {wants} at booking"))
                .field("guarantee")
                .hint("repeat with --guarantee agency, or hold the room with --hold 30m"))
        }
    }
}

/// Returns when a hold of some minutes expires.
pub(super) fn hold_until(now: jiff::Timestamp, minutes: u32) -> Result<jiff::Timestamp, Refusal> {
    let refuse = || {
        Refusal::new(code::HOLD_TIME, format!("a hold lasts 1 to {HOLD_MINUTES_MAX} minutes"))
            .field("intent.hold.minutes")
    };
    if !(1..=HOLD_MINUTES_MAX).contains(&minutes) {
        return Err(refuse());
    }
    now.checked_add(jiff::SignedDuration::from_mins(i64::from(minutes))).map_err(|_| refuse())
}

/// Refuses a price above the most that was agreed to.
pub(super) fn check_price(total: Money, price_max: Option<Money>) -> Result<(), Refusal> {
    let Some(max) = price_max else { return Ok(()) };
    if max.currency != total.currency {
        return Err(Refusal::new(
            code::CURRENCY,
            format!("the hotel sells in {}, not in {}", total.currency, max.currency),
        )
        .field("price_max"));
    }
    if total.minor > max.minor {
        return Err(Refusal::new(
            code::PRICE_MOVED,
            format!("the price is {total}, above the {max} agreed to"),
        )
        .field("price_max")
        .details(serde_json::json!({ "price": total, "price_max": max }))
        .hint(format!("search again, or repeat with --max-price {}", total.amount())));
    }
    Ok(())
}

/// Returns the guest of a request, and the guest to register if it is a new one.
pub(super) fn guest_of(
    guest: &GuestRef,
    facts: &Facts,
    context: &Context,
) -> Result<(crate::ids::GuestId, Option<Guest>), Refusal> {
    match guest {
        GuestRef::Id(id) if facts.guests.contains_key(id) => Ok((*id, None)),
        GuestRef::Id(id) => Err(super::people::unknown_guest(*id)),
        GuestRef::New(details) => {
            let guest = super::people::new_guest(details, context);
            Ok((guest.id, Some(guest)))
        }
    }
}

/// Returns what turning one state of a booking into another takes from the inventory, or which
/// night stands in the way. The booking never counts against itself, since only the difference does.
pub(super) fn take(
    facts: &Facts,
    before: Option<&Booking>,
    after: &Booking,
) -> Result<Vec<Taken>, Refusal> {
    let mut deltas: BTreeMap<(RoomTypeCode, Date), (i32, i32)> = BTreeMap::new();
    for (booking, sign) in before.map(|before| (before, -1)).into_iter().chain([(after, 1)]) {
        let (sold, held) = weights(booking.takes());
        for taken in booking.room_nights() {
            let delta = deltas.entry((taken.room_type, taken.night)).or_default();
            *delta = (delta.0 + sign * sold, delta.1 + sign * held);
        }
    }
    deltas.retain(|_, delta| *delta != (0, 0));
    for ((room_type, night), (sold, held)) in &deltas {
        if sold + held > 0 {
            check_night(facts, after.hotel, *room_type, *night, i64::from(sold + held))?;
        }
    }
    Ok(runs(deltas))
}

fn check_night(
    facts: &Facts,
    hotel: HotelCode,
    room_type: RoomTypeCode,
    date: Date,
    wanted: i64,
) -> Result<(), Refusal> {
    let refuse = |code: &RefusalCode, message: String, left: i64| {
        Err(Refusal::new(code, message)
            .field("stay")
            .details(serde_json::json!({
                "night": date, "room_type": room_type, "left": left.max(0), "wanted": wanted,
            }))
            .hint(format!("hotel inventory show {hotel} {room_type} {date}+7n")))
    };
    let Some(night) = facts.night(&(hotel, room_type, date)) else {
        return refuse(
            code::NOT_OPEN,
            format!("{room_type} at {hotel} is not on sale for {date}"),
            0,
        );
    };
    if night.closed {
        return refuse(code::CLOSED, format!("{room_type} at {hotel} is closed on {date}"), 0);
    }
    let left = night.left();
    if left < wanted {
        let message = if left <= 0 {
            format!("{room_type} is sold out at {hotel} on {date}")
        } else {
            format!("{room_type} at {hotel} has {left} left on {date}, not {wanted}")
        };
        return refuse(code::SOLD_OUT, message, left);
    }
    Ok(())
}

/// Refuses physical rooms that somebody else has on one of the nights.
pub(super) fn check_rooms_free(
    facts: &Facts,
    before: Option<&Booking>,
    after: &Booking,
) -> Result<(), Refusal> {
    let own = before.map(|booking| booking.code);
    for taken in after.room_nights() {
        let Some(room) = taken.room else { continue };
        match facts.room_nights.get(&(after.hotel, taken.night, room)) {
            None => {}
            Some(Occupant::Booking(booking)) if Some(*booking) == own => {}
            Some(Occupant::Booking(booking)) => {
                return Err(room_taken(room, taken.night, &format!("booking {booking}"))
                    .details(serde_json::json!({ "night": taken.night, "booking": booking })));
            }
            Some(Occupant::OutOfOrder) => {
                return Err(room_taken(room, taken.night, "a repair: it is out of order"));
            }
        }
    }
    check_rooms_distinct(after)
}

fn check_rooms_distinct(booking: &Booking) -> Result<(), Refusal> {
    let mut seen = std::collections::BTreeSet::new();
    for taken in booking.room_nights() {
        if let Some(room) = taken.room
            && !seen.insert((taken.night, room))
        {
            return Err(room_taken(room, taken.night, "another room of this booking"));
        }
    }
    Ok(())
}

fn room_taken(room: crate::ids::RoomNo, night: Date, by: &str) -> Refusal {
    Refusal::new(code::ROOM_TAKEN, format!("room {room} is taken on {night} by {by}"))
        .field("room")
        .details(serde_json::json!({ "night": night, "room": room }))
}

pub(super) fn stretch(
    hotel: HotelCode,
    room_type: Option<RoomTypeCode>,
    stay: StayDates,
) -> Stretch {
    Stretch { hotel, room_type, from: stay.check_in(), to: stay.check_out() }
}

pub(super) fn needs_of_rooms(
    hotel: HotelCode,
    stay: StayDates,
    rooms: &[RoomRequest],
    out: &mut Needs,
) {
    for room in rooms {
        out.nights.push(stretch(hotel, Some(room.room_type), stay));
    }
}
