//! The nouns and rules of hotel booking.
//!
//! Pure: no clock, no randomness, no I/O. `decide` turns a command and the facts into events or a
//! refusal; `apply` folds events into facts. `wire` is what travels between client and server.

pub mod apply;
pub mod booking;
pub mod calendar;
pub mod catalogue;
pub mod command;
pub mod decide;
pub mod event;
pub mod facts;
pub mod ids;
pub mod inventory;
pub mod money;
pub mod origin;
pub mod people;
pub mod policy;
pub mod price;
pub mod rate;
pub mod refusal;
pub mod statistics;
pub mod stay;
pub mod text;
pub mod verb;
pub mod wire;
pub mod zone;

#[cfg(test)]
mod tests;
