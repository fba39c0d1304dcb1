//! Whether what clients saw of one object can be explained by one order of their operations.
//!
//! The search is the one of Wing, Gong and Lowe, return by return: before an operation returns it must
//! have been put in order, and others under way only where that serves it. Of all the ways to the same
//! state with the same operations none is gone twice, and of those that use operations that never
//! returned only the ones that use the least, for these may as well be left out. Knows no clock and no
//! threads.

mod search;

use std::fmt;
use std::hash::Hash;
use std::sync::atomic::{AtomicU64, Ordering};

use search::Search;

/// States looked at before [`check`] gives up, which takes some seconds.
pub const STATES_MAX: usize = 2_000_000;

/// What the object does when one operation comes after another.
pub trait Model {
    /// All there is to know about the object.
    type State: Clone + Hash + Eq;
    /// An operation with what it answered. One whose answer is not known must say so, and then fit
    /// wherever any answer would.
    type Op;

    /// Returns the state after an operation, or nothing where it cannot have answered like that.
    fn step(state: &Self::State, op: &Self::Op) -> Option<Self::State>;
}

/// An operation as its client saw it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operation<O> {
    /// What was asked and answered.
    pub op: O,
    /// The tick before it was sent.
    pub called: u64,
    /// The tick after it was answered; nothing if nobody knows what became of it. Such an operation may
    /// have its effect at any time after its call, or never.
    pub returned: Option<u64>,
}

/// Ticks for the operations of one process, in the order in which they are asked for.
#[derive(Debug, Default)]
pub struct Ticks(AtomicU64);

impl Ticks {
    /// Returns a tick later than all before.
    pub fn next(&self) -> u64 {
        self.0.fetch_add(1, Ordering::SeqCst)
    }
}

/// Why a history is not accepted. Operations are named by their places in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Violation {
    /// No order explains the history.
    NoOrder {
        /// One order that explains everything that returned earlier.
        explained: Vec<usize>,
        /// The first operation to return that fits into none.
        stuck: usize,
    },
    /// Too many operations were under way at once to tell.
    Undecided {
        /// The states that were looked at.
        states: usize,
    },
}

impl fmt::Display for Violation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoOrder { explained, stuck } => {
                let last = &explained[explained.len().saturating_sub(10)..];
                write!(
                    formatter,
                    "no order explains operation {stuck}; one before it ends in {last:?}"
                )
            }
            Self::Undecided { states } => {
                write!(formatter, "undecided after {states} states: too much at once")
            }
        }
    }
}

impl std::error::Error for Violation {}

/// Checks that one order of the operations explains a history that began with this state: each has its
/// effect at one moment between its call and its return. Those at the same tick count as concurrent.
pub fn check<M: Model>(initial: M::State, history: &[Operation<M::Op>]) -> Result<(), Violation> {
    check_within::<M>(initial, history, STATES_MAX)
}

/// Checks as [`check`] does, but gives up after as many states as it is told.
pub fn check_within<M: Model>(
    initial: M::State,
    history: &[Operation<M::Op>],
    states_max: usize,
) -> Result<(), Violation> {
    Search::<M>::new(initial, history, states_max).run()
}

#[cfg(test)]
mod tests;
