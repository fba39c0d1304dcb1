//! What is sent: taken by one process, settled by the same, in doubt if that one ends before.

use hotel_core::ids::BookingCode;
use jiff::{SignedDuration, Timestamp};
use rusqlite::{OptionalExtension as _, Transaction, named_params};

use super::Journal;
use super::operation::{KeptAnswer, Operation, State, Whose};
use crate::error::CliError;

/// How long what is done stays, to be looked up (ux.md 2.3, rule 9).
const KEPT_FOR: SignedDuration = SignedDuration::from_hours(90 * 24);

/// What became of an operation that was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Outcome {
    /// Its state from now on.
    pub(crate) state: State,
    /// What the house answered.
    pub(crate) answer: Option<KeptAnswer>,
    /// The code of the booking that it made or changed.
    pub(crate) booking: Option<BookingCode>,
    /// What there is to say about it.
    pub(crate) note: Option<String>,
    /// Whether its agent heard at once that it was refused: then it stands in the way of nothing.
    pub(crate) is_told: bool,
}

impl Outcome {
    /// Makes one that says no more than its state.
    pub(crate) fn bare(state: State) -> Self {
        Self { state, answer: None, booking: None, note: None, is_told: false }
    }
}

impl Journal {
    /// Takes an operation to send it; `false` if it is no longer there to be taken.
    pub(crate) fn take(&self, seq: u64, sender: &str) -> Result<bool, CliError> {
        // If the power takes this back it is sent again, under the same key.
        self.file.write_lightly(|transaction| take(transaction, seq, sender))
    }

    /// Notes what became of an operation that this sender had taken; `false` if somebody else has taken it
    /// since.
    pub(crate) fn settle(
        &self,
        seq: u64,
        sender: &str,
        outcome: &Outcome,
        now: Timestamp,
    ) -> Result<bool, CliError> {
        self.file.write_lightly(|transaction| {
            let settled_at = outcome.state.is_final().then(|| now.as_microsecond());
            let settled = transaction.execute(
                "UPDATE operation SET state = :state, sender = NULL, settled_at = :settled_at, \
                   status = coalesce(:status, status), answer = coalesce(:answer, answer), \
                   note = :note, booking = coalesce(:booking, booking), \
                   lane = CASE WHEN :is_told THEN NULL ELSE lane END \
                 WHERE seq = :seq AND sender = :sender",
                named_params! {
                    ":seq": seq, ":sender": sender, ":state": outcome.state.as_str(),
                    ":settled_at": settled_at, ":note": outcome.note, ":is_told": outcome.is_told,
                    ":status": outcome.answer.as_ref().map(|answer| answer.status),
                    ":answer": outcome.answer.as_ref().map(|answer| &answer.body),
                    ":booking": outcome.booking.map(|code| code.to_string()),
                },
            )?;
            if let (1, Some(code)) = (settled, outcome.booking) {
                name(transaction, seq, code)?;
            }
            Ok(settled == 1)
        })
    }

    /// Puts those in doubt whose sender is no more, ends those whose time has run out, and forgets those
    /// that were done long ago. What was sent never runs out.
    pub(crate) fn tidy(
        &self,
        is_alive: impl Fn(&str) -> bool,
        now: Timestamp,
    ) -> Result<(), CliError> {
        let sending: Vec<(u64, String)> = self.file.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT seq, sender FROM operation WHERE state = 'sending' ORDER BY seq",
            )?;
            let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
            rows.collect()
        })?;
        let left: Vec<_> = sending.iter().filter(|(_, sender)| !is_alive(sender)).collect();
        let now = now.as_microsecond();
        let long_ago = now.saturating_sub(i64::try_from(KEPT_FOR.as_micros()).unwrap_or(i64::MAX));
        let is_due: bool = self.file.read(|connection| {
            let mut due = connection.prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM operation WHERE state IN ('queued', 'held') \
                   AND expires_at <= ?1) \
                 OR EXISTS (SELECT 1 FROM operation WHERE settled_at < ?2)",
            )?;
            due.query_row([now, long_ago], |row| row.get(0))
        })?;
        if left.is_empty() && !is_due {
            return Ok(());
        }
        self.file.write_lightly(|transaction| {
            for (seq, sender) in left {
                let doubt = "UPDATE operation SET state = 'in_doubt', sender = NULL \
                     WHERE seq = ?1 AND sender = ?2";
                transaction.execute(doubt, (seq, sender))?;
            }
            let expire = "UPDATE operation SET state = 'expired', settled_at = ?1 \
                 WHERE state IN ('queued', 'held') AND expires_at <= ?1";
            transaction.execute(expire, [now])?;
            // What an operation that stays stands upon stays as well.
            let forget = "DELETE FROM operation WHERE settled_at < ?1 \
                 AND NOT EXISTS (SELECT 1 FROM operation AS later WHERE later.supersedes = operation.seq) \
                 AND NOT EXISTS (SELECT 1 FROM operation AS open WHERE open.lane = operation.lane \
                   AND open.state IN ('queued', 'sending', 'in_doubt', 'held', 'conflict'))";
            transaction.execute(forget, [long_ago]).map(drop)
        })
    }

    /// Returns the first operation of somebody that may be sent now: nothing stands in its way in its lane,
    /// and what it follows is done.
    pub(crate) fn next(&self, whose: &Whose) -> Result<Option<Operation>, CliError> {
        let next = format!(
            "SELECT operation.seq FROM operation INDEXED BY operation_next \
             WHERE operation.state IN ('queued', 'in_doubt') \
               AND operation.server = :server AND {OF_SOMEBODY} \
               AND NOT EXISTS (SELECT 1 FROM operation AS earlier \
                 WHERE earlier.lane = operation.lane AND earlier.turn < operation.turn \
                   AND earlier.state NOT IN ('applied', 'noop', 'superseded', 'dropped')) \
               AND NOT EXISTS (SELECT 1 FROM edge JOIN operation AS earlier \
                   ON earlier.seq = edge.after \
                 WHERE edge.seq = operation.seq \
                   AND earlier.state NOT IN ('applied', 'noop', 'superseded', 'dropped')) \
             ORDER BY operation.turn LIMIT 1"
        );
        let next: Option<u64> = self.file.read(|connection| {
            let whose = named_params! { ":server": whose.server, ":principal": whose.principal };
            connection.prepare_cached(&next)?.query_row(whose, |row| row.get(0)).optional()
        })?;
        next.map_or(Ok(None), |seq| self.operation(seq))
    }

    /// Notes whose token it is, so that what was asked for with an older one of the same user is sent too.
    pub(crate) fn name_principal(&self, whose: &Whose, user: &str) -> Result<(), CliError> {
        self.file.write_lightly(|transaction| {
            let name = "INSERT INTO principal (token, user) VALUES (?1, ?2) \
                 ON CONFLICT (token) DO UPDATE SET user = excluded.user";
            transaction.execute(name, [&whose.principal, user]).map(drop)
        })
    }

    /// Returns the user whose token it is, if the house has said so before.
    pub(crate) fn user_of(&self, whose: &Whose) -> Result<Option<String>, CliError> {
        self.file.read(|connection| {
            let user = "SELECT user FROM principal WHERE token = ?1";
            connection.query_row(user, [&whose.principal], |row| row.get(0)).optional()
        })
    }
}

/// Tells whether an operation is that of `:principal`: by the token, or by the user that both belong to.
const OF_SOMEBODY: &str = "(operation.principal = :principal OR EXISTS ( \
     SELECT 1 FROM principal AS theirs JOIN principal AS mine ON mine.user = theirs.user \
     WHERE theirs.token = operation.principal AND mine.token = :principal))";

/// Takes an operation to send it, if it is there to be taken.
pub(super) fn take(
    transaction: &Transaction<'_>,
    seq: u64,
    sender: &str,
) -> rusqlite::Result<bool> {
    let taken = transaction.execute(
        "UPDATE operation SET state = 'sending', sender = :sender, tries = tries + 1 \
         WHERE seq = :seq AND state IN ('queued', 'in_doubt')",
        named_params! { ":seq": seq, ":sender": sender },
    )?;
    Ok(taken == 1)
}

/// Notes what the house calls the booking that an operation made.
fn name(transaction: &Transaction<'_>, seq: u64, code: BookingCode) -> rusqlite::Result<()> {
    let name = "INSERT INTO called (provisional, code) \
         SELECT provisional, ?2 FROM operation WHERE seq = ?1 AND provisional IS NOT NULL \
         ON CONFLICT DO NOTHING";
    transaction.execute(name, (seq, code.to_string())).map(drop)
}
