//! What came of an import: counted while it runs, and the lines that were refused.

use std::collections::BTreeMap;

use serde::Serialize;

/// A line that the house did not take.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub(super) struct Refused {
    /// The line of the file.
    pub(super) line: u64,
    /// The hotel as the file names it.
    pub(super) hotel: String,
    /// One word.
    pub(super) reason: String,
    /// One sentence.
    pub(super) detail: String,
}

/// What came of the lines of one hotel.
#[derive(Debug, Clone, Default)]
pub(super) struct Count {
    /// Lines that are bookings now.
    pub(super) accepted: u64,
    /// Lines that are not, by the word why.
    pub(super) refused: BTreeMap<String, u64>,
}

impl Count {
    /// Returns how many lines were refused.
    pub(super) fn refused_total(&self) -> u64 {
        self.refused.values().sum()
    }
}

/// What came of an import so far.
#[derive(Debug, Default)]
pub(super) struct Tally {
    /// By hotel, in the order of the file.
    pub(super) hotels: Vec<Count>,
    /// Lines that were refused.
    pub(super) refused: Vec<Refused>,
    /// Later steps of accepted lines that were refused.
    pub(super) steps_refused: Vec<Refused>,
    /// Commands that were sent and answered.
    pub(super) commands: u64,
    /// Those among them that an earlier run had carried out.
    pub(super) replayed: u64,
    /// Whether a request went out whose answer has not come.
    pub(super) is_waiting: bool,
}

impl Tally {
    /// Returns how many lines are decided.
    pub(super) fn lines(&self) -> u64 {
        self.hotels.iter().map(|count| count.accepted + count.refused_total()).sum()
    }

    /// Returns how many lines are bookings now.
    pub(super) fn accepted(&self) -> u64 {
        self.hotels.iter().map(|count| count.accepted).sum()
    }

    /// Counts a line that was refused.
    pub(super) fn refuse(&mut self, house: usize, refused: Refused) {
        *self.hotels[house].refused.entry(refused.reason.clone()).or_default() += 1;
        self.refused.push(refused);
    }
}

/// Returns the word for a code of the server: what ends a sale is known without its first half.
pub(super) fn reason_of(code: &str) -> String {
    code.strip_prefix("availability.").unwrap_or(code).to_owned()
}
