use super::*;

const NOW: &str = "2026-12-04T12:00:00Z";

fn row(state: &str, due: Option<&str>, more: &serde_json::Value) -> BookingRow {
    let mut row = serde_json::json!({
        "code": "7F3K2QXD", "hotel": "BER-ADLER", "version": 1, "state": state,
        "guest": "01936f0e-7b1c-7a3e-9d2f-1f0c5a6b7c8d", "guest_name": "Li, Wei",
        "stay": { "check_in": "2026-12-04", "check_out": "2026-12-06" }, "rooms": "1 DLX",
        "rate_plan": "BAR", "total": { "minor": 100, "currency": "EUR" },
        "created_at": "2026-12-01T12:00:00Z",
    });
    let fields = row.as_object_mut().unwrap();
    fields.extend(due.map(|due| ("due".to_owned(), due.into())));
    fields.extend(more.as_object().unwrap().clone());
    serde_json::from_value(row).unwrap()
}

/// Checks what a booking needs, without and with a day that is meant.
#[track_caller]
fn check(row: &BookingRow, day: Option<&str>, expect: Option<Reason>) {
    let moment = Moment { now: NOW.parse().unwrap(), day: day.map(|day| day.parse().unwrap()) };
    let found = of_booking(row, moment).map(|need| need.reason);
    assert_eq!(found, expect, "{row:?} on {day:?}");
}

#[test]
fn each_state_needs_what_it_needs() {
    let none = serde_json::json!({});
    let open = serde_json::json!({ "unassigned": ["DLX"] });
    let until = |at: &str| serde_json::json!({ "expires_at": at, "unassigned": ["DLX"] });
    for (state, due, more, expect) in [
        ("held", None, until("2026-12-04T12:30:00Z"), Some(Reason::Hold)),
        ("held", None, until("2026-12-04T12:30:01Z"), None),
        ("held", None, until("2026-12-04T12:00:00Z"), None),
        ("held", None, none.clone(), None),
        ("requested", None, open.clone(), Some(Reason::Requested)),
        ("confirmed", None, open.clone(), None),
        ("confirmed", Some("in"), open.clone(), Some(Reason::Unassigned)),
        ("confirmed", Some("in"), none.clone(), Some(Reason::DueIn)),
        ("confirmed", Some("arrival_delayed"), open.clone(), Some(Reason::NoShow)),
        ("in_house", None, none.clone(), None),
        ("in_house", Some("out"), none.clone(), Some(Reason::DueOut)),
        ("in_house", Some("departure_delayed"), none.clone(), Some(Reason::Overstay)),
        ("waitlisted", None, open.clone(), None),
        ("checked_out", None, none.clone(), None),
        ("cancelled", None, none.clone(), None),
        ("declined", None, none.clone(), None),
        ("no_show", None, none.clone(), None),
        ("expired", None, none.clone(), None),
        ("released", None, none, None),
    ] {
        check(&row(state, due, &more), None, expect);
    }
}

#[test]
fn a_day_means_its_arrivals_and_departures() {
    let open = serde_json::json!({ "unassigned": ["DLX"] });
    let arrives = row("confirmed", None, &open);
    check(&arrives, Some("2026-12-04"), Some(Reason::Unassigned));
    check(&arrives, Some("2026-12-05"), None);
    let asked = row("requested", None, &open);
    check(&asked, Some("2026-12-04"), Some(Reason::Requested));
    check(&asked, Some("2026-12-06"), None);
    let leaves = row("in_house", Some("out"), &serde_json::json!({}));
    check(&leaves, Some("2026-12-06"), Some(Reason::DueOut));
    check(&leaves, Some("2026-12-04"), None);
}

fn night(date: &str, kind: &str, sold: u32, closed: bool) -> InventoryNight {
    serde_json::from_value(serde_json::json!({
        "room_type": kind, "date": date, "physical": 5, "out_of_order": 1, "overbook": { "rooms": 2 },
        "sold": sold, "held": 0, "closed": closed, "sellable": 6, "left": 6 - i64::from(sold),
    }))
    .unwrap()
}

#[test]
fn who_waits_can_have_a_room_when_every_night_has_enough() {
    let nights = |first, second| {
        [night("2026-12-04", "DLX", first, false), night("2026-12-05", "DLX", second, false)]
    };
    let waits = |kinds: &[&str]| {
        row("waitlisted", None, &serde_json::json!({ "unassigned": kinds, "rooms": "" }))
    };
    assert!(can_be_had(&waits(&["DLX"]), &nights(0, 5)));
    assert!(!can_be_had(&waits(&["DLX"]), &nights(0, 6)));
    assert!(!can_be_had(&waits(&["DLX", "DLX"]), &nights(0, 5)));
    assert!(!can_be_had(&waits(&["STD"]), &nights(0, 0)), "nothing is known of that type");
    assert!(!can_be_had(&waits(&["DLX"]), &nights(0, 0)[..1]), "one night is not known");
    let closed = [night("2026-12-04", "DLX", 0, false), night("2026-12-05", "DLX", 0, true)];
    assert!(!can_be_had(&waits(&["DLX"]), &closed));
    let sold = row("confirmed", None, &serde_json::json!({ "unassigned": ["DLX"] }));
    assert!(!can_be_had(&sold, &nights(0, 0)));
}

#[test]
fn a_night_is_short_of_rooms_beyond_those_that_stand_ready() {
    let short = |sold| rooms_short(&night("2026-12-04", "DLX", sold, false));
    assert_eq!((short(4), short(5), short(6)), (None, Some(1), Some(2)));
}

#[test]
fn reasons_are_their_words() {
    for reason in Reason::ALL {
        let text = serde_json::to_value(reason).unwrap();
        assert_eq!(text, reason.as_str());
        let value = clap::ValueEnum::to_possible_value(&reason).unwrap();
        assert_eq!(value.get_name(), reason.as_str());
    }
    assert!(Reason::ALL.is_sorted());
}
