//! The trade's arithmetic: tables of known answers, and laws that hold for all numbers.

use jiff::civil::date;
use proptest::prelude::*;

use crate::booking::BookingState;
use crate::statistics::{
    LEAD_SPANS, NightKind, NightTally, average_tenths, basis_points, divide_half_up, is_sale,
    lead_days, lead_span, median_tenths, net_rates, per_mille,
};

#[test]
fn adr_and_revpar_are_the_textbooks() {
    // The example of every introduction: 100 rooms, 75 sold, 11,250.00 in room revenue.
    let tally =
        NightTally { available: 100, sold: 75, revenue_minor: 1_125_000, ..NightTally::default() };
    assert_eq!(tally.occupancy(), Some(7_500));
    assert_eq!(tally.adr(), Some(15_000));
    assert_eq!(tally.revpar(), Some(11_250));
    assert_eq!(NightTally::default().occupancy(), None);
    assert_eq!(NightTally::default().adr(), None);
    assert_eq!(NightTally::default().revpar(), None);
}

#[test]
fn complimentary_and_no_show_nights_earn_nothing_and_count_apart() {
    let mut tally = NightTally { available: 4, ..NightTally::default() };
    tally.count(NightKind::Sold, 10_001);
    tally.count(NightKind::Sold, 10_000);
    tally.count(NightKind::Complimentary, 0);
    tally.count(NightKind::NoShow, 9_000);
    assert_eq!((tally.sold, tally.complimentary, tally.no_show), (2, 1, 1));
    assert_eq!((tally.adr(), tally.revpar()), (Some(10_001), Some(5_000)));
    assert_eq!(tally.occupancy(), Some(5_000), "rooms sold alone make occupancy");
}

#[test]
fn halves_go_up() {
    let check = |part, whole, expect| {
        assert_eq!(divide_half_up(part, whole), Some(expect), "{part} / {whole}");
    };
    check(1, 2, 1);
    check(5, 2, 3);
    check(-1, 2, 0);
    check(-3, 2, -1);
    check(4, 3, 1);
    check(5, 3, 2);
    assert_eq!(divide_half_up(1, 0), None);
    assert_eq!(
        (basis_points(1, 3), per_mille(1, 3), per_mille(2, 3)),
        (Some(3_333), Some(333), Some(667))
    );
}

#[test]
fn every_state_is_a_sale_a_no_show_or_nothing() {
    let sales: Vec<_> = BookingState::ALL.into_iter().filter(|state| is_sale(*state)).collect();
    let expect = [
        BookingState::Requested,
        BookingState::Confirmed,
        BookingState::InHouse,
        BookingState::CheckedOut,
    ];
    assert_eq!(sales, expect);
    assert_eq!(NightKind::of(BookingState::NoShow, 5), Some(NightKind::NoShow));
    assert_eq!(NightKind::of(BookingState::InHouse, 0), Some(NightKind::Complimentary));
    assert_eq!(NightKind::of(BookingState::InHouse, 1), Some(NightKind::Sold));
    assert_eq!(NightKind::of(BookingState::Held, 1), None);
}

#[test]
fn a_tax_of_seven_percent_leaves_the_nights() {
    let net: Vec<i64> = net_rates([10_700, 10_700, 0].into_iter(), 1_400).collect();
    assert_eq!(net, [10_000, 10_000, 0]);
    let none: Vec<i64> = net_rates([0, 0].into_iter(), 500).collect();
    assert_eq!(none, [0, 0], "what costs nothing contains no tax");
}

#[test]
fn lead_times_fall_into_spans() {
    for (days, span) in [
        (0, "0"),
        (1, "1-3"),
        (3, "1-3"),
        (4, "4-7"),
        (14, "8-14"),
        (15, "15-30"),
        (60, "31-60"),
        (90, "61-90"),
        (180, "91-180"),
        (365, "181-365"),
        (366, "366+"),
        (10_000, "366+"),
    ] {
        assert_eq!(LEAD_SPANS[lead_span(days)], span, "{days}");
    }
    assert_eq!(lead_days(date(2026, 12, 1), date(2026, 12, 24)), 23);
    assert_eq!(lead_days(date(2026, 12, 25), date(2026, 12, 24)), 0);
}

#[test]
fn the_median_stands_in_the_middle() {
    assert_eq!(median_tenths(&mut []), None);
    assert_eq!(median_tenths(&mut [7]), Some(70));
    assert_eq!(median_tenths(&mut [9, 1]), Some(50));
    assert_eq!(median_tenths(&mut [4, 1, 2, 100]), Some(30));
    assert_eq!(median_tenths(&mut [1, 2]), Some(15));
    assert_eq!(average_tenths(10, 3), Some(33));
}

proptest! {
    #[test]
    fn taxes_taken_out_add_up_to_the_last_cent(
        rates in prop::collection::vec(0_i64..1_000_000, 1..30),
        points in 0_i64..5_000,
    ) {
        let gross: i64 = rates.iter().sum();
        let tax = gross * points / (10_000 + points);
        let net: Vec<i64> = net_rates(rates.iter().copied(), tax).collect();
        prop_assert_eq!(net.iter().sum::<i64>(), gross - tax);
        for (net, rate) in net.iter().zip(&rates) {
            prop_assert!((0..=*rate).contains(net), "{} of {}", net, rate);
        }
    }

    #[test]
    fn a_division_is_off_by_half_at_most(part in -1_000_000_000_i64..1_000_000_000, whole in 1_i64..1_000_000) {
        let rounded = divide_half_up(part, whole).unwrap();
        let twice_off = 2 * (part - rounded * whole);
        prop_assert!(-whole <= twice_off && twice_off < whole);
    }

    #[test]
    fn spans_never_go_back(days in 0_i32..2_000) {
        prop_assert!(lead_span(days) <= lead_span(days + 1));
    }

    #[test]
    fn tallies_add_up_in_any_order(counts in prop::collection::vec((0_u8..3, 0_i64..100_000), 0..50), at in 0_usize..50) {
        let kinds = [NightKind::Sold, NightKind::Complimentary, NightKind::NoShow];
        let tally = |part: &[(u8, i64)]| {
            let mut tally = NightTally::default();
            for (kind, net) in part {
                tally.count(kinds[usize::from(*kind)], *net);
            }
            tally
        };
        let (first, second) = counts.split_at(at.min(counts.len()));
        let mut sum = tally(second);
        sum.add(&tally(first));
        prop_assert_eq!(sum, tally(&counts));
    }
}
