//! `hotel`: sell hotel rooms from the terminal.

mod api;
mod cache;
mod cli;
mod clock;
mod commands;
mod config;
mod context;
mod error;
mod files;
mod lines;
mod output;
mod paths;
mod prompt;
mod start;
mod suggest;
mod webhooks;
mod when;

use std::process::ExitCode;

fn main() -> ExitCode {
    start::run(std::env::args_os().collect())
}
