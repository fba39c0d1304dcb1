//! Many commands in one request, one result each.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::command::booking::BookRequest;
use crate::command::people::GuestDetails;
use crate::command::{BookingCommand, Command, HotelCommand};
use crate::ids::provisional::BookingRef;
use crate::ids::{BookingCode, HotelCode, IdempotencyKey};

/// The most commands of one request: a few transactions, so that a single booking that comes in
/// between waits for milliseconds.
pub const BULK_LEN_MAX: usize = 1_000;

/// Commands to be carried out in their order, each on its own: one that is refused stops no other.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BulkBody {
    /// The commands.
    #[schema(min_items = 1, max_items = 1000)]
    pub commands: Vec<BulkItem>,
}

/// A command with the caller's name for it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BulkItem {
    /// The caller's name for the command: sent twice, it takes effect once.
    pub key: IdempotencyKey,
    /// The moment it is decided at, where it is history that is told; takes the role manager.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub at: Option<Timestamp>,
    /// The version of the booking that the caller saw.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_version: Option<u64>,
    /// What is asked.
    pub command: BulkCommand,
}

/// What is asked.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum BulkCommand {
    /// Sells, holds or waitlists rooms.
    Book(Box<BookRequest>),
    /// Changes a booking.
    Booking {
        /// Which.
        code: BookingRef,
        /// How.
        change: BookingCommand,
    },
    /// Changes what a hotel sells.
    Hotel {
        /// Which.
        code: HotelCode,
        /// How.
        change: HotelCommand,
    },
    /// Registers a guest.
    RegisterGuest(GuestDetails),
}

impl BulkCommand {
    /// Returns the booking that is named, if one is.
    pub fn booking(&self) -> Option<BookingRef> {
        match self {
            Self::Booking { code, .. } => Some(*code),
            Self::Book(_) | Self::Hotel { .. } | Self::RegisterGuest(_) => None,
        }
    }

    /// Makes the command, for a booking whose code somebody else knows.
    pub fn addressed<E>(
        self,
        code_of: impl FnOnce(BookingRef) -> Result<BookingCode, E>,
    ) -> Result<Command, E> {
        Ok(match self {
            Self::Book(request) => Command::Book(request),
            Self::Booking { code, change } => Command::Booking(code_of(code)?, change),
            Self::Hotel { code, change } => Command::Hotel(code, change),
            Self::RegisterGuest(details) => Command::RegisterGuest(details),
        })
    }
}

/// What the commands came to, in their order.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct BulkOutcome {
    /// One result a command.
    pub results: Vec<BulkResult>,
}

/// What one command came to.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct BulkResult {
    /// The caller's name for the command; none where it can't be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<IdempotencyKey>,
    /// The HTTP status the command would have had on its own.
    pub status: u16,
    /// Whether it was decided before and this is that answer again.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub replayed: bool,
    /// The outcome, or a problem where the status is 400 or more.
    pub body: Value,
}
