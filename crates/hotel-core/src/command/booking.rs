//! What may be asked about bookings.

use serde::{Deserialize, Serialize};

use crate::booking::{Guarantee, ROOMS_MAX};
use crate::command::people::GuestRef;
use crate::ids::provisional::ProvisionalCode;
use crate::ids::{HotelCode, PromoCode, RatePlanCode, RoomNo, RoomTypeCode};
use crate::money::Money;
use crate::origin::Origin;
use crate::price::{ADULTS_MAX, Occupancy};
use crate::stay::StayDates;
use crate::text::Note;

/// The longest hold, in minutes: one week.
pub const HOLD_MINUTES_MAX: u32 = 7 * 24 * 60;

/// How long a hold lasts when nobody says otherwise, in minutes.
pub const HOLD_MINUTES: u32 = 30;

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
    #[error("a room has 1 to {ADULTS_MAX} adults")]
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
        if rooms.iter().any(|room| !(1..=ADULTS_MAX).contains(&room.occupancy.adults)) {
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
    /// A price a night and room agreed by hand, in place of the plan's; takes the role manager.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed_rate: Option<Money>,
    /// Where the booking comes from.
    #[serde(default, skip_serializing_if = "Origin::is_empty")]
    pub origin: Origin,
    /// What the agent called the booking before it had a code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provisional: Option<ProvisionalCode>,
    /// What the guest asks for.
    #[serde(default, skip_serializing_if = "Note::is_empty")]
    pub requests: Note,
}

/// Guarantees a hold.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GuaranteeRequest {
    /// Who vouches for the money, where the plan wants that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guarantee: Option<Guarantee>,
    /// Who stays, if the rooms were held before that was known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guest: Option<GuestRef>,
    /// What the guest asks for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requests: Option<Note>,
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
