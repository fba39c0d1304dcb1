//! Commands: everything that may be asked of the house, each a value that is decided once.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::booking::{Guarantee, ROOMS_MAX};
use crate::catalogue::{Hotel, NightRange, RatePlan, Restriction, Room, RoomType};
use crate::ids::{
    BookingCode, GuestId, HotelCode, PromoCode, RatePlanCode, RoomNo, RoomTypeCode, TokenId, UserId,
};
use crate::inventory::Overbook;
use crate::money::{Money, bounded_minor};
use crate::people::Role;
use crate::price::Occupancy;
use crate::stay::StayDates;
use crate::text::{Contact, Name, Note};

/// The longest hold, in minutes: one week.
pub const HOLD_MINUTES_MAX: u32 = 7 * 24 * 60;

/// How long a hold lasts when nobody says otherwise, in minutes.
pub const HOLD_MINUTES: u32 = 30;

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
#[derive(Clone, PartialEq, Debug)]
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
#[derive(Clone, PartialEq, Debug)]
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

/// What a new booking shall become.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Intent {
    /// A sale.
    #[default]
    Sell,
    /// A hold for a number of minutes.
    Hold {
        /// Minutes until it expires.
        #[schema(minimum = 1, maximum = 10080)]
        minutes: u32,
    },
    /// A place on the waiting list.
    Waitlist,
}

/// Who stays: a guest who is known, or the details of a new one.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum GuestRef {
    /// A registered guest.
    Id(GuestId),
    /// A new guest.
    New(GuestDetails),
}

/// A guest's details.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GuestDetails {
    /// Family name.
    pub family: Name,
    /// Given name.
    pub given: Name,
    /// E-mail address.
    #[serde(default, skip_serializing_if = "Contact::is_empty")]
    pub email: Contact,
    /// Telephone number.
    #[serde(default, skip_serializing_if = "Contact::is_empty")]
    pub phone: Contact,
    /// Preferences and what else to know.
    #[serde(default, skip_serializing_if = "Note::is_empty")]
    pub note: Note,
}

/// New values of a guest's fields; what is left out stays.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GuestPatch {
    /// Family name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub family: Option<Name>,
    /// Given name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given: Option<Name>,
    /// E-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Contact>,
    /// Telephone number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Contact>,
    /// Preferences and what else to know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Note>,
}

/// One room asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RoomRequest {
    /// Its type.
    pub room_type: RoomTypeCode,
    /// Who sleeps in it.
    #[serde(default)]
    pub occupancy: Occupancy,
}

/// The rooms of one booking: 1 to `ROOMS_MAX`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(try_from = "Vec<RoomRequest>", into = "Vec<RoomRequest>")]
pub struct RoomRequests(Vec<RoomRequest>);

/// Why a list of rooms can't be booked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RoomRequestsError {
    /// None, or too many.
    #[error("a booking has 1 to {ROOMS_MAX} rooms")]
    Count,
    /// Nobody in it, or a crowd.
    #[error("a room has 1 to 20 adults")]
    Adults,
}

impl RoomRequests {
    /// Returns the rooms.
    pub fn as_slice(&self) -> &[RoomRequest] {
        &self.0
    }
}

impl TryFrom<Vec<RoomRequest>> for RoomRequests {
    type Error = RoomRequestsError;
    fn try_from(rooms: Vec<RoomRequest>) -> Result<Self, RoomRequestsError> {
        if rooms.is_empty() || rooms.len() > ROOMS_MAX {
            return Err(RoomRequestsError::Count);
        }
        if rooms.iter().any(|room| !(1..=20).contains(&room.occupancy.adults)) {
            return Err(RoomRequestsError::Adults);
        }
        Ok(Self(rooms))
    }
}

impl From<RoomRequests> for Vec<RoomRequest> {
    fn from(rooms: RoomRequests) -> Self {
        rooms.0
    }
}

/// Asks for a booking.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BookRequest {
    /// The hotel.
    pub hotel: HotelCode,
    /// The nights.
    pub stay: StayDates,
    /// The plan they are sold under.
    pub rate_plan: RatePlanCode,
    /// The rooms.
    pub rooms: RoomRequests,
    /// Who stays.
    pub guest: GuestRef,
    /// Sell, hold or waitlist.
    #[serde(default)]
    pub intent: Intent,
    /// Who vouches for the money, where the plan wants that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guarantee: Option<Guarantee>,
    /// A promotion or corporate code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promo: Option<PromoCode>,
    /// The most the stay may cost in all; beyond it nothing is booked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price_max: Option<Money>,
    /// What the guest asks for.
    #[serde(default, skip_serializing_if = "Note::is_empty")]
    pub requests: Note,
}

/// Guarantees a hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GuaranteeRequest {
    /// Who vouches for the money, where the plan wants that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guarantee: Option<Guarantee>,
}

/// Why a booking was cancelled or declined. A word, not a text, so that nothing personal slips in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// The guest wished it.
    Guest,
    /// Booked twice.
    Duplicate,
    /// Too dear.
    Price,
    /// Plans changed.
    Schedule,
    /// No money came.
    NoPayment,
    /// The hotel has no room after all.
    NoRoom,
    /// The hotel can't do it.
    Hotel,
    /// Something else.
    Other,
}

/// The hotel declines.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeclineRequest {
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
}

/// Turns a place on the waiting list into a hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OfferRequest {
    /// Minutes until the hold expires.
    #[schema(minimum = 1, maximum = 10080)]
    pub minutes: u32,
}

impl Default for OfferRequest {
    fn default() -> Self {
        Self { minutes: HOLD_MINUTES }
    }
}

/// Changes a booking; what is left out stays.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AmendRequest {
    /// New nights.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stay: Option<StayDates>,
    /// Another rate plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate_plan: Option<RatePlanCode>,
    /// New rooms, all of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rooms: Option<RoomRequests>,
    /// Another guest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guest: Option<GuestRef>,
    /// New wishes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requests: Option<Note>,
    /// Reckon every night at today's rates, not only the changed ones.
    #[serde(default)]
    pub reprice: bool,
    /// The most the stay may cost in all; beyond it nothing is changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price_max: Option<Money>,
}

/// Puts some of a booking's rooms into a booking of their own.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SplitRequest {
    /// Which rooms, counted from 1.
    pub rooms: Vec<u16>,
    /// Who stays in them; without it the same guest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guest: Option<GuestRef>,
}

/// Cancels.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CancelRequest {
    /// The fee the guest agreed to; a fee that differs cancels nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accept_fee: Option<Money>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
}

/// Assigns rooms, or takes them off.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AssignRequest {
    /// Which room of the booking, counted from 1.
    #[serde(default = "first")]
    pub of: u16,
    /// The physical room; none takes it off.
    pub room: Option<RoomNo>,
}

fn first() -> u16 {
    1
}

/// Moves guests to another room, from tonight on.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MoveRequest {
    /// Which room of the booking, counted from 1.
    #[serde(default = "first")]
    pub of: u16,
    /// The physical room to move to.
    pub to: RoomNo,
}

/// Checks in.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CheckInRequest {
    /// The physical rooms in the booking's order; what is missing is chosen by the house.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rooms: Vec<RoomNo>,
}

/// Checks out.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CheckOutRequest {
    /// The fee for leaving early that the guest agreed to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accept_fee: Option<Money>,
}

/// Marks a no-show.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NoShowRequest {
    /// Keep the later nights rather than sell them again.
    #[serde(default)]
    pub keep_nights: bool,
    /// The fee to charge, as the agent saw it; one that differs changes nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accept_fee: Option<Money>,
}

/// The most rooms one command may add.
pub const ROOMS_ADDED_MAX: usize = 1_000;

/// Adds or changes rooms.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RoomsRequest {
    /// The rooms.
    #[schema(min_items = 1, max_items = 1000)]
    pub rooms: Vec<Room>,
}

/// What to set on each night of a rate calendar; what is left out stays.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RateChange {
    /// The price in minor units.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "maybe_minor")]
    pub minor: Option<i64>,
    /// The restrictions, all of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restriction: Option<Restriction>,
}

fn maybe_minor<'de, D: serde::Deserializer<'de>>(input: D) -> Result<Option<i64>, D::Error> {
    #[derive(Deserialize)]
    struct Minor(#[serde(deserialize_with = "bounded_minor")] i64);
    Ok(Option::<Minor>::deserialize(input)?.map(|minor| minor.0))
}

/// Sets nightly rates and restrictions.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RatesRequest {
    /// The plan.
    pub rate_plan: RatePlanCode,
    /// The room types.
    pub room_types: Vec<RoomTypeCode>,
    /// The nights.
    pub nights: NightRange,
    /// What to set.
    pub set: RateChange,
}

/// What to set on each inventory night; what is left out stays.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InventoryChange {
    /// Close the night, or open it; opening makes nights that were missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<bool>,
    /// How far to overbook.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overbook: Option<Overbook>,
}

/// Opens or closes nights, sets overbooking.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InventoryRequest {
    /// The room types; none means all of them.
    #[serde(default)]
    pub room_types: Vec<RoomTypeCode>,
    /// The nights.
    pub nights: NightRange,
    /// What to set.
    pub set: InventoryChange,
}

/// Takes a room out of order, or back.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BlockRequest {
    /// The nights.
    pub nights: NightRange,
    /// Out of order, or back.
    pub out_of_order: bool,
}

/// A user to add or change; the name tells which.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UserDetails {
    /// The name that stands in the history.
    pub name: Name,
    /// What the user may do.
    pub role: Role,
    /// The hotels the user may touch; empty is all of them.
    #[serde(default)]
    pub hotels: Vec<HotelCode>,
    /// Whether the user may come in.
    #[serde(default = "yes")]
    pub active: bool,
}

fn yes() -> bool {
    true
}

/// A token to issue, its secret already turned into a hash by the caller.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TokenGrant {
    /// Whose.
    pub user: Name,
    /// SHA-256 of the secret.
    pub secret_hash: [u8; 32],
    /// Until when it opens the door.
    pub expires_at: Option<Timestamp>,
}

/// A token as the store keeps it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Token {
    /// Its id.
    pub id: TokenId,
    /// Whose it is.
    pub user: UserId,
    /// SHA-256 of the secret.
    pub secret_hash: [u8; 32],
    /// When it was issued.
    pub created_at: Timestamp,
    /// Until when it opens the door.
    pub expires_at: Option<Timestamp>,
    /// Whether it was revoked.
    pub revoked: bool,
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
