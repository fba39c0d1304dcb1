//! What a command told, kept beside what was printed.

use std::sync::{Arc, Mutex, PoisonError};

use serde_json::Value;

use super::tree::Tree;
use crate::error::CliError;

/// What a command told last, record or rows, whole and as JSON: for whoever carries commands out and goes on
/// from what came of them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Told(Arc<Mutex<Option<Value>>>);

impl Told {
    /// Returns it, if anything was told.
    pub(crate) fn value(&self) -> Option<Value> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Notes it.
    pub(super) fn note(&self, tree: &Tree) -> Result<(), CliError> {
        let value = serde_json::to_value(tree)
            .map_err(|error| CliError::internal("a record is no JSON").why(error.to_string()))?;
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(value);
        Ok(())
    }
}
