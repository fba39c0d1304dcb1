//! Looking things up in the journal.

use hotel_core::ids::provisional::ProvisionalCode;
use hotel_core::ids::{BookingCode, IdempotencyKey};
use rusqlite::OptionalExtension as _;

use super::operation::Operation;
use super::{Journal, rows};
use crate::error::CliError;

/// What an operation is, and what keeps it back.
pub(super) const OPERATION: &str = "SELECT operation.*, \
     CASE WHEN operation.state IN ('queued', 'in_doubt') THEN ( \
       WITH RECURSIVE ahead (seq) AS ( \
         VALUES (operation.seq) \
         UNION \
         SELECT earlier.seq FROM ahead \
           JOIN operation AS later ON later.seq = ahead.seq \
           JOIN operation AS earlier ON earlier.lane = later.lane AND earlier.turn < later.turn \
             AND earlier.state NOT IN ('applied', 'noop', 'superseded', 'dropped') \
         UNION \
         SELECT edge.after FROM ahead JOIN edge ON edge.seq = ahead.seq) \
       SELECT stuck.seq FROM ahead JOIN operation AS stuck ON stuck.seq = ahead.seq \
         WHERE stuck.state IN ('conflict', 'rejected', 'expired', 'held') LIMIT 1) \
     END AS blocked_by, \
     (SELECT group_concat(edge.after) FROM edge WHERE edge.seq = operation.seq) AS follows, \
     (SELECT later.seq FROM operation AS later WHERE later.supersedes = operation.seq) \
       AS superseded_by \
     FROM operation";

/// How many operations wait, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize)]
pub(crate) struct Counts {
    /// They wait to be sent, or to be sent again.
    pub(crate) waiting: u64,
    /// Of those, they may have been done.
    pub(crate) in_doubt: u64,
    /// The agent keeps them back.
    pub(crate) held: u64,
    /// A person has to decide.
    pub(crate) conflicts: u64,
}

impl Journal {
    /// Returns an operation.
    pub(crate) fn operation(&self, seq: u64) -> Result<Option<Operation>, CliError> {
        let sql = format!("{OPERATION} WHERE operation.seq = ?1");
        self.file.read(|connection| {
            connection.prepare_cached(&sql)?.query_row([seq], rows::operation).optional()
        })
    }

    /// Returns the operation of a key.
    pub(crate) fn by_key(&self, key: &IdempotencyKey) -> Result<Option<Operation>, CliError> {
        let sql = format!("{OPERATION} WHERE operation.key = ?1");
        self.file.read(|connection| {
            connection.prepare_cached(&sql)?.query_row([key.as_str()], rows::operation).optional()
        })
    }

    /// Returns what the house calls a booking that was provisional, if this machine has heard it.
    pub(crate) fn called(&self, code: ProvisionalCode) -> Result<Option<BookingCode>, CliError> {
        let called = "SELECT code FROM called WHERE provisional = ?1";
        self.file.read(|connection| {
            connection
                .prepare_cached(called)?
                .query_row([code.as_str()], |row| rows::parsed(row, "code"))
                .optional()
        })
    }

    /// Returns the operations that are not final, in their order.
    pub(crate) fn open_operations(&self) -> Result<Vec<Operation>, CliError> {
        self.list(&format!(
            "{OPERATION} WHERE operation.state IN ('queued', 'sending', 'in_doubt', 'held', \
             'conflict') ORDER BY operation.turn"
        ))
    }

    /// Returns the latest operations whatever became of them, the last first.
    pub(crate) fn latest_operations(&self, count: u32) -> Result<Vec<Operation>, CliError> {
        self.list(&format!("{OPERATION} ORDER BY operation.seq DESC LIMIT {count}"))
    }

    /// Returns the number of the latest operation, or 0.
    pub(crate) fn latest(&self) -> Result<u64, CliError> {
        self.file.read(|connection| {
            let latest = "SELECT coalesce(max(seq), 0) FROM operation";
            connection.query_row(latest, [], |row| row.get(0))
        })
    }

    /// Returns how many wait.
    pub(crate) fn counts(&self) -> Result<Counts, CliError> {
        let sql = "SELECT \
             count(*) FILTER (WHERE state IN ('queued', 'sending', 'in_doubt')) AS waiting, \
             count(*) FILTER (WHERE state = 'in_doubt') AS in_doubt, \
             count(*) FILTER (WHERE state = 'held') AS held, \
             count(*) FILTER (WHERE state = 'conflict') AS conflicts \
             FROM operation \
             WHERE state IN ('queued', 'sending', 'in_doubt', 'held', 'conflict')";
        self.file.read(|connection| {
            connection.query_row(sql, [], |row| {
                Ok(Counts {
                    waiting: row.get("waiting")?,
                    in_doubt: row.get("in_doubt")?,
                    held: row.get("held")?,
                    conflicts: row.get("conflicts")?,
                })
            })
        })
    }

    fn list(&self, sql: &str) -> Result<Vec<Operation>, CliError> {
        self.file.read(|connection| {
            let mut statement = connection.prepare_cached(sql)?;
            let rows = statement.query_map([], rows::operation)?;
            rows.collect()
        })
    }
}
