//! Reading many commands in one request: each is read on its own, so that one that can't be read
//! stops no other.

use axum::Json;
use axum::extract::{FromRequest, FromRequestParts as _, Request};
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::value::RawValue;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use hotel_core::booking::Channel;
use hotel_core::ids::IdempotencyKey;
use hotel_core::wire::bulk::{BULK_LEN_MAX, BulkCommand, BulkItem};

use super::{BULK_BYTES_MAX, Order, blame, channel, correlation, enqueued_at, read_body};
use crate::auth::{Caller, Door};
use crate::failure::{self, Failure};

/// Many commands of one caller.
pub(crate) struct Bulk {
    /// The commands, each with what comes with it, or why it can't be read.
    pub(crate) orders: Vec<Result<(Order, BulkCommand), Failure>>,
    /// The caller's names for them.
    pub(crate) keys: Vec<Option<IdempotencyKey>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawBody<'a> {
    #[serde(borrow)]
    commands: Vec<&'a RawValue>,
}

#[derive(Deserialize)]
struct KeyOnly {
    key: IdempotencyKey,
}

impl FromRequest<Door> for Bulk {
    type Rejection = Failure;

    async fn from_request(request: Request, door: &Door) -> Result<Self, Failure> {
        let (mut parts, body) = request.into_parts();
        let caller = Caller::from_request_parts(&mut parts, door).await?;
        let channel = channel(&parts.headers)?;
        let enqueued_at = enqueued_at(&parts.headers)?;
        let correlation = correlation(&parts.headers, door);
        let bytes = read_body(&parts.headers, body, BULK_BYTES_MAX).await?;
        let body: RawBody<'_> = serde_json::from_slice(&bytes)
            .map_err(|error| Failure::new(failure::BODY, error.to_string()))?;
        if !(1..=BULK_LEN_MAX).contains(&body.commands.len()) {
            let rule = format!("a request has 1 to {BULK_LEN_MAX} commands");
            return Err(Failure::new(failure::BODY, rule).field("commands"));
        }
        let sender = Sender { caller, channel, enqueued_at, correlation };
        let (orders, keys) = body.commands.iter().map(|raw| sender.read(raw.get())).unzip();
        Ok(Self { orders, keys })
    }
}

struct Sender {
    caller: Caller,
    channel: Channel,
    enqueued_at: Option<Timestamp>,
    correlation: Uuid,
}

/// A command as it was read, and its name as far as that could be read.
type Read = (Result<(Order, BulkCommand), Failure>, Option<IdempotencyKey>);

impl Sender {
    fn read(&self, raw: &str) -> Read {
        match Json::<BulkItem>::from_bytes(raw.as_bytes()) {
            Ok(Json(item)) => {
                let key = item.key.clone();
                (Ok(self.order(item, raw)), Some(key))
            }
            Err(error) => {
                let key = serde_json::from_str::<KeyOnly>(raw).ok().map(|named| named.key);
                (Err(blame(failure::BODY, &error.body_text())), key)
            }
        }
    }

    fn order(&self, item: BulkItem, raw: &str) -> (Order, BulkCommand) {
        let order = Order {
            caller: self.caller.clone(),
            key: Some(item.key),
            conditional: item.expected_version.is_some(),
            dry_run: false,
            expected_version: item.expected_version,
            at: item.at,
            enqueued_at: self.enqueued_at,
            channel: self.channel,
            correlation: self.correlation,
            fingerprint: Sha256::digest(raw.as_bytes()).into(),
        };
        (order, item.command)
    }
}
