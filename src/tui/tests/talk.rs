//! Terse lines in the palette.

use super::bench::Bench;

#[test]
fn a_sale_is_a_hold_until_its_end() {
    let mut bench = Bench::open((120, 40));
    let before = bench.keys;
    bench.type_in(":ber-adler fri+2⏎");
    assert!(
        bench.lines.iter().any(|line| line == "hotel search BER-ADLER fri+2n"),
        "{:?}",
        bench.lines
    );
    assert!(bench.screen().contains("Offers 6"), "{}", bench.screen());
    bench.type_in(":1⏎");
    assert!(bench.lines.iter().any(|line| line == "hotel book 1 --hold 10m"), "{:?}", bench.lines);
    assert!(bench.keys - before <= 20, "{} keys", bench.keys - before);
    bench.type_in(":nKelly/Joe;p0301234567;e⏎");
    let sold = bench.lines.iter().find(|line| line.starts_with("hotel book M8WV3MZ4"));
    assert!(sold.is_some_and(|line| line.contains("Kelly, Joe")), "{:?}", bench.lines);
}

#[test]
fn who_leaves_gives_back_what_was_never_sold() {
    let mut bench = Bench::open((120, 40));
    bench.type_in(":ber-adler fri+2;1⏎");
    assert!(bench.lines.iter().any(|line| line.contains("--hold 10m")), "{:?}", bench.lines);
    bench.type_in(":quit⏎");
    assert!(bench.model.is_over);
    assert!(bench.lines.iter().any(|line| line == "hotel release M8WV3MZ4"), "{:?}", bench.lines);
}

#[test]
fn what_can_follow_is_told_and_a_refusal_names_its_place() {
    let mut bench = Bench::open((120, 40));
    bench.type_in(":q?⏎");
    assert!(bench.screen().contains("what can follow `q`"), "{}", bench.screen());
    bench.type_in("⎋:ber fri+2;%%⏎");
    assert!(bench.screen().contains("%%"), "{}", bench.screen());
    assert!(!bench.lines.iter().any(|line| line.contains("search")), "nothing is half done");
}

#[test]
fn a_command_of_the_shell_is_one_of_the_palette() {
    let mut bench = Bench::open((120, 40));
    bench.type_in(":show M8WV3MZ4⏎");
    assert!(bench.screen().contains("History 2"), "the booking is open");
}
