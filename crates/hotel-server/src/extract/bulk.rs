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
use hotel_core::wire::bulk::{BULK_LEN_MAX, BulkItem};

use super::{BULK_BYTES_MAX, blame, channel, correlation, read_body};
use crate::auth::{Caller, Door};
use crate::engine::Envelope;
use crate::failure::{self, Failure};

/// Many commands of one caller.
pub(crate) struct Bulk {
    /// The commands, each in its envelope, or why it can't be read.
    pub(crate) orders: Vec<Result<Envelope, Failure>>,
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
        let correlation = correlation(&parts.headers, door);
        let bytes = read_body(&parts.headers, body, BULK_BYTES_MAX).await?;
        let body: RawBody<'_> = serde_json::from_slice(&bytes)
            .map_err(|error| Failure::new(failure::BODY, error.to_string()))?;
        if !(1..=BULK_LEN_MAX).contains(&body.commands.len()) {
            let rule = format!("a request has 1 to {BULK_LEN_MAX} commands");
            return Err(Failure::new(failure::BODY, rule).field("commands"));
        }
        let sender = Sender { caller, channel, correlation };
        let (orders, keys) = body.commands.iter().map(|raw| sender.read(raw.get())).unzip();
        Ok(Self { orders, keys })
    }
}

struct Sender {
    caller: Caller,
    channel: Channel,
    correlation: Uuid,
}

impl Sender {
    fn read(&self, raw: &str) -> (Result<Envelope, Failure>, Option<IdempotencyKey>) {
        match Json::<BulkItem>::from_bytes(raw.as_bytes()) {
            Ok(Json(item)) => {
                let key = item.key.clone();
                (Ok(self.envelope(item, raw)), Some(key))
            }
            Err(error) => {
                let key = serde_json::from_str::<KeyOnly>(raw).ok().map(|named| named.key);
                (Err(blame(failure::BODY, &error.body_text())), key)
            }
        }
    }

    fn envelope(&self, item: BulkItem, raw: &str) -> Envelope {
        let at: Option<Timestamp> = item.at;
        Envelope {
            command: Ok(item.command.into()),
            user: self.caller.user.clone(),
            channel: self.channel,
            key: Some(item.key),
            fingerprint: Sha256::digest(raw.as_bytes()).into(),
            expected_version: item.expected_version,
            dry_run: false,
            at,
            correlation: self.correlation,
        }
    }
}
