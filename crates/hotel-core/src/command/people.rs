//! What may be asked about guests, users and tokens.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::ids::{GuestId, HotelCode, TokenId, UserId};
use crate::people::Role;
use crate::text::{Contact, Name, Note};

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
