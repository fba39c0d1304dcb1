//! The terse line: the grammar of the command line with short names, for the shell, for batches and for
//! whoever else types. An entry is turned into the words of an ordinary command, never into anything else.
//! Pure: knows neither a clock, nor files, nor the network; which day it is and what came of a command is
//! told to it.

mod cli;
mod entry;
mod follow;
mod personal;
mod refusal;
mod session;
mod words;

pub(crate) use self::cli::is_cli;
pub(crate) use self::entry::{Entry, Placed, read};
pub(crate) use self::follow::follow;
pub(crate) use self::personal::is_personal;
pub(crate) use self::refusal::Refusal;
pub(crate) use self::session::{Run, Session, Step};

#[cfg(test)]
mod tests;
