//! A change of the booking: shown with its price first, made at that price only.

use hotel_core::money::Money;

use super::{Cause, Run, Step, run};

/// A change that was shown, or is about to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Change {
    /// The words of the command that makes it.
    words: Vec<String>,
    /// What the stay would cost, once that was told.
    pub(super) total: Option<Money>,
}

impl Change {
    /// Returns the command that makes it, for no more than was shown.
    pub(super) fn agreed(&self) -> Run {
        let most = self.total.map(|total| ["--max-price".to_owned(), total.to_string()]);
        Run { words: self.words.clone(), cause: Cause::Change }.with(most.into_iter().flatten())
    }
}

/// Shows what a change would come to, and keeps it for `y`.
pub(super) fn change_of(change: &mut Option<Change>, words: Vec<String>) -> Vec<Step> {
    *change = Some(Change { words: words.clone(), total: None });
    run(Run { words, cause: Cause::Preview }.with(["--dry-run".to_owned()]))
}
