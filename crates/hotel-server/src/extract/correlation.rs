//! One id for everything that follows from one request: in its events and in its log lines.

use axum::http::HeaderMap;
use tracing::Span;
use tracing::field::display;
use uuid::Uuid;

use super::new_id;
use crate::auth::Door;

/// The id of what the command belongs to.
const CORRELATION: &str = "x-correlation-id";

/// Returns the id of what a write belongs to, made here if the client has none, and has the log
/// lines of the request carry it.
pub(super) fn correlation(headers: &HeaderMap, door: &Door) -> Uuid {
    let given = headers.get(CORRELATION).and_then(|id| id.to_str().ok()?.parse().ok());
    let correlation = given.unwrap_or_else(|| new_id(door.app.clock.now()));
    Span::current().record("correlation.id", display(correlation));
    correlation
}
