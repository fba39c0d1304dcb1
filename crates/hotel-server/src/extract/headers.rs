//! What the headers of a write say beside its body.

use axum::http::header::IF_MATCH;
use axum::http::{HeaderMap, HeaderValue};
use jiff::Timestamp;

use hotel_core::booking::Channel;
use hotel_core::ids::IdempotencyKey;

use crate::failure::{self, Failure};

/// Through which door the client says it came.
const CHANNEL: &str = "x-hotel-channel";

const IDEMPOTENCY_KEY: &str = "idempotency-key";

/// When the client began to keep the command. It is evidence, and nothing is decided by it: any clock
/// may be wrong.
const ENQUEUED_AT: &str = "hotel-enqueued-at";

/// Reads a header as text.
fn text<'a>(headers: &'a HeaderMap, name: &'static str) -> Result<Option<&'a str>, Failure> {
    let value = headers.get(name).map(HeaderValue::to_str).transpose();
    value.map_err(|_| Failure::new(failure::HEADER, "the header is not ASCII").field(name))
}

/// Reads the name of a command; a preview has none.
pub(super) fn idempotency_key(
    headers: &HeaderMap,
    dry_run: bool,
) -> Result<Option<IdempotencyKey>, Failure> {
    match text(headers, IDEMPOTENCY_KEY)? {
        // A preview changes nothing, so that nothing has to be remembered of it.
        _ if dry_run => Ok(None),
        Some(given) => IdempotencyKey::try_from(given.to_owned()).map(Some).map_err(|error| {
            Failure::new(failure::HEADER, error.to_string()).field("Idempotency-Key")
        }),
        None => {
            Err(Failure::new(failure::KEY_MISSING, "a write needs an `Idempotency-Key` header")
                .field("Idempotency-Key")
                .hint("make a UUIDv7 once, and send it again with every retry"))
        }
    }
}

/// Reads `If-Match`: whether there is one, and the version it names.
pub(super) fn condition(headers: &HeaderMap) -> Result<(bool, Option<u64>), Failure> {
    let version = |quoted: &str| quoted.strip_prefix('"')?.strip_suffix('"')?.parse().ok();
    match text(headers, IF_MATCH.as_str())?.map(str::trim) {
        None => Ok((false, None)),
        Some("*") => Ok((true, None)),
        Some(quoted) => version(quoted).map(|version| (true, Some(version))).ok_or_else(|| {
            Failure::new(failure::HEADER, "`If-Match` is a version in quotes, or `*`")
                .field("If-Match")
        }),
    }
}

/// Reads through which door the client came.
pub(super) fn channel(headers: &HeaderMap) -> Result<Channel, Failure> {
    match text(headers, CHANNEL)? {
        None | Some("api") => Ok(Channel::Api),
        Some("cli") => Ok(Channel::Cli),
        Some("tui") => Ok(Channel::Tui),
        Some(_) => Err(Failure::new(failure::HEADER, "the channel is cli, tui or api")
            .field("X-Hotel-Channel")),
    }
}

/// Reads since when a command has waited. What no clock can show is refused, as no column could keep it.
pub(super) fn enqueued_at(headers: &HeaderMap) -> Result<Option<Timestamp>, Failure> {
    let Some(given) = text(headers, ENQUEUED_AT)? else { return Ok(None) };
    let moment: Option<Timestamp> = given.parse().ok();
    match moment.filter(|moment| *moment >= Timestamp::UNIX_EPOCH) {
        Some(moment) => Ok(Some(moment)),
        None => Err(Failure::new(failure::HEADER, "the moment is as `2026-12-01T18:30:00Z`")
            .field("Hotel-Enqueued-At")),
    }
}
