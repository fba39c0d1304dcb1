//! The command log: everything the desk did, as the shell lines that do the same.

use std::collections::VecDeque;

use jiff::Timestamp;

use super::message::{Answered, Ticket};
use crate::error::category::Category;
use crate::output::safe_text::SafeText;

/// How many lines are kept.
const STEPS_MAX: usize = 500;

/// What became of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It is on its way.
    Running,
    /// It is done; it took so many milliseconds.
    Done(u128),
    /// It waits in the journal.
    Waits,
    /// It was refused, or failed.
    Failed(SafeText),
}

/// A line.
#[derive(Debug, Clone)]
pub(crate) struct Step {
    ticket: Ticket,
    /// When it was begun.
    pub(crate) at: Timestamp,
    /// The line, as a shell takes it.
    pub(crate) line: String,
    /// What became of it.
    pub(crate) fate: Fate,
    /// How often it was asked in a row.
    pub(crate) times: u32,
}

/// Everything that was done, the latest last.
#[derive(Debug, Clone, Default)]
pub(crate) struct Journey {
    steps: VecDeque<Step>,
}

impl Journey {
    /// Notes that a line is begun. The same question asked again takes the place of the one before.
    pub(crate) fn begin(&mut self, ticket: Ticket, words: &[String], at: Timestamp) {
        let line = shell_line(words);
        let same = self.steps.iter().position(|step| step.line == line && !is_change(words));
        let times = same.and_then(|place| self.steps.remove(place)).map_or(0, |step| step.times);
        if self.steps.len() >= STEPS_MAX {
            self.steps.pop_front();
        }
        self.steps.push_back(Step { ticket, at, line, fate: Fate::Running, times: times + 1 });
    }

    /// Notes what became of a line.
    pub(crate) fn end(&mut self, answered: &Answered) {
        let step = self.steps.iter_mut().rev().find(|step| step.ticket == answered.ticket);
        let Some(step) = step else { return };
        step.fate = match &answered.result {
            Ok(_) => Fate::Done(answered.took.as_millis()),
            Err(error) if error.category == Category::Queued => Fate::Waits,
            Err(error) => Fate::Failed(SafeText::line(&error.message)),
        };
    }

    /// Returns the lines, the latest first.
    pub(crate) fn latest(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().rev()
    }
}

/// Returns whether words change something, as far as a log needs to know: what only looks is worth one line.
fn is_change(words: &[String]) -> bool {
    let looks = ["list", "show", "history", "search", "whoami", "report", "todo", "status"];
    let verb = words.first().map(String::as_str).unwrap_or_default();
    let second = words.get(1).map(String::as_str).unwrap_or_default();
    let second_looks = ["ls", "list", "show", "tape", "log", "dead"].contains(&second);
    !looks.contains(&verb) && !second_looks
}

/// Returns words as a shell takes them.
pub(crate) fn shell_line(words: &[String]) -> String {
    let quoted = shlex::try_join(words.iter().map(String::as_str));
    format!("hotel {}", quoted.unwrap_or_else(|_| words.join(" ")))
}
