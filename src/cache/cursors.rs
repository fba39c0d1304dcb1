//! Named cursors: how far a reader of the feed has come, so that the next one goes on there.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use rusqlite::{OptionalExtension as _, Row, params};

use super::file::DataFile;
use crate::error::{CliError, codes};

/// Longer names are a mistake, and become file names.
const NAME_LEN_MAX: usize = 40;

/// The name of a cursor.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct CursorName(String);

/// Why a text is no name of a cursor.
#[derive(Debug, thiserror::Error)]
#[error("a cursor's name is up to {NAME_LEN_MAX} letters, digits, dashes and underscores")]
pub(crate) struct CursorNameError;

impl CursorName {
    /// Returns the name as text.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for CursorName {
    type Err = CursorNameError;

    fn from_str(text: &str) -> Result<Self, CursorNameError> {
        let is_plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
        let fits = (1..=NAME_LEN_MAX).contains(&text.len()) && text.chars().all(is_plain);
        if fits { Ok(Self(text.to_owned())) } else { Err(CursorNameError) }
    }
}

impl fmt::Display for CursorName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// A cursor as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Kept {
    /// Its name.
    pub(crate) name: CursorName,
    /// Whose feed it is about.
    pub(crate) server: String,
    /// The place of the last event that was handled, as the server names it.
    pub(crate) place: String,
    /// What was let pass on the way there, in words; empty is everything.
    pub(crate) filter: String,
    /// When that was.
    pub(crate) handled_at: Timestamp,
}

const ONE: &str = "SELECT cursor.name, cursor.server, cursor.place, cursor.filter, \
     cursor.handled_at FROM cursor WHERE cursor.name = ?1";

const ALL: &str = "SELECT cursor.name, cursor.server, cursor.place, cursor.filter, \
     cursor.handled_at FROM cursor ORDER BY cursor.name";

const KEEP: &str = "INSERT INTO cursor (name, server, place, filter, handled_at) \
     VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE SET server = excluded.server, \
     place = excluded.place, filter = excluded.filter, handled_at = excluded.handled_at";

const REMOVE: &str = "DELETE FROM cursor WHERE name = ?1";

fn kept_from_row(row: &Row<'_>) -> rusqlite::Result<Kept> {
    Ok(Kept {
        name: CursorName(row.get("name")?),
        server: row.get("server")?,
        place: row.get("place")?,
        filter: row.get("filter")?,
        handled_at: moment(row.get("handled_at")?),
    })
}

/// Reads a moment; what no clock shows becomes the beginning of time.
pub(super) fn moment(micros: i64) -> Timestamp {
    Timestamp::from_microsecond(micros).unwrap_or(Timestamp::UNIX_EPOCH)
}

impl DataFile {
    /// Returns a cursor, if it is kept.
    pub(crate) fn cursor(&self, name: &CursorName) -> Result<Option<Kept>, CliError> {
        let found = self
            .connection()
            .prepare_cached(ONE)
            .and_then(|mut one| one.query_row([name.as_str()], kept_from_row).optional());
        found.map_err(|error| self.failed(&error))
    }

    /// Returns all cursors by name.
    pub(crate) fn cursors(&self) -> Result<Vec<Kept>, CliError> {
        let found = self.connection().prepare_cached(ALL).and_then(|mut all| {
            let rows = all.query_map([], kept_from_row)?;
            rows.collect()
        });
        found.map_err(|error| self.failed(&error))
    }

    /// Keeps a cursor.
    pub(crate) fn keep_cursor(&self, kept: &Kept) -> Result<(), CliError> {
        let Kept { name, server, place, filter, handled_at } = kept;
        let row = params![name.as_str(), server, place, filter, handled_at.as_microsecond()];
        let done = self.connection().prepare_cached(KEEP).and_then(|mut keep| keep.execute(row));
        done.map(drop).map_err(|error| self.failed(&error))
    }

    /// Forgets a cursor.
    pub(crate) fn remove_cursor(&self, name: &CursorName) -> Result<(), CliError> {
        let done = self.connection().execute(REMOVE, [name.as_str()]);
        match done.map_err(|error| self.failed(&error))? {
            0 => Err(unknown(name)),
            _ => Ok(()),
        }
    }
}

/// Returns the failure of a name under which nothing is kept.
pub(crate) fn unknown(name: &CursorName) -> CliError {
    CliError::of(codes::CURSOR_UNKNOWN, format!("there is no cursor `{name}`"))
        .hint("hotel events cursors list")
}
