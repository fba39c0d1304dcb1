//! Rounds of the same thing: what they come to together.

use crate::figures::{Latencies, count, median, real, rounded};
use crate::load::{Round, Tally};
use crate::report::{Figures, Report};

/// Rounds of the same thing.
#[derive(Default)]
pub(crate) struct Series {
    rounds: Vec<Round>,
}

impl Series {
    /// Adds a round.
    pub(crate) fn add(&mut self, round: Round) {
        self.rounds.push(round);
    }

    /// Adds the rounds of another.
    pub(crate) fn append(&mut self, other: Self) {
        self.rounds.extend(other.rounds);
    }

    fn of_kind(&self, kind: usize) -> impl Iterator<Item = (&Round, &Tally)> {
        self.rounds.iter().filter_map(move |round| Some((round, round.kinds.get(kind)?)))
    }

    fn over_rounds(&self, kind: usize, figure: impl Fn(&Round, &Tally) -> f64) -> f64 {
        median(self.of_kind(kind).map(|(round, tally)| figure(round, tally)))
    }

    /// Returns what was done a second.
    pub(crate) fn rate(&self, kind: usize) -> f64 {
        self.over_rounds(kind, |round, tally| real(tally.done) / round.seconds)
    }

    /// Returns what was answered a second, refusals included.
    pub(crate) fn answer_rate(&self, kind: usize) -> f64 {
        self.over_rounds(kind, |round, tally| real(tally.done + tally.refused) / round.seconds)
    }

    /// Returns the latency that a share of all stay below, in milliseconds.
    pub(crate) fn quantile_ms(&self, kind: usize, share: f64) -> f64 {
        self.over_rounds(kind, |_, tally| tally.latencies.quantile_ms(share))
    }

    /// Returns what was done in all, whether it was measured or not.
    pub(crate) fn done_in_all(&self) -> u64 {
        self.tallies().map(|tally| tally.done_in_all).sum()
    }

    /// Returns how much of the first kind was done in all.
    pub(crate) fn bookings_in_all(&self) -> u64 {
        self.of_kind(0).map(|(_, tally)| tally.done_in_all).sum()
    }

    /// Returns what failed.
    fn failed(&self) -> u64 {
        self.tallies().map(|tally| tally.failed).sum()
    }

    /// Returns what was refused while it was measured.
    pub(crate) fn refused(&self) -> u64 {
        self.tallies().map(|tally| tally.refused).sum()
    }

    fn tallies(&self) -> impl Iterator<Item = &Tally> {
        self.rounds.iter().flat_map(|round| &round.kinds)
    }

    /// Notes what failed.
    pub(crate) fn blame(&self, name: &str, report: &mut Report) {
        let failed = self.failed();
        if failed > 0 {
            let faults = self.rounds.iter().flat_map(|round| round.faults.clone());
            let shown: Vec<String> = faults.take(3).collect();
            report.fault(format!("{name}: {failed} requests failed: {}", shown.join(" | ")));
        }
    }

    /// Returns what a kind of request came to, but not who used how much for it.
    pub(crate) fn latency_figures(&self, kind: usize) -> Figures {
        let mut all = Latencies::default();
        for (_, tally) in self.of_kind(kind) {
            all.add(&tally.latencies);
        }
        let failed: u64 = self.of_kind(kind).map(|(_, tally)| tally.failed).sum();
        let mut figures = Figures::default();
        figures
            .put("per_second", rounded(self.rate(kind), 0))
            .put("p50_ms", rounded(self.quantile_ms(kind, 0.5), 3))
            .put("p99_ms", rounded(self.quantile_ms(kind, 0.99), 3))
            .put("p99_9_ms", rounded(self.quantile_ms(kind, 0.999), 3))
            .put("max_ms", rounded(all.longest_ms(), 3))
            .put("measured", all.count())
            .put("errors", failed);
        figures
    }

    /// Returns who used how much, and whether the client may have been what was measured.
    pub(crate) fn shares_into(&self, figures: &mut Figures) {
        let of = |share: fn(&Round) -> f64| median(self.rounds.iter().map(share));
        let is_client_bound = self.rounds.iter().filter(|round| round.shares.is_client_bound());
        let is_client_bound = is_client_bound.count() * 2 > self.rounds.len();
        figures
            .put("client_cpu", rounded(of(|round| round.shares.client), 2))
            .put("server_cpu", rounded(of(|round| round.shares.server), 2))
            .put("lane_cpu", rounded(of(|round| round.shares.lane), 2))
            .put("others_cpu", rounded(of(|round| round.shares.others), 2))
            .put("client_bound", is_client_bound);
    }

    /// Returns how late requests went out.
    pub(crate) fn lateness_ms(&self, share: f64) -> f64 {
        median(self.rounds.iter().map(|round| round.lateness.quantile_ms(share)))
    }

    /// Returns how many rounds there are.
    pub(crate) fn len(&self) -> u64 {
        count(self.rounds.len())
    }
}
