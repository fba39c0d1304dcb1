use jiff::civil::{Date, Time, date};
use proptest::prelude::*;

use crate::policy::Deadline;
use crate::stay::{StayDates, date_of, day_number, days_between};
use crate::zone::Zone;

#[test]
fn a_stay_has_one_to_365_nights_and_leaves_out_the_last_day() {
    let stay = StayDates::new(date(2026, 12, 24), date(2026, 12, 27)).unwrap();
    assert_eq!(stay.night_count(), 3);
    assert_eq!(stay.nights().last(), Some(date(2026, 12, 26)));
    assert!(StayDates::new(date(2026, 12, 24), date(2026, 12, 24)).is_err());
    assert!(StayDates::new(date(2026, 12, 24), date(2027, 12, 25)).is_err());
    assert!(StayDates::new(Date::MIN, Date::MAX).is_err());
    let raw = r#"{"check_in":"2026-12-27","check_out":"2026-12-24"}"#;
    assert!(serde_json::from_str::<StayDates>(raw).is_err());
}

proptest! {
    #[test]
    fn day_numbers_count_days(days in -700_000i32..2_900_000) {
        let date = date_of(days).unwrap();
        prop_assert_eq!(day_number(date), days);
        prop_assert_eq!(date.since(date_of(0).unwrap()).unwrap().get_days(), days);
    }
}

#[test]
fn the_business_date_follows_the_hotel_not_the_server() {
    let morning = Time::constant(3, 0, 0, 0);
    for (zone, now, expected) in [
        ("Europe/Berlin", "2026-12-01T01:59:59Z", date(2026, 11, 30)),
        ("Europe/Berlin", "2026-12-01T02:00:00Z", date(2026, 12, 1)),
        ("Asia/Tokyo", "2026-12-01T02:00:00Z", date(2026, 12, 1)),
        ("America/New_York", "2026-12-01T02:00:00Z", date(2026, 11, 30)),
        ("Asia/Kathmandu", "2026-11-30T21:15:00Z", date(2026, 12, 1)),
    ] {
        let zone: Zone = zone.parse().unwrap();
        assert_eq!(zone.business_date(now.parse().unwrap(), morning), expected, "{}", zone.name());
    }
    assert!("Mars/Olympus".parse::<Zone>().is_err());
}

#[test]
fn deadlines_fall_on_the_hotels_own_clock_across_summer_time() {
    let zone: Zone = "Europe/Berlin".parse().unwrap();
    let booked_at = "2026-03-01T00:00:00Z".parse().unwrap();
    let at = |days, hour| {
        let deadline = Deadline::BeforeArrival { days, at: Time::constant(hour, 30, 0, 0) };
        deadline.moment(booked_at, date(2026, 3, 30), &zone).to_string()
    };
    assert_eq!(at(2, 18), "2026-03-28T17:30:00Z");
    assert_eq!(at(1, 18), "2026-03-29T16:30:00Z");
    // Half past two does not exist on the night the clocks go forward.
    assert_eq!(at(1, 2), "2026-03-29T01:30:00Z");
    assert_eq!(days_between(date(2026, 3, 28), date(2026, 3, 30)), 2);
}
