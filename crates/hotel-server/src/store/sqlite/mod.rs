//! The embedded store: one writer, many readers, one file.

mod finder;
mod insert;
mod load;
mod moving;
mod nights;
pub(crate) mod reads;
mod reports;
pub(crate) mod rows;
mod save;
mod write;

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, OptionalExtension as _};

use crate::store::StoreError;
use crate::store::codes::Codes;

use finder::Finder;
pub(super) use moving::{Arrival, Departure};
pub use reads::Queries;
pub(crate) use reports::SqliteReports;
pub(crate) use write::SqliteUnit;

mod migrations {
    refinery::embed_migrations!("migrations/sqlite");
}

/// How many threads read at once; more than cores only wait for each other.
const READERS_MAX: usize = 4;

/// How long a connection waits for a lock.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// The writer's page cache, in KiB.
const WRITER_CACHE_KIB: i32 = 8 * 1024;

/// A reader's page cache, in KiB.
const READER_CACHE_KIB: i32 = 2 * 1024;

/// How often the log of writes is carried over into the database file while there is much to carry:
/// each step is small, since the disk serves no commit meanwhile.
const CHECKPOINT_EVERY: Duration = Duration::from_millis(100);

/// How often it is looked whether there is anything to carry.
const CHECKPOINT_IDLE: Duration = Duration::from_secs(1);

/// Pages by which the checkpointer of a file may lag before a writer steps in: 64 MiB.
const CHECKPOINT_PAGES: u32 = 16_384;

/// An open store.
pub struct SqliteStore {
    path: PathBuf,
    codes: Codes,
    finder: Arc<Finder>,
    finder_file: Option<Connection>,
    // Held as long as the store is open, so that a second server is refused.
    _lock: File,
    writer: Option<Connection>,
}

impl SqliteStore {
    /// Opens the store, or makes it; refuses, without touching it, what is locked, corrupt or newer.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let lock = lock(path)?;
        if path.exists() {
            inspect(path)?;
        }
        let mut writer = Connection::open(path).map_err(|error| cannot_open(path, &error))?;
        prepare(&writer, WRITER_CACHE_KIB)?;
        writer.pragma_update(None, "wal_autocheckpoint", CHECKPOINT_PAGES)?;
        // Twice what it grows to before the writer steps in, so that it is cut back only after it was
        // held up: cutting takes 20 ms, and no commit passes meanwhile.
        let log_bytes_max = 2 * i64::from(CHECKPOINT_PAGES) * 4_096;
        writer.pragma_update(None, "journal_size_limit", log_bytes_max)?;
        // A table that is made anew is referred to by others meanwhile.
        writer.pragma_update(None, "foreign_keys", "OFF")?;
        migrations::migrations::runner().run(&mut writer).map_err(|error| {
            StoreError::Open(format!("the database {} can't be migrated: {error}", path.display()))
        })?;
        writer.pragma_update(None, "foreign_keys", "ON")?;
        let codes = Codes::new(secret(&writer, "booking_codes")?);
        let finder_file = Some(finder::open(&finder_path(path), path)?);
        let finder = Arc::default();
        let path = path.to_owned();
        Ok(Self { path, codes, finder, finder_file, _lock: lock, writer: Some(writer) })
    }

    /// Returns a secret of the store, made at first use: 32 random bytes.
    pub fn secret(&self, name: &str) -> Result<[u8; 32], StoreError> {
        match &self.writer {
            Some(writer) => secret(writer, name),
            None => Err(StoreError::Closing),
        }
    }

    /// Takes the write unit; there is one.
    pub(crate) fn unit(&mut self) -> Result<SqliteUnit, StoreError> {
        let writer = self.writer.take().ok_or(StoreError::Closing)?;
        SqliteUnit::new(writer, self.codes.clone(), Arc::clone(&self.finder))
    }

    /// Returns the reads.
    pub(crate) fn queries(&self) -> Queries {
        Queries::new(Arc::new(ReadPool {
            path: self.path.clone(),
            codes: self.codes.clone(),
            finder: Arc::clone(&self.finder),
            idle: Mutex::new(Vec::new()),
            permits: tokio::sync::Semaphore::new(READERS_MAX),
            alone: tokio::sync::Semaphore::new(1),
        }))
    }

    /// Carries the log of writes over into the database file, in passive steps beside the writer,
    /// until the stop flag is dropped.
    pub(crate) fn checkpoint_until(
        &self,
        stop: std::sync::mpsc::Receiver<()>,
    ) -> Result<std::thread::JoinHandle<()>, StoreError> {
        let connection = Connection::open(&self.path)?;
        prepare(&connection, READER_CACHE_KIB)?;
        let run = move || {
            let (mut wait, mut carried) = (CHECKPOINT_IDLE, 0);
            while stop.recv_timeout(wait) == Err(std::sync::mpsc::RecvTimeoutError::Timeout) {
                let before = carried;
                match connection.query_row(CHECKPOINT, [], |row| row.get::<_, i64>(2)) {
                    Ok(pages) => carried = pages,
                    Err(error) => {
                        tracing::warn!(%error, "the write-ahead log could not be checkpointed");
                    }
                }
                wait = if carried == before { CHECKPOINT_IDLE } else { CHECKPOINT_EVERY };
            }
        };
        std::thread::Builder::new()
            .name("checkpoint".to_owned())
            .spawn(run)
            .map_err(|error| StoreError::Open(format!("no thread for checkpoints: {error}")))
    }
}

/// Answers whether it was held up, how long the log is, and how much of it is carried over, in pages.
const CHECKPOINT: &str = "PRAGMA wal_checkpoint(PASSIVE)";

/// Takes the lock that keeps a second server away from the file.
fn lock(path: &Path) -> Result<File, StoreError> {
    let lock_path = path.with_extension("lock");
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&lock_path)
        .map_err(|error| cannot_open(&lock_path, &error))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StoreError::Open(format!(
            "the database {} is in use by another `hotel serve`: stop that one, or give this one \
             its own file with --database",
            path.display()
        ))),
        Err(TryLockError::Error(error)) => Err(cannot_open(&lock_path, &error)),
    }
}

fn cannot_open(path: &Path, error: &dyn std::error::Error) -> StoreError {
    StoreError::Open(format!(
        "{} can't be opened ({error}): check that the folder exists and is yours to write",
        path.display()
    ))
}

/// Looks at an existing file through a read-only connection, so that a file that is not ours, is
/// damaged or comes from a newer version stays as it is.
fn inspect(path: &Path) -> Result<(), StoreError> {
    let damaged = |error: &dyn std::fmt::Display| {
        StoreError::Open(format!(
            "{} is damaged or no database of ours ({error}); it was left as it is: restore a \
             backup, or start afresh with --database NEW-FILE",
            path.display()
        ))
    };
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)
        .map_err(|error| cannot_open(path, &error))?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    let tables: i64 = connection
        .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
        .map_err(|error| damaged(&error))?;
    if tables == 0 {
        return Ok(());
    }
    let verdict: String = connection
        .query_row("PRAGMA quick_check(1)", [], |row| row.get(0))
        .map_err(|error| damaged(&error))?;
    if verdict != "ok" {
        return Err(damaged(&verdict));
    }
    let ours = migrations::migrations::runner()
        .get_migrations()
        .iter()
        .map(refinery::Migration::version)
        .max()
        .map_or(0, i64::from);
    let theirs: i64 = connection
        .query_row("SELECT max(version) FROM refinery_schema_history", [], |row| row.get(0))
        .map_err(|error| damaged(&error))?;
    if theirs > ours {
        return Err(StoreError::Open(format!(
            "{} has schema version {theirs}, this program knows {ours}: it was left as it is; \
             use the newer `hotel` that made it",
            path.display()
        )));
    }
    Ok(())
}

fn prepare(connection: &Connection, cache_kib: i32) -> Result<(), StoreError> {
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.set_prepared_statement_cache_capacity(128);
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", "ON")?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update(None, "cache_size", -cache_kib)?;
    Ok(())
}

const SECRET: &str = "SELECT value FROM meta WHERE name = ?1";
const NEW_SECRET: &str = "INSERT INTO meta (name, value) VALUES (?1, ?2)";

fn secret(connection: &Connection, name: &str) -> Result<[u8; 32], StoreError> {
    let known = connection.query_row(SECRET, [name], |row| row.get(0)).optional()?;
    if let Some(secret) = known {
        return Ok(secret);
    }
    let mut fresh = [0; 32];
    getrandom::fill(&mut fresh)
        .map_err(|error| StoreError::Open(format!("the machine gives no randomness: {error}")))?;
    connection.execute(NEW_SECRET, (name, fresh))?;
    Ok(fresh)
}

/// Read-only connections, lent out one at a time; they never wait for the writer.
pub(crate) struct ReadPool {
    path: PathBuf,
    codes: Codes,
    finder: Arc<Finder>,
    idle: Mutex<Vec<Connection>>,
    permits: tokio::sync::Semaphore,
    // For reads that take their time: beside the others, one after another.
    alone: tokio::sync::Semaphore,
}

impl ReadPool {
    /// Returns the hints that are not in the finder's file yet.
    fn finder(&self) -> Arc<Finder> {
        Arc::clone(&self.finder)
    }

    /// Runs a read on a thread that may block.
    pub(crate) async fn run<T: Send + 'static>(
        self: &Arc<Self>,
        read: impl FnOnce(&Connection, &Codes) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let permit = self.permits.acquire().await.map_err(|_| StoreError::Closing)?;
        let pool = Arc::clone(self);
        let outcome = tokio::task::spawn_blocking(move || {
            let connection = pool.lend()?;
            let outcome = read(&connection, &pool.codes);
            pool.idle.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
            outcome
        });
        let outcome = outcome.await.map_err(|_| StoreError::Closing)?;
        drop(permit);
        outcome
    }

    fn lend(&self) -> Result<Connection, StoreError> {
        if let Some(connection) = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop() {
            return Ok(connection);
        }
        // A connection is lent to one thread at a time, so that SQLite need not lock it.
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(&self.path, flags)?;
        connection.busy_timeout(BUSY_TIMEOUT)?;
        connection.set_prepared_statement_cache_capacity(64);
        connection.pragma_update(None, "cache_size", -READER_CACHE_KIB)?;
        let finder = finder_path(&self.path);
        connection.execute("ATTACH DATABASE ?1 AS finder", [finder.to_string_lossy()])?;
        Ok(connection)
    }
}

/// Returns the path of the finder's file beside a database.
fn finder_path(database: &Path) -> PathBuf {
    database.with_extension("finder.db")
}
