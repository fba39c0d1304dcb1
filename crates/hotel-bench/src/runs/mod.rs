//! What is measured, one file each.

pub(crate) mod batch;
pub(crate) mod bookings;
pub(crate) mod goals;
pub(crate) mod growth;
pub(crate) mod hot;
pub(crate) mod instances;
pub(crate) mod mixed;
pub(crate) mod open_loop;
pub(crate) mod queue;
pub(crate) mod replay;
pub(crate) mod search;
pub(crate) mod startup;
pub(crate) mod store;
pub(crate) mod stream;
pub(crate) mod subscribers;
pub(crate) mod tail;

use std::io::Write as _;
use std::path::PathBuf;

use hotel_server::clock::{Clock as _, SystemClock};

use hotel_rig::Postgres;

use crate::args::Kind;
use crate::error::BenchError;
use crate::machine;
use crate::orders::Field;
use crate::pgbench::Floor;
use crate::report::Report;
use crate::traffic::Sources;

/// Where a run takes place.
pub(crate) struct Site {
    /// The folder that holds the databases.
    pub(crate) folder: PathBuf,
    /// The server that holds them, where they are in Postgres.
    pub(crate) postgres: Option<Postgres>,
}

/// What the server of the run is set to: memory for the pages that are in use, and room for the log
/// between two checkpoints. What makes it durable stays as it is.
const POSTGRES: [(&str, &str); 4] = [
    ("shared_buffers", "1GB"),
    ("max_wal_size", "8GB"),
    ("wal_compression", "lz4"),
    ("checkpoint_timeout", "15min"),
];

impl Site {
    /// Prepares a place; starts a Postgres where one is wanted, which goes with it.
    pub(crate) fn new(folder: PathBuf, kind: Kind) -> Result<Self, BenchError> {
        let postgres = match kind {
            Kind::Sqlite => None,
            Kind::Postgres => {
                progress("starting a Postgres");
                Some(Postgres::start_with(&POSTGRES)?)
            }
        };
        Ok(Self { folder, postgres })
    }

    /// Returns the floor under Postgres, if that is what is measured.
    pub(crate) fn floor(&self, field: Field) -> Result<Option<Floor>, BenchError> {
        self.postgres.as_ref().map(|postgres| Floor::make(self, postgres, field)).transpose()
    }

    /// Begins a report.
    pub(crate) fn report(&self, what: &'static str) -> Result<Report, BenchError> {
        let mut report = Report::new(what, machine::describe(&self.folder)?);
        if self.postgres.is_some() {
            report.settings.put("database", "postgres");
        }
        Ok(report)
    }

    /// Makes sources of orders.
    pub(crate) fn sources() -> Sources {
        Sources::new(SystemClock.now())
    }
}

/// Says on stderr how far it is; nobody has to hear it.
pub(crate) fn progress(text: &str) {
    writeln!(std::io::stderr().lock(), "hotel-bench: {text}").ok();
}
