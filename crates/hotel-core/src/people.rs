//! People: guests who stay and users who work.

use serde::{Deserialize, Serialize};

use crate::ids::{GuestId, HotelCode, UserId};
use crate::text::{Contact, Name, Note};

/// A guest's own data. Personal: it lives in its own table and never in an event.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Guest {
    /// The guest's id.
    pub id: GuestId,
    /// How often it changed; the `ETag`.
    pub version: u64,
    /// Family name.
    pub family: Name,
    /// Given name.
    pub given: Name,
    /// E-mail address.
    pub email: Contact,
    /// Telephone number.
    pub phone: Contact,
    /// Preferences and what else to know.
    pub note: Note,
}

/// What a user may do.
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
pub enum Role {
    /// Sells and looks after bookings.
    Agent,
    /// An agent who also speaks for the hotel: confirms, declines, sets rates and inventory.
    Manager,
    /// A manager who also makes hotels, users and tokens.
    Admin,
}

impl Role {
    /// Returns the role's word on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Agent => "agent",
            Self::Manager => "manager",
            Self::Admin => "admin",
        }
    }
}

impl std::fmt::Display for Role {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

/// A person or program that may use the house.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct User {
    /// The user's id.
    pub id: UserId,
    /// The name that stands in the history.
    pub name: Name,
    /// What the user may do.
    pub role: Role,
    /// The hotels the user may touch; empty is all of them.
    pub hotels: Vec<HotelCode>,
    /// Whether the user may still come in.
    pub active: bool,
}

impl User {
    /// Tells whether the user may touch a hotel.
    pub fn reaches(&self, hotel: HotelCode) -> bool {
        self.hotels.is_empty() || self.hotels.contains(&hotel)
    }
}
