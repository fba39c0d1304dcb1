//! `hotel`: sell hotel rooms from the terminal.

mod after;
mod api;
mod cache;
mod chance;
mod cli;
mod clock;
mod commands;
mod complete;
mod config;
mod context;
mod crash;
mod error;
mod files;
mod freshness;
mod lines;
mod memory;
mod output;
mod paths;
mod pending;
mod prompt;
mod queue;
mod skew;
mod start;
mod suggest;
mod terse;
mod tui;
mod voice;
mod webhooks;
mod when;

use std::process::ExitCode;

fn main() -> ExitCode {
    complete::answer_shell();
    start::run(std::env::args_os().collect())
}
