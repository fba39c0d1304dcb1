//! Needs: what a decision must see, so that one statement each can bring it.

use std::collections::BTreeSet;

use crate::booking::Booking;
use crate::command::booking::{AmendRequest, GuaranteeRequest, SplitRequest};
use crate::command::{BookingCommand, Command, Stretch};
use crate::facts::Facts;
use crate::ids::{BookingCode, GuestId, RoomTypeCode, TokenId};

use super::{hotel, people, sell};

/// Returns the booking a command names, which must be loaded before its `needs` are known.
pub fn booking_named(command: &Command) -> Option<BookingCode> {
    match command {
        Command::Booking(code, _) => Some(*code),
        Command::Book(_)
        | Command::Hotel(..)
        | Command::RegisterGuest(_)
        | Command::ChangeGuest(..)
        | Command::SetUser(_)
        | Command::IssueToken(_)
        | Command::RevokeToken(_) => None,
    }
}

/// What a command must see beyond bookings and catalogues.
#[derive(Clone, Default, Debug)]
pub struct Needs {
    /// Inventory nights.
    pub nights: Vec<Stretch>,
    /// Physical rooms by night; the room type is left out.
    pub room_nights: Vec<Stretch>,
    /// Guests.
    pub guests: Vec<GuestId>,
    /// Tokens.
    pub tokens: Vec<TokenId>,
    /// All users.
    pub users: bool,
}

/// Adds what a command must see, given the bookings it names.
pub fn needs(command: &Command, facts: &Facts, out: &mut Needs) {
    match command {
        Command::Book(request) => {
            sell::needs_of_rooms(request.hotel, request.stay, request.rooms.as_slice(), out);
            people::needs_of_guest(&request.guest, out);
        }
        Command::Booking(code, command) => {
            let Some(booking) = facts.bookings.get(code) else { return };
            needs_of_booking(booking, command, out);
        }
        Command::Hotel(hotel, command) => hotel::needs(*hotel, command, out),
        Command::ChangeGuest(guest, _) => out.guests.push(*guest),
        Command::SetUser(_) | Command::IssueToken(_) => out.users = true,
        Command::RevokeToken(token) => {
            out.users = true;
            out.tokens.push(*token);
        }
        Command::RegisterGuest(_) => {}
    }
}

/// Tells whether a change of a booking moves inventory, and whether it may claim physical rooms. What
/// only gives rooms back need not see who else has some.
fn reach(command: &BookingCommand) -> (bool, bool) {
    match command {
        BookingCommand::Confirm => (false, false),
        BookingCommand::Assign(_) | BookingCommand::CheckIn(_) => (false, true),
        BookingCommand::Guarantee(_)
        | BookingCommand::Decline(_)
        | BookingCommand::Release
        | BookingCommand::Expire
        | BookingCommand::Offer(_)
        | BookingCommand::Cancel(_)
        | BookingCommand::CheckOut(_)
        | BookingCommand::NoShow(_) => (true, false),
        BookingCommand::Amend(_)
        | BookingCommand::Split(_)
        | BookingCommand::Move(_)
        | BookingCommand::Revert => (true, true),
    }
}

fn needs_of_booking(booking: &Booking, command: &BookingCommand, out: &mut Needs) {
    let (inventory, rooms) = reach(command);
    let types = types_of(booking);
    // A revert may bring back nights that the booking has since given up.
    let before = booking.undo.as_ref().map(|undo| undo.stay);
    for stay in [Some(booking.stay), before].into_iter().flatten() {
        if inventory {
            let stretch = |room_type| sell::stretch(booking.hotel, Some(room_type), stay);
            out.nights.extend(types.iter().copied().map(stretch));
        }
        if rooms {
            out.room_nights.push(sell::stretch(booking.hotel, None, stay));
        }
    }
    match command {
        BookingCommand::Amend(request) => needs_of_amend(booking, request, &types, out),
        BookingCommand::Guarantee(GuaranteeRequest { guest: Some(guest), .. })
        | BookingCommand::Split(SplitRequest { guest: Some(guest), .. }) => {
            people::needs_of_guest(guest, out);
        }
        // A move may lead into another type, whose nights count from then on.
        BookingCommand::Move(_) => {
            out.nights.push(sell::stretch(booking.hotel, None, booking.stay));
        }
        BookingCommand::Split(_)
        | BookingCommand::Guarantee(_)
        | BookingCommand::Confirm
        | BookingCommand::Decline(_)
        | BookingCommand::Release
        | BookingCommand::Expire
        | BookingCommand::Offer(_)
        | BookingCommand::Cancel(_)
        | BookingCommand::Assign(_)
        | BookingCommand::CheckIn(_)
        | BookingCommand::CheckOut(_)
        | BookingCommand::NoShow(_)
        | BookingCommand::Revert => {}
    }
}

/// Returns the room types a booking counts for, or counted for before its last step.
fn types_of(booking: &Booking) -> BTreeSet<RoomTypeCode> {
    let rooms = booking.rooms.iter().chain(booking.undo.iter().flat_map(|undo| &undo.rooms));
    rooms
        .flat_map(|room| {
            room.moved_from.iter().map(|earlier| earlier.room_type).chain([room.room_type])
        })
        .collect()
}

fn needs_of_amend(
    booking: &Booking,
    request: &AmendRequest,
    types: &BTreeSet<RoomTypeCode>,
    out: &mut Needs,
) {
    let stay = request.stay.unwrap_or(booking.stay);
    let stretch = |room_type| sell::stretch(booking.hotel, Some(room_type), stay);
    out.nights.extend(types.iter().copied().map(stretch));
    if let Some(rooms) = &request.rooms {
        sell::needs_of_rooms(booking.hotel, stay, rooms.as_slice(), out);
    }
    out.room_nights.push(sell::stretch(booking.hotel, None, stay));
    if let Some(guest) = &request.guest {
        people::needs_of_guest(guest, out);
    }
}
