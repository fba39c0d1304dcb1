use jiff::Timestamp;

use super::amount::Amount;
use super::dates::{everywhere, nights_of};
use super::guest::FullName;
use super::target::Target;
use crate::when::When;

fn noon() -> Timestamp {
    "2026-12-02T12:00:00Z".parse().unwrap()
}

#[test]
fn a_date_with_a_year_needs_no_zone_and_a_weekday_does() {
    let resolve = |text: &str, nights| {
        let when = When::parse(text).unwrap();
        everywhere(noon(), move |today| nights_of(&when, nights, today))
    };
    assert!(resolve("2026-12-24+3n", None).unwrap().is_some());
    assert!(resolve("24dec+3n", None).unwrap().is_some());
    assert!(resolve("24dec", Some(3)).unwrap().is_some());
    assert!(resolve("today+1n", None).unwrap().is_none());
    assert!(resolve("+3d+1n", None).unwrap().is_none());
    assert_eq!(resolve("24dec", None).unwrap_err().code, "usage.date");
    assert_eq!(resolve("24dec+1n", Some(3)).unwrap_err().code, "usage.date");
}

#[test]
fn what_is_booked_is_told_by_its_look() {
    let target = |text: &str| text.parse::<Target>();
    assert_eq!(target("3").unwrap(), Target::Line(3));
    let offer = "o1.eyJob3RlbCI6IkJFUi1BRExFUiJ9.c2lnbmF0dXJl";
    assert_eq!(target(offer).unwrap(), Target::Offer(offer.to_owned()));
    let Target::Named { hold, hotel } = target("7F3K2QXD").unwrap() else { panic!() };
    assert_eq!(hold.unwrap().to_string(), "7F3K2QXD");
    assert_eq!(hotel.unwrap().as_str(), "7F3K2QXD");
    let Target::Named { hold, hotel } = target("BER-ADLER").unwrap() else { panic!() };
    assert!(hold.is_err() && hotel.is_ok());
    for text in ["", "?", "ber adler", "!!!"] {
        assert!(target(text).is_err(), "{text}");
    }
}

#[test]
fn an_amount_is_read_in_the_currency_of_the_hotel() {
    let amount = |text: &str| text.parse::<Amount>().unwrap();
    let euro = "EUR".parse().unwrap();
    assert_eq!(amount("EUR 199.50").in_currency(euro).unwrap().minor, 19_950);
    assert_eq!(amount("200").in_currency(euro).unwrap().minor, 20_000);
    assert_eq!(amount("JPY 12000").with_own_currency().unwrap().minor, 12_000);
    for text in ["USD 200", "200.001", "-5", "many"] {
        let error = amount(text).in_currency(euro).unwrap_err();
        assert_eq!(error.category.exit_code(), 2, "{text}");
    }
    assert_eq!(amount("200").with_own_currency().unwrap_err().code, "usage.invalid_value");
}

#[test]
fn a_guest_has_a_family_name_and_a_given_one() {
    assert!("Novak, Jana".parse::<FullName>().is_ok());
    for text in ["Novak", "Novak,", ", Jana", "Novak, Jana, Dr", ""] {
        assert!(text.parse::<FullName>().is_err(), "{text}");
    }
}
