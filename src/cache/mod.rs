//! What this installation keeps for good: one data file a profile, in the data folder. Knows SQLite; knows
//! neither HTTP nor the terminal.

pub(crate) mod cursors;
pub(crate) mod file;
pub(crate) mod lease;
pub(crate) mod letters;

#[cfg(test)]
mod tests;
