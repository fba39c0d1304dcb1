//! A person's word about an operation: kept back, let go, given up, replaced, taken over.

use jiff::Timestamp;
use rusqlite::{OptionalExtension as _, Transaction};

use super::operation::{NewOperation, State, Whose};
use super::{Entry, Journal, in_the_way, insert, known, lane};
use crate::error::CliError;

/// Why a person's word has no effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refused {
    /// There is no such operation.
    Unknown,
    /// It is in a state in which that can't be done.
    Is(State),
}

impl Journal {
    /// Moves an operation from one of some states to another.
    pub(crate) fn shift(
        &self,
        seq: u64,
        (from, to): (&[State], State),
        now: Timestamp,
    ) -> Result<Result<(), Refused>, CliError> {
        self.file.write(|transaction| {
            if let Some(refused) = refused(transaction, seq, from)? {
                return Ok(Err(refused));
            }
            let settled_at = to.is_final().then(|| now.as_microsecond());
            let shift =
                "UPDATE operation SET state = ?2, sender = NULL, settled_at = ?3 WHERE seq = ?1";
            transaction.execute(shift, (seq, to.as_str(), settled_at))?;
            Ok(Ok(()))
        })
    }

    /// Puts an operation in the place of one that is in one of some states: it has the old one's turn, and
    /// what followed that follows it.
    pub(crate) fn supersede(
        &self,
        old: u64,
        from: &[State],
        new: &NewOperation,
        now: Timestamp,
    ) -> Result<Result<u64, Refused>, CliError> {
        self.file.write(|transaction| {
            if let Some(refused) = refused(transaction, old, from)? {
                return Ok(Err(refused));
            }
            let lane = lane(transaction, new)?;
            let seq = insert(transaction, new, lane.as_deref(), Entry::Waiting, now)?;
            let place = "UPDATE operation SET supersedes = ?1, \
                 place = (SELECT old.turn FROM operation AS old WHERE old.seq = ?1) WHERE seq = ?2";
            transaction.execute(place, [old, seq])?;
            let replace = "UPDATE operation SET state = 'superseded', sender = NULL, settled_at = ?2 \
                 WHERE seq = ?1";
            transaction.execute(replace, (old, now.as_microsecond()))?;
            let follow = "UPDATE edge SET after = ?2 WHERE after = ?1";
            transaction.execute(follow, [old, seq])?;
            let precede = "INSERT INTO edge (seq, after) \
                 SELECT ?2, edge.after FROM edge WHERE edge.seq = ?1 ON CONFLICT DO NOTHING";
            transaction.execute(precede, [old, seq])?;
            Ok(Ok(seq))
        })
    }

    /// Returns the last operation that is not done and that one would follow.
    pub(crate) fn would_follow(&self, new: &NewOperation) -> Result<Option<u64>, CliError> {
        self.file.write_lightly(|transaction| {
            if known(transaction, &new.key)?.is_some() {
                return Ok(None);
            }
            in_the_way(transaction, lane(transaction, new)?.as_deref())
        })
    }

    /// Makes an operation that another user asked for one's own.
    pub(crate) fn adopt(&self, seq: u64, whose: &Whose) -> Result<Result<(), Refused>, CliError> {
        self.file.write(|transaction| {
            let from = [State::Queued, State::InDoubt, State::Held, State::Conflict];
            if let Some(refused) = refused(transaction, seq, &from)? {
                return Ok(Err(refused));
            }
            let adopt = "UPDATE operation SET principal = ?2, \
                 note = 'taken over from ' || principal WHERE seq = ?1";
            transaction.execute(adopt, (seq, &whose.principal))?;
            Ok(Ok(()))
        })
    }
}

fn refused(
    transaction: &Transaction<'_>,
    seq: u64,
    from: &[State],
) -> rusqlite::Result<Option<Refused>> {
    let state = "SELECT state FROM operation WHERE seq = ?1";
    let found: Option<String> = transaction.query_row(state, [seq], |row| row.get(0)).optional()?;
    let Some(found) = found else { return Ok(Some(Refused::Unknown)) };
    let found = State::ALL.into_iter().find(|state| state.as_str() == found);
    Ok(found.filter(|found| !from.contains(found)).map(Refused::Is))
}
