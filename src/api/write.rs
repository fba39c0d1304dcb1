//! Writes: their names and conditions.

use hotel_core::ids::IdempotencyKey;
use uuid::Uuid;

use super::ledger::Waiting;
use crate::error::CliError;

/// How a write is sent.
#[derive(Debug, Clone)]
pub(crate) struct Write {
    /// The client's name for it, the same for every attempt.
    pub(crate) key: IdempotencyKey,
    /// Whether the server only says what would happen.
    pub(crate) dry_run: bool,
    /// The version that was seen; another one is refused.
    pub(crate) version: Option<u64>,
    /// What is kept with it in case that it has to wait.
    pub(crate) waiting: Waiting,
}

impl Write {
    /// Names a write: with the key given, else with a new one.
    pub(crate) fn new(key: Option<IdempotencyKey>, dry_run: bool) -> Result<Self, CliError> {
        let key = key.map_or_else(new_key, Ok)?;
        Ok(Self { key, dry_run, version: None, waiting: Waiting::default() })
    }

    /// Refuses the write if the version is no longer this one.
    #[must_use]
    pub(crate) fn if_version(mut self, version: u64) -> Self {
        self.version = Some(version);
        self
    }

    /// Returns the question before the write: the same without effect, under a key of its own.
    pub(crate) fn preview(&self) -> Result<Self, CliError> {
        Ok(Self { version: self.version, ..Self::new(None, true)? })
    }
}

/// Makes a key.
pub(crate) fn new_key() -> Result<IdempotencyKey, CliError> {
    IdempotencyKey::try_from(Uuid::now_v7().to_string())
        .map_err(|error| CliError::internal(error.to_string()))
}
