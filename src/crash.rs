//! Places where tests end the process as a loss of power would: at once, with nothing tidied up. They are in
//! builds for tests only.

/// The variable that names a place, and which time it is passed: `entered`, or `entered:2`.
#[cfg(debug_assertions)]
const VARIABLE: &str = "HOTEL_CRASH_AT";

/// Ends the process here, if a test wants that.
#[cfg(debug_assertions)]
pub(crate) fn point(name: &str) {
    use std::sync::atomic::{AtomicU32, Ordering};

    static PASSED: AtomicU32 = AtomicU32::new(0);

    let Ok(wanted) = std::env::var(VARIABLE) else { return };
    let (place, time) = wanted.split_once(':').unwrap_or((&wanted, "1"));
    if place == name && PASSED.fetch_add(1, Ordering::SeqCst) + 1 == time.parse().unwrap_or(1) {
        std::process::abort();
    }
}

/// Does nothing.
#[cfg(not(debug_assertions))]
pub(crate) fn point(_name: &str) {}
