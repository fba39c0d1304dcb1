//! Where a change is written down before its first byte leaves, and what becomes of it after. The client
//! knows no more of the journal than this.

use std::rc::Rc;
use std::time::Duration;

use jiff::Timestamp;

use super::{RawAnswer, Write};
use crate::error::CliError;

/// A change as it leaves.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Change<'a> {
    /// Its name and its condition.
    pub(crate) write: &'a Write,
    /// The method.
    pub(crate) method: &'a str,
    /// The path with its query.
    pub(crate) path: &'a str,
    /// JSON; empty where there is none.
    pub(crate) body: &'a [u8],
}

/// What is kept with a change in case that it has to wait.
#[derive(Debug, Clone, Default)]
pub(crate) struct Waiting {
    /// When it is of no more use.
    pub(crate) expires_at: Option<Timestamp>,
    /// For how long it is of use, where no moment is known.
    pub(crate) expires_in: Option<Duration>,
    /// The operations that it follows.
    pub(crate) after: Vec<u64>,
    /// The booking as the agent saw it, as JSON.
    pub(crate) base: Option<Vec<u8>>,
    /// Bodies that are tried in its place, one after another, if the house refuses it.
    pub(crate) alternatives: Vec<Vec<u8>>,
}

/// How a change that was written down is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Its number.
    pub(crate) number: u64,
    /// Whether somebody waits who has nowhere else to turn: then a connection that can't be made is tried
    /// again. What may wait in the journal is not worth such patience.
    pub(crate) is_patient: bool,
}

/// Who writes changes down.
pub(crate) trait Ledger {
    /// Writes a change down, lastingly. A failure keeps it from being sent.
    fn enter(&self, change: &Change<'_>) -> Result<Entry, CliError>;

    /// Notes what became of it, and says what the command is told of that: a change that waits now is no
    /// failure of the link any more.
    fn settle(
        &self,
        number: u64,
        reply: Result<RawAnswer, CliError>,
    ) -> Result<RawAnswer, CliError>;
}

/// Somebody who writes changes down, if anybody does.
pub(crate) type Keeper = Option<Rc<dyn Ledger>>;
