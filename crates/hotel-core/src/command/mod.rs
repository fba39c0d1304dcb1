//! Commands: everything that may be asked of the house, each a value that is decided once.

pub mod booking;
pub mod house;
pub mod people;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::catalogue::{Hotel, RoomType};
use crate::command::booking::{
    AmendRequest, AssignRequest, BookRequest, CancelRequest, CheckInRequest, CheckOutRequest,
    DeclineRequest, GuaranteeRequest, MoveRequest, NoShowRequest, OfferRequest, SplitRequest,
};
use crate::command::house::{BlockRequest, InventoryRequest, RatesRequest, RoomsRequest};
use crate::command::people::{GuestDetails, GuestPatch, TokenGrant, UserDetails};
use crate::ids::{BookingCode, GuestId, HotelCode, RatePlanCode, RoomNo, RoomTypeCode, TokenId};
use crate::rate::RatePlan;

/// A command, addressed to what it changes.
#[derive(Clone, PartialEq, Debug)]
pub enum Command {
    /// Sells, holds or waitlists rooms.
    Book(Box<BookRequest>),
    /// Changes a booking.
    Booking(BookingCode, BookingCommand),
    /// Changes what a hotel sells.
    Hotel(HotelCode, HotelCommand),
    /// Registers a guest.
    RegisterGuest(GuestDetails),
    /// Changes a guest.
    ChangeGuest(GuestId, GuestPatch),
    /// Adds or changes a user.
    SetUser(UserDetails),
    /// Issues a token.
    IssueToken(TokenGrant),
    /// Revokes a token.
    RevokeToken(TokenId),
}

/// A change of one booking.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum BookingCommand {
    /// Guarantees a hold and lays it before the hotel.
    Guarantee(GuaranteeRequest),
    /// The hotel confirms.
    Confirm,
    /// The hotel declines.
    Decline(DeclineRequest),
    /// Gives up a hold or a place on the waiting list.
    Release,
    /// Ends a hold whose time has come; only the house says so.
    #[serde(skip)]
    Expire,
    /// Turns a place on the waiting list into a hold.
    Offer(OfferRequest),
    /// Changes nights, rooms, guest or wishes.
    Amend(Box<AmendRequest>),
    /// Puts some of its rooms into a booking of their own.
    Split(SplitRequest),
    /// Cancels.
    Cancel(CancelRequest),
    /// Assigns rooms, or takes them off.
    Assign(AssignRequest),
    /// Moves guests to another room.
    Move(MoveRequest),
    /// Checks in.
    CheckIn(CheckInRequest),
    /// Checks out.
    CheckOut(CheckOutRequest),
    /// Marks a no-show.
    NoShow(NoShowRequest),
    /// Takes the last step back.
    Revert,
}

/// A change of what a hotel sells.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum HotelCommand {
    /// Adds or changes the house.
    Set(Box<Hotel>),
    /// Stops selling.
    Remove,
    /// Adds or changes a room type.
    SetRoomType(RoomType),
    /// Removes a room type that has no rooms.
    RemoveRoomType(RoomTypeCode),
    /// Adds or changes rooms.
    SetRooms(RoomsRequest),
    /// Removes a room.
    RemoveRoom(RoomNo),
    /// Adds or changes a rate plan.
    SetRatePlan(Box<RatePlan>),
    /// Removes a rate plan.
    RemoveRatePlan(RatePlanCode),
    /// Sets nightly rates and restrictions.
    SetRates(RatesRequest),
    /// Opens or closes nights, sets overbooking.
    SetInventory(InventoryRequest),
    /// Takes a room out of order, or back.
    BlockRoom(RoomNo, BlockRequest),
}

/// A stretch of nights of one room type (or of all) that a decision wants to see.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Stretch {
    /// The hotel.
    pub hotel: HotelCode,
    /// The room type; none means all of them.
    pub room_type: Option<RoomTypeCode>,
    /// The first night.
    pub from: Date,
    /// The first night no longer meant.
    pub to: Date,
}
