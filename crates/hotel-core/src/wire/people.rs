//! Guests, users and tokens as they travel.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::ids::{HotelCode, TokenId};
use crate::people::Role;
use crate::text::Name;

/// Which guests to list.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct GuestQuery {
    /// Whose family name begins so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Where the page begins.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// How many at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// Asks for a token.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TokenRequest {
    /// Whose.
    pub user: Name,
    /// For how many days it opens the door; without it, 90.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 1, maximum = 3650)]
    pub days: Option<u16>,
}

/// A token without its secret.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct TokenView {
    /// Its id.
    pub id: TokenId,
    /// Whose it is.
    pub user: Name,
    /// When it was issued.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
    /// Until when it opens the door.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub expires_at: Option<Timestamp>,
    /// Whether it was revoked.
    pub revoked: bool,
}

/// A token with its secret, told once.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct TokenIssued {
    /// The token.
    #[serde(flatten)]
    pub token: TokenView,
    /// The secret. The server keeps only its hash.
    pub secret: String,
}

/// Who the server takes the caller for.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct WhoAmI {
    /// The user's name.
    pub user: Name,
    /// What the user may do.
    pub role: Role,
    /// The hotels the user may touch; empty is all of them.
    pub hotels: Vec<HotelCode>,
    /// Until when the token opens the door.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub token_expires_at: Option<Timestamp>,
    /// The server's version.
    pub server_version: String,
}
