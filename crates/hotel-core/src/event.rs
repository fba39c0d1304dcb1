//! Events: what happened, in order, for ever. State is the fold of them.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::booking::{BookedRoom, Booking, BookingState, Channel, Guarantee, Terms};
use crate::calendar::NightRange;
use crate::catalogue::{Hotel, Room, RoomType};
use crate::command::booking::Reason;
use crate::command::house::{InventoryChange, RateChange};
use crate::ids::{
    BookingCode, EventId, GuestId, HotelCode, RatePlanCode, RoomNo, RoomTypeCode, TokenId,
};
use crate::inventory::Taken;
use crate::people::User;
use crate::price::Price;
use crate::rate::RatePlan;
use crate::stay::StayDates;
use crate::text::Name;
use crate::verb::BookingVerb;

/// The version of the events' data; a reader refuses what is newer.
pub const SCHEMA_VERSION: u16 = 1;

/// An event as the log keeps it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Event {
    /// Its id; grows with time.
    pub id: EventId,
    /// The hotel whose stream it belongs to; none for what concerns the whole house.
    pub hotel: Option<HotelCode>,
    /// The booking it is about.
    pub booking: Option<BookingCode>,
    /// Its place among the events of the hotel: 1, 2, 3 … without a gap.
    pub sequence: u64,
    /// Its place in the feed of all hotels.
    pub position: u64,
    /// When it happened: by the server's clock, or for history that was imported the moment it told.
    pub occurred_at: Timestamp,
    /// When it was written down, by the server's clock; it differs for imported history alone, and
    /// never runs backwards along the feed.
    pub recorded_at: Timestamp,
    /// When its command began to wait for the house, by the clock of the client that kept it: evidence,
    /// by which nothing was decided.
    pub enqueued_at: Option<Timestamp>,
    /// Who did it, by user name.
    pub actor: Name,
    /// Through which door.
    pub channel: Channel,
    /// What it belongs to: one id for everything that follows from one request.
    pub correlation: Uuid,
    /// The command that caused it.
    pub causation: Uuid,
    /// What happened.
    pub data: EventData,
}

/// What happened.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum EventData {
    /// A booking was made or changed.
    Booking(Box<BookingChange>),
    /// A hotel was added or changed.
    Hotel(Box<Change<Option<Hotel>, Hotel>>),
    /// A room type was added, changed or removed.
    RoomType(Change<Option<RoomType>>),
    /// A room was added, changed or removed.
    Room(RoomChange),
    /// A rate plan was added, changed or removed.
    RatePlan(Box<Change<Option<RatePlan>>>),
    /// Nightly rates or restrictions were set.
    Rates(RatesSet),
    /// Nights were opened, closed, or their overbooking set.
    Inventory(InventorySet),
    /// A room went out of order, or came back.
    RoomBlock(RoomBlock),
    /// A guest was registered or changed; which fields, never what stands in them.
    Guest(GuestChange),
    /// A user was added or changed.
    User(Change<Option<User>, User>),
    /// A token was issued or revoked.
    Token(TokenChange),
}

/// An old and a new value.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Change<Old, New = Old> {
    /// Before.
    pub old: Old,
    /// After.
    pub new: New,
}

impl<T: PartialEq + Clone> Change<T> {
    /// Returns the change between two values, if there is one.
    pub fn between(old: &T, new: &T) -> Option<Self> {
        (old != new).then(|| Self { old: old.clone(), new: new.clone() })
    }
}

/// A booking made or changed: the old and new value of each field, and what it takes.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct BookingChange {
    /// What was done.
    pub verb: BookingVerb,
    /// The hotel's business date.
    pub business_date: Date,
    /// The booking's version after it.
    pub version: u64,
    /// The whole booking, when it is new.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opened: Option<Booking>,
    /// What changed, when it is not.
    #[serde(default, skip_serializing_if = "Fields::is_empty")]
    pub changed: Fields,
    /// What it takes from (or gives back to) the inventory.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub taken: Vec<Taken>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
    /// Whether the guest's wishes changed; what they are is personal.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub requests_changed: bool,
}

/// The fields of a booking that a change may touch, each with its old and new value.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Fields {
    /// Where it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<Change<BookingState>>,
    /// Its nights.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stay: Option<Change<StayDates>>,
    /// Its rooms.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rooms: Option<Change<Vec<BookedRoom>>>,
    /// Its conditions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms: Option<Change<Terms>>,
    /// What it costs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Change<Price>>,
    /// Fees charged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fee_minor: Option<Change<i64>>,
    /// Who vouches for the money.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guarantee: Option<Change<Option<Guarantee>>>,
    /// Who stays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guest: Option<Change<GuestId>>,
    /// Until when a hold holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Change<Option<Timestamp>>>,
    /// From which night on a no-show gave its rooms back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub freed_from: Option<Change<Option<Date>>>,
}

impl Fields {
    /// Returns what differs between two states of one booking.
    pub fn between(before: &Booking, after: &Booking) -> Self {
        Self {
            state: Change::between(&before.state, &after.state),
            stay: Change::between(&before.stay, &after.stay),
            rooms: Change::between(&before.rooms, &after.rooms),
            terms: Change::between(&before.terms, &after.terms),
            price: Change::between(&before.price, &after.price),
            fee_minor: Change::between(&before.fee_minor, &after.fee_minor),
            guarantee: Change::between(&before.guarantee, &after.guarantee),
            guest: Change::between(&before.guest, &after.guest),
            expires_at: Change::between(&before.expires_at, &after.expires_at),
            freed_from: Change::between(&before.freed_from, &after.freed_from),
        }
    }

    /// Tells whether nothing differs.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A room added, changed or removed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct RoomChange {
    /// The room before.
    pub old: Option<Room>,
    /// The room after.
    pub new: Option<Room>,
    /// From which night on it counts.
    pub from: Date,
}

/// Nightly rates or restrictions set over a run of nights.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct RatesSet {
    /// The plan.
    pub rate_plan: RatePlanCode,
    /// The room type.
    pub room_type: RoomTypeCode,
    /// The nights.
    pub nights: NightRange,
    /// What was set.
    pub set: RateChange,
}

/// Nights opened, closed, or their overbooking set.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct InventorySet {
    /// The room type.
    pub room_type: RoomTypeCode,
    /// The nights.
    pub nights: NightRange,
    /// What was set.
    pub set: InventoryChange,
}

/// A room out of order over a run of nights, or back from it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct RoomBlock {
    /// The room.
    pub room: RoomNo,
    /// Its type.
    pub room_type: RoomTypeCode,
    /// The nights.
    pub nights: NightRange,
    /// Out of order, or back.
    pub out_of_order: bool,
}

/// A guest registered or changed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct GuestChange {
    /// Who.
    pub guest: GuestId,
    /// The version after it; 1 when registered.
    pub version: u64,
    /// Which fields were written.
    pub fields: Vec<String>,
}

/// A token issued or revoked.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct TokenChange {
    /// Which.
    pub token: TokenId,
    /// Whose, by user name.
    pub user: Name,
    /// Issued, or revoked.
    pub revoked: bool,
}

impl EventData {
    /// Returns the event type, as `booking.confirmed`.
    pub fn event_type(&self) -> &'static str {
        fn kind(
            added: &'static str,
            changed: &'static str,
            removed: &'static str,
            (old, new): (bool, bool),
        ) -> &'static str {
            match (old, new) {
                (_, false) => removed,
                (false, true) => added,
                (true, true) => changed,
            }
        }
        match self {
            Self::Booking(change) => change.verb.event_type(),
            Self::Hotel(change) if change.old.is_none() => "hotel.added",
            Self::Hotel(_) => "hotel.changed",
            Self::RoomType(change) => kind(
                "room_type.added",
                "room_type.changed",
                "room_type.removed",
                (change.old.is_some(), change.new.is_some()),
            ),
            Self::Room(change) => kind(
                "room.added",
                "room.changed",
                "room.removed",
                (change.old.is_some(), change.new.is_some()),
            ),
            Self::RatePlan(change) => kind(
                "rate_plan.added",
                "rate_plan.changed",
                "rate_plan.removed",
                (change.old.is_some(), change.new.is_some()),
            ),
            Self::Rates(_) => "rates.set",
            Self::Inventory(_) => "inventory.set",
            Self::RoomBlock(block) if block.out_of_order => "room.out_of_order",
            Self::RoomBlock(_) => "room.back_in_order",
            Self::Guest(change) if change.version == 1 => "guest.registered",
            Self::Guest(_) => "guest.changed",
            Self::User(change) if change.old.is_none() => "user.added",
            Self::User(_) => "user.changed",
            Self::Token(change) if change.revoked => "token.revoked",
            Self::Token(_) => "token.issued",
        }
    }

    /// Returns the change of a booking, if it is one.
    pub fn as_booking(&self) -> Option<&BookingChange> {
        if let Self::Booking(change) = self { Some(change) } else { None }
    }

    /// Returns the user as it was added or changed, if that is what happened.
    pub fn as_user(&self) -> Option<&User> {
        if let Self::User(change) = self { Some(&change.new) } else { None }
    }

    /// Tells whether the event changes what a hotel offers, rather than a booking or a person.
    pub fn is_catalogue(&self) -> bool {
        match self {
            Self::Hotel(_)
            | Self::RoomType(_)
            | Self::Room(_)
            | Self::RatePlan(_)
            | Self::Rates(_) => true,
            Self::Booking(_)
            | Self::Inventory(_)
            | Self::RoomBlock(_)
            | Self::Guest(_)
            | Self::User(_)
            | Self::Token(_) => false,
        }
    }
}
