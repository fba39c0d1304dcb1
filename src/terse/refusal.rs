//! Why an entry is refused: where in the line, by which rule, and what can stand there.

use crate::error::{CliError, codes};

/// An entry that is refused; nothing of its line is carried out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` at place {} of the line: {rule}", at + 1)]
pub(crate) struct Refusal {
    /// The place in the line, in characters from 0.
    pub(crate) at: usize,
    /// What stands there.
    pub(crate) text: String,
    /// The rule, in one sentence.
    pub(crate) rule: String,
    /// What can stand there.
    pub(crate) can: Vec<String>,
}

impl Refusal {
    /// Makes one.
    pub(super) fn new(at: usize, text: impl Into<String>, rule: impl Into<String>) -> Self {
        Self { at, text: text.into(), rule: rule.into(), can: Vec::new() }
    }

    /// Adds what can stand there.
    #[must_use]
    pub(super) fn can(mut self, form: impl Into<String>) -> Self {
        self.can.push(form.into());
        self
    }
}

impl From<Refusal> for CliError {
    fn from(refusal: Refusal) -> Self {
        let message = format!("`{}` can't stand at place {}", refusal.text, refusal.at + 1);
        let details = serde_json::json!({ "at": refusal.at, "can": refusal.can });
        let error = Self::of(codes::USAGE_ENTRY, message).why(refusal.rule).details(details);
        refusal.can.into_iter().fold(error, Self::hint)
    }
}
