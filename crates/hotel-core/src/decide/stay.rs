//! The stay itself: rooms assigned, guests in, moved, out, or never seen.

use std::collections::BTreeSet;

use super::{Decision, Desk};
use crate::booking::{Booking, BookingState, MovedFrom};
use crate::catalogue::Room;
use crate::command::booking::{
    AssignRequest, CheckInRequest, CheckOutRequest, MoveRequest, NoShowRequest,
};
use crate::facts::Occupant;
use crate::ids::RoomNo;
use crate::refusal::{Refusal, code};
use crate::stay::{StayDates, dates};
use crate::verb::BookingVerb;

/// Decides which physical room a booked room gets, before arrival.
pub(super) fn assign(desk: &Desk<'_>, request: &AssignRequest) -> Result<Decision, Refusal> {
    desk.require(&[BookingState::Requested, BookingState::Confirmed], "assigned a room")?;
    let mut after = desk.booking.clone();
    let place = place_of(desk, request.of)?;
    if let Some(number) = request.room {
        check_type(desk, place, number)?;
    }
    if after.rooms[place].room == request.room {
        return Ok(desk.nothing());
    }
    after.rooms[place].room = request.room;
    desk.change(BookingVerb::RoomAssigned, &after)
}

fn place_of(desk: &Desk<'_>, of: u16) -> Result<usize, Refusal> {
    let count = desk.booking.rooms.len();
    usize::from(of).checked_sub(1).filter(|place| *place < count).ok_or_else(|| {
        Refusal::new(
            code::ROOM_INDEX,
            format!("booking {} has {count} rooms, counted from 1", desk.booking.code),
        )
        .field("of")
    })
}

fn room_of<'a>(desk: &'a Desk<'_>, number: RoomNo) -> Result<&'a Room, Refusal> {
    desk.catalogue.rooms.get(&number).ok_or_else(|| {
        let hotel = desk.booking.hotel;
        Refusal::new(code::UNKNOWN_ROOM, format!("hotel {hotel} has no room {number}"))
            .field("room")
            .hint(format!("hotel rooms list {hotel}"))
    })
}

fn check_type(desk: &Desk<'_>, place: usize, number: RoomNo) -> Result<(), Refusal> {
    let room = room_of(desk, number)?;
    let sold = desk.booking.rooms[place].room_type;
    if room.room_type == sold {
        return Ok(());
    }
    Err(Refusal::new(
        code::ROOM_TYPE,
        format!("room {number} is {}, the booking is for {sold}", room.room_type),
    )
    .field("room")
    .hint(format!("hotel update {} --room-type {}", desk.booking.code, room.room_type)))
}

/// Decides to check in: every booked room gets a physical one, chosen by the house where none is named.
pub(super) fn check_in(desk: &Desk<'_>, request: &CheckInRequest) -> Result<Decision, Refusal> {
    desk.require(&[BookingState::Confirmed], "checked in")?;
    let today = desk.business_date();
    let stay = desk.booking.stay;
    // The day of departure still counts: a guest may come that late and leave at once.
    if today < stay.check_in() || today > stay.check_out() {
        return Err(not_due(desk, "check-in", stay));
    }
    if request.rooms.len() > desk.booking.rooms.len() {
        let count = desk.booking.rooms.len();
        return Err(
            Refusal::new(code::ROOM_INDEX, format!("the booking has {count} rooms")).field("rooms")
        );
    }
    let mut after = desk.booking.clone();
    for (place, number) in request.rooms.iter().enumerate() {
        check_type(desk, place, *number)?;
        after.rooms[place].room = Some(*number);
    }
    choose_rooms(desk, &mut after)?;
    after.state = BookingState::InHouse;
    desk.change(BookingVerb::CheckedIn, &after)
}

fn not_due(desk: &Desk<'_>, what: &str, stay: StayDates) -> Refusal {
    let today = desk.business_date();
    Refusal::new(
        code::NOT_DUE,
        format!(
            "{what} is not due: the stay is {} to {}, the business date {today}",
            stay.check_in(),
            stay.check_out()
        ),
    )
    .details(serde_json::json!({ "business_date": today, "stay": stay }))
}

/// Gives each booked room without a physical one the lowest number that is free for all its nights.
fn choose_rooms(desk: &Desk<'_>, after: &mut Booking) -> Result<(), Refusal> {
    let mut chosen: BTreeSet<RoomNo> = after.rooms.iter().filter_map(|room| room.room).collect();
    for room in &mut after.rooms {
        if room.room.is_some() {
            continue;
        }
        let free = desk
            .catalogue
            .rooms
            .values()
            .filter(|candidate| candidate.room_type == room.room_type)
            .map(|candidate| candidate.number)
            .find(|number| !chosen.contains(number) && is_free(desk, *number));
        let Some(number) = free else {
            return Err(Refusal::new(
                code::NO_FREE_ROOM,
                format!("no {} is free for all the nights", room.room_type),
            )
            .details(serde_json::json!({ "room_type": room.room_type }))
            .hint(format!("hotel rooms chart {}", desk.booking.hotel)));
        };
        chosen.insert(number);
        room.room = Some(number);
    }
    Ok(())
}

fn is_free(desk: &Desk<'_>, number: RoomNo) -> bool {
    desk.booking.stay.nights().all(|night| {
        match desk.facts.room_nights.get(&(desk.booking.hotel, night, number)) {
            None => true,
            Some(Occupant::Booking(booking)) => *booking == desk.booking.code,
            Some(Occupant::OutOfOrder) => false,
        }
    })
}

/// Decides to move guests to another room from tonight on, at the price they have.
pub(super) fn move_room(desk: &Desk<'_>, request: MoveRequest) -> Result<Decision, Refusal> {
    desk.require(&[BookingState::InHouse], "moved")?;
    let place = place_of(desk, request.of)?;
    let target = room_of(desk, request.to)?;
    let today = desk.business_date();
    let mut after = desk.booking.clone();
    let room = &mut after.rooms[place];
    let Some(left) = room.room.filter(|left| *left != request.to) else {
        return Ok(desk.nothing());
    };
    if today > desk.booking.stay.check_in() {
        room.moved_from.push(MovedFrom { room: left, room_type: room.room_type, until: today });
    }
    room.room = Some(request.to);
    room.room_type = target.room_type;
    desk.change(BookingVerb::RoomMoved, &after)
}

/// Decides to check out; leaving early gives the later nights back.
pub(super) fn check_out(desk: &Desk<'_>, request: CheckOutRequest) -> Result<Decision, Refusal> {
    desk.require(&[BookingState::InHouse], "checked out")?;
    let today = desk.business_date();
    let booking = desk.booking;
    let mut after = booking.clone();
    let mut fee_minor = 0;
    if today < booking.stay.check_out() {
        // Leaving on the day of arrival still costs, and keeps, the first night.
        let first_free = today.max(booking.stay.check_in().tomorrow().unwrap_or(today));
        if let Ok(stay) = StayDates::new(booking.stay.check_in(), first_free) {
            fee_minor = leave_early(desk, &mut after, stay);
        }
    }
    desk.accept_fee(fee_minor, request.accept_fee)?;
    after.fee_minor += fee_minor;
    after.state = BookingState::CheckedOut;
    desk.change(BookingVerb::CheckedOut, &after)
}

/// Shortens the stay and returns the fee for it, in minor units.
fn leave_early(desk: &Desk<'_>, after: &mut Booking, stay: StayDates) -> i64 {
    let slept = stay.night_count();
    let given_back: Vec<&[i64]> =
        desk.booking.rooms.iter().map(|room| room.nights.get(slept..).unwrap_or(&[])).collect();
    for room in &mut after.rooms {
        room.nights.truncate(slept);
    }
    after.stay = stay;
    after.reckon(desk.catalogue);
    let saved_minor = desk.booking.price.total_minor - after.price.total_minor;
    desk.booking.terms.policy.early_departure.amount(&given_back, saved_minor)
}

/// Decides that the guests never came.
pub(super) fn no_show(desk: &Desk<'_>, request: NoShowRequest) -> Result<Decision, Refusal> {
    desk.require(&[BookingState::Confirmed], "marked a no-show")?;
    let today = desk.business_date();
    let booking = desk.booking;
    if today < booking.stay.check_in() {
        return Err(not_due(desk, "a no-show", booking.stay));
    }
    let fee_minor =
        booking.terms.policy.no_show.amount(&booking.nightly(), booking.price.total_minor);
    desk.accept_fee(fee_minor, request.accept_fee)?;
    let mut after = booking.clone();
    after.state = BookingState::NoShow;
    after.fee_minor += fee_minor;
    // Tonight stays the guest's, who may still come; the nights after it can be sold again.
    let tomorrow = today.tomorrow().unwrap_or(today);
    let later = dates(tomorrow, booking.stay.check_out()).next().is_some();
    after.freed_from = (later && !request.keep_nights).then_some(tomorrow);
    desk.change(BookingVerb::NoShow, &after)
}
