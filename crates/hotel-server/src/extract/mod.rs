//! Reading requests: path, query, headers and body, each with an error that names field and rule.

mod bulk;
mod correlation;
mod headers;

use std::fmt::Display;
use std::str::FromStr;
use std::sync::Arc;

use axum::Json;
use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, FromRequestParts, Query, RawPathParams, Request};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, ETAG, IF_MATCH, IF_NONE_MATCH};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri};
use axum::response::{IntoResponse as _, Response};
use jiff::Timestamp;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use hotel_core::booking::Channel;
use hotel_core::catalogue::Catalogue;
use hotel_core::command::Command;
use hotel_core::ids::{HotelCode, IdempotencyKey};
use hotel_core::refusal::Refusal;
use hotel_core::wire::page::{PAGE, PAGE_MAX};

use self::correlation::correlation;
use self::headers::{channel, condition, enqueued_at, idempotency_key};
use crate::auth::{Caller, Door};
use crate::engine::Envelope;
use crate::failure::{self, Failure};

pub(crate) use bulk::Bulk;

/// The largest body, in bytes: a thousand rooms.
pub(crate) const BODY_BYTES_MAX: usize = 64 * 1024;

/// The largest body of many commands, in bytes.
pub(crate) const BULK_BYTES_MAX: usize = 4 * 1024 * 1024;

/// How deep a body may be nested; a booking needs 6.
const DEPTH_MAX: usize = 16;

/// One part of a path, read as what it names.
pub(crate) struct Code<T>(pub(crate) T);

impl<T: FromStr<Err: Display>> FromRequestParts<Door> for Code<T> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, door: &Door) -> Result<Self, Failure> {
        let params = path_params(parts, door).await?;
        part(&params, 0).map(Self)
    }
}

/// Two parts of a path.
pub(crate) struct Codes<A, B>(pub(crate) A, pub(crate) B);

impl<A, B> FromRequestParts<Door> for Codes<A, B>
where
    A: FromStr<Err: Display>,
    B: FromStr<Err: Display>,
{
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, door: &Door) -> Result<Self, Failure> {
        let params = path_params(parts, door).await?;
        Ok(Self(part(&params, 0)?, part(&params, 1)?))
    }
}

async fn path_params(parts: &mut Parts, door: &Door) -> Result<RawPathParams, Failure> {
    RawPathParams::from_request_parts(parts, door)
        .await
        .map_err(|error| Failure::new(failure::PATH, error.body_text()))
}

fn part<T: FromStr<Err: Display>>(params: &RawPathParams, place: usize) -> Result<T, Failure> {
    let (name, text) = params.iter().nth(place).unwrap_or_default();
    text.parse().map_err(|error: T::Err| Failure::new(failure::PATH, error.to_string()).field(name))
}

/// The hotel a path names, within the scope of the caller.
pub(crate) struct Reached(pub(crate) Arc<Catalogue>);

impl FromRequestParts<Door> for Reached {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, door: &Door) -> Result<Self, Failure> {
        let caller = Caller::from_request_parts(parts, door).await?;
        let Code(hotel): Code<HotelCode> = Code::from_request_parts(parts, door).await?;
        Ok(Self(caller.reach(&door.app, hotel)?))
    }
}

/// The query of a request.
pub(crate) struct Params<T>(pub(crate) T);

impl<T: DeserializeOwned> FromRequestParts<Door> for Params<T> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _door: &Door) -> Result<Self, Failure> {
        query(&parts.uri).map(Self)
    }
}

fn query<T: DeserializeOwned>(uri: &Uri) -> Result<T, Failure> {
    match Query::try_from_uri(uri) {
        Ok(Query(query)) => Ok(query),
        Err(error) => Err(blame(failure::QUERY, &error.body_text())),
    }
}

/// Returns how many items a page shall have.
pub(crate) fn page_limit(limit: Option<u32>) -> Result<u32, Failure> {
    let limit = limit.unwrap_or(PAGE);
    if (1..=PAGE_MAX).contains(&limit) {
        Ok(limit)
    } else {
        let rule = format!("a page has 1 to {PAGE_MAX} items");
        Err(Failure::new(failure::QUERY, rule).field("limit"))
    }
}

/// A write: who asks for what, and how a repetition of it is known.
pub(crate) struct Write<T> {
    /// Everything but the body.
    pub(crate) order: Order,
    /// What is asked.
    pub(crate) body: T,
}

/// A write without its body.
pub(crate) struct Order {
    /// Who asks.
    pub(crate) caller: Caller,
    /// The client's name for the command; a preview needs none.
    pub(crate) key: Option<IdempotencyKey>,
    /// Whether the request said which version it means.
    pub(crate) conditional: bool,
    /// Whether it is only a preview.
    pub(crate) dry_run: bool,
    expected_version: Option<u64>,
    at: Option<Timestamp>,
    enqueued_at: Option<Timestamp>,
    channel: Channel,
    correlation: Uuid,
    fingerprint: [u8; 32],
}

impl Order {
    /// Returns the command in the envelope that the engine takes.
    pub(crate) fn envelope(self, command: Result<Command, Refusal>) -> Envelope {
        Envelope {
            command,
            user: self.caller.user,
            channel: self.channel,
            key: self.key,
            fingerprint: self.fingerprint,
            expected_version: self.expected_version,
            dry_run: self.dry_run,
            at: self.at,
            enqueued_at: self.enqueued_at,
            correlation: self.correlation,
        }
    }

    /// Refuses a change that does not say which version it means.
    pub(crate) fn needs_condition(&self) -> Result<(), Failure> {
        if self.conditional {
            return Ok(());
        }
        Err(Failure::new(failure::PRECONDITION, "this change needs an `If-Match` with the version")
            .field("If-Match")
            .hint("read it first: its ETag is the version; `If-Match: *` takes any"))
    }
}

/// The body of a write that says everything in its path.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Nothing {}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WriteQuery {
    #[serde(default)]
    dry_run: bool,
}

impl<T: DeserializeOwned> FromRequest<Door> for Write<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, door: &Door) -> Result<Self, Failure> {
        let (mut parts, body) = request.into_parts();
        let caller = Caller::from_request_parts(&mut parts, door).await?;
        let WriteQuery { dry_run } = query(&parts.uri)?;
        let headers = &parts.headers;
        let (conditional, expected_version) = condition(headers)?;
        let key = idempotency_key(headers, dry_run)?;
        let channel = channel(headers)?;
        let enqueued_at = enqueued_at(headers)?;
        let correlation = correlation(headers, door);
        let bytes = read_body(headers, body, BODY_BYTES_MAX).await?;
        let fingerprint = fingerprint(&parts, &bytes);
        let body = read_json(&bytes)?;
        let order = Order {
            caller,
            key,
            conditional,
            dry_run,
            expected_version,
            at: None,
            enqueued_at,
            channel,
            correlation,
            fingerprint,
        };
        Ok(Self { order, body })
    }
}

/// Makes an id that grows with time.
pub(crate) fn new_id(now: jiff::Timestamp) -> Uuid {
    let seconds = u64::try_from(now.as_second()).unwrap_or(0);
    let nanoseconds = u32::try_from(now.subsec_nanosecond()).unwrap_or(0);
    Uuid::new_v7(uuid::Timestamp::from_unix(uuid::NoContext, seconds, nanoseconds))
}

async fn read_body(headers: &HeaderMap, body: Body, most: usize) -> Result<Bytes, Failure> {
    let too_large = || {
        let rule = format!("a body has at most {most} bytes");
        Failure::new(failure::TOO_LARGE, rule)
    };
    let announced =
        headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    if announced.is_some_and(|length: usize| length > most) {
        return Err(too_large());
    }
    let bytes = axum::body::to_bytes(body, most + 1)
        .await
        .map_err(|error| body_error(&error).unwrap_or_else(too_large))?;
    if bytes.len() > most {
        return Err(too_large());
    }
    if bytes.is_empty() || is_json(headers) {
        return Ok(bytes);
    }
    let detail = "the body's `Content-Type` must be `application/json`";
    Err(Failure::new(failure::MEDIA_TYPE, detail).field("Content-Type"))
}

/// Tells a body that broke off from one that is too long.
fn body_error(error: &axum::Error) -> Option<Failure> {
    let cause = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
    let is_limit = cause.contains("length limit exceeded");
    (!is_limit).then(|| Failure::new(failure::BODY, "the body broke off"))
}

fn is_json(headers: &HeaderMap) -> bool {
    let given = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let essence = given.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    essence == "application/json"
        || (essence.starts_with("application/") && essence.ends_with("+json"))
}

fn read_json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Failure> {
    // Where everything has a default, no body says as much as an empty object.
    let bytes = if bytes.is_empty() { b"{}" } else { bytes };
    if depth(bytes) > DEPTH_MAX {
        let rule = format!("a body is nested at most {DEPTH_MAX} deep");
        return Err(Failure::new(failure::BODY, rule));
    }
    match Json::from_bytes(bytes) {
        Ok(Json(body)) => Ok(body),
        Err(error) => Err(blame(failure::BODY, &error.body_text())),
    }
}

fn depth(bytes: &[u8]) -> usize {
    let (mut depth, mut deepest, mut in_text, mut escaped) = (0_usize, 0, false, false);
    for byte in bytes {
        match (in_text, byte) {
            (true, _) if escaped => escaped = false,
            (true, b'\\') => escaped = true,
            (_, b'"') => in_text = !in_text,
            (false, b'{' | b'[') => depth += 1,
            (false, b'}' | b']') => depth = depth.saturating_sub(1),
            (true | false, _) => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// Makes a failure of what serde said: the field it names, and the rule.
fn blame(code: failure::Code, said: &str) -> Failure {
    // axum opens with what it tried, up to the first colon.
    let said = said.split_once(": ").map_or(said, |(_, rest)| rest);
    let (path, rule) = match said.split_once(": ") {
        Some((path, rule)) if is_field_path(path) => (path, rule),
        _ => ("", said),
    };
    let rule = rule.split(" at line ").next().unwrap_or(rule);
    let named = ["missing field `", "unknown field `", "duplicate field `"]
        .into_iter()
        .find_map(|start| rule.strip_prefix(start)?.split('`').next());
    let field = match (path, named) {
        ("", None) => return Failure::new(code, rule),
        ("", Some(named)) => named.to_owned(),
        (path, Some(named)) if path != named && !path.ends_with(&format!(".{named}")) => {
            format!("{path}.{named}")
        }
        (path, _) => path.to_owned(),
    };
    Failure::new(code, format!("{field}: {rule}")).field(field)
}

fn is_field_path(text: &str) -> bool {
    !text.is_empty()
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.' | b'[' | b']'))
}

fn fingerprint(parts: &Parts, body: &[u8]) -> [u8; 32] {
    let condition = parts.headers.get(IF_MATCH).map_or(&b""[..], HeaderValue::as_bytes);
    let (path, query) = (parts.uri.path(), parts.uri.query().unwrap_or_default());
    let pieces =
        [parts.method.as_str().as_bytes(), path.as_bytes(), query.as_bytes(), condition, body];
    let mut hasher = Sha256::new();
    for piece in pieces {
        // Each length goes before its piece, so that no two requests run into the same bytes.
        hasher.update(piece.len().to_le_bytes());
        hasher.update(piece);
    }
    hasher.finalize().into()
}

/// Answers with a thing and its version, or with nothing when the caller has that version.
pub(crate) fn versioned<T: Serialize>(headers: &HeaderMap, version: u64, thing: &T) -> Response {
    let tag = format!("\"{version}\"");
    let given =
        headers.get(IF_NONE_MATCH).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let known = given.split(',').map(|one| one.trim().trim_start_matches("W/"));
    if known.into_iter().any(|one| one == tag || one == "*") {
        (StatusCode::NOT_MODIFIED, [(ETAG, tag)]).into_response()
    } else {
        ([(ETAG, tag)], Json(thing)).into_response()
    }
}

#[cfg(test)]
mod tests;
