//! Something that was asked for: one question at a time, and once more if it was wanted again meanwhile.

use std::time::Duration;

use jiff::Timestamp;
use serde::de::DeserializeOwned;

use super::message::{Answered, Effect, Ticket};
use crate::error::{CliError, codes};

/// However much happens, a thing is not asked for more often.
const PAUSE: Duration = Duration::from_millis(250);

/// An answer, and the question for the next one.
#[derive(Debug, Clone)]
pub(crate) struct Fetched<T> {
    /// What was answered last.
    pub(crate) value: Option<T>,
    /// How old that is, if it is not of now.
    pub(crate) stale_since: Option<Timestamp>,
    /// Why there was no answer, if there was none.
    pub(crate) error: Option<CliError>,
    asked: Option<Ticket>,
    words: Vec<String>,
    columns: Option<u16>,
    is_wanted: bool,
}

impl<T> Default for Fetched<T> {
    fn default() -> Self {
        Self {
            value: None,
            stale_since: None,
            error: None,
            asked: None,
            words: Vec::new(),
            columns: None,
            is_wanted: false,
        }
    }
}

impl<T: DeserializeOwned> Fetched<T> {
    /// Asks a question, as soon as the one before is answered if it is the same; another takes its place.
    pub(crate) fn ask(&mut self, tickets: &mut Tickets, words: Vec<String>) -> Vec<Effect> {
        if self.asked.is_some() && self.words == words {
            self.is_wanted = true;
            return Vec::new();
        }
        if self.words != words {
            self.value = None;
            self.error = None;
        }
        self.words = words;
        self.is_wanted = false;
        vec![self.send(tickets, Duration::ZERO)]
    }

    /// Asks for what people read, in so many columns.
    pub(crate) fn ask_text(
        &mut self,
        tickets: &mut Tickets,
        words: Vec<String>,
        columns: u16,
    ) -> Vec<Effect> {
        self.columns = Some(columns);
        self.ask(tickets, words)
    }

    /// Asks the last question again.
    pub(crate) fn again(&mut self, tickets: &mut Tickets) -> Vec<Effect> {
        if self.words.is_empty() {
            return Vec::new();
        }
        let words = self.words.clone();
        self.ask(tickets, words)
    }

    fn send(&mut self, tickets: &mut Tickets, after: Duration) -> Effect {
        let ticket = tickets.next();
        self.asked = Some(ticket);
        Effect::Run { ticket, words: self.words.clone(), after, columns: self.columns }
    }

    /// Takes an answer if it is the one that was asked for; tells whether it was, and what is asked next.
    pub(crate) fn take(
        &mut self,
        answered: &Answered,
        tickets: &mut Tickets,
    ) -> Option<Vec<Effect>> {
        if self.asked != Some(answered.ticket) {
            return None;
        }
        self.asked = None;
        let said = answered.result.clone().map(|told| match (self.columns, &answered.text) {
            (Some(_), Some(text)) => serde_json::Value::String(text.clone()),
            (_, _) => told,
        });
        match said.and_then(read) {
            Ok(value) => {
                self.value = Some(value);
                self.stale_since = answered.stale_since;
                self.error = None;
            }
            Err(error) => self.error = Some(error),
        }
        if std::mem::take(&mut self.is_wanted) {
            return Some(vec![self.send(tickets, PAUSE)]);
        }
        Some(Vec::new())
    }

    /// Takes an answer that somebody else was given to a question.
    pub(crate) fn fill(&mut self, words: Vec<String>, told: &serde_json::Value) {
        *self = Self { value: read(told.clone()).ok(), words, ..Self::default() };
    }

    /// Returns whether nothing was ever answered and something is on its way.
    pub(crate) fn is_first(&self) -> bool {
        self.asked.is_some() && self.value.is_none()
    }

    /// Returns what was asked, without `hotel`.
    pub(crate) fn words(&self) -> &[String] {
        &self.words
    }
}

fn read<T: DeserializeOwned>(value: serde_json::Value) -> Result<T, CliError> {
    serde_json::from_value(value).map_err(|error| {
        CliError::of(codes::INTERNAL_BUG, "an answer is not what it should be")
            .why(error.to_string())
    })
}

/// Hands tickets out.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tickets(u64);

impl Tickets {
    /// Returns one that nobody has.
    pub(crate) fn next(&mut self) -> Ticket {
        self.0 += 1;
        Ticket(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split(' ').map(str::to_owned).collect()
    }

    fn answer(effects: &[Effect], value: u32) -> Answered {
        let [Effect::Run { ticket, .. }] = effects else { panic!("no question") };
        Answered {
            ticket: *ticket,
            result: Ok(value.into()),
            stale_since: None,
            text: None,
            notes: Vec::new(),
            took: Duration::ZERO,
        }
    }

    #[test]
    fn a_thing_is_asked_for_once_at_a_time() {
        let (mut tickets, mut thing) = (Tickets::default(), Fetched::<u32>::default());
        let first = thing.ask(&mut tickets, words("list"));
        for _ in 0..3 {
            assert!(thing.ask(&mut tickets, words("list")).is_empty());
        }
        let again = thing.take(&answer(&first, 7), &mut tickets).unwrap();
        assert_eq!(thing.value, Some(7));
        assert!(matches!(&again[..], [Effect::Run { after, .. }] if *after == PAUSE));
        assert!(thing.take(&answer(&again, 8), &mut tickets).unwrap().is_empty());
        assert_eq!((thing.value, thing.asked), (Some(8), None));
    }

    #[test]
    fn the_answer_to_an_older_question_is_none() {
        let (mut tickets, mut thing) = (Tickets::default(), Fetched::<u32>::default());
        let old = thing.ask(&mut tickets, words("list --name a"));
        let new = thing.ask(&mut tickets, words("list --name b"));
        assert!(thing.take(&answer(&old, 1), &mut tickets).is_none());
        assert!(thing.take(&answer(&new, 2), &mut tickets).is_some());
        assert_eq!(thing.value, Some(2));
    }
}
