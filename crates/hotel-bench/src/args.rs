//! What may be asked for.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, Parser, Subcommand};

/// Measure the house: its figures, the floors beside them, and the goals
#[derive(Debug, Parser)]
#[command(name = "hotel-bench", max_term_width = 100)]
pub(crate) struct Cli {
    /// What to measure
    #[command(subcommand)]
    pub(crate) what: What,
    /// Write a table even where stdout is no terminal
    #[arg(long, global = true)]
    pub(crate) table: bool,
    /// Keep the books in this; a Postgres is started for the run
    #[arg(long, global = true, value_enum, value_name = "KIND", default_value = "sqlite")]
    pub(crate) database: Kind,
    /// Put databases into a fresh folder under this one [default: the system's temporary folder]
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) folder: Option<PathBuf>,
}

/// What houses keep their books in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, clap::ValueEnum)]
pub(crate) enum Kind {
    /// A file
    Sqlite,
    /// A server on the same machine, as durable as it is by itself
    Postgres,
}

/// How long and how often.
#[derive(Clone, Copy, Debug, Args)]
pub(crate) struct Pace {
    /// Measure a round for so long
    #[arg(long, value_name = "S", default_value_t = 2.0)]
    pub(crate) seconds: f64,
    /// Measure so many rounds of each thing, in turn
    #[arg(long, value_name = "N", default_value_t = 5)]
    pub(crate) rounds: u32,
}

impl Pace {
    /// Returns how long a round is measured.
    pub(crate) fn length(&self) -> Duration {
        Duration::try_from_secs_f64(self.seconds).unwrap_or(Duration::from_secs(2))
    }
}

/// What can be measured.
#[derive(Debug, Subcommand)]
pub(crate) enum What {
    /// Measure durable bookings over HTTP, beside the floor and the naive design
    Bookings {
        #[command(flatten)]
        pace: Pace,
        /// Use so many connections, one after another
        #[arg(long, value_name = "N,N", value_delimiter = ',', default_values_t = [1, 64, 256])]
        connections: Vec<usize>,
    },
    /// Measure the engine without HTTP, beside the naive design
    Store {
        #[command(flatten)]
        pace: Pace,
    },
    /// Measure searches of many hotels: in the server, over HTTP, and as one SQL query
    Search {
        #[command(flatten)]
        pace: Pace,
        /// Build so many hotels
        #[arg(long, value_name = "N", default_value_t = 1_000)]
        hotels: u16,
    },
    /// Measure searches, looks at bookings and bookings together
    Mixed {
        #[command(flatten)]
        pace: Pace,
        /// Build so many hotels
        #[arg(long, value_name = "N", default_value_t = 1_000)]
        hotels: u16,
    },
    /// Measure bookings of an empty house and of one that holds many already
    Growth {
        #[command(flatten)]
        pace: Pace,
        /// Store so many bookings first
        #[arg(long, value_name = "N", default_value_t = 1_000_000)]
        rows: u64,
    },
    /// Measure everyone wanting one room type on one night
    Hot {
        #[command(flatten)]
        pace: Pace,
    },
    /// Measure several instances over one Postgres, beside one
    Instances {
        #[command(flatten)]
        pace: Pace,
        /// Start so many
        #[arg(long, value_name = "N", default_value_t = 3)]
        count: usize,
    },
    /// Measure many commands in one request
    Batch {
        #[command(flatten)]
        pace: Pace,
    },
    /// Measure how long bookings take that arrive by a schedule
    OpenLoop {
        /// Let so many arrive a second, one rate after another
        #[arg(long, value_name = "N,N", value_delimiter = ',', default_values_t = [833, 2_500])]
        rate: Vec<u32>,
        /// Let them arrive for so long
        #[arg(long, value_name = "S", default_value_t = 60.0)]
        seconds: f64,
    },
    /// Measure how old events are when a stream tells them
    Stream {
        /// Let so many come a second
        #[arg(long, value_name = "N", default_value_t = 1_000)]
        rate: u32,
        /// Let them come for so long
        #[arg(long, value_name = "S", default_value_t = 20.0)]
        seconds: f64,
    },
    /// Measure how old events are when `hotel tail` has written them
    Tail {
        /// Let so many come a second
        #[arg(long, value_name = "N", default_value_t = 1_000)]
        rate: u32,
        /// Let them come for so long
        #[arg(long, value_name = "S", default_value_t = 20.0)]
        seconds: f64,
    },
    /// Measure many who follow all that happens at once
    Subscribers {
        /// Let so many follow
        #[arg(long, value_name = "N", default_value_t = 1_000)]
        readers: usize,
        /// Let so many events come a second
        #[arg(long, value_name = "N", default_value_t = 200)]
        rate: u32,
        /// Let them come for so long
        #[arg(long, value_name = "S", default_value_t = 20.0)]
        seconds: f64,
    },
    /// Measure the import of a real house's history by the shipped binary
    Replay {
        /// The public hotel booking demand data, as CSV, perhaps gzipped
        #[arg(long, value_name = "FILE")]
        file: PathBuf,
    },
    /// Measure whole processes of the shipped binary
    Startup,
    /// Measure what the journal costs: a booking without a link, the fsyncs of one with it, a replay
    Queue {
        /// Let so many wait, and send them
        #[arg(long, value_name = "N", default_value_t = 10_000)]
        count: usize,
        /// Start so many processes of each kind
        #[arg(long, value_name = "N", default_value_t = 100)]
        times: usize,
    },
    /// Measure all that a goal is set for, and say which are met
    Goals {
        /// The public hotel booking demand data to replay
        #[arg(long, value_name = "FILE")]
        file: Option<PathBuf>,
        /// Fail if a goal is not met
        #[arg(long)]
        strict: bool,
    },
    /// Be a server, for the process that started this one
    #[command(hide = true)]
    ServerRole {
        /// What to be, as JSON
        spec: String,
    },
    /// Look after a program, for the process that started this one
    #[command(hide = true)]
    GuardRole {
        /// The folder to remove if the parent can't
        folder: PathBuf,
        /// The program and its words
        #[arg(trailing_var_arg = true, allow_hyphen_values = true, required = true)]
        words: Vec<String>,
    },
    /// Start a program many times, for the process that started this one
    #[command(hide = true)]
    SpawnerRole {
        /// Start it so often
        #[arg(long)]
        times: usize,
        /// Expect it to end with this
        #[arg(long)]
        code: i32,
        /// The program and its words
        #[arg(trailing_var_arg = true, allow_hyphen_values = true, required = true)]
        words: Vec<String>,
    },
}
