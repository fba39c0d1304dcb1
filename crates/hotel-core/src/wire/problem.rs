//! Problems: every error, by RFC 9457, with a stable code.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The media type of a problem (RFC 9457).
pub const PROBLEM_JSON: &str = "application/problem+json";

/// An error as it travels.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Problem {
    /// A URI that names the kind of problem: `/problems/` and the code.
    #[serde(rename = "type")]
    pub kind: String,
    /// The kind in a few words.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What happened, in one sentence.
    pub detail: String,
    /// The stable, dotted code.
    pub code: String,
    /// The field at fault.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// Facts for machines.
    #[serde(default, skip_serializing_if = "Value::is_null")]
    pub details: Value,
    /// What to try.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// The request's id, as in the server's log.
    #[serde(default)]
    pub request_id: String,
    /// Whether the same request may succeed later.
    #[serde(default)]
    pub retryable: bool,
    /// How long to wait before that, in milliseconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after_ms: Option<u64>,
}
