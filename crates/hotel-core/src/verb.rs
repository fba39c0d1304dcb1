//! What is done to a booking, in the trade's words.

use serde::{Deserialize, Serialize};

/// What was done to a booking, in the trade's words.
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
pub enum BookingVerb {
    /// Put on the waiting list.
    Waitlisted,
    /// Held for a while.
    Held,
    /// Guaranteed, and laid before the hotel.
    Requested,
    /// Confirmed.
    Confirmed,
    /// Declined by the hotel.
    Declined,
    /// A hold given up.
    Released,
    /// A hold run out.
    Expired,
    /// Nights, rooms, guest or wishes changed.
    Amended,
    /// Some of its rooms went into a booking of their own.
    Split,
    /// Cancelled.
    Cancelled,
    /// A room assigned, or taken off again.
    RoomAssigned,
    /// Moved to another room during the stay.
    RoomMoved,
    /// Checked in.
    CheckedIn,
    /// Checked out.
    CheckedOut,
    /// The guests never came.
    NoShow,
    /// The last step taken back.
    Reverted,
}

impl BookingVerb {
    /// Returns the event type.
    pub fn event_type(self) -> &'static str {
        match self {
            Self::Waitlisted => "booking.waitlisted",
            Self::Held => "booking.held",
            Self::Requested => "booking.requested",
            Self::Confirmed => "booking.confirmed",
            Self::Declined => "booking.declined",
            Self::Released => "booking.released",
            Self::Expired => "booking.expired",
            Self::Amended => "booking.amended",
            Self::Split => "booking.split",
            Self::Cancelled => "booking.cancelled",
            Self::RoomAssigned => "booking.room_assigned",
            Self::RoomMoved => "booking.room_moved",
            Self::CheckedIn => "booking.checked_in",
            Self::CheckedOut => "booking.checked_out",
            Self::NoShow => "booking.no_show",
            Self::Reverted => "booking.reverted",
        }
    }

    /// Tells whether the step can be taken back within the business date.
    pub fn is_reversible(self) -> bool {
        matches!(self, Self::Cancelled | Self::NoShow | Self::CheckedIn | Self::CheckedOut)
    }
}
