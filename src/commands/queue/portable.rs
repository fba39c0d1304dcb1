//! Operations as they travel from one machine to another.

use hotel_core::ids::IdempotencyKey;
use hotel_core::ids::provisional::ProvisionalCode;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::cache::journal::{NewOperation, Operation, Request, Whose};
use crate::error::{CliError, codes};

/// The version of the form.
const SCHEMA: &str = "hotel.operation/1";

/// An operation as it travels. The body is kept to the byte: its key stands for those bytes.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Portable {
    schema: String,
    op: u64,
    key: IdempotencyKey,
    server: String,
    principal: String,
    argv: Vec<String>,
    method: String,
    path: String,
    if_version: Option<u64>,
    body: Option<Box<RawValue>>,
    provisional: Option<ProvisionalCode>,
    base: Option<Box<RawValue>>,
    alternatives: Vec<Box<RawValue>>,
    after: Vec<u64>,
    expires_at: Option<Timestamp>,
}

impl Portable {
    /// Packs an operation.
    pub(super) fn of(operation: &Operation) -> Self {
        let new = &operation.entered;
        Self {
            schema: SCHEMA.to_owned(),
            op: operation.seq,
            key: new.key.clone(),
            server: new.whose.server.clone(),
            principal: new.whose.principal.clone(),
            argv: new.argv.clone(),
            method: new.request.method.clone(),
            path: new.request.path.clone(),
            if_version: new.request.if_version,
            body: raw(&new.request.body),
            provisional: new.provisional,
            base: new.base.as_deref().and_then(raw),
            alternatives: new.alternatives.iter().filter_map(|body| raw(body)).collect(),
            after: new.after.clone(),
            expires_at: new.expires_at,
        }
    }

    /// Unpacks it, with the number that it had where it comes from.
    pub(super) fn into_operation(self) -> Result<(u64, NewOperation), CliError> {
        if self.schema != SCHEMA {
            let message = format!("an operation has the form {}, not {SCHEMA}", self.schema);
            return Err(CliError::of(codes::USAGE_INVALID_VALUE, message).field("FILE"));
        }
        let bytes = |raw: Box<RawValue>| raw.get().as_bytes().to_vec();
        let new = NewOperation {
            key: self.key,
            whose: Whose { server: self.server, principal: self.principal },
            argv: self.argv,
            request: Request {
                method: self.method,
                path: self.path,
                if_version: self.if_version,
                body: self.body.map(bytes).unwrap_or_default(),
            },
            provisional: self.provisional,
            base: self.base.map(bytes),
            alternatives: self.alternatives.into_iter().map(bytes).collect(),
            after: self.after,
            expires_at: self.expires_at,
            supersedes: None,
        };
        Ok((self.op, new))
    }
}

fn raw(bytes: &[u8]) -> Option<Box<RawValue>> {
    RawValue::from_string(String::from_utf8(bytes.to_vec()).ok()?).ok()
}
