//! What became of a line of a batch, as it is told.

use serde::Serialize;
use serde_json::Value;

use super::super::line::Carried;
use super::source::Line;
use crate::cache::journal::Operation;
use crate::error::CliError;
use crate::error::category::Category;
use crate::output::present::{Cell, Column, Present};
use crate::output::style::Glyph;

/// What became of a line.
#[derive(Debug)]
pub(super) struct Outcome {
    state: &'static str,
    exit_code: u8,
    op: Option<u64>,
    result: Option<Value>,
    error: Option<CliError>,
}

impl Outcome {
    /// Reads what a command came to.
    pub(super) fn of(carried: Carried) -> Self {
        let error = match carried.result {
            Ok(()) => {
                let result = carried.told;
                return Self { state: "done", exit_code: 0, op: None, result, error: None };
            }
            Err(error) => error,
        };
        let op = error.op_id.as_ref().and_then(|op| op.parse().ok());
        if error.category == Category::Queued {
            return Self { state: "queued", exit_code: 8, op, result: None, error: None };
        }
        Self { op, ..Self::failed(error) }
    }

    /// Notes an entry that no command follows from yet.
    pub(super) fn noted() -> Self {
        Self { state: "noted", exit_code: 0, op: None, result: None, error: None }
    }

    /// Returns what it told.
    pub(super) fn result(&self) -> Option<&Value> {
        self.result.as_ref()
    }

    /// Returns the number of the operation that waits.
    pub(super) fn waiting_op(&self) -> Option<u64> {
        self.op.filter(|_| self.waits())
    }

    /// Notes a failure.
    pub(super) fn failed(error: CliError) -> Self {
        let exit_code = error.category.exit_code();
        Self { state: "failed", exit_code, op: None, result: None, error: Some(error) }
    }

    /// Notes that it was done by an earlier run.
    pub(super) fn before(operation: &Operation) -> Self {
        let answer = operation.answer.as_ref();
        let result = answer.and_then(|kept| serde_json::from_slice(&kept.body).ok());
        Self { state: "done_before", exit_code: 0, op: Some(operation.seq), result, error: None }
    }

    /// Notes that it waits since an earlier run.
    pub(super) fn waiting(operation: &Operation) -> Self {
        let op = Some(operation.seq);
        Self { state: "queued", exit_code: 8, op, result: None, error: None }
    }

    /// Tells whether it failed.
    pub(super) fn is_failed(&self) -> bool {
        self.error.is_some()
    }

    /// Tells whether it waits.
    pub(super) fn waits(&self) -> bool {
        self.exit_code == Category::Queued.exit_code()
    }
}

/// A line with what became of it.
#[derive(Debug, Serialize)]
pub(super) struct Record {
    line: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    state: &'static str,
    exit_code: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    op: Option<u64>,
    command: String,
    /// The terse entry that it stands for.
    #[serde(skip_serializing_if = "Option::is_none")]
    entry: Option<String>,
    /// What the command would have written.
    #[serde(skip_serializing_if = "Option::is_none")]
    result: Option<Value>,
    /// The code of the failure.
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<String>,
}

impl Record {
    /// Puts a line and its outcome together.
    pub(super) fn new(
        line: &Line,
        command: String,
        entry: Option<String>,
        outcome: Outcome,
    ) -> Self {
        Self {
            line: line.number,
            id: line.id.clone(),
            state: outcome.state,
            exit_code: outcome.exit_code,
            op: outcome.op,
            command,
            entry,
            result: outcome.result,
            error: outcome.error.as_ref().map(|error| error.code.clone()),
            message: outcome.error.as_ref().map(|error| error.message.clone()),
        }
    }
}

impl Record {
    /// Tells whether it failed.
    pub(super) fn is_failed(&self) -> bool {
        self.error.is_some()
    }

    /// Tells whether it waits.
    pub(super) fn waits(&self) -> bool {
        self.exit_code == Category::Queued.exit_code()
    }
}

impl Present for Record {
    fn columns() -> &'static [Column] {
        const COLUMNS: &[Column] = &[
            Column::number("line", "line"),
            Column::text("id", "id"),
            Column::code("state", "state"),
            Column::text("command", "command"),
            Column::text("message", "why"),
        ];
        COLUMNS
    }

    fn cells(&self) -> Vec<Cell> {
        let glyph = match self.state {
            "done" | "done_before" | "noted" => Glyph::Done,
            "queued" => Glyph::Waiting,
            _ => Glyph::Failed,
        };
        vec![
            Cell::text(self.line.to_string()),
            Cell::optional(self.id.as_deref()),
            Cell::status(glyph, self.state),
            Cell::text(&self.command),
            Cell::optional(self.message.as_deref()),
        ]
    }

    fn id(&self) -> String {
        let code = |result: &Value| Some(result["booking"]["code"].as_str()?.to_owned());
        self.result.as_ref().and_then(code).unwrap_or_default()
    }

    fn optional_fields() -> &'static [&'static str] {
        &["id", "op", "entry", "result", "error", "message"]
    }
}
