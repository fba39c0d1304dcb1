//! Reports on SQLite: the read model is a file of its own beside the database, which nothing but the
//! projector writes. It is never worth saving: what can't be read is deleted and made anew.

mod facts;
mod log;
mod rooms;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use rusqlite::{Connection, OptionalExtension as _, params};
use uuid::Uuid;

use crate::reports::fact::StayFact;
use crate::reports::{Log, Mark, ReadModel, Stretch, Wanted};
use crate::store::StoreError;
use crate::store::sqlite::moving::remove;
use crate::store::sqlite::rows::{count, counted, id, instant, micros};
use crate::store::sqlite::{BUSY_TIMEOUT, SqliteStore};

const SCHEMA: &str = include_str!("schema.sql");

/// The version of the read model: of its tables, and of how events are folded into them.
const VERSION: i64 = 1;

/// The page cache, in KiB: the index of a large chain's arrivals.
const CACHE_KIB: i32 = 16 * 1024;

impl SqliteStore {
    /// Returns the log and the read model of the reports; nothing is opened yet.
    pub(crate) fn reports(&self) -> (Box<dyn Log>, Box<dyn ReadModel>) {
        let log = log::SqliteLog::new(self.path.clone(), self.codes.clone());
        let model = SqliteReports::new(self.path.with_extension("reports.db"));
        (Box::new(log), Box::new(model))
    }
}

/// The read model in its file, opened when it is first needed.
pub(crate) struct SqliteReports {
    path: PathBuf,
    connection: Option<Connection>,
}

impl SqliteReports {
    pub(crate) fn new(path: PathBuf) -> Self {
        Self { path, connection: None }
    }

    /// Runs something over the open file. After a failure the file is looked at anew.
    fn with<T>(
        &mut self,
        run: impl FnOnce(&mut Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => open(&self.path)?,
        };
        let outcome = run(&mut connection)?;
        self.connection = Some(connection);
        Ok(outcome)
    }
}

/// Opens the file; one of another version, or one that can't be read, is deleted and made anew.
fn open(path: &Path) -> Result<Connection, StoreError> {
    if let Ok(connection) = open_known(path) {
        return Ok(connection);
    }
    remove(path)?;
    let connection = prepared(path)?;
    connection.execute_batch(SCHEMA)?;
    connection.pragma_update(None, "user_version", VERSION)?;
    Ok(connection)
}

fn open_known(path: &Path) -> Result<Connection, rusqlite::Error> {
    let connection = prepared(path)?;
    let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let verdict: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if version == VERSION && verdict == "ok" {
        Ok(connection)
    } else {
        Err(rusqlite::Error::QueryReturnedNoRows)
    }
}

fn prepared(path: &Path) -> Result<Connection, rusqlite::Error> {
    let connection = Connection::open(path)?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    // A power cut may cost the file, and nothing else: it is made anew.
    connection.pragma_update(None, "synchronous", "OFF")?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update(None, "cache_size", -CACHE_KIB)?;
    Ok(connection)
}

const MARK: &str = "SELECT mark.position, mark.event, mark.recorded_at FROM mark WHERE mark.id = 1";

const SET_MARK: &str = "INSERT INTO mark (id, position, event, recorded_at) \
     VALUES (1, ?1, ?2, ?3) ON CONFLICT (id) DO UPDATE SET \
     position = excluded.position, event = excluded.event, recorded_at = excluded.recorded_at";

impl ReadModel for SqliteReports {
    fn mark(&mut self) -> Result<Mark, StoreError> {
        self.with(|connection| {
            let mut statement = connection.prepare_cached(MARK)?;
            let found = statement
                .query_row([], |row| {
                    Ok((|| -> Result<Mark, StoreError> {
                        let recorded_at: Option<i64> = row.get("recorded_at")?;
                        Ok(Mark {
                            position: counted(row, "position")?,
                            event: id(row, "event")?,
                            recorded_at: recorded_at.map(instant).transpose()?,
                        })
                    })())
                })
                .optional()?;
            found.transpose().map(Option::unwrap_or_default)
        })
    }

    fn apply(&mut self, stretch: &Stretch) -> Result<(), StoreError> {
        self.with(|connection| {
            let transaction = connection.transaction()?;
            facts::fold(&transaction, &stretch.events)?;
            set_mark(&transaction, &stretch.mark)?;
            Ok(transaction.commit()?)
        })
    }

    fn facts(
        &mut self,
        wanted: &Wanted,
        take: &mut dyn FnMut(&StayFact),
    ) -> Result<(), StoreError> {
        self.with(|connection| facts::read(connection, wanted, take))
    }

    fn renew(&mut self) -> Result<(), StoreError> {
        drop(self.connection.take());
        remove(&self.path)
    }
}

fn set_mark(connection: &Connection, mark: &Mark) -> Result<(), StoreError> {
    let event: Uuid = mark.event;
    let wanted = params![count(mark.position), event.as_bytes(), mark.recorded_at.map(micros)];
    connection.prepare_cached(SET_MARK)?.execute(wanted)?;
    Ok(())
}
