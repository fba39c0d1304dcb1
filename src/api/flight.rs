//! How far a write came, so that a command that is stopped can say what became of it.

use std::sync::{Mutex, PoisonError};

/// How far the last write came.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) enum Progress {
    /// No write was sent.
    #[default]
    Nothing,
    /// A write is on its way and not answered.
    Sent {
        /// Its key.
        key: String,
    },
    /// A write was answered: it stands.
    Applied {
        /// Its key.
        key: String,
    },
}

/// The progress as the requests keep it.
#[derive(Debug, Default)]
pub(super) struct Flight(Mutex<Progress>);

impl Flight {
    /// Notes that the first byte of a write is about to leave.
    pub(super) fn sent(&self, key: &str) {
        self.set(Progress::Sent { key: key.to_owned() });
    }

    /// Notes that the server has done what was asked.
    pub(super) fn applied(&self, key: &str) {
        self.set(Progress::Applied { key: key.to_owned() });
    }

    /// Notes that nothing came of the write.
    pub(super) fn refused(&self) {
        self.set(Progress::Nothing);
    }

    /// Returns how far the last write came.
    pub(super) fn progress(&self) -> Progress {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn set(&self, progress: Progress) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = progress;
    }
}
