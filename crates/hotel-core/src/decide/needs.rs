//! Needs: what a decision must see, so that one statement each can bring it.

use crate::booking::Booking;
use crate::command::{BookingCommand, Command, Stretch};
use crate::facts::Facts;
use crate::ids::{BookingCode, GuestId, TokenId};

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

fn needs_of_booking(booking: &Booking, command: &BookingCommand, out: &mut Needs) {
    // A revert may bring back nights that the booking has since given up.
    let stays = [Some(booking.stay), booking.undo.as_ref().map(|undo| undo.stay)];
    let rooms = booking.rooms.iter().chain(booking.undo.iter().flat_map(|undo| &undo.rooms));
    let types: std::collections::BTreeSet<_> = rooms
        .flat_map(|room| {
            room.moved_from.iter().map(|earlier| earlier.room_type).chain([room.room_type])
        })
        .collect();
    for stay in stays.into_iter().flatten() {
        for room_type in &types {
            out.nights.push(sell::stretch(booking.hotel, Some(*room_type), stay));
        }
        out.room_nights.push(sell::stretch(booking.hotel, None, stay));
    }
    if let BookingCommand::Amend(request) = command {
        let stay = request.stay.unwrap_or(booking.stay);
        for room_type in &types {
            out.nights.push(sell::stretch(booking.hotel, Some(*room_type), stay));
        }
        if let Some(rooms) = &request.rooms {
            sell::needs_of_rooms(booking.hotel, stay, rooms.as_slice(), out);
        }
        out.room_nights.push(sell::stretch(booking.hotel, None, stay));
        if let Some(guest) = &request.guest {
            people::needs_of_guest(guest, out);
        }
    }
    if let BookingCommand::Split(request) = command
        && let Some(guest) = &request.guest
    {
        people::needs_of_guest(guest, out);
    }
    if matches!(command, BookingCommand::Move(_)) {
        // A move may lead into another type, whose nights count from then on.
        out.nights.push(sell::stretch(booking.hotel, None, booking.stay));
    }
}
