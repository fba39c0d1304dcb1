use proptest::prelude::*;

use crate::money::{BasisPoints, Currency, Money};

fn currency(code: &str) -> Currency {
    code.parse().unwrap()
}

#[test]
fn amounts_have_the_places_of_their_currency() {
    for (code, minor, text) in [
        ("EUR", 31_800, "EUR 318.00"),
        ("EUR", -5, "EUR -0.05"),
        ("JPY", 12_000, "JPY 12000"),
        ("KWD", 1_234, "KWD 1.234"),
    ] {
        assert_eq!(Money::new(minor, currency(code)).to_string(), text);
    }
    for (text, minor) in [("200", Some(20_000)), ("199.5", Some(19_950)), ("EUR 1.05", Some(105))] {
        assert_eq!(Money::parse(text, currency("EUR")).ok().map(|money| money.minor), minor);
    }
    for text in ["", "1.234", "-1", "1e3", "1,000", "9999999999999999999"] {
        assert!(Money::parse(text, currency("EUR")).is_err(), "{text}");
    }
    assert!(Money::parse("1.5", currency("JPY")).is_err());
    assert!(Money::new(1, currency("EUR")).plus(Money::new(1, currency("JPY"))).is_err());
}

#[test]
fn shares_are_rounded_half_away_from_zero() {
    let share = |points: i32| BasisPoints::try_from(points).unwrap();
    for (points, minor, of) in
        [(5_000, 1, 1), (5_000, -1, -1), (3_333, 100, 33), (700, 10_000, 700)]
    {
        assert_eq!(share(points).of(minor), of);
    }
    // 107.00 with 7 % inside holds 7.00.
    assert_eq!(share(700).within(10_700), 700);
    assert!(BasisPoints::try_from(-10_001).is_err());
}

proptest! {
    #[test]
    fn what_is_printed_is_read_back(minor in 0i64..1_000_000_000, code in prop::sample::select(vec!["EUR", "JPY", "KWD"])) {
        let money = Money::new(minor, currency(code));
        prop_assert_eq!(Money::parse(&money.to_string(), currency(code)), Ok(money));
    }
}
