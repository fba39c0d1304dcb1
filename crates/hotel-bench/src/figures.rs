//! Numbers: latencies, medians, ratios, and how they are rounded for reading. Knows no clock.

use std::time::Duration;

use hdrhistogram::Histogram;
use serde_json::Value;

/// The longest latency told apart from longer ones, in nanoseconds: a minute.
const LATENCY_MAX_NS: u64 = 60_000_000_000;

/// Latencies of one kind of request, to three digits.
#[derive(Clone)]
pub(crate) struct Latencies(Histogram<u64>);

impl Default for Latencies {
    fn default() -> Self {
        let histogram = Histogram::new_with_bounds(1, LATENCY_MAX_NS, 3);
        Self(histogram.expect("these bounds are valid"))
    }
}

impl Latencies {
    /// Takes one more in.
    pub(crate) fn record(&mut self, latency: Duration) {
        let nanoseconds = u64::try_from(latency.as_nanos()).unwrap_or(LATENCY_MAX_NS);
        self.0.saturating_record(nanoseconds);
    }

    /// Takes all of another's in.
    pub(crate) fn add(&mut self, other: &Self) {
        self.0 += &other.0;
    }

    /// Returns how many there are.
    pub(crate) fn count(&self) -> u64 {
        self.0.len()
    }

    /// Returns the latency that a share of all stay below, in milliseconds.
    pub(crate) fn quantile_ms(&self, share: f64) -> f64 {
        real(self.0.value_at_quantile(share)) / 1e6
    }

    /// Returns the longest, in milliseconds.
    pub(crate) fn longest_ms(&self) -> f64 {
        real(self.0.max()) / 1e6
    }
}

/// Returns a count as a real number; exact up to 2^53.
#[expect(clippy::cast_precision_loss, reason = "counts of a benchmark stay far below 2^53")]
pub(crate) fn real(count: u64) -> f64 {
    count as f64
}

/// Returns a length as a count.
pub(crate) fn count(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

/// Returns the middle value; of two middle ones their mean, of none zero.
pub(crate) fn median(values: impl IntoIterator<Item = f64>) -> f64 {
    let mut sorted: Vec<f64> = values.into_iter().collect();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    match (sorted.get(middle), middle.checked_sub(1).and_then(|below| sorted.get(below))) {
        (Some(high), Some(low)) if sorted.len().is_multiple_of(2) => f64::midpoint(*high, *low),
        (Some(middle), _) => *middle,
        (None, _) => 0.0,
    }
}

/// Returns how many times the second the first is; zero if there is no second.
pub(crate) fn ratio(value: f64, floor: f64) -> f64 {
    if floor > 0.0 { value / floor } else { 0.0 }
}

/// Returns a number with so many digits behind the point, as JSON.
pub(crate) fn rounded(value: f64, digits: u8) -> Value {
    let scale = 10_f64.powi(i32::from(digits));
    let scaled = (value * scale).round();
    if digits == 0 && scaled.abs() < 9e15 {
        return whole(scaled).into();
    }
    Value::from(scaled / scale)
}

#[expect(clippy::cast_possible_truncation, reason = "rounded, and looked at by the caller")]
fn whole(value: f64) -> i64 {
    value as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_median_is_the_middle_or_the_mean_of_the_two_in_the_middle() {
        let close = |one: f64, other: f64| (one - other).abs() < 1e-9;
        assert!(close(median([3.0, 1.0, 2.0]), 2.0));
        assert!(close(median([4.0, 1.0, 2.0, 3.0]), 2.5));
        assert!(close(median([7.0]), 7.0));
        assert!(close(median([]), 0.0));
    }

    #[test]
    fn quantiles_are_in_milliseconds() {
        let mut latencies = Latencies::default();
        for milliseconds in 1..=1_000 {
            latencies.record(Duration::from_millis(milliseconds));
        }
        for (share, expected) in [(0.5, 500.0), (0.99, 990.0), (0.999, 999.0)] {
            let found = latencies.quantile_ms(share);
            assert!((found - expected).abs() < expected / 500.0, "{share}: {found}");
        }
        assert_eq!(latencies.count(), 1_000);
        assert!((latencies.longest_ms() - 1_000.0).abs() < 1.0);
    }

    #[test]
    fn latencies_of_rounds_add_up() {
        let mut all = Latencies::default();
        let mut round = Latencies::default();
        round.record(Duration::from_millis(2));
        all.add(&round);
        all.add(&round);
        assert_eq!(all.count(), 2);
    }

    #[test]
    fn numbers_are_rounded_for_reading() {
        assert_eq!(rounded(15_432.6, 0), Value::from(15_433));
        assert_eq!(rounded(0.123_456, 3), Value::from(0.123));
    }

    #[test]
    fn no_floor_no_ratio() {
        assert!(ratio(5.0, 0.0).abs() < 1e-9);
        assert!((ratio(5.0, 10.0) - 0.5).abs() < 1e-9);
    }
}
