//! The journal: every change is written here before its first byte leaves, and stays until it is known
//! what became of it. What could not be sent waits here, in order, and is sent exactly once.
//!
//! To enter an operation waits for the disk once. What becomes of it does not: if a loss of power takes
//! that back, the operation is in doubt again, and the house tells the same answer under its key.

mod lease;
mod look;
mod operation;
mod pause;
mod rows;
mod sender;
mod sending;
#[cfg(test)]
mod tests;
mod word;

use hotel_core::ids::IdempotencyKey;
use jiff::Timestamp;
use rusqlite::{OptionalExtension as _, Transaction, named_params};

pub(crate) use self::lease::BEAT_EVERY;
pub(crate) use self::look::Counts;
pub(crate) use self::operation::{
    KeptAnswer, NewOperation, Operation, Request, State, Verb, Whose,
};
pub(crate) use self::pause::Paused;
pub(crate) use self::sender::{Sender, is_alive};
pub(crate) use self::sending::Outcome;
pub(crate) use self::word::Refused;
use super::file::DataFile;
use crate::error::category::Category;
use crate::error::{CliError, codes};

/// The house's code of a key that names two changes.
const KEY_REUSED: &str = "idempotency.key_reused";

/// The journal of a profile.
#[derive(Debug)]
pub(crate) struct Journal {
    file: DataFile,
}

/// How an operation enters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Entry<'a> {
    /// It waits.
    Waiting,
    /// This process sends it at once, unless an earlier one of its booking stands in its way.
    Sending(&'a str),
}

/// How an operation was entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Entered {
    /// It is this process's to send.
    Mine(u64),
    /// It waits; behind another one, if one is named.
    Waits {
        /// Its number.
        seq: u64,
        /// What stands in its way.
        behind: Option<u64>,
    },
    /// It was entered before, and what became of it is known, or another process sends it: the house gives
    /// the same answer again.
    Before(u64),
}

impl Journal {
    /// Reads and writes the journal in a data file.
    pub(crate) fn new(file: DataFile) -> Self {
        Self { file }
    }

    /// Enters an operation, lastingly. One that was entered before under its key is found again.
    pub(crate) fn enter(
        &self,
        new: &NewOperation,
        entry: Entry<'_>,
        now: Timestamp,
    ) -> Result<Entered, CliError> {
        let entered = self.file.write(|transaction| {
            if let Some((seq, fingerprint)) = known(transaction, &new.key)? {
                return if fingerprint == new.request.fingerprint() {
                    again(transaction, seq, entry).map(Some)
                } else {
                    Ok(None)
                };
            }
            let lane = lane(transaction, new)?;
            let behind = in_the_way(transaction, lane.as_deref())?;
            let behind = behind.max(open_among(transaction, &new.after)?);
            let entry = if behind.is_some() { Entry::Waiting } else { entry };
            let seq = insert(transaction, new, lane.as_deref(), entry, now)?;
            Ok(Some(match entry {
                Entry::Sending(_) => Entered::Mine(seq),
                Entry::Waiting => Entered::Waits { seq, behind },
            }))
        });
        let entered = entered.inspect_err(|error| self.take_back(new, now, error))?;
        entered.ok_or_else(|| {
            let message = format!("the key {} was used for another change", new.key.as_str());
            // In the words of the house, which would say the same.
            CliError::new(Category::Rejected, KEY_REUSED, message)
                .field("--idempotency-key")
                .hint("hotel queue log")
        })
    }
}

impl Journal {
    /// Takes back an operation of which the disk could not say that it has it: whoever entered it is told that
    /// nothing was done, and so nothing may be.
    fn take_back(&self, new: &NewOperation, entered_at: Timestamp, error: &CliError) {
        if error.code != codes::LOCAL_IO.code {
            return;
        }
        let drop_it = "UPDATE operation SET state = 'dropped', sender = NULL, settled_at = ?2 \
             WHERE key = ?1 AND entered_at = ?2 AND state IN ('queued', 'sending')";
        let key = new.key.as_str();
        let taken_back = self.file.write_lightly(|transaction| {
            transaction.execute(drop_it, (key, entered_at.as_microsecond()))
        });
        // A disk that takes nothing at all has not taken the operation either.
        taken_back.ok();
    }
}

/// Takes up an operation that was entered before.
fn again(transaction: &Transaction<'_>, seq: u64, entry: Entry<'_>) -> rusqlite::Result<Entered> {
    let state: String =
        transaction
            .query_row("SELECT state FROM operation WHERE seq = ?1", [seq], |row| row.get(0))?;
    let Entry::Sending(sender) = entry else {
        let waits = ["queued", "in_doubt", "held", "conflict"].contains(&state.as_str());
        let entered = Entered::Waits { seq, behind: None };
        return Ok(if waits { entered } else { Entered::Before(seq) });
    };
    let taken = sending::take(transaction, seq, sender)?;
    Ok(if taken { Entered::Mine(seq) } else { Entered::Before(seq) })
}

/// Returns the operation of a key, with its fingerprint.
fn known(
    transaction: &Transaction<'_>,
    key: &IdempotencyKey,
) -> rusqlite::Result<Option<(u64, [u8; 32])>> {
    let known = "SELECT seq, fingerprint FROM operation WHERE key = ?1";
    transaction.query_row(known, [key.as_str()], |row| Ok((row.get(0)?, row.get(1)?))).optional()
}

/// Returns the last operation of a lane that is not done.
fn in_the_way(transaction: &Transaction<'_>, lane: Option<&str>) -> rusqlite::Result<Option<u64>> {
    let last = "SELECT max(seq) FROM operation WHERE lane = ?1 \
         AND state NOT IN ('applied', 'noop', 'superseded', 'dropped')";
    transaction.query_row(last, [lane], |row| row.get(0))
}

/// Returns the last of some operations that is not done.
fn open_among(transaction: &Transaction<'_>, seqs: &[u64]) -> rusqlite::Result<Option<u64>> {
    let mut open = transaction.prepare_cached(
        "SELECT seq FROM operation WHERE seq = ?1 \
         AND state NOT IN ('applied', 'noop', 'superseded', 'dropped')",
    )?;
    let found: Vec<Option<u64>> = seqs
        .iter()
        .map(|seq| open.query_row([seq], |row| row.get(0)).optional())
        .collect::<rusqlite::Result<_>>()?;
    Ok(found.into_iter().flatten().max())
}

fn insert(
    transaction: &Transaction<'_>,
    new: &NewOperation,
    lane: Option<&str>,
    entry: Entry<'_>,
    now: Timestamp,
) -> rusqlite::Result<u64> {
    let (state, sender) = match entry {
        Entry::Waiting => (State::Queued, None),
        Entry::Sending(sender) => (State::Sending, Some(sender)),
    };
    let request = &new.request;
    transaction.execute(
        "INSERT INTO operation (key, server, principal, argv, method, path, if_version, body, \
           fingerprint, lane, provisional, base, alternatives, expires_at, supersedes, state, \
           entered_at, tries, sender) \
         VALUES (:key, :server, :principal, :argv, :method, :path, :if_version, :body, \
           :fingerprint, :lane, :provisional, :base, :alternatives, :expires_at, :supersedes, :state, \
           :now, :tries, :sender)",
        named_params! {
            ":key": new.key.as_str(), ":server": new.whose.server,
            ":principal": new.whose.principal, ":argv": rows::json(&new.argv)?,
            ":method": request.method, ":path": request.path, ":if_version": request.if_version,
            ":body": request.body, ":fingerprint": request.fingerprint(), ":lane": lane,
            ":provisional": new.provisional.map(|code| code.to_string()), ":base": new.base,
            ":alternatives": rows::json(&new.alternatives)?,
            ":expires_at": new.expires_at.map(Timestamp::as_microsecond),
            ":supersedes": new.supersedes, ":state": state.as_str(), ":now": now.as_microsecond(),
            ":tries": u32::from(sender.is_some()), ":sender": sender,
        },
    )?;
    let seq = rows::seq(transaction.last_insert_rowid())?;
    for after in &new.after {
        let edge = "INSERT INTO edge (seq, after) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
        transaction.execute(edge, (seq, after))?;
    }
    Ok(seq)
}

/// Returns the lane of an operation: its booking, by the code that it had first, and the house of that.
fn lane(transaction: &Transaction<'_>, new: &NewOperation) -> rusqlite::Result<Option<String>> {
    let server = &new.whose.server;
    let Some(booking) = new.request.errand().booking else {
        return Ok(new.provisional.map(|code| format!("{code} {server}")));
    };
    let first = "SELECT provisional FROM called WHERE code = ?1";
    let first = transaction.query_row(first, [booking.to_string()], |row| row.get(0)).optional()?;
    let code: String = first.unwrap_or_else(|| booking.to_string());
    Ok(Some(format!("{code} {server}")))
}
