//! The binary, end to end: one test program, a file for each theme.

mod crash;
mod desk;
mod dice;
mod endings;
mod examples;
mod harness;
mod history;
mod import;
mod many;
mod postgres;
mod queue;
mod replica;
mod report;
mod serve;
mod shell;
mod tail;
mod terminal;
mod tidy;
mod tui;
mod verify;
mod world;
