//! Why a measurement could not be made.

use std::io;

/// Why a measurement could not be made.
#[derive(Debug, thiserror::Error)]
pub(crate) enum BenchError {
    /// The machine did not do what was asked of it.
    #[error("{doing}")]
    Io {
        /// What was being done.
        doing: String,
        /// What went wrong.
        #[source]
        cause: io::Error,
    },
    /// The database of the house said no.
    #[error("the database can't be read")]
    Database(#[from] rusqlite::Error),
    /// A service that the run needs did not do.
    #[error("a service for the run failed")]
    Rig(#[from] hotel_rig::RigError),
    /// Something that should be JSON is not, or not the one expected.
    #[error("this is not the JSON that was expected")]
    Json(#[from] serde_json::Error),
    /// The house could not be opened.
    #[error("the house can't run")]
    House(#[from] hotel_server::house::HouseError),
    /// The engine gave no answer.
    #[error("the engine gave no answer")]
    Engine(#[from] hotel_server::engine::EngineError),
    /// Anything else.
    #[error("{0}")]
    Said(String),
}

impl BenchError {
    /// Makes an error of a sentence.
    pub(crate) fn said(text: impl Into<String>) -> Self {
        Self::Said(text.into())
    }
}

/// Says what was being done when the machine failed.
pub(crate) trait Doing<T> {
    /// Adds what was being done.
    fn doing(self, what: &str) -> Result<T, BenchError>;
}

impl<T> Doing<T> for io::Result<T> {
    fn doing(self, what: &str) -> Result<T, BenchError> {
        self.map_err(|cause| BenchError::Io { doing: format!("cannot {what}"), cause })
    }
}

/// Returns an error with all that is behind it, on one line.
pub(crate) fn in_full(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(deeper) = cause {
        text = format!("{text}: {deeper}");
        cause = deeper.source();
    }
    text
}
