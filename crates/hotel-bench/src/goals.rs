//! What the house shall reach, and whether a figure does.

/// A goal: where its figure stands, and what it shall be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Goal {
    /// The run that measures it.
    pub(crate) what: &'static str,
    /// The row of its report.
    pub(crate) row: &'static str,
    /// The figure of the row.
    pub(crate) figure: &'static str,
    /// What it shall be.
    pub(crate) bound: Bound,
}

/// What a figure shall be.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Bound {
    /// As much, or more.
    AtLeast(f64),
    /// Less.
    Below(f64),
}

impl Bound {
    /// Tells whether a figure is as it shall be.
    pub(crate) fn is_met(self, figure: f64) -> bool {
        match self {
            Self::AtLeast(least) => figure >= least,
            Self::Below(most) => figure < most,
        }
    }
}

impl std::fmt::Display for Bound {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::AtLeast(least) => write!(f, ">= {least}"),
            Self::Below(most) => write!(f, "< {most}"),
        }
    }
}

const fn goal(what: &'static str, row: &'static str, figure: &'static str, bound: Bound) -> Goal {
    Goal { what, row, figure, bound }
}

/// All goals.
pub(crate) const GOALS: &[Goal] = &[
    goal("bookings", "bookings@256", "of_echo", Bound::AtLeast(0.5)),
    goal("bookings", "bookings@256", "of_naive", Bound::AtLeast(3.0)),
    goal("bookings", "bookings@256", "per_second", Bound::AtLeast(15_000.0)),
    // Never under this, wherever it runs.
    goal("bookings", "bookings@256", "per_second", Bound::AtLeast(10_000.0)),
    goal("store", "store", "per_second", Bound::AtLeast(40_000.0)),
    goal("store", "store", "of_naive", Bound::AtLeast(8.0)),
    goal("growth", "full", "of_empty", Bound::AtLeast(0.9)),
    goal("growth", "full", "p99_9_ms", Bound::Below(250.0)),
    goal("hot", "hot", "of_bookings", Bound::AtLeast(0.8)),
    goal("open-loop", "bookings at 2500/s", "p99_ms", Bound::Below(25.0)),
    goal("open-loop", "bookings at 2500/s", "errors", Bound::Below(1.0)),
    goal("stream", "stream", "p99_ms", Bound::Below(100.0)),
    goal("tail", "tail", "p99_ms", Bound::Below(50.0)),
    goal("subscribers", "subscribers", "server_peak_mib", Bound::Below(150.0)),
    goal("subscribers", "subscribers", "p99_ms", Bound::Below(1_000.0)),
    goal("search", "index", "p99_ms", Bound::Below(1.0)),
    goal("search", "index", "times_faster_p50", Bound::AtLeast(50.0)),
    goal("search", "memory", "index_mib", Bound::Below(100.0)),
    goal("replay", "replay", "wall_s", Bound::Below(60.0)),
    goal("replay", "replay", "server_peak_mib", Bound::Below(250.0)),
    goal("queue", "book offline", "p50_ms", Bound::Below(15.0)),
    goal("queue", "book offline", "p99_ms", Bound::Below(15.0)),
    goal("queue", "book offline", "peak_mib", Bound::Below(20.0)),
    // One more is enough: what is entered.
    goal("queue", "fsyncs", "more", Bound::Below(1.01)),
    goal("queue", "replay", "of_online", Bound::AtLeast(0.5)),
    goal("startup", "version", "p50_ms", Bound::Below(3.0)),
    goal("startup", "show", "p50_ms", Bound::Below(12.0)),
    goal("startup", "show", "peak_mib", Bound::Below(20.0)),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bound_includes_what_is_enough_and_excludes_what_is_too_much() {
        assert!(Bound::AtLeast(0.5).is_met(0.5));
        assert!(!Bound::AtLeast(0.5).is_met(0.499));
        assert!(Bound::Below(25.0).is_met(24.9));
        assert!(!Bound::Below(25.0).is_met(25.0));
        assert_eq!(Bound::AtLeast(15_000.0).to_string(), ">= 15000");
    }
}
