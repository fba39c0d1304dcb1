//! Operations as lists print them.

use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;

use crate::cache::journal::{Operation, Paused, State, Verb};
use crate::commands::words::ago;
use crate::output::present::{Cell, Column, Present};
use crate::output::style::Glyph;

/// An operation as it is printed; the same fields everywhere.
#[derive(Debug, Serialize)]
pub(crate) struct OperationRow {
    /// Its number.
    pub(crate) op: u64,
    /// Its state, with what follows from others.
    pub(crate) state: &'static str,
    /// What it does.
    pub(crate) verb: &'static str,
    /// The booking, by the newest code that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) booking: Option<String>,
    /// What the agent called it before the house gave it a code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) provisional: Option<String>,
    /// Whether it is not done, and may be.
    pub(crate) pending: bool,
    pub(crate) entered_at: Timestamp,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) expires_at: Option<Timestamp>,
    pub(crate) tries: u32,
    /// What was typed.
    pub(crate) argv: Vec<String>,
    pub(crate) idempotency_key: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) blocked_by: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) supersedes: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) superseded_by: Option<u64>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) after: Vec<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) note: Option<String>,
    /// What would be sent.
    pub(crate) request: Value,
    /// What the house answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) answer: Option<Value>,
    #[serde(skip)]
    glyph: Glyph,
    #[serde(skip)]
    age: String,
}

impl OperationRow {
    /// Puts an operation into a row.
    pub(crate) fn new(operation: &Operation, paused: Option<Paused>, now: Timestamp) -> Self {
        let new = &operation.entered;
        let errand = new.request.errand();
        let (state, glyph) = state_shown(operation, paused);
        let booking = operation.booking.or(errand.booking).map(|code| code.to_string());
        let provisional = new.provisional.map(|code| code.to_string());
        Self {
            op: operation.seq,
            state,
            verb: verb_word(errand.verb),
            booking: booking.or_else(|| provisional.clone()),
            provisional,
            pending: !operation.state.is_final(),
            entered_at: operation.entered_at,
            expires_at: new.expires_at,
            tries: operation.tries,
            argv: new.argv.clone(),
            idempotency_key: new.key.as_str().to_owned(),
            blocked_by: operation.blocked_by,
            supersedes: new.supersedes,
            superseded_by: operation.superseded_by,
            after: new.after.clone(),
            note: operation.note.clone(),
            request: serde_json::json!({
                "method": new.request.method,
                "path": new.request.path,
                "if_version": new.request.if_version,
                "body": json(&new.request.body),
            }),
            answer: operation
                .answer
                .as_ref()
                .map(|kept| serde_json::json!({ "status": kept.status, "body": json(&kept.body) })),
            glyph,
            age: ago(operation.entered_at, now),
        }
    }

    /// Returns its state with its sign.
    pub(crate) fn state_cell(&self) -> Cell {
        Cell::status(self.glyph, self.state)
    }

    /// Returns what was typed, as it may be typed again.
    pub(crate) fn command(&self) -> String {
        let words: Vec<String> = self.argv.iter().map(|word| quoted(word)).collect();
        format!("hotel {}", words.join(" "))
    }

    /// Returns why it is where it is.
    pub(crate) fn why(&self) -> String {
        match (self.blocked_by, &self.note) {
            (Some(by), _) => format!("waits for operation {by}"),
            (None, Some(note)) => note.clone(),
            (None, None) => String::new(),
        }
    }
}

impl Present for OperationRow {
    fn columns() -> &'static [Column] {
        const COLUMNS: &[Column] = &[
            Column::number("op", "op"),
            Column::code("state", "state"),
            Column::code("verb", "what"),
            Column::code("booking", "booking"),
            Column::code("entered_at", "age"),
            Column::text("note", "why"),
            Column::text("argv", "command"),
        ];
        COLUMNS
    }

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(self.op.to_string()),
            self.state_cell(),
            Cell::text(self.verb),
            Cell::optional(self.booking.as_deref()),
            Cell::text(&self.age).machine(self.entered_at.to_string()),
            Cell::text(self.why()),
            Cell::text(self.command()).machine(self.command()),
        ]
    }

    fn id(&self) -> String {
        self.op.to_string()
    }

    fn optional_fields() -> &'static [&'static str] {
        &[
            "booking",
            "provisional",
            "expires_at",
            "blocked_by",
            "supersedes",
            "superseded_by",
            "after",
            "note",
            "answer",
        ]
    }
}

/// Returns the word and the sign of a state, with what follows from others and from the link.
fn state_shown(operation: &Operation, paused: Option<Paused>) -> (&'static str, Glyph) {
    let word = operation.state.as_str();
    match (operation.state, operation.blocked_by, paused) {
        (State::Queued | State::InDoubt, Some(_), _) => ("blocked", Glyph::Waiting),
        (State::Queued, None, Some(Paused::Auth)) => ("paused", Glyph::Waiting),
        (State::Queued | State::Sending | State::InDoubt | State::Held, _, _) => {
            (word, Glyph::Waiting)
        }
        (State::Conflict, _, _) => (word, Glyph::Warning),
        (State::Rejected | State::Expired, _, _) => (word, Glyph::Failed),
        (State::Applied | State::Noop, _, _) => (word, Glyph::Done),
        (State::Superseded | State::Dropped, _, _) => (word, Glyph::Over),
    }
}

fn verb_word(verb: Verb) -> &'static str {
    match verb {
        Verb::Book => "book",
        Verb::Update => "update",
        Verb::Cancel => "cancel",
        Verb::Assign => "assign",
        Verb::Move => "move",
        Verb::CheckIn => "check-in",
        Verb::CheckOut => "check-out",
        Verb::Step => "step",
        Verb::Other => "change",
    }
}

/// Quotes a word for a shell if it needs that.
fn quoted(word: &str) -> String {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-_.,:/=+@%~".contains(letter);
    if !word.is_empty() && word.chars().all(is_plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', "'\\''"))
}

fn json(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap_or_default()
}
