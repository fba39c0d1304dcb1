//! The finder: bookings by arrival and by guest, guests by name. An index on what does not grow costs
//! a page for every booking that is written; so these are kept beside the database, in a file that a
//! thread of its own writes once a second, sorted, and in memory until then. What it holds are hints:
//! a list that follows them looks at the rows themselves.

mod file;
mod recent;
#[cfg(test)]
mod tests;

use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::Connection;

use super::{SqliteStore, StoreError};

pub(super) use file::open;
pub(super) use recent::{Asked, Hints};
use recent::{Found, Recent};
#[cfg(test)]
pub(super) use {
    file::{SCHEMA, write},
    recent::{GuestName, Stay},
};

/// How often what is in memory goes to the file: seldom enough that many bookings share its pages.
const WRITE_EVERY: Duration = Duration::from_secs(1);

/// The hints that are not in the file yet.
#[derive(Debug, Default)]
pub(super) struct Finder {
    recent: Mutex<Recent>,
}

impl Finder {
    fn recent(&self) -> MutexGuard<'_, Recent> {
        self.recent.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes in what a batch has made; it is committed, and nobody has been answered yet.
    pub(super) fn note(&self, hints: Hints) {
        self.recent().note(hints);
    }

    /// Returns what a list must look at beside the file. Ask before the file is read: what moves there
    /// meanwhile is then seen twice, and never missed.
    pub(super) fn hints(&self, asked: &Asked<'_>) -> Found {
        self.recent().find(asked)
    }

    /// Takes what is in memory.
    #[cfg(test)]
    pub(super) fn take(&self) -> Option<Hints> {
        let hints = self.recent().all()?;
        self.recent().forget(&hints);
        Some(hints)
    }

    /// Carries what is in memory over into the file.
    fn write(&self, connection: &mut Connection) -> Result<(), StoreError> {
        let Some(hints) = self.recent().all() else { return Ok(()) };
        let transaction = connection.transaction()?;
        file::write(&transaction, &hints)?;
        transaction.commit()?;
        self.recent().forget(&hints);
        Ok(())
    }
}

impl SqliteStore {
    /// Keeps the finder's file current until the stop flag is dropped.
    pub(crate) fn find_until(
        &mut self,
        stop: Receiver<()>,
    ) -> Result<std::thread::JoinHandle<()>, StoreError> {
        let mut connection = self.finder_file.take().ok_or(StoreError::Closing)?;
        let finder = Arc::clone(&self.finder);
        let run = move || loop {
            let waited = stop.recv_timeout(WRITE_EVERY);
            if let Err(error) = finder.write(&mut connection) {
                // They stay in memory, and the next round tries again.
                tracing::warn!(error = &error as &dyn std::error::Error, "the finder lags behind");
            }
            if waited != Err(RecvTimeoutError::Timeout) {
                return;
            }
        };
        std::thread::Builder::new()
            .name("finder".to_owned())
            .spawn(run)
            .map_err(|error| StoreError::Open(format!("no thread for the finder: {error}")))
    }
}
