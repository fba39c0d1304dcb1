//! Webhooks out: events are handed to a target as Standard Webhooks says, one at a time for each booking,
//! until it takes them. Knows HTTP and what is kept of letters; knows neither the terminal nor the server.

pub(crate) mod courier;
pub(crate) mod forwarder;
pub(crate) mod schedule;
pub(crate) mod secret;
pub(crate) mod target;

#[cfg(test)]
mod tests;
