//! What was answered before, for when nobody answers. The client knows no more of the cache than this.

use std::rc::Rc;

use crate::error::{CliError, codes};

/// Where answers are kept.
pub(crate) trait Memory {
    /// Keeps an answer to a question. A failure is no failure of the question.
    fn keep(&self, path: &str, body: &[u8]);

    /// Keeps what a change made of a booking.
    fn changed(&self, body: &[u8]);

    /// Returns what was answered before, and notes how old that is.
    fn recall(&self, path: &str) -> Option<Vec<u8>>;

    /// Returns everything that was answered to questions that begin like this, the latest first.
    fn recall_all(&self, start: &str) -> Vec<Vec<u8>>;

    /// Tells whether nothing is asked of the house at all.
    fn is_alone(&self) -> bool;
}

/// Somebody who keeps answers, if anybody does.
pub(crate) type Remembers = Option<Rc<dyn Memory>>;

/// Returns the failure of a question that the house is not asked, and that was not answered before.
pub(super) fn unknown(path: &str) -> CliError {
    CliError::of(codes::NETWORK_OFFLINE, format!("{path} was not asked for before"))
        .hint("hotel sync")
}
