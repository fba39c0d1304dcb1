//! What is measured, one file each.

pub(crate) mod batch;
pub(crate) mod bookings;
pub(crate) mod goals;
pub(crate) mod growth;
pub(crate) mod hot;
pub(crate) mod mixed;
pub(crate) mod open_loop;
pub(crate) mod replay;
pub(crate) mod search;
pub(crate) mod startup;
pub(crate) mod store;

use std::io::Write as _;
use std::path::PathBuf;

use hotel_server::clock::{Clock as _, SystemClock};

use crate::error::BenchError;
use crate::machine;
use crate::report::Report;
use crate::traffic::Sources;

/// Where a run takes place.
pub(crate) struct Site {
    /// The folder that holds the databases.
    pub(crate) folder: PathBuf,
}

impl Site {
    /// Begins a report.
    pub(crate) fn report(&self, what: &'static str) -> Result<Report, BenchError> {
        Ok(Report::new(what, machine::describe(&self.folder)?))
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
