//! Tables and properties of the small types.

mod codes;
mod money;
mod statistics;
mod time;
