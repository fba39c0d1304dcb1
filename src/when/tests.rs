use std::time::Duration;

use jiff::civil::date;

use super::span::{SpanError, parse_span};
use super::*;

/// A Wednesday.
const TODAY: Date = date(2026, 12, 2);

fn check(text: &str, expect: &str) {
    let got = match When::parse(text).and_then(|when| when.resolve(TODAY)) {
        Ok((check_in, check_out)) => format!("{check_in}..{check_out}"),
        Err(error) => format!("{error:?}"),
    };
    assert!(got.starts_with(expect), "`{text}`: got {got}, expected {expect}");
}

#[test]
fn stays_with_nights_are_understood() {
    for (text, expect) in [
        ("fri+2n", "2026-12-04..2026-12-06"),
        ("FRI+2N", "2026-12-04..2026-12-06"),
        ("friday+2n", "2026-12-04..2026-12-06"),
        (" fri + 2n ", "2026-12-04..2026-12-06"),
        ("thu+1n", "2026-12-03..2026-12-04"),
        ("tue+1n", "2026-12-08..2026-12-09"),
        ("wed+1n", "2026-12-09..2026-12-10"),
        ("today+1n", "2026-12-02..2026-12-03"),
        ("tomorrow+1n", "2026-12-03..2026-12-04"),
        ("+3d+2n", "2026-12-05..2026-12-07"),
        ("+0d+2n", "2026-12-02..2026-12-04"),
        ("24dec+3n", "2026-12-24..2026-12-27"),
        ("24December+3n", "2026-12-24..2026-12-27"),
        ("2dec+1n", "2026-12-02..2026-12-03"),
        ("1dec+1n", "2027-12-01..2027-12-02"),
        ("01jan+1n", "2027-01-01..2027-01-02"),
        ("29feb+1n", "2028-02-29..2028-03-01"),
        ("24dec2027+3n", "2027-12-24..2027-12-27"),
        ("2026-12-24+3n", "2026-12-24..2026-12-27"),
        ("2020-01-01+1n", "2020-01-01..2020-01-02"),
        ("today+365n", "2026-12-02..2027-12-02"),
    ] {
        check(text, expect);
    }
}

#[test]
fn the_end_of_a_range_counts_from_its_start() {
    for (text, expect) in [
        ("tomorrow..sun", "2026-12-03..2026-12-06"),
        ("today..tomorrow", "2026-12-02..2026-12-03"),
        ("fri..sun", "2026-12-04..2026-12-06"),
        ("fri..wed", "2026-12-04..2026-12-09"),
        ("fri..fri", "2026-12-04..2026-12-11"),
        ("fri..+3d", "2026-12-04..2026-12-07"),
        ("24dec..27dec", "2026-12-24..2026-12-27"),
        ("28dec..3jan", "2026-12-28..2027-01-03"),
        ("2027-12-30..2jan", "2027-12-30..2028-01-02"),
        ("24dec .. sat", "2026-12-24..2026-12-26"),
        ("2026-12-24..2026-12-27", "2026-12-24..2026-12-27"),
        ("2026-12-24..27dec2026", "2026-12-24..2026-12-27"),
    ] {
        check(text, expect);
    }
}

#[test]
fn what_is_not_a_stay_is_refused() {
    for (text, expect) in [
        ("", "Empty"),
        ("  ", "Empty"),
        ("..", "Empty"),
        ("fri..", "Empty"),
        ("03/04+2n", "Ambiguous"),
        ("03/04", "Ambiguous"),
        ("3.4.", "Ambiguous"),
        ("3.4.+2n", "Ambiguous"),
        ("3.4.2026", "Ambiguous"),
        ("03-04+1n", "Ambiguous"),
        ("24-12-2026", "Ambiguous"),
        ("2026/12/24+1n", "Ambiguous"),
        ("24.12..27.12", "Ambiguous"),
        ("fri+0n", "ZeroNights"),
        ("fri+366n", "TooLong"),
        ("fri+99999999999999999999n", "TooLong"),
        ("2026-01-01..2027-06-01", "TooLong"),
        ("fri+2", "Nights"),
        ("fri+n", "Nights"),
        ("fri+-1n", "Nights"),
        ("fri+xn", "Nights"),
        ("+2n", "CheckInMissing"),
        ("fri", "NightsMissing"),
        ("+3d", "NightsMissing"),
        ("2026-12-27..2026-12-24", "CheckOutNotAfter"),
        ("2026-12-24..2026-12-24", "CheckOutNotAfter"),
        ("24dec..24dec", "CheckOutNotAfter"),
        ("fri..today", "CheckOutNotAfter"),
        ("fri..+0d", "CheckOutNotAfter"),
        ("31feb+1n", "NoSuchDay"),
        ("29feb2027+1n", "NoSuchDay"),
        ("0dec+1n", "NoSuchDay"),
        ("2026-13-01+1n", "NoSuchDay"),
        ("2026-02-30+1n", "NoSuchDay"),
        ("24dec26+1n", "Unknown"),
        ("dec24+1n", "Unknown"),
        ("2dez+1n", "Unknown"),
        ("124dec+1n", "Unknown"),
        ("20261224+1n", "Unknown"),
        ("24+1n", "Unknown"),
        ("someday+1n", "Unknown"),
        ("fri..sun+2n", "Unknown"),
        ("+3w+2n", "Unknown"),
        ("+9999d+2n", "OutOfRange"),
        ("9999-12-31+2n", "OutOfRange"),
        ("¡fri!+1n", "Unknown"),
    ] {
        check(text, expect);
    }
}

#[test]
fn a_refusal_says_which_forms_work() {
    let ambiguous = When::parse("03/04+2n").unwrap_err().to_string();
    assert!(ambiguous.contains("24dec2026") && ambiguous.contains("2026-12-24"), "{ambiguous}");
    let unknown = When::parse("soon").unwrap_err().to_string();
    assert!(unknown.contains("fri+2n"), "{unknown}");
}

#[test]
fn a_single_day_is_a_date_or_one_night_of_inventory() {
    for (text, expect) in
        [("fri", date(2026, 12, 4)), ("24dec", date(2026, 12, 24)), ("+3d", date(2026, 12, 5))]
    {
        let when = When::parse(text).unwrap();
        assert_eq!(when.single_date(TODAY), Ok(expect), "{text}");
        let range = when.resolve_range(TODAY).unwrap();
        assert_eq!(range, (expect, expect.tomorrow().unwrap()), "{text}");
    }
    let stay = When::parse("fri+2n").unwrap();
    assert_eq!(stay.single_date(TODAY), Err(WhenError::NotOneDay { text: "fri+2n".to_owned() }));
    let inventory = When::parse("2026-12-24..2026-12-31").unwrap();
    assert_eq!(inventory.resolve_range(TODAY), Ok((date(2026, 12, 24), date(2026, 12, 31))));
}

#[test]
fn every_weekday_is_one_to_seven_days_away() {
    for (offset, name) in ["thu", "fri", "sat", "sun", "mon", "tue", "wed"].iter().enumerate() {
        let day = When::parse(name).unwrap().single_date(TODAY).unwrap();
        assert_eq!(usize::try_from(nights_between(TODAY, day)).unwrap(), offset + 1, "{name}");
    }
}

#[test]
fn the_echo_names_days_nights_and_zone() {
    let check = |check_in, check_out, expect: &str| {
        assert_eq!(echo(check_in, check_out, "Europe/Berlin"), expect);
    };
    check(
        date(2026, 12, 4),
        date(2026, 12, 6),
        "Fri 4 Dec -> Sun 6 Dec 2026, 2 nights, Europe/Berlin",
    );
    check(
        date(2026, 12, 31),
        date(2027, 1, 1),
        "Thu 31 Dec 2026 -> Fri 1 Jan 2027, 1 night, Europe/Berlin",
    );
}

#[test]
fn spans_have_one_number_and_one_unit() {
    for (text, seconds) in
        [("90s", 90), ("20m", 1_200), ("2h", 7_200), ("3D", 259_200), (" 1w ", 604_800)]
    {
        assert_eq!(parse_span(text), Ok(Duration::from_secs(seconds)), "{text}");
    }
    for text in ["", "20", "m", "1h30m", "-5m", "2 h", "5y", "é"] {
        assert!(matches!(parse_span(text), Err(SpanError::Unknown(_))), "{text}");
    }
    assert_eq!(parse_span("0m"), Err(SpanError::Zero));
    for text in ["99999d", "99999999999999999999s"] {
        assert!(matches!(parse_span(text), Err(SpanError::TooLong(_))), "{text}");
    }
}

#[test]
fn no_text_makes_the_parser_panic() {
    for first in ['\0', '+', '.', '2', 'f', 'é', '日', '-', ' '] {
        for second in ['\0', '+', '.', '2', 'n', 'é', '日', '-', 'd'] {
            for third in ["", "n", "..", "dec", "日"] {
                let text = format!("{first}{second}{third}{second}{first}");
                if let Ok(when) = When::parse(&text) {
                    when.resolve_range(TODAY).ok();
                }
                parse_span(&text).ok();
            }
        }
    }
}
