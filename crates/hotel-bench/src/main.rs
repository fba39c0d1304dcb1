//! Measures the house.
//!
//! ```sh
//! cargo run --release -p hotel-bench -- bookings
//! cargo run --release -p hotel-bench -- store
//! cargo run --release -p hotel-bench -- goals --file hotel_bookings.csv.gz
//! ```
//!
//! | what | measures | beside |
//! |---|---|---|
//! | `bookings` | durable bookings over HTTP at 1, 64, 256 connections | `echo`: the same requests up to the engine; `naive`: one transaction a booking |
//! | `store` | the engine without HTTP, one by one and in bulk | `naive` |
//! | `search` | a city, three nights, two guests, by price, of 1,000 hotels | one SQL query over the same file |
//! | `mixed` | 60 searches, 30 looks at a booking, 10 bookings | |
//! | `growth` | bookings with a million stored | an empty house |
//! | `instances` | bookings of several instances over one Postgres | one instance |
//! | `hot` | everyone wants one room type on one night | bookings all over |
//! | `batch` | `POST /v1/commands:batch` | one command a request |
//! | `open-loop` | bookings that arrive by a schedule, timed from when they were meant to | |
//! | `stream` | how old events are when a stream tells them, at 1,000 a second | |
//! | `tail` | how old they are when the shipped `hotel tail` has written the line | |
//! | `subscribers` | 1,000 streams at 200 events a second: who falls behind, and the server's memory | |
//! | `replay` | `hotel import` of a real house's history into `hotel serve` | |
//! | `startup` | `hotel --version`, `hotel show` | `true` |
//! | `queue` | `hotel book` without a link, the fsyncs of one with it, `hotel queue run` | `hotel book --no-journal`, `hotel batch` |
//! | `goals` | all that a goal is set for | the goals |
//!
//! Each run starts its own servers as child processes over fresh databases, drives them over real HTTP
//! from one lean thread, and prints every figure with its ratio to the floor measured in the same run:
//! things that are held against each other take turns, a few seconds each, and the medians of their
//! rounds are told. JSON where stdout is no terminal, else a table; progress goes to stderr.
//!
//! A run checks itself: every answer that is not what was asked for counts as an error and is shown,
//! and at the end the databases must hold exactly what was confirmed. If not, the exit code is 1. Times
//! are never asserted. The client's share of the machine stands beside the server's; where it takes
//! more than two fifths, `client_bound` says so; `others_cpu` is what anything else on the machine took,
//! and should be next to nothing. Servers write no logs while they are measured.
//!
//! `replay`, `startup`, `queue` and `tail` run the shipped binary: `cargo build --release -p hotel` makes it, beside this
//! one, or `HOTEL_BIN` names it. Children end when their stdin does, so none outlives this process.
//!
//! With `--database postgres` the run starts a Postgres of its own on the same machine, as durable as it is
//! by itself, and holds `bookings`, `store` and `hot` against the best function of one statement a booking,
//! driven by `pgbench` in turn with them.
//!
//! For a quick look at correctness rather than speed: `growth --rows 100000 --seconds 2 --rounds 1` and
//! `open-loop --rate 500 --seconds 3`.

mod args;
mod child;
mod day;
mod driven;
mod error;
mod figures;
mod goals;
mod ground;
mod guard;
mod house;
mod keys;
mod load;
mod machine;
mod orders;
mod pgbench;
mod readers;
mod report;
mod role;
mod runs;
mod series;
mod shipped;
mod sql;
mod template;
mod traffic;
mod world;

use std::io::{self, IsTerminal as _};
use std::process::ExitCode;

use clap::Parser as _;

use crate::args::{Cli, Kind, What};
use crate::error::{BenchError, Doing as _, in_full};
use crate::figures::rounded;
use crate::machine::{OTHERS_SHARE_MAX, Vigil};
use crate::runs::{
    Site, batch, bookings, goals as all_goals, growth, hot, instances, mixed, open_loop, progress,
    queue, replay, search, startup, store, stream, subscribers, tail,
};

fn main() -> ExitCode {
    match run(Cli::parse()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            progress(&in_full(&error));
            ExitCode::FAILURE
        }
    }
}

/// Runs what was asked for; tells whether all was as it should be.
fn run(cli: Cli) -> Result<bool, BenchError> {
    let is_role = matches!(
        cli.what,
        What::ServerRole { .. } | What::GuardRole { .. } | What::SpawnerRole { .. }
    );
    // Only a run has use for a Postgres; its helpers are told where it is.
    let kind = if is_role { Kind::Sqlite } else { cli.database };
    let site = Site::new(cli.folder.unwrap_or_else(std::env::temp_dir), kind)?;
    let vigil = Vigil::begin();
    let mut report = match cli.what {
        What::ServerRole { spec } => return role::run(&spec).map(|()| true),
        What::GuardRole { folder, words } => return guard::run(&folder, &words).map(|()| true),
        What::SpawnerRole { times, code, words } => {
            return startup::spawn(times, code, &words).map(|()| true);
        }
        What::Bookings { pace, connections } => bookings::run(&site, pace, &connections)?,
        What::Store { pace } => store::run(&site, pace)?,
        What::Search { pace, hotels } => search::run(&site, pace, hotels)?,
        What::Mixed { pace, hotels } => mixed::run(&site, pace, hotels)?,
        What::Growth { pace, rows } => growth::run(&site, pace, rows)?,
        What::Hot { pace } => hot::run(&site, pace)?,
        What::Instances { pace, count } => instances::run(&site, pace, count)?,
        What::Batch { pace } => batch::run(&site, pace)?,
        What::OpenLoop { rate, seconds } => open_loop::run(&site, &rate, seconds)?,
        What::Stream { rate, seconds } => stream::run(&site, rate, seconds)?,
        What::Tail { rate, seconds } => tail::run(&site, rate, seconds)?,
        What::Subscribers { readers, rate, seconds } => {
            subscribers::run(&site, readers, rate, seconds)?
        }
        What::Replay { file } => replay::run(&site, &file)?,
        What::Startup => startup::run(&site)?,
        What::Queue { count, times } => queue::run(&site, count, times)?,
        What::Goals { file, strict } => all_goals::run(&site, file.as_deref(), strict)?,
    };
    let others = vigil.others();
    report.machine.put("others_cpu", rounded(others, 2));
    if others > OTHERS_SHARE_MAX {
        progress(&format!("others used {:.0} % of this machine: be careful", others * 100.0));
    }
    let mut out = io::stdout().lock();
    let as_table = cli.table || out.is_terminal();
    report.write(&mut out, as_table).doing("write the report")?;
    Ok(report.ok)
}
