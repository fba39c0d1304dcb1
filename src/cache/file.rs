//! The data file: opened, brought up to date, and never left half written.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags, Transaction, TransactionBehavior};

use crate::error::{CliError, codes};
use crate::files::{Access, create_folder};
use crate::paths::Paths;

/// The name of the file in the folder of its profile.
const NAME: &str = "journal.db";

/// What tells the file from those of other programs: `HOTL`.
const APPLICATION_ID: i32 = 0x484f_544c;

/// What each version adds to the one before; the version stands in the file as `user_version`.
const MIGRATIONS: [&str; 3] = [
    include_str!("schema/V1__events.sql"),
    include_str!("schema/V2__journal.sql"),
    include_str!("schema/V3__next.sql"),
];

/// How long a statement waits for another process. Nobody waits longer for a prompt to come back.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// The data file of a profile, open. What is committed in it survives a power cut.
#[derive(Debug)]
pub(crate) struct DataFile {
    connection: Connection,
    path: PathBuf,
    /// Whether its log of writes was there before: then its folder knows of it for good.
    has_log: bool,
}

/// Returns the folder of what a profile keeps.
pub(crate) fn folder_of(paths: &Paths, profile: &str) -> PathBuf {
    paths.data_dir().join("profiles").join(profile)
}

/// Returns where a file's log of writes lies. No lock of SQLite's is on it, so that it may be opened and closed.
fn log_of(path: &Path) -> PathBuf {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    log.into()
}

impl DataFile {
    /// Opens the data file in a folder, or makes it.
    pub(crate) fn open(folder: &Path) -> Result<Self, CliError> {
        create_folder(folder, Access::Private)
            .map_err(|error| CliError::file("make the folder", folder, &error))?;
        let path = folder.join(NAME);
        let has_log = log_of(&path).exists();
        // One thread has it, so that SQLite need not lock it.
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection =
            Connection::open_with_flags(&path, flags).map_err(|error| failure(&path, &error))?;
        let mut file = Self { connection, path, has_log };
        file.prepare()?;
        Ok(file)
    }

    /// Tells whether there is one in a folder.
    pub(crate) fn is_there(folder: &Path) -> bool {
        folder.join(NAME).exists()
    }

    /// Returns the connection.
    pub(super) fn connection(&self) -> &Connection {
        &self.connection
    }

    /// Turns what SQLite says into a failure; for what may be damaged, it is asked what is.
    pub(super) fn failed(&self, error: &rusqlite::Error) -> CliError {
        let failed = failure(&self.path, error);
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt) => match self.quick_check() {
                Some(damage) => failed.why(damage),
                None => failed,
            },
            Some(_) | None => failed,
        }
    }

    /// Reads.
    pub(super) fn read<T>(
        &self,
        read: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, CliError> {
        read(&self.connection).map_err(|error| self.failed(&error))
    }

    /// Writes in one transaction, which is on the disk when this returns. If the disk itself fails then, it is
    /// not known whether it is.
    pub(super) fn write<T>(
        &self,
        write: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T>,
    ) -> Result<T, CliError> {
        if !self.has_log {
            return self.commit(write);
        }
        // SQLite would wait for the folder as well, once a process, which is once a command. One wait for the
        // log is all that a commit needs: the folder has known that file since it was made.
        let written = self.write_lightly(write)?;
        let log = log_of(&self.path);
        File::open(&log)
            .and_then(|file| file.sync_data())
            .map_err(|error| CliError::file("write", &log, &error))?;
        Ok(written)
    }

    /// Writes in one transaction, as lastingly as SQLite is set to.
    fn commit<T>(
        &self,
        write: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T>,
    ) -> Result<T, CliError> {
        self.read(|connection| {
            let immediate = TransactionBehavior::Immediate;
            let transaction = Transaction::new_unchecked(connection, immediate)?;
            let written = write(&transaction)?;
            transaction.commit()?;
            Ok(written)
        })
    }

    /// Writes what may be lost with the power, the last first, since it can be learnt again: nobody waits
    /// for the disk. It survives the end of the process.
    pub(super) fn write_lightly<T>(
        &self,
        write: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T>,
    ) -> Result<T, CliError> {
        let synchronous =
            |how| self.read(|connection| connection.pragma_update(None, "synchronous", how));
        synchronous("NORMAL")?;
        let written = self.commit(write);
        synchronous("FULL")?;
        written
    }

    fn prepare(&mut self) -> Result<(), CliError> {
        let path = self.path.clone();
        self.connection.busy_timeout(BUSY_TIMEOUT).map_err(|error| failure(&path, &error))?;
        let (application, version) = self.marks().map_err(|error| self.failed(&error))?;
        let is_new = application == 0 && version == 0 && self.is_empty()?;
        if !is_new && application != APPLICATION_ID {
            let message = format!("{} is no file of this program", path.display());
            return Err(CliError::of(codes::LOCAL_BROKEN, message)
                .why("it was left as it is")
                .hint(format!("mv {0} {0}.other", path.display())));
        }
        let ours = i32::try_from(MIGRATIONS.len()).unwrap_or(i32::MAX);
        if version > ours {
            let message = format!("{} was written by a newer version", path.display());
            return Err(CliError::of(codes::LOCAL_NEWER, message)
                .why(format!("it has version {version}, this program knows {ours}")));
        }
        // A command ends after one write. What it leaves in the log is moved by one of the next, so that
        // none waits for the disk once more on its way out.
        let set = |name: &str, value: &str| self.connection.pragma_update(None, name, value);
        self.connection
            .set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)
            .map_err(|error| self.failed(&error))?;
        // Each commit is on the disk before anybody hears of it.
        set("journal_mode", "WAL")
            .and_then(|()| set("synchronous", "FULL"))
            .and_then(|()| set("foreign_keys", "ON"))
            .map_err(|error| self.failed(&error))?;
        if version < ours { self.migrate() } else { Ok(()) }
    }

    fn marks(&self) -> rusqlite::Result<(i32, i32)> {
        let mark = |name: &str| self.connection.pragma_query_value(None, name, |row| row.get(0));
        Ok((mark("application_id")?, mark("user_version")?))
    }

    fn is_empty(&self) -> Result<bool, CliError> {
        let count = "SELECT count(*) FROM sqlite_schema";
        let count: i64 = self
            .connection
            .query_row(count, [], |row| row.get(0))
            .map_err(|error| self.failed(&error))?;
        Ok(count == 0)
    }

    /// Brings the tables up to date, unless another process has just done it.
    fn migrate(&mut self) -> Result<(), CliError> {
        let migrated = migrate(&mut self.connection);
        migrated.map_err(|error| self.failed(&error))
    }

    fn quick_check(&self) -> Option<String> {
        let check = "PRAGMA quick_check(1)";
        self.connection.query_row(check, [], |row| row.get(0)).ok()
    }
}

fn migrate(connection: &mut Connection) -> rusqlite::Result<()> {
    let change = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let done: i32 = change.pragma_query_value(None, "user_version", |row| row.get(0))?;
    for (version, sql) in (1_i32..).zip(MIGRATIONS).filter(|(version, _)| *version > done) {
        change.execute_batch(sql)?;
        change.pragma_update(None, "user_version", version)?;
    }
    change.pragma_update(None, "application_id", APPLICATION_ID)?;
    change.commit()
}

/// Turns what SQLite says into a failure.
fn failure(path: &Path, error: &rusqlite::Error) -> CliError {
    let path = path.display();
    let (info, message) = match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
            (codes::LOCAL_BUSY, format!("another process holds {path}"))
        }
        Some(ErrorCode::DiskFull) => (codes::LOCAL_FULL, format!("there is no room for {path}")),
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
            let message = format!("{path} is damaged, or no file of this program");
            return CliError::of(codes::LOCAL_BROKEN, message)
                .why(error.to_string())
                .why("it was left as it is")
                .hint(format!("mv {path} {path}.damaged"));
        }
        Some(
            ErrorCode::CannotOpen
            | ErrorCode::ReadOnly
            | ErrorCode::PermissionDenied
            | ErrorCode::SystemIoFailure,
        ) => (codes::LOCAL_IO, format!("cannot read or write {path}")),
        Some(_) | None => (codes::LOCAL_BROKEN, format!("{path} can't be understood")),
    };
    CliError::of(info, message).why(error.to_string())
}
