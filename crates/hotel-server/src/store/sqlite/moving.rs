//! Moving house: out of a file that may be in use, and into one that is not there yet.

use std::fs::File;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags, Row};

use hotel_core::command::people::Token;
use hotel_core::event::Event;
use hotel_core::facts::Facts;
use hotel_core::ids::BookingCode;
use hotel_core::people::Guest;
use hotel_core::text::Note;
use hotel_core::wire::verify::{VerifyProgress, VerifyReport};

use super::nights::Places;
use super::reads::audit::verify;
use super::rows::{
    code_of, event_columns, event_from_row, guest_from_row, instant, text, token_from_row,
};
use super::{
    BUSY_TIMEOUT, WRITER_CACHE_KIB, cannot_open, inspect, load, lock, migrations, prepare, save,
};
use crate::store::codes::Codes;
use crate::store::copy::{Answer, Each, Secret, Source, Target};
use crate::store::words::BookingNumbers;
use crate::store::{Batch, Claims, StoreError};

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// Removes a database with what SQLite keeps beside it, as far as it is there.
pub(super) fn remove(path: &Path) -> Result<(), StoreError> {
    for path in [beside(path, "-wal"), beside(path, "-shm"), path.to_owned()] {
        match std::fs::remove_file(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(cannot_open(&path, &error));
            }
            Ok(()) | Err(_) => {}
        }
    }
    Ok(())
}

/// A house that is read, all of one moment.
pub(in crate::store) struct Departure {
    connection: Connection,
    codes: Codes,
}

const SCHEMA: &str = "SELECT max(version) FROM refinery_schema_history";

const CODES: &str = "SELECT value FROM meta WHERE name = 'booking_codes'";

impl Departure {
    /// Opens a file, and holds on to the state in which it is.
    pub(in crate::store) fn of(path: &Path) -> Result<Self, StoreError> {
        inspect(path)?;
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection =
            Connection::open_with_flags(path, flags).map_err(|error| cannot_open(path, &error))?;
        connection.busy_timeout(BUSY_TIMEOUT)?;
        connection.execute_batch("BEGIN")?;
        let theirs: i64 = connection.query_row(SCHEMA, [], |row| row.get(0))?;
        let versions = migrations::migrations::runner();
        let ours = versions.get_migrations().iter().map(|one| i64::from(one.version())).max();
        if ours != Some(theirs) {
            return Err(StoreError::Open(format!(
                "{} has schema version {theirs}, this program writes {}: let this version's `hotel \
                 serve` open it once, which brings it up to date",
                path.display(),
                ours.unwrap_or(0)
            )));
        }
        let codes = Codes::new(connection.query_row(CODES, [], |row| row.get(0))?);
        Ok(Self { connection, codes })
    }

    /// Gives what is read of the rows of a statement.
    fn each<T>(
        &self,
        sql: &str,
        read: impl Fn(&Row<'_>) -> Result<T, StoreError>,
        each: Each<'_, T>,
    ) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            each(read(row)?)?;
        }
        Ok(())
    }
}

const EVENTS: &str = "SELECT coalesce(max(event.position), 0) AS position FROM event";

const SECRETS: &str = "SELECT meta.name, meta.value FROM meta ORDER BY meta.name";

const LOG: &str = concat!("SELECT ", event_columns!(), " FROM event ORDER BY event.position");

const GUESTS: &str = "SELECT guest.id AS guest_id, guest.version AS guest_version, guest.family, \
     guest.given, guest.email, guest.phone, guest.note FROM guest ORDER BY guest.id";

const REQUESTS: &str = "SELECT booking_request.booking, booking_request.text FROM booking_request \
     WHERE booking_request.booking IN (SELECT event.booking FROM event) \
     ORDER BY booking_request.booking";

const ANSWERS: &str = "SELECT command.principal, command.key, command.fingerprint, \
     command.status, command.etag, command.booking, command.changes, command.body, \
     command.decided_at FROM command \
     ORDER BY command.decided_at, command.principal, command.key";

const TOKENS: &str = "SELECT token.id AS token_id, token.user, token.secret_hash, \
     token.created_at, token.expires_at, token.revoked FROM token ORDER BY token.id";

impl Source for Departure {
    fn codes(&self) -> &Codes {
        &self.codes
    }

    fn events(&self) -> Result<u64, StoreError> {
        let last = self.connection.query_row(EVENTS, [], |row| row.get::<_, i64>("position"))?;
        Ok(last.unsigned_abs())
    }

    fn secrets(&self) -> Result<Vec<Secret>, StoreError> {
        let mut secrets = Vec::new();
        self.each(SECRETS, |row| Ok((row.get("name")?, row.get("value")?)), &mut |secret| {
            secrets.push(secret);
            Ok(())
        })?;
        Ok(secrets)
    }

    fn log(&self, each: Each<'_, Event>) -> Result<(), StoreError> {
        self.each(LOG, |row| event_from_row(row, &self.codes), each)
    }

    fn guests(&self, each: Each<'_, Guest>) -> Result<(), StoreError> {
        self.each(GUESTS, guest_from_row, each)
    }

    fn requests(&self, each: Each<'_, (BookingCode, Note)>) -> Result<(), StoreError> {
        let read = |row: &Row<'_>| {
            Ok((code_of(row.get("booking")?, &self.codes)?, text(row, "text", "note")?))
        };
        self.each(REQUESTS, read, each)
    }

    fn answers(&self, each: Each<'_, Answer>) -> Result<(), StoreError> {
        let read = |row: &Row<'_>| {
            let (key, answer) = load::result_from_row(row, &self.codes)?;
            Ok((key, answer, instant(row.get("decided_at")?)?))
        };
        self.each(ANSWERS, read, each)
    }

    fn tokens(&self, each: Each<'_, Token>) -> Result<(), StoreError> {
        self.each(TOKENS, token_from_row, each)
    }
}

/// A house that is filled. Until it is whole it has another name, so that nobody takes half a house for
/// one.
pub(in crate::store) struct Arrival {
    path: PathBuf,
    part: PathBuf,
    filling: Option<(Connection, Codes)>,
    // Held as long as it is filled, so that a server is refused.
    _lock: File,
}

const NEW_SECRET: &str = "INSERT INTO meta (name, value) VALUES (?1, ?2)";

impl Arrival {
    /// Looks that nothing is in the way.
    pub(in crate::store) fn at(path: &Path) -> Result<Self, StoreError> {
        let lock = lock(path)?;
        if path.exists() {
            let path = path.display();
            return Err(StoreError::Open(format!(
                "{path} is there already: name a file that is not"
            )));
        }
        let part = beside(path, ".part");
        Ok(Self { path: path.to_owned(), part, filling: None, _lock: lock })
    }

    fn filling(&self) -> Result<(&Connection, &Codes), StoreError> {
        let (connection, codes) = self.filling.as_ref().ok_or(StoreError::Closing)?;
        Ok((connection, codes))
    }
}

impl Target for Arrival {
    fn gives_positions(&self) -> bool {
        false
    }

    fn begin(&mut self, codes: &Codes, secrets: &[Secret]) -> Result<(), StoreError> {
        remove(&self.part)?;
        let mut connection =
            Connection::open(&self.part).map_err(|error| cannot_open(&self.part, &error))?;
        prepare(&connection, WRITER_CACHE_KIB)?;
        // Until it is whole nobody uses it, so that nothing needs to last.
        connection.pragma_update(None, "synchronous", "OFF")?;
        migrations::migrations::runner().run(&mut connection).map_err(|error| {
            let part = self.part.display();
            StoreError::Open(format!("the tables of {part} can't be made: {error}"))
        })?;
        for (name, value) in secrets {
            connection.execute(NEW_SECRET, (name, value))?;
        }
        self.filling = Some((connection, codes.clone()));
        Ok(())
    }

    fn claim(&mut self, claims: &Claims, facts: &mut Facts) -> Result<(), StoreError> {
        let (connection, codes) = self.filling()?;
        connection.execute_batch("BEGIN")?;
        load::bookings(connection, codes, &claims.bookings, facts)
    }

    fn save(&mut self, batch: &Batch<'_>) -> Result<(), StoreError> {
        let (connection, codes) = self.filling()?;
        let mut numbers = BookingNumbers::of_batch(codes, batch);
        save::save(connection, (&mut numbers, &Places::default()), batch)?;
        Ok(connection.execute_batch("COMMIT")?)
    }

    fn finish(
        &mut self,
        _: u64,
        tell: &mut dyn FnMut(VerifyProgress) -> bool,
    ) -> Result<VerifyReport, StoreError> {
        let (connection, codes) = self.filling.take().ok_or(StoreError::Closing)?;
        let report = verify(&connection, &codes, tell)?;
        connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        connection.close().map_err(|(_, error)| error)?;
        File::open(&self.part)
            .and_then(|file| file.sync_all())
            .and_then(|()| std::fs::rename(&self.part, &self.path))
            .map_err(|error| cannot_open(&self.path, &error))?;
        Ok(report)
    }

    fn abandon(&mut self) -> Result<(), StoreError> {
        self.filling = None;
        remove(&self.part)
    }
}
