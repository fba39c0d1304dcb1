//! The clock. The only place that asks what time it is; everywhere else `now` is an argument.

use jiff::Timestamp;

/// Returns the current instant.
#[expect(clippy::disallowed_methods, reason = "this is the one place that reads the clock")]
pub(crate) fn now() -> Timestamp {
    Timestamp::now()
}
