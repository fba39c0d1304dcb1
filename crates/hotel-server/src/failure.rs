//! The one mouth that turns errors into HTTP. It knows the wire's `Problem`; it knows no route.

use axum::body::Body;
use axum::http::header::{self, HeaderName};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

use hotel_core::refusal::{Refusal, RefusalKind, code};
use hotel_core::wire::problem::{PROBLEM_JSON, Problem};

use crate::engine::EngineError;
use crate::offers::OfferError;
use crate::store::StoreError;

/// How long a caller waits before a second try, in milliseconds.
const RETRY_AFTER_MS: u64 = 1_000;

/// A code of the HTTP layer, its status and what it means.
pub type Code = (&'static str, u16, &'static str);

macro_rules! codes {
    ($($name:ident = $code:literal, $status:literal, $meaning:literal;)*) => {
        $(
            #[doc = $meaning]
            pub(crate) const $name: Code = ($code, $status, $meaning);
        )*

        /// The codes of the HTTP layer: code, status, meaning. Refusals have codes of their own.
        pub const CODES: &[Code] = &[$($name),*];
    };
}

codes! {
    BODY = "request.body", 400, "The body can't be read as what it should be.";
    QUERY = "request.query", 400, "A query parameter can't be read.";
    PATH = "request.path", 400, "A part of the path can't be read.";
    HEADER = "request.header", 400, "A header can't be read.";
    CURSOR = "cursor.invalid", 400, "The cursor is from no page of this list.";
    KEY_MISSING = "idempotency.key_missing", 400, "A write needs an Idempotency-Key.";
    OFFER_UNREADABLE = "offer.unreadable", 400, "The offer was not made by this house.";
    OFFER_CONFLICT = "offer.conflict", 400, "The request says otherwise than its offer.";
    AUTH_MISSING = "auth.missing", 401, "The request has no bearer token.";
    AUTH_UNKNOWN = "auth.unknown", 401, "The token is not known, or was revoked.";
    AUTH_EXPIRED = "auth.expired", 401, "The token has expired.";
    COMMAND = "command.not_found", 404, "No command of yours was decided under this key.";
    ROUTE = "route.not_found", 404, "There is nothing at this path.";
    METHOD = "route.method", 405, "The path does not take this method.";
    CURSOR_EPOCH = "cursor.epoch", 409, "The cursor is from another life of the feed.";
    TOO_LARGE = "request.too_large", 413, "The body is too large.";
    MEDIA_TYPE = "request.media_type", 415, "The body is not JSON.";
    KEY_REUSED = "idempotency.key_reused", 422, "The key was used for another request.";
    PRECONDITION = "precondition.required", 428, "This change needs an If-Match.";
    STREAMS = "streams.too_many", 429, "Too many event streams are open.";
    INTERNAL = "internal", 500, "The server failed; the log tells why.";
    BUSY = "engine.busy", 503, "The house is too busy to take more.";
    UNAVAILABLE = "store.unavailable", 503, "The database can't be reached; it may come back.";
    TIMEOUT = "request.timeout", 503, "The answer took too long; it may still be carried out.";
    NOT_READY = "server.not_ready", 503, "The server can't serve yet, or any more.";
}

/// An error on its way to the caller.
#[derive(Clone, Debug)]
pub(crate) struct Failure {
    problem: Box<Problem>,
    headers: Vec<(HeaderName, HeaderValue)>,
}

impl Failure {
    /// Makes a failure of a code; the detail is one sentence without a full stop.
    pub(crate) fn new((code, status, meaning): Code, detail: impl Into<String>) -> Self {
        let retryable = matches!(status, 429 | 503);
        let failure = Self::from(Problem {
            kind: format!("/problems/{code}"),
            title: meaning.trim_end_matches('.').to_owned(),
            status,
            detail: detail.into(),
            code: code.to_owned(),
            field: None,
            details: serde_json::Value::Null,
            hint: None,
            request_id: String::new(),
            retryable,
            retry_after_ms: retryable.then_some(RETRY_AFTER_MS),
        });
        match status {
            401 => failure.header(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer")),
            429 | 503 => failure.header(header::RETRY_AFTER, HeaderValue::from_static("1")),
            _ => failure,
        }
    }

    /// Makes the failure of what went wrong inside; the caller has logged it.
    pub(crate) fn internal() -> Self {
        Self::new(INTERNAL, "the server failed to answer; the request id finds the reason")
    }

    /// Names the field at fault.
    pub(crate) fn field(mut self, field: impl Into<String>) -> Self {
        self.problem.field = Some(field.into());
        self
    }

    /// Says what to try.
    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.problem.hint = Some(hint.into());
        self
    }

    /// Adds facts for machines.
    pub(crate) fn details(mut self, details: serde_json::Value) -> Self {
        self.problem.details = details;
        self
    }

    /// Adds a header to the answer.
    pub(crate) fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.push((name, value));
        self
    }

    /// Returns the problem as it will travel.
    pub(crate) fn problem(&self) -> &Problem {
        &self.problem
    }
}

/// Returns the code of a problem that is on its way out.
pub(crate) fn code_of(response: &Response) -> Option<String> {
    response.extensions().get().map(|failure: &Failure| failure.problem.code.clone())
}

/// Writes the request's id into a problem that is on its way out.
pub(crate) fn signed(mut response: Response, request_id: &str) -> Response {
    let Some(Failure { mut problem, .. }) = response.extensions_mut().remove() else {
        return response;
    };
    request_id.clone_into(&mut problem.request_id);
    let body = serde_json::to_string(&problem).unwrap_or_default();
    response.headers_mut().remove(header::CONTENT_LENGTH);
    response.map(|_| Body::from(body))
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let status =
            StatusCode::from_u16(self.problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_string(&self.problem).unwrap_or_default();
        let mut response = (status, [(header::CONTENT_TYPE, PROBLEM_JSON)], body).into_response();
        for (name, value) in &self.headers {
            response.headers_mut().insert(name, value.clone());
        }
        // The request's id is known further out, where `signed` writes the body anew.
        response.extensions_mut().insert(self);
        response
    }
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self { problem: Box::new(problem), headers: Vec::new() }
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        problem_of(&refusal).into()
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Cursor => Self::new(CURSOR, error.to_string()).field("cursor"),
            StoreError::Closing => Self::new(BUSY, "the server is closing"),
            StoreError::Unavailable(_) | StoreError::Lost(_) | StoreError::Conflict(_) => {
                tracing::warn!(
                    error = &error as &dyn std::error::Error,
                    "a read found no database"
                );
                Self::new(UNAVAILABLE, "the database can't be reached")
            }
            StoreError::Sqlite(_)
            | StoreError::Postgres(_)
            | StoreError::Row { .. }
            | StoreError::Fence(_)
            | StoreError::Open(_) => {
                tracing::error!(error = &error as &dyn std::error::Error, "a read failed");
                Self::internal()
            }
        }
    }
}

impl From<EngineError> for Failure {
    fn from(error: EngineError) -> Self {
        match error {
            EngineError::Busy => Self::new(BUSY, "too many commands are waiting; try again"),
            EngineError::KeyReused => Self::new(
                KEY_REUSED,
                "this key came before with another request; a new command needs a new key",
            )
            .field("Idempotency-Key"),
            EngineError::Unavailable => Self::new(
                UNAVAILABLE,
                "the database can't be reached; try again with the same Idempotency-Key",
            ),
            EngineError::Failed => {
                // The engine told why, of a whole batch; this line tells whom it befell.
                tracing::error!("a command was not carried out");
                Self::internal()
            }
        }
    }
}

impl From<OfferError> for Failure {
    fn from(error: OfferError) -> Self {
        match error.refusal() {
            Ok(refusal) => refusal.into(),
            Err(failure) => failure,
        }
    }
}

impl OfferError {
    /// Returns the refusal of an offer that has run out; one that can't be read is a bad request.
    pub(crate) fn refusal(self) -> Result<Refusal, Failure> {
        let text = self.to_string();
        match self {
            Self::Expired => {
                Ok(Refusal::new(code::OFFER_EXPIRED, text).field("offer").hint("hotel search"))
            }
            Self::Unreadable => {
                Err(Failure::new(OFFER_UNREADABLE, text).field("offer").hint("hotel search"))
            }
        }
    }
}

/// Returns the HTTP status of a refusal.
pub(crate) fn status_of(kind: RefusalKind) -> u16 {
    match kind {
        RefusalKind::Forbidden => 403,
        RefusalKind::NotFound => 404,
        RefusalKind::Conflict => 409,
        RefusalKind::Stale => 412,
        RefusalKind::Rejected => 422,
    }
}

/// Returns a refusal as it travels.
pub(crate) fn problem_of(refusal: &Refusal) -> Problem {
    let meaning = code::ALL.iter().find(|known| known.code == refusal.code);
    Problem {
        kind: format!("/problems/{}", refusal.code),
        title: meaning.map_or("", |known| known.meaning).trim_end_matches('.').to_owned(),
        status: status_of(refusal.kind),
        detail: refusal.message.clone(),
        code: refusal.code.to_owned(),
        field: refusal.field.map(str::to_owned),
        details: refusal.details.clone(),
        hint: refusal.hint.clone(),
        request_id: String::new(),
        retryable: false,
        retry_after_ms: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_refusal_has_its_status() {
        let check = |code: &hotel_core::refusal::RefusalCode, status: u16| {
            assert_eq!(problem_of(&Refusal::new(code, "so it is")).status, status, "{}", code.code);
        };
        check(code::UNKNOWN_BOOKING, 404);
        check(code::FORBIDDEN_ROLE, 403);
        check(code::SOLD_OUT, 409);
        check(code::STALE, 412);
        check(code::PAST, 422);
    }

    #[test]
    fn a_refusal_keeps_its_field_facts_and_way_on() {
        let refusal = Refusal::new(code::FEE, "there is a fee")
            .field("accept_fee")
            .details(serde_json::json!({ "fee": 5 }))
            .hint("repeat with --accept-fee 5");
        let problem = problem_of(&refusal);
        assert_eq!(problem.kind, "/problems/fee.not_accepted");
        assert_eq!(problem.field.as_deref(), Some("accept_fee"));
        assert_eq!(problem.details["fee"], 5);
        assert_eq!(problem.hint.as_deref(), Some("repeat with --accept-fee 5"));
        assert!(!problem.retryable);
    }

    #[test]
    fn a_busy_engine_says_when_to_come_again() {
        let response = Failure::from(EngineError::Busy).into_response();
        assert_eq!(response.status(), 503);
        assert_eq!(response.headers()["retry-after"], "1");
        assert_eq!(response.headers()["content-type"], "application/problem+json");
    }

    #[test]
    fn a_missing_token_names_the_scheme() {
        let response = Failure::new(AUTH_MISSING, "no token").into_response();
        assert_eq!(response.status(), 401);
        assert_eq!(response.headers()["www-authenticate"], "Bearer");
    }

    #[test]
    fn a_failed_read_shows_nothing_of_the_database() {
        let failure = Failure::from(StoreError::Fence("CHECK failed: nights".to_owned()));
        assert_eq!(failure.problem().code, "internal");
        assert!(!failure.problem().detail.contains("CHECK"));
    }

    #[test]
    fn codes_are_unique() {
        let mut seen = std::collections::HashSet::new();
        let refusals = code::ALL.iter().map(|known| known.code);
        for known in CODES.iter().map(|(code, ..)| *code).chain(refusals) {
            assert!(seen.insert(known), "{known} stands twice");
        }
    }
}
