//! How a command fails: a stable code, what happened, why, and the way on. This is the only place
//! of exit codes, and the only place that words a failure for people and for machines.

pub(crate) mod category;
pub(crate) mod clap_usage;
pub(crate) mod codes;
pub(crate) mod report;

use std::fmt;
use std::io;
use std::ops::{Deref, DerefMut};
use std::path::Path;

use serde_json::Value;

use self::category::Category;
use self::codes::CodeInfo;
use crate::when::WhenError;
use crate::when::span::SpanError;

/// What became of the write that failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum WriteOutcome {
    /// Nothing was changed, or nothing was to be.
    #[default]
    NotApplied,
    /// The change stands.
    Applied,
    /// Sent, and no answer came: it may stand.
    Unknown,
}

/// A failure of a command; boxed, so that a `Result` stays small.
#[derive(Debug, Clone)]
pub(crate) struct CliError(Box<Failure>);

/// What a failure says.
#[derive(Debug, Clone)]
pub(crate) struct Failure {
    /// Dotted, stable.
    pub(crate) code: String,
    /// The kind, and so the exit code.
    pub(crate) category: Category,
    /// One sentence for people.
    pub(crate) message: String,
    /// The argument or request field it is about.
    pub(crate) field: Option<String>,
    /// The reasons, a line each.
    pub(crate) why: Vec<String>,
    /// Commands that lead on.
    pub(crate) hints: Vec<String>,
    /// What became of the write.
    pub(crate) outcome: WriteOutcome,
    /// The sentence that says what became of the write, in the words of the command.
    pub(crate) note: Option<String>,
    /// Facts for machines.
    pub(crate) details: Value,
    /// Whether the same command may succeed later.
    pub(crate) retryable: bool,
    /// When to come back.
    pub(crate) retry_after_ms: Option<u64>,
    /// What the server answered with.
    pub(crate) http_status: Option<u16>,
    /// The server's name for the request.
    pub(crate) request_id: Option<String>,
    /// The key of the write.
    pub(crate) idempotency_key: Option<String>,
    /// The operation in the local queue.
    pub(crate) op_id: Option<String>,
    /// Help text that people get to read first.
    pub(crate) help: Option<String>,
}

impl CliError {
    /// Makes a failure with a code of this side.
    pub(crate) fn of(info: CodeInfo, message: impl Into<String>) -> Self {
        Self::new(info.category, info.code, message)
    }

    /// Makes a failure with any code, as the server's refusals have.
    pub(crate) fn new(
        category: Category,
        code: impl Into<String>,
        message: impl Into<String>,
    ) -> Self {
        Self(Box::new(Failure {
            code: code.into(),
            category,
            message: message.into(),
            field: None,
            why: Vec::new(),
            hints: Vec::new(),
            outcome: WriteOutcome::NotApplied,
            note: None,
            details: Value::Object(serde_json::Map::new()),
            retryable: false,
            retry_after_ms: None,
            http_status: None,
            request_id: None,
            idempotency_key: None,
            op_id: None,
            help: None,
        }))
    }

    /// Makes a failure that is our fault.
    pub(crate) fn internal(message: impl Into<String>) -> Self {
        Self::of(codes::INTERNAL_BUG, message)
    }

    /// Makes the failure of a local file.
    pub(crate) fn file(action: &str, path: &Path, error: &io::Error) -> Self {
        Self::of(codes::LOCAL_IO, format!("cannot {action} {}", path.display()))
            .why(error.to_string())
    }

    /// Makes the failure of a write to stdout; a reader that went away is no failure.
    pub(crate) fn output(error: &io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self::of(codes::OUTPUT_CLOSED, "the reader of the output went away");
        }
        Self::of(codes::LOCAL_IO, "cannot write the output").why(error.to_string())
    }

    /// Names the argument or request field.
    #[must_use]
    pub(crate) fn field(mut self, field: impl Into<String>) -> Self {
        self.0.field = Some(field.into());
        self
    }

    /// Adds a reason.
    #[must_use]
    pub(crate) fn why(mut self, reason: impl Into<String>) -> Self {
        self.0.why.push(reason.into());
        self
    }

    /// Adds a way on, best a whole command.
    #[must_use]
    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.0.hints.push(hint.into());
        self
    }

    /// Says what became of the write.
    #[must_use]
    pub(crate) fn outcome(mut self, outcome: WriteOutcome) -> Self {
        self.0.outcome = outcome;
        self
    }

    /// Words what became of the write, as in `nothing was booked.`
    #[must_use]
    pub(crate) fn note(mut self, note: impl Into<String>) -> Self {
        self.0.note = Some(note.into());
        self
    }

    /// Adds facts for machines.
    #[must_use]
    pub(crate) fn details(mut self, details: Value) -> Self {
        self.0.details = details;
        self
    }

    /// Says that the same command may succeed later, and when if that is known.
    #[must_use]
    pub(crate) fn retryable(mut self, retry_after_ms: Option<u64>) -> Self {
        self.0.retryable = true;
        self.0.retry_after_ms = retry_after_ms;
        self
    }

    /// Adds the status the server answered with.
    #[must_use]
    pub(crate) fn http_status(mut self, status: u16) -> Self {
        self.0.http_status = Some(status);
        self
    }

    /// Adds the server's name for the request.
    #[must_use]
    pub(crate) fn request_id(mut self, request_id: impl Into<String>) -> Self {
        self.0.request_id = Some(request_id.into());
        self
    }

    /// Adds the key of the write.
    #[must_use]
    pub(crate) fn idempotency_key(mut self, key: impl Into<String>) -> Self {
        self.0.idempotency_key = Some(key.into());
        self
    }

    /// Adds the number of the operation in the journal.
    #[must_use]
    pub(crate) fn op_id(mut self, op_id: impl Into<String>) -> Self {
        self.0.op_id = Some(op_id.into());
        self
    }

    /// Adds help text that people get to read first.
    #[must_use]
    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.0.help = Some(help.into());
        self
    }

    /// Returns whether the change waits in the queue, which is no failure.
    pub(crate) fn is_waiting(&self) -> bool {
        self.0.category == Category::Queued
    }

    /// Returns whether the reader of stdout went away, which ends a command quietly.
    pub(crate) fn is_closed_pipe(&self) -> bool {
        self.0.category == Category::ClosedPipe
    }
}

impl Deref for CliError {
    type Target = Failure;

    fn deref(&self) -> &Failure {
        &self.0
    }
}

impl DerefMut for CliError {
    fn deref_mut(&mut self) -> &mut Failure {
        &mut self.0
    }
}

impl fmt::Display for CliError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0.message)
    }
}

impl std::error::Error for CliError {}

impl From<WhenError> for CliError {
    fn from(error: WhenError) -> Self {
        Self::of(codes::USAGE_DATE, error.to_string()).hint("hotel help dates")
    }
}

impl From<SpanError> for CliError {
    fn from(error: SpanError) -> Self {
        Self::of(codes::USAGE_SPAN, error.to_string())
    }
}

#[cfg(test)]
mod tests;
