//! Commands that were decided, as they travel: what settles the doubt of a client that heard no answer.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::ids::{BookingCode, IdempotencyKey};

/// What a command came to, as its repetition would be answered.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct CommandView {
    /// The caller's name for the command.
    pub key: IdempotencyKey,
    /// The HTTP status of its answer.
    pub status: u16,
    /// The version that the answer told; its `ETag`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub etag: Option<u64>,
    /// The booking it made or changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub booking: Option<BookingCode>,
    /// When it was decided, by the house's clock.
    #[schema(value_type = String, format = DateTime)]
    pub decided_at: Timestamp,
    /// The outcome, or a problem where the status is 400 or more. The house keeps nothing personal
    /// and no secret with it: of a guest it tells id and version, of a token no secret.
    pub body: Value,
}
