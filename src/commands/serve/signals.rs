//! The signals that ask the server to stop.

use crate::error::codes::{self, CodeInfo};

#[cfg(unix)]
use tokio::signal::unix::{Signal, SignalKind, signal};

/// Hears Ctrl-C and SIGTERM from the moment it is made, so that none is lost that comes while
/// nobody waits.
pub(super) struct Signals {
    #[cfg(unix)]
    interrupt: Option<Signal>,
    #[cfg(unix)]
    terminate: Option<Signal>,
}

#[cfg(unix)]
impl Signals {
    /// Starts to hear; where that can't be done, the system's own way of stopping stays in force.
    pub(super) fn hear() -> Self {
        Self {
            interrupt: signal(SignalKind::interrupt()).ok(),
            terminate: signal(SignalKind::terminate()).ok(),
        }
    }

    /// Waits for the next one, and says which.
    pub(super) async fn next(&mut self) -> CodeInfo {
        tokio::select! {
            () = heard(&mut self.interrupt) => codes::RUN_INTERRUPTED,
            () = heard(&mut self.terminate) => codes::RUN_TERMINATED,
        }
    }
}

#[cfg(unix)]
async fn heard(signal: &mut Option<Signal>) {
    match signal {
        Some(signal) => {
            signal.recv().await;
        }
        None => std::future::pending().await,
    }
}

#[cfg(not(unix))]
impl Signals {
    /// Starts to hear.
    pub(super) fn hear() -> Self {
        Self {}
    }

    /// Waits for the next one.
    pub(super) async fn next(&mut self) -> CodeInfo {
        crate::start::interrupted().await;
        codes::RUN_INTERRUPTED
    }
}
