//! Bookings: one or several rooms for one stay at one hotel.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::catalogue::Catalogue;
use crate::ids::provisional::ProvisionalCode;
use crate::ids::{BookingCode, GuestId, HotelCode, PromoCode, RatePlanCode, RoomNo, RoomTypeCode};
use crate::money::{Currency, Money};
use crate::origin::Origin;
use crate::policy::{CancellationPolicy, FeeMoment, FeeQuote};
use crate::price::{Occupancy, Price, price};
use crate::rate::{PaymentTerm, RatePlan};
use crate::stay::StayDates;
use crate::text::Name;

/// The most rooms in one booking.
pub const ROOMS_MAX: usize = 50;

/// Where a booking stands.
#[derive(
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Debug,
    Serialize,
    Deserialize,
    utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum BookingState {
    /// Waits for a room; takes none.
    Waitlisted,
    /// Takes its rooms until the hold expires.
    Held,
    /// Paid or guaranteed; waits for the hotel's word.
    Requested,
    /// Confirmed by the hotel.
    Confirmed,
    /// The guests are in the house.
    InHouse,
    /// The guests have left.
    CheckedOut,
    /// Cancelled by the guest or the agent.
    Cancelled,
    /// Refused by the hotel.
    Declined,
    /// The guests never came.
    NoShow,
    /// The hold ran out.
    Expired,
    /// The hold was given up.
    Released,
}

impl BookingState {
    /// Every state, in the order of a booking's life.
    pub const ALL: [Self; 11] = [
        Self::Waitlisted,
        Self::Held,
        Self::Requested,
        Self::Confirmed,
        Self::InHouse,
        Self::CheckedOut,
        Self::Cancelled,
        Self::Declined,
        Self::NoShow,
        Self::Expired,
        Self::Released,
    ];

    /// Returns the state's word on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Waitlisted => "waitlisted",
            Self::Held => "held",
            Self::Requested => "requested",
            Self::Confirmed => "confirmed",
            Self::InHouse => "in_house",
            Self::CheckedOut => "checked_out",
            Self::Cancelled => "cancelled",
            Self::Declined => "declined",
            Self::NoShow => "no_show",
            Self::Expired => "expired",
            Self::Released => "released",
        }
    }
}

impl std::str::FromStr for BookingState {
    type Err = UnknownState;
    fn from_str(text: &str) -> Result<Self, UnknownState> {
        Self::ALL.into_iter().find(|state| state.as_str() == text).ok_or(UnknownState)
    }
}

/// A word that is no state of a booking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "a booking is waitlisted, held, requested, confirmed, in_house, checked_out, cancelled, \
     declined, no_show, expired or released"
)]
pub struct UnknownState;

impl std::fmt::Display for BookingState {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

/// Who vouches for the money.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Guarantee {
    /// The agency, by the word of its agent.
    Agency,
}

/// Through which door a command came.
#[derive(
    Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize, utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// The command line.
    Cli,
    /// The terminal user interface.
    Tui,
    /// The HTTP API.
    #[default]
    Api,
    /// The house itself, as when a hold expires.
    House,
}

/// One room of a booking.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct BookedRoom {
    /// What was sold.
    pub room_type: RoomTypeCode,
    /// For whom.
    pub occupancy: Occupancy,
    /// The price of each night in minor units, in the order of the nights.
    pub nights: Vec<i64>,
    /// The physical room, once assigned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<RoomNo>,
    /// Rooms slept in before a move, each with the date up to which.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub moved_from: Vec<MovedFrom>,
}

/// The conditions of a sale, as they stood when sold.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Terms {
    /// The rate plan.
    pub rate_plan: RatePlanCode,
    /// When the house wants its money.
    pub payment: PaymentTerm,
    /// What cancelling costs.
    pub policy: CancellationPolicy,
}

impl Terms {
    /// Returns the conditions of a rate plan.
    pub fn of(plan: &RatePlan) -> Self {
        Self { rate_plan: plan.code, payment: plan.payment, policy: plan.policy.clone() }
    }
}

/// A room left behind by a move.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct MovedFrom {
    /// The room.
    pub room: RoomNo,
    /// Its type.
    pub room_type: RoomTypeCode,
    /// The first night no longer slept there.
    pub until: Date,
}

/// What a revert would bring back, and on which business date it still may.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Undo {
    /// The business date of the change.
    pub business_date: Date,
    /// The state before.
    pub state: BookingState,
    /// The nights before.
    pub stay: StayDates,
    /// The rooms before.
    pub rooms: Vec<BookedRoom>,
    /// The price before.
    pub price: Price,
    /// The fee before, in minor units.
    pub fee_minor: i64,
}

/// A booking.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Booking {
    /// Its code.
    pub code: BookingCode,
    /// What its agent called it before it had a code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provisional: Option<ProvisionalCode>,
    /// Its hotel.
    pub hotel: HotelCode,
    /// How often it changed; the `ETag`.
    pub version: u64,
    /// Where it stands.
    pub state: BookingState,
    /// Its nights.
    pub stay: StayDates,
    /// Its rooms.
    pub rooms: Vec<BookedRoom>,
    /// The currency of every amount in it.
    pub currency: Currency,
    /// What the stay costs.
    pub price: Price,
    /// Fees charged so far, in minor units.
    pub fee_minor: i64,
    /// The conditions it was sold on.
    pub terms: Terms,
    /// Who vouches for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guarantee: Option<Guarantee>,
    /// Who stays; the name is kept apart.
    pub guest: GuestId,
    /// The promotion or corporate code it was sold under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promo: Option<PromoCode>,
    /// Where the booking comes from.
    #[serde(default, skip_serializing_if = "Origin::is_empty")]
    pub origin: Origin,
    /// Until when a hold holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub expires_at: Option<Timestamp>,
    /// From which night on a no-show gave its rooms back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub freed_from: Option<Date>,
    /// What can still be reverted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undo: Option<Undo>,
    /// The booking it was split from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub split_from: Option<BookingCode>,
    /// The channel it was sold through.
    pub channel: Channel,
    /// The agent who sold it, by user name.
    pub agent: Name,
    /// When it was made.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
}

impl Booking {
    /// Returns what the stay costs.
    pub fn total(&self) -> Money {
        Money::new(self.price.total_minor, self.currency)
    }

    /// Returns the fees charged so far.
    pub fn fee(&self) -> Money {
        Money::new(self.fee_minor, self.currency)
    }

    /// Returns the nightly prices of each room.
    pub fn nightly(&self) -> Vec<&[i64]> {
        self.rooms.iter().map(|room| room.nights.as_slice()).collect()
    }

    /// Returns what cancelling would cost at a moment.
    pub fn cancellation_fee(&self, catalogue: &Catalogue, now: Timestamp) -> FeeQuote {
        self.terms.policy.cancellation_fee(&FeeMoment {
            now,
            booked_at: self.created_at,
            check_in: self.stay.check_in(),
            zone: &catalogue.hotel.zone,
            rooms: &self.nightly(),
            total_minor: self.price.total_minor,
        })
    }

    /// Reckons the price anew from its rooms.
    pub fn reckon(&mut self, catalogue: &Catalogue) {
        let rooms: Vec<(Occupancy, &[i64])> =
            self.rooms.iter().map(|room| (room.occupancy, room.nights.as_slice())).collect();
        self.price = price(catalogue, &rooms);
    }

    /// Tells whether a hold has run out at a moment.
    pub fn is_lapsed(&self, now: Timestamp) -> bool {
        self.state == BookingState::Held && self.expires_at.is_some_and(|at| at <= now)
    }

    /// Tells whether the booking's rooms are sold, held or neither.
    pub fn takes(&self) -> Takes {
        match self.state {
            BookingState::Held => Takes::Held,
            BookingState::Requested
            | BookingState::Confirmed
            | BookingState::InHouse
            | BookingState::CheckedOut
            | BookingState::NoShow => Takes::Sold,
            BookingState::Waitlisted
            | BookingState::Cancelled
            | BookingState::Declined
            | BookingState::Expired
            | BookingState::Released => Takes::Nothing,
        }
    }

    /// Returns the nights the booking takes, with the room type and the physical room of each: the
    /// one place that says which inventory a booking uses.
    pub fn room_nights(&self) -> impl Iterator<Item = RoomNight> + '_ {
        let freed_from = self.freed_from.unwrap_or(Date::MAX);
        let takes = self.takes();
        self.rooms.iter().flat_map(move |room| {
            self.stay
                .nights()
                .filter(move |night| takes != Takes::Nothing && *night < freed_from)
                .map(move |night| {
                    match room.moved_from.iter().find(|earlier| night < earlier.until) {
                        Some(earlier) => RoomNight {
                            night,
                            room_type: earlier.room_type,
                            room: Some(earlier.room),
                        },
                        None => RoomNight { night, room_type: room.room_type, room: room.room },
                    }
                })
        })
    }
}

/// How a booking takes inventory.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Takes {
    /// Not at all.
    Nothing,
    /// For a while.
    Held,
    /// For good.
    Sold,
}

/// One night in one room of a booking.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RoomNight {
    /// The night.
    pub night: Date,
    /// The room type it counts for.
    pub room_type: RoomTypeCode,
    /// The physical room, once assigned.
    pub room: Option<RoomNo>,
}
