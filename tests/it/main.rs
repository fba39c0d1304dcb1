//! The binary, end to end: one test program, a file for each theme.

mod crash;
mod desk;
mod harness;
mod tidy;
