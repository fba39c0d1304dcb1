//! The lease: one process at a time sends what waits. It is lost by who does not renew it, so that nobody
//! waits for a process that hangs; two senders would do no harm, since keys are sent, only work twice.

use jiff::{SignedDuration, Timestamp};
use rusqlite::{OptionalExtension as _, named_params};

use super::{Journal, rows};
use crate::error::CliError;

/// How often who has it says so.
pub(crate) const BEAT_EVERY: SignedDuration = SignedDuration::from_secs(5);

/// When it is lost by who did not.
pub(crate) const LOST_AFTER: SignedDuration = SignedDuration::from_secs(15);

/// Who has the lease.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Lease {
    /// The process, by the name it gave itself.
    pub(crate) owner: String,
    /// When it said so last.
    pub(crate) beaten_at: Timestamp,
}

impl Lease {
    /// Tells whether it is lost. A moment to come is that of a clock that was set back since.
    fn is_lost(&self, now: Timestamp) -> bool {
        now.duration_since(self.beaten_at).abs() > LOST_AFTER
    }
}

impl Journal {
    /// Takes the lease, or renews it; returns who has it if somebody else does.
    pub(crate) fn lease(&self, owner: &str, now: Timestamp) -> Result<Option<Lease>, CliError> {
        self.file.write_lightly(|transaction| {
            let held = "SELECT owner, beaten_at FROM lease WHERE id = 1";
            let held = transaction.query_row(held, [], |row| {
                Ok(Lease { owner: row.get(0)?, beaten_at: rows::moment(row, "beaten_at")? })
            });
            let held = held.optional()?;
            if let Some(held) = held.filter(|held| held.owner != owner && !held.is_lost(now)) {
                return Ok(Some(held));
            }
            transaction.execute(
                "INSERT INTO lease (id, owner, beaten_at) VALUES (1, :owner, :now) \
                 ON CONFLICT (id) DO UPDATE SET owner = excluded.owner, \
                   beaten_at = excluded.beaten_at",
                named_params! { ":owner": owner, ":now": now.as_microsecond() },
            )?;
            Ok(None)
        })
    }

    /// Gives the lease back.
    pub(crate) fn release(&self, owner: &str) -> Result<(), CliError> {
        self.file.write_lightly(|transaction| {
            transaction.execute("DELETE FROM lease WHERE owner = ?1", [owner]).map(drop)
        })
    }
}
