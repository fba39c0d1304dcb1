//! Why nothing is sent for now: kept, so that every process knows and every command can say.

use jiff::Timestamp;
use rusqlite::{OptionalExtension as _, named_params};

use super::{Journal, rows};
use crate::error::CliError;

/// Why nothing is sent for now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Paused {
    /// The house does not know who asks: a person has to log in.
    Auth,
    /// The link failed so many times in a row; it is tried again at that moment.
    Link {
        /// How many times.
        tries: u32,
        /// When it is tried again.
        until: Timestamp,
    },
}

impl Journal {
    /// Returns why nothing is sent, if nothing is.
    pub(crate) fn paused(&self) -> Result<Option<Paused>, CliError> {
        self.file.read(|connection| {
            let kept = "SELECT why, tries, until FROM pause WHERE id = 1";
            let paused = connection.query_row(kept, [], |row| {
                Ok(match row.get::<_, String>("why")?.as_str() {
                    "link" => Paused::Link {
                        tries: row.get("tries")?,
                        until: rows::moment(row, "until")?,
                    },
                    _ => Paused::Auth,
                })
            });
            paused.optional()
        })
    }

    /// Notes why nothing is sent from now on, or that it is again.
    pub(crate) fn pause(&self, paused: Option<Paused>) -> Result<(), CliError> {
        if self.paused()? == paused {
            return Ok(());
        }
        self.file.write_lightly(|transaction| {
            let (why, tries, until) = match paused {
                None => return transaction.execute("DELETE FROM pause", []).map(drop),
                Some(Paused::Auth) => ("auth", 0, None),
                Some(Paused::Link { tries, until }) => {
                    ("link", tries, Some(until.as_microsecond()))
                }
            };
            let keep = "INSERT INTO pause (id, why, tries, until) VALUES (1, :why, :tries, :until) \
                 ON CONFLICT (id) DO UPDATE SET why = excluded.why, tries = excluded.tries, \
                   until = excluded.until";
            let values = named_params! { ":why": why, ":tries": tries, ":until": until };
            transaction.execute(keep, values).map(drop)
        })
    }
}
