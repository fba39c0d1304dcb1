//! A change the agent means to make: the line that makes it, what is asked before, and how it is taken back.

use hotel_core::wire::booking::BookingOutcome;
use serde_json::Value;

use crate::commands::words::{rooms_words, state_word, stay_words};
use crate::error::CliError;
use crate::error::category::Category;

/// What is asked before a change is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asks {
    /// Nothing: it is made at once, and taken back with one key.
    Nothing,
    /// What it would do is shown, and whether it shall be.
    First,
    /// The same, for what can't simply be taken back: nothing typed before the question counts.
    Danger,
}

/// A change the agent means to make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Intent {
    /// What it is, in a few words: `cancel BK7F3K2X`.
    pub(crate) title: String,
    /// The line that makes it, without `hotel`.
    pub(crate) words: Vec<String>,
    /// What is asked before.
    pub(crate) asks: Asks,
    /// The line that takes it back, if there is one that is known before.
    pub(crate) undo: Option<Vec<String>>,
    /// Whether the server can say what it would do.
    pub(crate) has_dry_run: bool,
}

impl Intent {
    /// Puts one together.
    pub(crate) fn new(title: impl Into<String>, words: Vec<String>, asks: Asks) -> Self {
        Self { title: title.into(), words, asks, undo: None, has_dry_run: true }
    }

    /// Says how it is taken back.
    #[must_use]
    pub(crate) fn undo(self, words: Vec<String>) -> Self {
        Self { undo: Some(words), ..self }
    }

    /// Says that nobody can tell what it would do, for it is this machine's own.
    #[must_use]
    pub(crate) fn without_dry_run(self) -> Self {
        Self { has_dry_run: false, ..self }
    }

    /// Returns the line that says what would happen.
    pub(crate) fn dry_run(&self) -> Vec<String> {
        let mut words = self.words.clone();
        words.push("--dry-run".to_owned());
        words
    }
}

/// What a change would do, as far as it could be learned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Preview {
    /// Its lines.
    pub(crate) lines: Vec<String>,
    /// What is added to the line of words, since it was seen.
    pub(crate) agreed: Vec<String>,
    /// Why it can't be done, if it can't.
    pub(crate) refusal: Option<Vec<String>>,
}

impl Preview {
    /// Reads what a dry run said.
    pub(crate) fn of(result: &Result<Value, CliError>) -> Self {
        let value = match result {
            Ok(value) => value,
            Err(error) if error.category == Category::Unavailable => return Self::unseen(),
            Err(error) => return Self::refused(error),
        };
        match serde_json::from_value::<BookingOutcome>(value.clone()) {
            Ok(outcome) => Self::of_outcome(&outcome),
            Err(_) => Self { lines: told(value), agreed: Vec::new(), refusal: None },
        }
    }

    /// What can be said of what is this machine's own.
    pub(crate) fn own(intent: &Intent) -> Self {
        Self { lines: vec![intent.title.clone()], agreed: Vec::new(), refusal: None }
    }

    /// What can be said while nobody can be asked.
    fn unseen() -> Self {
        let lines = [
            "The server can't be reached, so that what this would do is not known.",
            "It is written down, waits in the queue, and is sent once when the link is back.",
        ];
        Self { lines: lines.map(str::to_owned).to_vec(), agreed: Vec::new(), refusal: None }
    }

    fn refused(error: &CliError) -> Self {
        Self { lines: Vec::new(), agreed: Vec::new(), refusal: Some(failure_lines(error)) }
    }

    fn of_outcome(outcome: &BookingOutcome) -> Self {
        let booking = &outcome.booking;
        let mut lines = vec![
            format!("{}  {}", booking.hotel, stay_words(booking.stay)),
            format!("{}  {}", rooms_words(&booking.rooms), booking.terms.rate_plan),
            format!("then {}", state_word(booking.state)),
        ];
        match outcome.total_before {
            Some(before) if before != outcome.total => {
                lines.push(format!("total {before} -> {}", outcome.total));
            }
            Some(_) | None => lines.push(format!("total {}", outcome.total)),
        }
        let mut agreed = Vec::new();
        if outcome.fee.minor > 0 {
            lines.push(format!("fee {}", outcome.fee));
            agreed.extend(["--accept-fee".to_owned(), outcome.fee.amount()]);
        }
        Self { lines, agreed, refusal: None }
    }
}

/// Returns a record of another kind as lines.
fn told(value: &Value) -> Vec<String> {
    let Value::Object(fields) = value else { return Vec::new() };
    let plain = fields.iter().filter(|(_, value)| !value.is_object() && !value.is_array());
    plain.map(|(name, value)| format!("{name}: {}", plain_text(value))).collect()
}

/// Returns a value as people read it.
pub(crate) fn plain_text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// Returns a failure as lines: what happened, why, what became of the change, the way on.
pub(crate) fn failure_lines(error: &CliError) -> Vec<String> {
    let mut lines = vec![error.message.clone()];
    lines.extend(error.why.iter().cloned());
    lines.extend(error.note.clone());
    lines.extend(error.hints.iter().map(|hint| format!("-> {hint}")));
    lines.push(format!("({})", error.code));
    lines
}
