//! What the store tells of its reads: where they were asked, and why not elsewhere.

use std::fmt;

use prometheus_client::encoding::{EncodeLabelSet, LabelSetEncoder};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::registry::Registry;

/// Where a read was asked.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Place {
    /// At the database that is written to.
    Primary,
    /// At the replica.
    Replica,
}

impl EncodeLabelSet for Place {
    fn encode(&self, encoder: &mut LabelSetEncoder<'_>) -> Result<(), fmt::Error> {
        let name = match self {
            Self::Primary => "primary",
            Self::Replica => "replica",
        };
        [("place", name)].encode(encoder)
    }
}

/// Why a replica was not asked, or its answer not taken.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Passed {
    /// It can't be reached, or failed.
    Down,
    /// It has not come as far as the primary had.
    Behind,
    /// The primary did not say how far it has come.
    Unsure,
    /// It is no replica of this house's database, or is one no more.
    Foreign,
}

impl fmt::Display for Passed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Down => "down",
            Self::Behind => "behind",
            Self::Unsure => "unsure",
            Self::Foreign => "foreign",
        })
    }
}

impl EncodeLabelSet for Passed {
    fn encode(&self, encoder: &mut LabelSetEncoder<'_>) -> Result<(), fmt::Error> {
        [("reason", self.to_string())].encode(encoder)
    }
}

/// The counts of the reads; cheap to clone. A store that has but one place counts nothing.
#[derive(Clone, Default, Debug)]
pub(crate) struct Tally {
    reads: Family<Place, Counter>,
    passed: Family<Passed, Counter>,
}

impl Tally {
    /// Has these counts told.
    pub(crate) fn register(&self, registry: &mut Registry) {
        registry.register(
            "store_reads",
            "Reads of Postgres by where they were asked",
            self.reads.clone(),
        );
        registry.register(
            "replica_passed_over",
            "Reads that left the replica out, by the reason for it",
            self.passed.clone(),
        );
    }

    /// Counts a read.
    pub(super) fn read(&self, place: Place) {
        self.reads.get_or_create(&place).inc();
    }

    /// Counts a read that could not be left to the replica.
    pub(super) fn passed(&self, reason: Passed) {
        self.passed.get_or_create(&reason).inc();
    }
}
