//! Sending: attempts with the same key and the same bytes, until one is answered.

use std::cell::Cell;
use std::time::{Duration, Instant};

use backon::{ExponentialBuilder, Retryable as _};
use hotel_core::wire::problem::Problem;
use reqwest::header::{HeaderMap, RETRY_AFTER};
use reqwest::{Request, Response};
use serde::de::DeserializeOwned;

use super::failure::{Verdict, bad_answer, failure_of};
use super::{ANSWER_BYTES_MAX, Answer, Client, IDEMPOTENCY_REPLAYED, REQUEST_ID, RawAnswer, Write};
use crate::chance::seed;
use crate::error::CliError;

/// Two more after the first: who still gets no answer should hear of it.
const RETRIES_MAX: usize = 2;

/// Nobody waits longer for attempts to come.
const RETRY_SPAN_MAX: Duration = Duration::from_secs(10);

/// The pause before the second attempt.
const RETRY_PAUSE: Duration = Duration::from_millis(200);

/// What came back from one attempt.
#[derive(Debug)]
pub(super) enum Failed {
    /// The connection was never made, so nothing was sent.
    NotSent(reqwest::Error),
    /// Sent, and no whole answer came.
    Lost(reqwest::Error),
    /// The answer is longer than any answer can be.
    TooLong,
    /// A success that no house of ours says: half of one, or a page of a gateway.
    Garbled(Box<RawAnswer>),
    /// Answered with something else than success.
    Answered(Box<RawAnswer>),
}

/// How a request is sent.
#[derive(Debug, Clone, Copy)]
pub(super) struct Manner<'a> {
    /// The write that it is, if it is one.
    pub(super) write: Option<&'a Write>,
    /// Whether a connection that can't be made is tried again.
    pub(super) is_patient: bool,
}

impl<'a> Manner<'a> {
    /// How something is asked for.
    pub(super) const READ: Self = Self { write: None, is_patient: true };

    /// How something is written.
    pub(super) fn of(write: &'a Write) -> Self {
        Self { write: Some(write), ..Self::READ }
    }

    /// Returns the write, if it is to have an effect.
    fn effect(self) -> Option<&'a Write> {
        self.write.filter(|write| !write.dry_run)
    }
}

impl Failed {
    /// Tells whether the same request may fare better in a moment.
    fn is_passing(&self, manner: Manner<'_>) -> bool {
        match self {
            Self::NotSent(_) => manner.is_patient,
            Self::Answered(answer) => matches!(answer.status, 429 | 502..=504),
            Self::Lost(_) | Self::TooLong | Self::Garbled(_) => false,
        }
    }

    /// Tells whether a write may have been done nevertheless.
    fn may_be_done(&self) -> bool {
        match self {
            Self::NotSent(_) => false,
            Self::Lost(_) | Self::TooLong | Self::Garbled(_) => true,
            // A gateway says nothing about what stands behind it, a server that broke may have broken
            // after the write, and one that ran out of time says that it may go on.
            Self::Answered(answer) => match answer.status {
                500 | 502 | 504 => true,
                503 => names_timeout(&answer.body),
                _ => false,
            },
        }
    }

    /// Returns how long to wait: what the server says if it says so, nothing if that is too long.
    fn pause(&self, usual: Option<Duration>, left: Duration) -> Option<Duration> {
        let asked = match self {
            Self::Answered(answer) => retry_after(&answer.headers),
            Self::NotSent(_) | Self::Lost(_) | Self::TooLong | Self::Garbled(_) => None,
        };
        let usual = usual?;
        let pause = asked.map_or(usual, |asked| asked.max(usual));
        (pause < left).then_some(pause)
    }
}

impl Client {
    /// Sends a request until it is answered, and turns what is no success into a failure.
    pub(super) async fn send(
        &self,
        request: Request,
        manner: Manner<'_>,
    ) -> Result<RawAnswer, CliError> {
        let may_be_done = Cell::new(false);
        let sent = self.attempts(&request, manner, &may_be_done).await;
        sent.map_err(|failed| self.failure(failed, &request, manner, may_be_done.get()))
    }

    /// Sends a request; an answer of any status is an answer.
    pub(super) async fn send_raw(&self, request: Request) -> Result<RawAnswer, CliError> {
        let may_be_done = Cell::new(false);
        match self.attempts(&request, Manner::READ, &may_be_done).await {
            Ok(answer) => Ok(answer),
            Err(Failed::Answered(answer)) => Ok(*answer),
            Err(failed) => Err(self.failure(failed, &request, Manner::READ, false)),
        }
    }

    fn failure(
        &self,
        failed: Failed,
        request: &Request,
        manner: Manner<'_>,
        may_be_done: bool,
    ) -> CliError {
        let verdict = Verdict {
            server: self.server(),
            is_local: self.base.scheme() == "http",
            path: request.url().path(),
            timeout: self.timeout,
            key: manner.effect().map(|write| write.key.as_str()),
            may_be_done,
        };
        failure_of(failed, &verdict)
    }

    async fn attempts(
        &self,
        request: &Request,
        manner: Manner<'_>,
        may_be_done: &Cell<bool>,
    ) -> Result<RawAnswer, Failed> {
        let write = manner.effect();
        let started = Instant::now();
        let backoff = ExponentialBuilder::default()
            .with_min_delay(RETRY_PAUSE)
            .with_max_times(RETRIES_MAX)
            .with_jitter()
            // Without a seed of its own every process throws the same.
            .with_jitter_seed(seed());
        let attempt = || async {
            if let Some(write) = write {
                self.flight.sent(write.key.as_str());
            }
            let result = self.attempt(request).await.and_then(|answer| match write {
                Some(_) if !is_json(&answer.body) => Err(Failed::Garbled(Box::new(answer))),
                Some(_) | None => Ok(answer),
            });
            if let Err(failed) = &result {
                may_be_done.set(may_be_done.get() || failed.may_be_done());
            }
            result
        };
        let result = attempt
            .retry(backoff)
            .when(|failed| failed.is_passing(manner))
            .adjust(|failed, usual| {
                failed.pause(usual, RETRY_SPAN_MAX.saturating_sub(started.elapsed()))
            })
            .await;
        match (&result, write) {
            (Ok(_), Some(write)) => self.flight.applied(write.key.as_str()),
            (Err(_), Some(_)) if !may_be_done.get() => self.flight.refused(),
            (Ok(_) | Err(_), _) => {}
        }
        result
    }

    async fn attempt(&self, request: &Request) -> Result<RawAnswer, Failed> {
        let started = Instant::now();
        let line = format!("{} {}", request.method(), path_of(request));
        let result = self.attempt_once(request).await;
        if let Some(log) = &self.log {
            let elapsed_ms = started.elapsed().as_millis();
            let told = |answer: &RawAnswer| {
                let request_id = text_of(&answer.headers, &REQUEST_ID).unwrap_or_default();
                let status = answer.status;
                log(&format!("{line} -> {status} in {elapsed_ms} ms  {request_id}"));
            };
            match &result {
                Ok(answer) => told(answer),
                Err(Failed::Answered(answer) | Failed::Garbled(answer)) => told(answer),
                Err(Failed::NotSent(error) | Failed::Lost(error)) => {
                    log(&format!("{line} -> {error} after {elapsed_ms} ms"));
                }
                Err(Failed::TooLong) => log(&format!("{line} -> too long an answer")),
            }
            self.log_bodies(request, result.as_ref().ok());
        }
        result
    }

    fn log_bodies(&self, request: &Request, answer: Option<&RawAnswer>) {
        let Some(log) = self.log.as_ref().filter(|_| self.logs_bodies) else { return };
        if let Some(body) = request.body().and_then(reqwest::Body::as_bytes) {
            log(&format!("> {}", String::from_utf8_lossy(body)));
        }
        if let Some(answer) = answer {
            log(&format!("< {}", String::from_utf8_lossy(&answer.body)));
        }
    }

    async fn attempt_once(&self, request: &Request) -> Result<RawAnswer, Failed> {
        // The body is bytes, so a clone always comes of it; the same bytes every time.
        let mut again = Request::new(request.method().clone(), request.url().clone());
        again.headers_mut().clone_from(request.headers());
        *again.timeout_mut() = request.timeout().copied();
        *again.body_mut() =
            request.body().and_then(reqwest::Body::as_bytes).map(|body| body.to_vec().into());
        let response = self.http.execute(again).await.map_err(|error| {
            if error.is_connect() { Failed::NotSent(error) } else { Failed::Lost(error) }
        })?;
        self.compare_clocks(response.headers());
        let answer = read_answer(response).await?;
        if (200..300).contains(&answer.status) {
            Ok(answer)
        } else {
            Err(Failed::Answered(Box::new(answer)))
        }
    }

    /// Reads an answer as its type.
    pub(super) fn answer<T: DeserializeOwned>(
        &self,
        reply: &RawAnswer,
    ) -> Result<Answer<T>, CliError> {
        // Some answers have nothing to say.
        let bytes: &[u8] = if reply.body.is_empty() { b"null" } else { &reply.body };
        let body = serde_json::from_slice(bytes)
            .map_err(|error| bad_answer(self.server(), reply).why(error.to_string()))?;
        let is_replay =
            text_of(&reply.headers, &IDEMPOTENCY_REPLAYED).is_some_and(|text| text == "true");
        Ok(Answer { body, is_replay })
    }
}

/// Tells whether a body is whole and JSON; some answers have nothing to say.
fn is_json(body: &[u8]) -> bool {
    body.is_empty() || serde_json::from_slice::<serde::de::IgnoredAny>(body).is_ok()
}

/// Tells whether a problem says that time ran out.
fn names_timeout(body: &[u8]) -> bool {
    serde_json::from_slice::<Problem>(body).is_ok_and(|problem| problem.code == "request.timeout")
}

/// Reads a whole answer, up to its limit.
pub(super) async fn read_answer(mut response: Response) -> Result<RawAnswer, Failed> {
    let status = response.status().as_u16();
    let headers = response.headers().clone();
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(Failed::Lost)? {
        if body.len() + chunk.len() > ANSWER_BYTES_MAX {
            return Err(Failed::TooLong);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(RawAnswer { status, headers, body })
}

/// Returns the text of a header.
pub(super) fn text_of<'a>(
    headers: &'a HeaderMap,
    name: &reqwest::header::HeaderName,
) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

/// Returns how long the server asks to wait; only seconds, dates are not sent by it.
pub(super) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    text_of(headers, &RETRY_AFTER).and_then(|text| text.parse().ok()).map(Duration::from_secs)
}

/// Returns the path of a request with its query.
pub(super) fn path_of(request: &Request) -> String {
    match request.url().query() {
        Some(query) => format!("{}?{query}", request.url().path()),
        None => request.url().path().to_owned(),
    }
}
