//! Letters: events that a target has not taken. They wait for their next attempt or, after the last one,
//! for a person; and the targets that want no more.

use jiff::Timestamp;
use rusqlite::{OptionalExtension as _, Row, params};

use super::cursors::moment;
use super::file::DataFile;
use crate::error::CliError;

/// Letters read at once.
const READ_LEN_MAX: u32 = 10_000;

/// What is sent to a target: the same at every attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sealed {
    /// The event's id, which is the name of the letter.
    pub(crate) event: String,
    /// The event's type.
    pub(crate) kind: String,
    /// What is told in order, one at a time: the booking, or the hotel.
    pub(crate) lane: String,
    /// The event's place in the feed.
    pub(crate) position: u64,
    /// The bytes.
    pub(crate) body: Vec<u8>,
}

/// Where a letter stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It waits for its next attempt.
    Waiting,
    /// It is not tried any more, unless somebody says so.
    Dead,
}

impl Fate {
    /// Returns the word for it.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Dead => "dead",
        }
    }
}

/// A letter as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Letter {
    /// Its number in this file.
    pub(crate) id: i64,
    /// For whom it is.
    pub(crate) target: String,
    /// What it says.
    pub(crate) sealed: Sealed,
    /// Where it stands.
    pub(crate) fate: Fate,
    /// How often it was tried.
    pub(crate) attempts: u32,
    /// When it was tried first.
    pub(crate) tried_first_at: Option<Timestamp>,
    /// When it is tried next.
    pub(crate) due_at: Timestamp,
    /// Why it was not taken.
    pub(crate) why: String,
}

const ADD: &str = "INSERT INTO letter (target, event, kind, lane, position, body, state, attempts, \
       tried_first_at, due_at, why) \
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'waiting', ?7, ?8, ?9, ?10) ON CONFLICT DO NOTHING";

macro_rules! columns {
    () => {
        "letter.id, letter.target, letter.event, letter.kind, letter.lane, letter.position, \
         letter.body, letter.state, letter.attempts, letter.tried_first_at, letter.due_at, \
         letter.why"
    };
}

// Of each lane only the first may be tried: the others come after it.
const FIRST_OF_LANES: &str = concat!(
    "SELECT ",
    columns!(),
    " FROM letter WHERE letter.target = ?1 AND letter.state = 'waiting' \
     AND letter.position = (SELECT min(first.position) FROM letter AS first \
       WHERE first.target = letter.target AND first.lane = letter.lane \
         AND first.state = 'waiting') \
     ORDER BY letter.due_at, letter.position LIMIT ?2"
);

const ALL: &str =
    concat!("SELECT ", columns!(), " FROM letter ORDER BY letter.target, letter.position LIMIT ?1");

const WAITING_IN: &str = "SELECT EXISTS (SELECT 1 FROM letter \
     WHERE letter.target = ?1 AND letter.lane = ?2 AND letter.state = 'waiting')";

const WAITING: &str =
    "SELECT count(*) FROM letter WHERE letter.target = ?1 AND letter.state = 'waiting'";

const NOTE: &str = "UPDATE letter SET state = ?2, attempts = ?3, tried_first_at = ?4, due_at = ?5, \
     why = ?6 WHERE id = ?1";

const REMOVE: &str = "DELETE FROM letter WHERE id = ?1";

const SHUT: &str = "INSERT INTO shut_target (url, shut_at, why) VALUES (?1, ?2, ?3) \
     ON CONFLICT DO UPDATE SET shut_at = excluded.shut_at, why = excluded.why";

const REOPEN: &str = "DELETE FROM shut_target WHERE url = ?1";

const WHY_SHUT: &str = "SELECT shut_target.why FROM shut_target WHERE shut_target.url = ?1";

fn letter_from_row(row: &Row<'_>) -> rusqlite::Result<Letter> {
    let state: String = row.get("state")?;
    Ok(Letter {
        id: row.get("id")?,
        target: row.get("target")?,
        sealed: Sealed {
            event: row.get("event")?,
            kind: row.get("kind")?,
            lane: row.get("lane")?,
            position: u64::try_from(row.get::<_, i64>("position")?).unwrap_or(0),
            body: row.get("body")?,
        },
        fate: if state == Fate::Dead.as_str() { Fate::Dead } else { Fate::Waiting },
        attempts: row.get("attempts")?,
        tried_first_at: row.get::<_, Option<i64>>("tried_first_at")?.map(moment),
        due_at: moment(row.get("due_at")?),
        why: row.get("why")?,
    })
}

impl DataFile {
    /// Keeps a letter that waits. One of the same event for the same target is left as it is.
    pub(crate) fn add_letter(&self, letter: &Letter) -> Result<(), CliError> {
        let sealed = &letter.sealed;
        let position = i64::try_from(sealed.position).unwrap_or(i64::MAX);
        let row = params![
            letter.target,
            sealed.event,
            sealed.kind,
            sealed.lane,
            position,
            sealed.body,
            letter.attempts,
            letter.tried_first_at.map(Timestamp::as_microsecond),
            letter.due_at.as_microsecond(),
            letter.why
        ];
        let added = self.connection().prepare_cached(ADD).and_then(|mut add| add.execute(row));
        added.map(drop).map_err(|error| self.failed(&error))
    }

    /// Returns the first letter of each lane that waits, the next to be tried first.
    pub(crate) fn first_letters(&self, target: &str, limit: u32) -> Result<Vec<Letter>, CliError> {
        self.letters_of(FIRST_OF_LANES, params![target, limit])
    }

    /// Returns all letters, dead and waiting.
    pub(crate) fn letters(&self) -> Result<Vec<Letter>, CliError> {
        self.letters_of(ALL, params![READ_LEN_MAX])
    }

    fn letters_of(&self, sql: &str, row: impl rusqlite::Params) -> Result<Vec<Letter>, CliError> {
        let found = self.connection().prepare_cached(sql).and_then(|mut letters| {
            let rows = letters.query_map(row, letter_from_row)?;
            rows.collect()
        });
        found.map_err(|error| self.failed(&error))
    }

    /// Tells whether something waits in a lane already.
    pub(crate) fn is_waiting(&self, target: &str, lane: &str) -> Result<bool, CliError> {
        let found = self
            .connection()
            .prepare_cached(WAITING_IN)
            .and_then(|mut waiting| waiting.query_row([target, lane], |row| row.get(0)));
        found.map_err(|error| self.failed(&error))
    }

    /// Returns how many letters wait for a target.
    pub(crate) fn waiting(&self, target: &str) -> Result<u64, CliError> {
        let found = self
            .connection()
            .prepare_cached(WAITING)
            .and_then(|mut waiting| waiting.query_row([target], |row| row.get::<_, i64>(0)));
        found.map(i64::unsigned_abs).map_err(|error| self.failed(&error))
    }

    /// Notes what an attempt came to.
    pub(crate) fn note_letter(&self, letter: &Letter) -> Result<(), CliError> {
        let row = params![
            letter.id,
            letter.fate.as_str(),
            letter.attempts,
            letter.tried_first_at.map(Timestamp::as_microsecond),
            letter.due_at.as_microsecond(),
            letter.why
        ];
        let noted = self.connection().prepare_cached(NOTE).and_then(|mut note| note.execute(row));
        noted.map(drop).map_err(|error| self.failed(&error))
    }

    /// Forgets a letter that was taken.
    pub(crate) fn remove_letter(&self, id: i64) -> Result<(), CliError> {
        let removed =
            self.connection().prepare_cached(REMOVE).and_then(|mut one| one.execute([id]));
        removed.map(drop).map_err(|error| self.failed(&error))
    }

    /// Notes that a target wants no more.
    pub(crate) fn shut_target(&self, url: &str, at: Timestamp, why: &str) -> Result<(), CliError> {
        let done = self.connection().execute(SHUT, params![url, at.as_microsecond(), why]);
        done.map(drop).map_err(|error| self.failed(&error))
    }

    /// Notes that a target may be tried again.
    pub(crate) fn reopen_target(&self, url: &str) -> Result<(), CliError> {
        let done = self.connection().execute(REOPEN, [url]);
        done.map(drop).map_err(|error| self.failed(&error))
    }

    /// Returns why a target wants no more, if that is so.
    pub(crate) fn why_shut(&self, url: &str) -> Result<Option<String>, CliError> {
        let found = self.connection().query_row(WHY_SHUT, [url], |row| row.get(0)).optional();
        found.map_err(|error| self.failed(&error))
    }
}
