//! What can go wrong with a service.

use std::io;
use std::process::ExitStatus;

/// Why a service is not there.
#[derive(Debug, thiserror::Error)]
pub enum RigError {
    /// A program is not installed.
    #[error("{what} is not to be found; {hint}")]
    Missing {
        /// The program.
        what: &'static str,
        /// What would help.
        hint: &'static str,
    },
    /// The system refused.
    #[error("cannot {doing}: {source}")]
    Io {
        /// What was being done.
        doing: String,
        /// Why not.
        source: io::Error,
    },
    /// A command said no.
    #[error("`{command}` failed, {status}: {output}")]
    Failed {
        /// The command line.
        command: String,
        /// How it ended.
        status: ExitStatus,
        /// What it wrote, both streams.
        output: String,
    },
    /// A service ended while it was starting.
    #[error("{what} ended while it was starting: {log}")]
    Ended {
        /// The service.
        what: &'static str,
        /// The end of its log.
        log: String,
    },
    /// Something took longer than it may.
    #[error("{what} took longer than {seconds} s: {log}")]
    Late {
        /// What was waited for.
        what: &'static str,
        /// How long.
        seconds: u64,
        /// The end of the log.
        log: String,
    },
    /// Every port is taken.
    #[error("no port is free")]
    NoPort,
}

impl RigError {
    /// Returns the error for what the system refused.
    pub(crate) fn io(doing: impl Into<String>) -> impl FnOnce(io::Error) -> Self {
        let doing = doing.into();
        move |source| Self::Io { doing, source }
    }
}
