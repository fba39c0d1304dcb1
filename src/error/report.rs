//! The words of a failure on stderr, for people or for machines.

use std::io::Write;
use std::process::ExitCode;

use serde::Serialize;
use serde_json::Value;

use super::category::Category;
use super::{CliError, WriteOutcome};
use crate::output::format::Format;
use crate::output::safe_text::SafeText;
use crate::output::style::{Tone, paint};
use crate::output::tree;

/// The version of the JSON shape.
const SCHEMA: &str = "hotel.error/1";

/// How failures are worded, as asked for with `--error-format`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub(crate) enum ErrorFormat {
    /// JSON when the output is JSON, else for people
    #[default]
    Auto,
    /// For people
    Human,
    /// One JSON line
    Json,
}

/// How a failure is worded, decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Lines for people.
    Human {
        /// Whether colours may be used on stderr.
        color: bool,
    },
    /// One JSON line.
    Json,
}

impl ErrorFormat {
    /// Decides the shape, given the output format that was asked for.
    pub(crate) fn shape(self, output: Option<Format>, color: bool) -> Shape {
        match (self, output) {
            (Self::Json, _) | (Self::Auto, Some(Format::Json | Format::Jsonl)) => Shape::Json,
            (Self::Human | Self::Auto, _) => Shape::Human { color },
        }
    }

    /// Decides the shape from the raw arguments, for errors in the arguments themselves. `env` is
    /// asked for `HOTEL_ERROR_FORMAT` and `HOTEL_OUTPUT`.
    pub(crate) fn sniff(
        arguments: &[String],
        env: impl Fn(&str) -> Option<String>,
        color: bool,
    ) -> Shape {
        let errors =
            flag_value(arguments, &["--error-format"]).or_else(|| env("HOTEL_ERROR_FORMAT"));
        let output = flag_value(arguments, &["--output", "-o"]).or_else(|| env("HOTEL_OUTPUT"));
        let is_json_flag = arguments
            .iter()
            .take_while(|argument| *argument != "--")
            .any(|argument| argument == "--json" || argument.starts_with("--json="));
        let parse = |text: String| <Self as clap::ValueEnum>::from_str(&text, true).ok();
        let output = if is_json_flag { Some("json".to_owned()) } else { output };
        let output =
            output.and_then(|text| <Format as clap::ValueEnum>::from_str(&text, true).ok());
        errors.and_then(parse).unwrap_or_default().shape(output, color)
    }
}

/// Writes a failure to stderr and returns its exit code.
pub(crate) fn report(error: &CliError, shape: Shape, stderr: &mut dyn Write) -> ExitCode {
    if !error.is_closed_pipe() {
        let text = match shape {
            Shape::Human { color } => error.human(color),
            Shape::Json => error.json_line(),
        };
        // If even stderr is gone, the exit code still says what happened.
        stderr.write_all(text.as_bytes()).and_then(|()| stderr.flush()).ok();
    }
    ExitCode::from(error.category.exit_code())
}

impl CliError {
    /// Returns the lines for people, the important one first.
    pub(crate) fn human(&self, color: bool) -> String {
        let mut text = String::new();
        if let Some(help) = &self.help {
            text.push_str(help.trim_end());
            text.push_str("\n\n");
        }
        let mut line = |start: &str, rest: String| {
            text.push_str(start);
            text.push_str(&rest);
            text.push('\n');
        };
        // What waits is no error.
        let error = if self.category == Category::Queued {
            paint("queued:", Tone::Warn, color)
        } else {
            paint("error:", Tone::Bad, color)
        };
        let error = format!("{error} ");
        let code = paint(&format!("[{}]", safe(&self.code)), Tone::Dim, color);
        line(&error, format!("{}   {code}", safe(&self.message)));
        for reason in &self.why {
            line("  why : ", safe(reason));
        }
        for hint in &self.hints {
            line("  try : ", safe(hint));
        }
        if let Some(note) = self.note_line() {
            line("  note: ", note);
        }
        text
    }

    /// Returns the one line for machines.
    pub(crate) fn json_line(&self) -> String {
        let line = ErrorLine { error: ErrorBody::of(self) };
        match tree::json_text(&line) {
            Ok(text) => format!("{text}\n"),
            // Only strings, numbers and a JSON value are in it; it can't fail.
            Err(_) => format!("{{\"error\":{{\"schema\":\"{SCHEMA}\"}}}}\n"),
        }
    }

    /// Returns what became of the write, and the names to ask about it; nothing if no write was
    /// under way.
    fn note_line(&self) -> Option<String> {
        let is_write = self.note.is_some()
            || self.idempotency_key.is_some()
            || self.outcome != WriteOutcome::NotApplied;
        let mut parts = Vec::new();
        if is_write {
            let sentence = self.note.as_deref().unwrap_or(match self.outcome {
                WriteOutcome::NotApplied => "nothing was changed.",
                WriteOutcome::Applied => "the change was made.",
                WriteOutcome::Unknown => {
                    "the change was sent and not answered; it may have been made."
                }
            });
            parts.push(safe(sentence));
        }
        parts.extend(self.request_id.iter().map(|id| format!("request {}", safe(id))));
        parts.extend(self.idempotency_key.iter().map(|key| format!("key {}", safe(key))));
        parts.extend(self.op_id.iter().map(|id| format!("op {}", safe(id))));
        if parts.is_empty() { None } else { Some(parts.join("  ")) }
    }
}

fn safe(text: &str) -> String {
    SafeText::line(text).to_string()
}

/// Returns the value of a flag in `--flag value`, `--flag=value`, `-fvalue` or `-f=value`.
fn flag_value(arguments: &[String], names: &[&str]) -> Option<String> {
    let mut arguments = arguments.iter().take_while(|argument| *argument != "--");
    while let Some(argument) = arguments.next() {
        for name in names {
            let Some(rest) = argument.strip_prefix(name) else { continue };
            if rest.is_empty() {
                return arguments.next().cloned();
            }
            if let Some(value) = rest.strip_prefix('=') {
                return Some(value.to_owned());
            }
            if name.len() == 2 {
                return Some(rest.to_owned());
            }
        }
    }
    None
}

#[derive(Serialize)]
struct ErrorLine<'a> {
    error: ErrorBody<'a>,
}

#[derive(Serialize)]
struct ErrorBody<'a> {
    schema: &'static str,
    code: &'a str,
    category: Category,
    message: &'a str,
    field: Option<&'a str>,
    why: &'a [String],
    details: &'a Value,
    outcome: WriteOutcome,
    retryable: bool,
    retry_after_ms: Option<u64>,
    http_status: Option<u16>,
    request_id: Option<&'a str>,
    idempotency_key: Option<&'a str>,
    op_id: Option<&'a str>,
    next: &'a [String],
    exit_code: u8,
}

impl<'a> ErrorBody<'a> {
    fn of(error: &'a CliError) -> Self {
        Self {
            schema: SCHEMA,
            code: &error.code,
            category: error.category,
            message: &error.message,
            field: error.field.as_deref(),
            why: &error.why,
            details: &error.details,
            outcome: error.outcome,
            retryable: error.retryable,
            retry_after_ms: error.retry_after_ms,
            http_status: error.http_status,
            request_id: error.request_id.as_deref(),
            idempotency_key: error.idempotency_key.as_deref(),
            op_id: error.op_id.as_deref(),
            next: &error.hints,
            exit_code: error.category.exit_code(),
        }
    }
}
