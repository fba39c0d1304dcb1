//! The queue of what needs the agent, worked off one by one.

use serde_json::Value;

use super::{Cause, Run, Step};
use crate::commands::todo::row::Todo;

/// What is worked off, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Queue {
    todo: Vec<Todo>,
    at: usize,
}

impl Queue {
    /// Reads what needs the agent.
    pub(super) fn of(told: &Value) -> Self {
        let todo = serde_json::from_value(told.clone()).unwrap_or_default();
        Self { todo, at: 0 }
    }

    /// Returns the place in it, from 1, and how long it is.
    pub(super) fn place(&self) -> (usize, usize) {
        (self.at + 1, self.todo.len())
    }

    /// Tells whether nothing is in it.
    pub(super) fn is_empty(&self) -> bool {
        self.todo.is_empty()
    }

    /// Goes on to the next.
    pub(super) fn next(&mut self) -> Vec<Step> {
        if self.at + 1 >= self.todo.len() {
            return vec![Step::Say(format!("that was the last of {}", self.todo.len()))];
        }
        self.at += 1;
        self.shown()
    }

    /// Goes on to the next, and puts this one at the end.
    pub(super) fn later(&mut self) -> Vec<Step> {
        if self.at + 1 >= self.todo.len() {
            return vec![Step::Say("it is the last one: nothing comes before it".to_owned())];
        }
        let put_off = self.todo.remove(self.at);
        self.todo.push(put_off);
        self.shown()
    }

    /// Shows what stands at its place.
    pub(super) fn shown(&self) -> Vec<Step> {
        let Some(todo) = self.todo.get(self.at) else {
            // The list said that there is nothing.
            return Vec::new();
        };
        let (place, count) = self.place();
        let say = Step::Say(format!("{place} of {count}  {}  {}", todo.reason.as_str(), todo.what));
        let show = match (todo.op, &todo.booking) {
            (Some(op), _) => Run::new(Cause::Other, &["queue", "show", &op.to_string()]),
            (None, Some(code)) => Run::new(Cause::Show, &["show", code]),
            (None, None) => return vec![say],
        };
        vec![Step::Run(show), say]
    }
}
