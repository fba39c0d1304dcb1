//! The commands: one file a verb. Each parses its arguments, calls the server through `api`, and
//! prints through `output`; the rules of booking are the server's.

mod amount;
mod changed;
pub(crate) mod changes;
mod dates;
mod event_row;
mod fee;
mod guest;
mod input;
mod nights;
mod otherwise;
mod outcome;
mod percent;
#[cfg(feature = "server")]
mod place;
pub(crate) mod words;
mod write;

pub(crate) mod admin;
pub(crate) mod api_call;
pub(crate) mod assign;
pub(crate) mod batch;
pub(crate) mod book;
pub(crate) mod cancel;
pub(crate) mod check_in;
pub(crate) mod check_out;
pub(crate) mod completions;
pub(crate) mod config;
pub(crate) mod confirm;
pub(crate) mod decline;
#[cfg(feature = "server")]
pub(crate) mod demo;
pub(crate) mod doctor;
pub(crate) mod events;
pub(crate) mod guests;
pub(crate) mod help;
pub(crate) mod history;
pub(crate) mod hotels;
pub(crate) mod import;
pub(crate) mod inventory;
pub(crate) mod keys;
pub(crate) mod line;
pub(crate) mod list;
pub(crate) mod man;
pub(crate) mod move_room;
pub(crate) mod no_show;
mod offers;
pub(crate) mod profile;
pub(crate) mod queue;
pub(crate) mod rates;
pub(crate) mod release;
pub(crate) mod report;
pub(crate) mod revert;
pub(crate) mod room_types;
pub(crate) mod rooms;
pub(crate) mod search;
#[cfg(feature = "server")]
pub(crate) mod serve;
pub(crate) mod shell;
pub(crate) mod show;
pub(crate) mod split;
pub(crate) mod status;
pub(crate) mod sync;
pub(crate) mod tail;
mod target;
pub(crate) mod todo;
pub(crate) mod tokens;
pub(crate) mod update;
pub(crate) mod users;
pub(crate) mod waitlist;
pub(crate) mod whoami;
mod wish;

#[cfg(test)]
mod tests;
