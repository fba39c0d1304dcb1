//! How many keys the work of a day takes, counted from the script itself, Enter included. A terminal of the
//! airline age takes 24 from search to held at its best, 61 to 65 for a whole booking, 3 for the rest.

use super::bench::Bench;

/// Types a script, and returns how many keys it took.
fn count(bench: &mut Bench, script: &str) -> usize {
    let before = bench.keys;
    bench.type_in(script);
    bench.keys - before
}

#[test]
fn from_search_to_held_takes_fourteen_keys_or_fewer() {
    let mut bench = Bench::open((80, 24));
    let keys = count(&mut bench, "2ber 24dec+3⏎S");
    let held = bench.lines.iter().find(|line| line.contains("--hold 20m"));
    assert!(
        held.is_some_and(|line| line.starts_with("hotel book BER-ADLER ")),
        "{:?}",
        bench.lines
    );
    assert!(keys <= 14, "{keys} keys");
}

#[test]
fn a_whole_booking_with_name_and_phone_takes_forty_keys_or_fewer() {
    let mut bench = Bench::open((80, 24));
    let keys = count(&mut bench, "2ber fri+2⏎⏎Kelly/Joe⇥0301234567⏎y");
    let booked = bench
        .lines
        .iter()
        .find(|line| line.starts_with("hotel book") && !line.contains("--dry-run"));
    let booked = booked.unwrap_or_else(|| panic!("{:?}", bench.lines));
    for part in ["--guest Kelly/Joe", "--phone 0301234567", "--max-price "] {
        assert!(booked.contains(part), "{booked}");
    }
    assert!(keys <= 40, "{keys} keys");
    assert!(bench.screen().contains("M8WV3MZ4"), "the booking is open");
}

#[test]
fn the_next_day_the_history_and_the_next_in_the_queue_take_one_key() {
    let mut bench = Bench::open((80, 24));
    bench.type_in("2ber 2026-12-04+2n⏎");
    assert_eq!(count(&mut bench, "]"), 1);
    assert!(bench.lines.last().unwrap().contains("2026-12-05..2026-12-07"));
    let mut bench = Bench::open((80, 24));
    bench.type_in("⏎");
    assert_eq!(count(&mut bench, "h"), 1);
    assert!(bench.screen().lines().nth(2).unwrap().contains("History"));
    let mut bench = Bench::open((80, 24));
    assert_eq!(count(&mut bench, "n"), 1);
    assert!(
        bench.lines.last().unwrap().starts_with("hotel history"),
        "the booking that needs one is open"
    );
}
