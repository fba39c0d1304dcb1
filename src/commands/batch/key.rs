//! The names of the commands of a batch: the same when it is run once more (ux.md 2.3, rule 17), whatever
//! lines came in between. A line that was refused is asked again under another name, since the house tells
//! the same refusal under the old one.

use std::collections::HashMap;

use hotel_core::ids::IdempotencyKey;
use sha2::{Digest as _, Sha256};
use uuid::Builder;

use crate::cache::journal::{Journal, Operation, State};
use crate::error::CliError;
use crate::queue::following;

/// How often the same words came in a batch.
#[derive(Debug, Default)]
pub(super) struct Seen(HashMap<Vec<String>, u32>);

impl Seen {
    /// Returns how often some words came before.
    pub(super) fn count(&mut self, words: &[String]) -> u32 {
        let count = self.0.entry(words.to_vec()).or_default();
        *count += 1;
        *count - 1
    }
}

/// How a line stands.
#[derive(Debug)]
pub(super) enum Standing {
    /// It is to be carried out under this key.
    Open(IdempotencyKey),
    /// It was.
    Done(Operation),
    /// It waits in the queue.
    Waits(Operation),
}

/// Tells how a line stands.
pub(super) fn standing(
    journal: &Journal,
    batch: &str,
    words: &[String],
    nth: u32,
) -> Result<Standing, CliError> {
    let mut attempt = 0;
    loop {
        let first = key(batch, words, nth, attempt)?;
        let Some(mut operation) = journal.by_key(&first)? else { return Ok(Standing::Open(first)) };
        // What was put in its place, or tried when the first wish was refused, is what came of the line.
        while let Some(later) = match operation.superseded_by {
            Some(later) => journal.operation(later)?,
            None => journal.by_key(&following(&operation.entered.key)?)?,
        } {
            operation = later;
        }
        match operation.state {
            State::Applied | State::Noop => return Ok(Standing::Done(operation)),
            State::Queued
            | State::Sending
            | State::InDoubt
            | State::Held
            | State::Conflict
            | State::Superseded => return Ok(Standing::Waits(operation)),
            State::Rejected | State::Expired | State::Dropped => attempt += 1,
        }
    }
}

fn key(batch: &str, words: &[String], nth: u32, attempt: u32) -> Result<IdempotencyKey, CliError> {
    let mut hash = Sha256::new();
    for part in std::iter::once(batch).chain(words.iter().map(String::as_str)) {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    hash.update(nth.to_be_bytes());
    hash.update(attempt.to_be_bytes());
    let digest: [u8; 32] = hash.finalize().into();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    // RFC 9562, section 5.8: made of a hash of our own choice.
    let name = Builder::from_custom_bytes(bytes).into_uuid();
    IdempotencyKey::try_from(name.to_string())
        .map_err(|error| CliError::internal(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_the_same_for_the_same_line_and_for_no_other() {
        let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let name = |batch, text, nth, attempt| {
            key(batch, &words(text), nth, attempt).unwrap().as_str().to_owned()
        };
        let one = name("a", "cancel X", 0, 0);
        assert_eq!(one, name("a", "cancel X", 0, 0));
        let others = [
            name("b", "cancel X", 0, 0),
            name("a", "cancel Y", 0, 0),
            name("a", "cancel X", 1, 0),
            name("a", "cancel X", 0, 1),
        ];
        assert!(others.iter().all(|other| *other != one));
    }
}
