//! What the server tells about itself while it runs: log lines on stderr, for people or as JSON.

use std::io::{self, IsTerminal as _};

use tracing_subscriber::EnvFilter;

/// The environment variable that says what is logged.
pub const LOG_VARIABLE: &str = "HOTEL_LOG";

/// What is logged when nobody says otherwise.
const USUAL: &str = "info";

/// Starts logging, once a process; a second call changes nothing.
pub fn init(json: bool) {
    let filter = EnvFilter::try_from_env(LOG_VARIABLE).unwrap_or_else(|_| EnvFilter::new(USUAL));
    let is_plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let lines = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(io::stderr)
        .with_ansi(io::stderr().is_terminal() && !is_plain);
    // Whoever came first keeps the logs.
    if json {
        lines.json().flatten_event(true).try_init().ok();
    } else {
        lines.with_target(false).try_init().ok();
    }
}
