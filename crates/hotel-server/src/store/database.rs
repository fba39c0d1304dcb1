//! Where a house keeps its books: in a file, or in Postgres.

use std::convert::Infallible;
use std::fmt::{Display, Formatter};
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::thread::JoinHandle;

use tokio::sync::mpsc;

use super::postgres::{Address, PgStore};
use super::sqlite::{SqliteReports, SqliteStore};
use super::{Queries, StoreError, Tally, Unit};
use crate::engine::Published;
use crate::feed::{Expected, Feed};
use crate::reports::{Log, ReadModel};
use crate::shelf::Shelf;

/// Where the books are kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Database {
    /// In a file of SQLite.
    File(PathBuf),
    /// In Postgres, at an address.
    Postgres(String),
}

impl FromStr for Database {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        let is_postgres = ["postgres://", "postgresql://"].iter().any(|it| text.starts_with(it));
        Ok(if is_postgres {
            Self::Postgres(text.to_owned())
        } else {
            Self::File(text.strip_prefix("sqlite:").unwrap_or(text).into())
        })
    }
}

impl From<PathBuf> for Database {
    fn from(path: PathBuf) -> Self {
        Self::File(path)
    }
}

/// Without a password.
impl Display for Database {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::File(path) => path.display().fmt(f),
            Self::Postgres(url) => match url.parse::<Address>() {
                Ok(address) => address.fmt(f),
                Err(_) => f.write_str("postgres://…"),
            },
        }
    }
}

/// Where a house keeps its books, and where they can be read besides.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Books {
    /// The database that is written to.
    pub database: Database,
    /// One that follows it and is read in its stead where it has come as far.
    pub replica: Option<Database>,
}

impl<D: Into<Database>> From<D> for Books {
    fn from(database: D) -> Self {
        Self { database: database.into(), replica: None }
    }
}

/// Where reports come from: the log, their read model, and the lock of the model's file.
pub(crate) type ReportSources = (Box<dyn Log>, Box<dyn ReadModel>, Option<File>);

/// An open store, whichever it is.
pub(crate) enum Store {
    Sqlite(Box<SqliteStore>),
    Postgres(PgStore),
}

impl Store {
    /// Opens the store, or makes it.
    pub(crate) async fn open(books: &Books) -> Result<Self, StoreError> {
        let replica = match (&books.database, &books.replica) {
            (_, None) => None,
            (Database::Postgres(_), Some(Database::Postgres(url))) => Some(url.parse()?),
            (_, Some(replica)) => {
                return Err(StoreError::Open(format!(
                    "{replica} can be no replica: that is a Postgres, and follows another"
                )));
            }
        };
        match &books.database {
            Database::File(path) => Ok(Self::Sqlite(Box::new(SqliteStore::open(path)?))),
            Database::Postgres(url) => {
                let store = PgStore::open(&url.parse()?, replica, Tally::default()).await?;
                Ok(Self::Postgres(store))
            }
        }
    }

    /// Returns the counts of its reads.
    pub(crate) fn tally(&self) -> Tally {
        match self {
            Self::Sqlite(_) => Tally::default(),
            Self::Postgres(store) => store.tally(),
        }
    }

    /// Returns a secret of the store, made at first use: 32 random bytes.
    pub(crate) async fn secret(&self, name: &str) -> Result<[u8; 32], StoreError> {
        match self {
            Self::Sqlite(store) => store.secret(name),
            Self::Postgres(store) => store.secret(name).await,
        }
    }

    /// Returns the reads.
    pub(crate) fn queries(&self) -> Queries {
        match self {
            Self::Sqlite(store) => Queries::Sqlite(store.queries()),
            Self::Postgres(store) => Queries::Postgres(store.queries()),
        }
    }

    /// Takes the write units.
    pub(crate) fn units(&mut self, catalogues: &Shelf) -> Result<Vec<Box<dyn Unit>>, StoreError> {
        match self {
            Self::Sqlite(store) => Ok(vec![Box::new(store.unit()?)]),
            Self::Postgres(store) => store.units(catalogues),
        }
    }

    /// Returns a feed that reaches to a position; and where it takes batches in after their commit, the
    /// way on which whoever does that hears of them.
    pub(crate) fn feed(
        &self,
        head: u64,
        epoch: u32,
    ) -> (Feed, Option<mpsc::UnboundedReceiver<Expected>>) {
        match self {
            Self::Sqlite(_) => (Feed::new(head, epoch), None),
            Self::Postgres(_) => {
                let (feed, expected) = Feed::taken_in(head, epoch);
                (feed, Some(expected))
            }
        }
    }

    /// Returns the log and the read model of the reports; nothing is opened yet. The model is a file:
    /// beside the database, or in a folder.
    pub(crate) fn reports(&self, folder: &Path) -> Result<ReportSources, StoreError> {
        match self {
            Self::Sqlite(store) => {
                let (log, model) = store.reports();
                Ok((log, model, None))
            }
            Self::Postgres(store) => {
                let (path, lock) = own_file(folder)?;
                Ok((Box::new(store.log()), Box::new(SqliteReports::new(path)), Some(lock)))
            }
        }
    }

    /// Starts the threads that keep the store in order behind the writes.
    pub(crate) fn keep(
        &mut self,
        published: Published,
        expected: Option<mpsc::UnboundedReceiver<Expected>>,
    ) -> Result<Keepers, StoreError> {
        let mut keepers = Keepers { stop: Vec::new(), threads: Vec::new() };
        match self {
            Self::Sqlite(store) => {
                let (no_checkpoints, checkpoints) = std::sync::mpsc::channel::<()>();
                let (no_finder, finder) = std::sync::mpsc::channel::<()>();
                keepers.add(no_checkpoints, store.checkpoint_until(checkpoints)?);
                keepers.add(no_finder, store.find_until(finder)?);
            }
            Self::Postgres(store) => {
                if let Some(expected) = expected {
                    let (stop, thread) = store.follow(published, expected)?;
                    keepers.add(stop, thread);
                }
            }
        }
        Ok(keepers)
    }
}

/// Instances on one machine at most that keep their reports from one start to the next.
const INSTANCES_MAX: u32 = 64;

/// Finds a file for the read model that no other instance on this machine has.
fn own_file(folder: &Path) -> Result<(PathBuf, File), StoreError> {
    let failed = |path: &Path, error: &std::io::Error| {
        StoreError::Open(format!(
            "{} can't be opened ({error}): check that the folder exists and is yours to write",
            path.display()
        ))
    };
    for number in 1..=INSTANCES_MAX {
        let path = folder.join(format!("instance-{number}.reports.db"));
        let lock_path = path.with_extension("lock");
        let file = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&lock_path)
            .map_err(|error| failed(&lock_path, &error))?;
        match file.try_lock() {
            Ok(()) => return Ok((path, file)),
            Err(TryLockError::WouldBlock) => {}
            Err(TryLockError::Error(error)) => return Err(failed(&lock_path, &error)),
        }
    }
    Err(StoreError::Open(format!("{INSTANCES_MAX} instances run on this machine already")))
}

/// The threads that keep the store in order behind the writes; each ends when its other half is dropped.
pub(crate) struct Keepers {
    stop: Vec<Box<dyn Send>>,
    threads: Vec<JoinHandle<()>>,
}

impl Keepers {
    fn add(&mut self, stop: impl Send + 'static, thread: JoinHandle<()>) {
        self.stop.push(Box::new(stop));
        self.threads.push(thread);
    }

    /// Ends them; nobody writes any more.
    pub(crate) fn join(self) {
        drop(self.stop);
        for thread in self.threads {
            let name = thread.thread().name().unwrap_or_default().to_owned();
            if thread.join().is_err() {
                tracing::error!(name, "a thread of the store panicked");
            }
        }
    }
}
