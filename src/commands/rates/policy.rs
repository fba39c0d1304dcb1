//! Cancellation policies in words.

use hotel_core::policy::{CancellationPolicy, Deadline, Fee, Tier};

/// Returns what cancelling costs: `free until 18:00, 1 day before, then the first night`.
pub(super) fn policy_words(policy: &CancellationPolicy) -> String {
    let tiers: Vec<String> = policy.tiers.iter().map(tier_words).collect();
    if tiers.is_empty() { "free".to_owned() } else { tiers.join("; ") }
}

fn tier_words(tier: &Tier) -> String {
    let fee = fee_words(tier.fee);
    match tier.from {
        Deadline::Booking => format!("{fee} at once"),
        Deadline::AfterBooking { minutes } => format!("free for {minutes} min, then {fee}"),
        Deadline::BeforeArrival { days, at } => {
            let day = match days {
                0 => "on the day of arrival".to_owned(),
                1 => "1 day before".to_owned(),
                days => format!("{days} days before"),
            };
            format!("free until {}, {day}, then {fee}", at.strftime("%H:%M"))
        }
    }
}

fn fee_words(fee: Fee) -> String {
    match fee {
        Fee::None => "nothing".to_owned(),
        Fee::Flat { minor } => format!("{minor} minor units a room"),
        Fee::Percent { basis_points } => format!("{basis_points} of the stay"),
        Fee::Nights { nights } => format!("the first {nights} nights"),
        Fee::FirstNight => "the first night".to_owned(),
        Fee::WholeStay => "the whole stay".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::time;

    use super::*;

    fn check(from: Deadline, fee: Fee, expect: &str) {
        let policy = CancellationPolicy { tiers: vec![Tier { from, fee }], ..Default::default() };
        assert_eq!(policy_words(&policy), expect);
    }

    #[test]
    fn a_policy_is_told_in_words() {
        assert_eq!(policy_words(&CancellationPolicy::default()), "free");
        check(Deadline::Booking, Fee::WholeStay, "the whole stay at once");
        check(
            Deadline::BeforeArrival { days: 1, at: time(18, 0, 0, 0) },
            Fee::FirstNight,
            "free until 18:00, 1 day before, then the first night",
        );
    }
}
