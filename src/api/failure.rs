//! What went wrong with a request, in the words of the error layer.

use std::time::Duration;

use hotel_core::wire::problem::Problem;

use super::send::{Failed, retry_after, text_of};
use super::{REQUEST_ID, RawAnswer};
use crate::error::category::Category;
use crate::error::{CliError, WriteOutcome, codes};

/// What is known about the request that failed.
#[derive(Debug)]
pub(super) struct Verdict<'a> {
    /// The server that was asked.
    pub(super) server: &'a str,
    /// Whether it is on this machine.
    pub(super) is_local: bool,
    /// What was asked for.
    pub(super) path: &'a str,
    /// How long an answer may take.
    pub(super) timeout: Duration,
    /// The key, if it was a write with an effect.
    pub(super) key: Option<&'a str>,
    /// Whether an attempt may have been done without an answer.
    pub(super) may_be_done: bool,
}

impl Verdict<'_> {
    /// Says what became of the write.
    fn settle(&self, error: CliError) -> CliError {
        let Some(key) = self.key else { return error };
        let error = error.idempotency_key(key);
        if self.may_be_done {
            error
                .outcome(WriteOutcome::Unknown)
                .note(
                    "the change was sent and not answered; it may have been made. Repeat the \
                     command with --idempotency-key and the key below: it takes effect once.",
                )
                .retryable(None)
        } else {
            error.outcome(WriteOutcome::NotApplied)
        }
    }
}

/// Returns the failure that a command reports.
pub(super) fn failure_of(failed: Failed, verdict: &Verdict<'_>) -> CliError {
    let error = match failed {
        Failed::Answered(answer) => refusal(verdict.server, verdict.path, &answer),
        Failed::Garbled(answer) => {
            bad_answer(verdict.server, &answer).why("it is no JSON, or half of it")
        }
        Failed::TooLong => {
            CliError::of(codes::NETWORK_BAD_ANSWER, "the answer is longer than any answer can be")
        }
        Failed::NotSent(error) => unreachable_server(verdict, &error),
        Failed::Lost(error) if error.is_timeout() => CliError::of(
            codes::NETWORK_TIMEOUT,
            format!("{} did not answer within {} s", verdict.server, verdict.timeout.as_secs()),
        )
        .hint("--timeout 60s")
        .retryable(None),
        Failed::Lost(error) => CliError::of(
            codes::NETWORK_UNREACHABLE,
            format!("the connection to {} broke", verdict.server),
        )
        .why(root_cause(&error))
        .retryable(None),
    };
    verdict.settle(error)
}

fn unreachable_server(verdict: &Verdict<'_>, error: &reqwest::Error) -> CliError {
    let failure = CliError::of(
        codes::NETWORK_UNREACHABLE,
        format!("the server at {} can't be reached", verdict.server),
    )
    .why(root_cause(error))
    .retryable(None);
    if verdict.is_local { failure.hint("hotel serve") } else { failure.hint("hotel doctor") }
}

/// Returns the innermost cause: the outer ones repeat the address and say little.
pub(super) fn root_cause(error: &reqwest::Error) -> String {
    let mut cause: &dyn std::error::Error = error;
    while let Some(inner) = cause.source() {
        cause = inner;
    }
    cause.to_string()
}

/// Turns a problem of the server into a failure; its words and its code stay.
pub(super) fn refusal(server: &str, path: &str, answer: &RawAnswer) -> CliError {
    let Ok(problem) = serde_json::from_slice::<Problem>(&answer.body) else {
        return unworded(server, path, answer);
    };
    let category = Category::from_http_status(answer.status);
    let mut error = CliError::new(category, problem.code, without_full_stop(&problem.detail))
        .http_status(answer.status);
    if problem.details.is_object() {
        error = error.details(problem.details);
    }
    if let Some(field) = problem.field {
        error = error.field(field);
    }
    match problem.hint {
        Some(hint) => error = error.hint(hint),
        None if category == Category::Auth => error = error.hint("hotel doctor"),
        None => {}
    }
    let wait_ms = problem.retry_after_ms.or_else(|| wait_ms(answer));
    if problem.retryable || category == Category::Unavailable {
        error = error.retryable(wait_ms);
    }
    match (problem.request_id.is_empty(), text_of(&answer.headers, &REQUEST_ID)) {
        (false, _) => error.request_id(problem.request_id),
        (true, Some(id)) => error.request_id(id),
        (true, None) => error,
    }
}

/// Words an answer that is no problem: from a gateway, or from something else altogether.
fn unworded(server: &str, path: &str, answer: &RawAnswer) -> CliError {
    let category = Category::from_http_status(answer.status);
    let error = match category {
        Category::Unavailable => CliError::of(
            codes::NETWORK_UNREACHABLE,
            format!("{server} is not available: it answered {}", answer.status),
        )
        .retryable(wait_ms(answer)),
        Category::NotFound => bad_answer(server, answer).why(format!("it knows no {path}")),
        Category::ClosedPipe
        | Category::Internal
        | Category::UserInput
        | Category::Auth
        | Category::Forbidden
        | Category::Conflict
        | Category::Rejected
        | Category::Queued
        | Category::Partial
        | Category::Local
        | Category::Timeout
        | Category::Interrupted
        | Category::Terminated => bad_answer(server, answer),
    };
    error.http_status(answer.status)
}

/// Words an answer that is not of this protocol.
pub(super) fn bad_answer(server: &str, answer: &RawAnswer) -> CliError {
    let message = format!("what {server} answered is not understood");
    CliError::of(codes::NETWORK_BAD_ANSWER, message)
        .why(format!("the status is {}", answer.status))
        .hint("hotel doctor")
        .http_status(answer.status)
}

fn wait_ms(answer: &RawAnswer) -> Option<u64> {
    retry_after(&answer.headers).and_then(|wait| u64::try_from(wait.as_millis()).ok())
}

fn without_full_stop(text: &str) -> &str {
    text.strip_suffix('.').unwrap_or(text)
}
