//! Facts: what a decision knows of the world, in memory, and what it has changed there.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use jiff::civil::Date;

use crate::booking::Booking;
use crate::catalogue::Catalogue;
use crate::command::people::Token;
use crate::ids::{BookingCode, GuestId, HotelCode, RoomNo, TokenId};
use crate::inventory::{Night, NightKey};
use crate::people::{Guest, User};
use crate::refusal::{Refusal, code};
use crate::text::{Name, Note};

/// The key of a physical room on a night.
pub type RoomNightKey = (HotelCode, Date, RoomNo);

/// Who has a room on a night.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Occupant {
    /// A booking.
    Booking(BookingCode),
    /// Nobody: the room is out of order.
    OutOfOrder,
}

/// What a batch of decisions knows, and what it has changed.
#[derive(Clone, Default, Debug)]
pub struct Facts {
    /// What the hotels sell.
    pub catalogues: HashMap<HotelCode, Arc<Catalogue>>,
    /// Bookings.
    pub bookings: HashMap<BookingCode, Booking>,
    /// Inventory nights; one that is missing does not exist.
    pub nights: BTreeMap<NightKey, Night>,
    /// Rooms taken by night.
    pub room_nights: BTreeMap<RoomNightKey, Occupant>,
    /// Guests.
    pub guests: HashMap<GuestId, Guest>,
    /// Users by name.
    pub users: HashMap<Name, User>,
    /// Tokens.
    pub tokens: HashMap<TokenId, Token>,
    /// Wishes written in this batch, by booking.
    pub requests: HashMap<BookingCode, Note>,
    /// What was changed and has to be saved.
    pub touched: Touched,
}

/// The keys of what was changed.
#[derive(Clone, Default, Debug)]
pub struct Touched {
    /// Hotels whose catalogue changed.
    pub catalogues: BTreeSet<HotelCode>,
    /// Bookings made or changed.
    pub bookings: BTreeSet<BookingCode>,
    /// Inventory nights.
    pub nights: BTreeSet<NightKey>,
    /// Rooms by night, taken or freed.
    pub room_nights: BTreeSet<RoomNightKey>,
    /// Guests.
    pub guests: BTreeSet<GuestId>,
    /// Users.
    pub users: BTreeSet<Name>,
    /// Tokens.
    pub tokens: BTreeSet<TokenId>,
    /// Bookings whose wishes changed.
    pub requests: BTreeSet<BookingCode>,
}

impl Facts {
    /// Returns the catalogue of a hotel.
    pub fn catalogue(&self, hotel: HotelCode) -> Result<&Arc<Catalogue>, Refusal> {
        self.catalogues.get(&hotel).ok_or_else(|| {
            Refusal::new(code::UNKNOWN_HOTEL, format!("there is no hotel {hotel}"))
                .field("hotel")
                .hint("hotel hotels")
        })
    }

    /// Returns a booking.
    pub fn booking(&self, booking: BookingCode) -> Result<&Booking, Refusal> {
        self.bookings.get(&booking).ok_or_else(|| {
            Refusal::new(code::UNKNOWN_BOOKING, format!("there is no booking {booking}"))
                .field("booking")
                .hint("hotel list")
        })
    }

    /// Returns what stands on an inventory night.
    pub fn night(&self, key: &NightKey) -> Option<&Night> {
        self.nights.get(key)
    }
}
