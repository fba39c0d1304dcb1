//! The server's clock, as its answers tell it.

use std::rc::Rc;

use jiff::fmt::rfc2822::DateTimeParser;
use jiff::{SignedDuration, Timestamp};
use reqwest::header::{DATE, HeaderMap};

/// Clocks that differ by more make deadlines hard to believe (ux.md 2.3, rule 16).
pub(crate) const SKEW_MAX: SignedDuration = SignedDuration::from_mins(2);

/// Who is told with each answer by how much this machine's clock is ahead of the server's.
pub(crate) type Clocks = Rc<dyn Fn(SignedDuration)>;

/// Returns by how much this machine's clock is ahead, by the `Date` of an answer, which has whole seconds.
pub(crate) fn skew(headers: &HeaderMap, now: Timestamp) -> Option<SignedDuration> {
    let date = headers.get(DATE)?.to_str().ok()?;
    let theirs = DateTimeParser::new().parse_timestamp(date).ok()?;
    Some(now.duration_since(theirs))
}
