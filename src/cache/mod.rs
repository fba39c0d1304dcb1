//! What this installation keeps: for good in one data file a profile, in the data folder; for a while in one
//! file in the cache folder. Knows SQLite; knows neither HTTP nor the terminal.

pub(crate) mod cursors;
pub(crate) mod file;
pub(crate) mod journal;
pub(crate) mod larder;
pub(crate) mod lease;
pub(crate) mod letters;

#[cfg(test)]
mod tests;
