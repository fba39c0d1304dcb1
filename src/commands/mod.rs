//! The commands: one file a verb. Each parses its arguments, calls the server through `api`, and
//! prints through `output`; the rules of booking are the server's.

mod amount;
mod changes;
mod dates;
mod event_row;
mod fee;
mod guest;
mod outcome;
mod words;
mod write;

pub(crate) mod assign;
pub(crate) mod book;
pub(crate) mod cancel;
pub(crate) mod check_in;
pub(crate) mod check_out;
pub(crate) mod confirm;
pub(crate) mod decline;
pub(crate) mod events;
pub(crate) mod history;
pub(crate) mod list;
pub(crate) mod move_room;
pub(crate) mod no_show;
mod offers;
pub(crate) mod release;
pub(crate) mod revert;
pub(crate) mod search;
pub(crate) mod show;
pub(crate) mod split;
pub(crate) mod tail;
mod target;
pub(crate) mod update;
pub(crate) mod waitlist;
mod wish;

#[cfg(test)]
mod tests;
