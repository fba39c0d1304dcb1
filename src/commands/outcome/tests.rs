use std::sync::{Arc, Mutex};

use serde_json::json;

use super::*;
use crate::output::Out;
use crate::output::format::Settings;

fn outcome(state: &str, event: &str) -> BookingOutcome {
    serde_json::from_value(json!({
        "booking": {
            "code": "7F3K2QXD", "hotel": "BER-ADLER", "version": 2, "state": state,
            "stay": { "check_in": "2026-12-04", "check_out": "2026-12-06" },
            "rooms": [{
                "room_type": "DLX", "occupancy": { "adults": 2 }, "nights": [15_900, 15_900],
            }],
            "currency": "EUR",
            "price": { "rooms_minor": 31_800, "taxes": [], "total_minor": 31_800 },
            "fee_minor": 0,
            "terms": { "rate_plan": "BAR", "payment": "guarantee", "policy": {} },
            "guest": "0192f0c1-0000-7000-8000-000000000000",
            "channel": "cli", "agent": "jana", "created_at": "2026-12-02T12:00:00Z",
        },
        "events": [event], "dry_run": false,
        "fee": { "minor": 0, "currency": "EUR" },
        "total": { "minor": 31_800, "currency": "EUR" },
    }))
    .unwrap()
}

#[test]
fn a_change_is_one_line() {
    let mut sold = outcome("confirmed", "booking.confirmed");
    let expect = "BER-ADLER  DLX  Fri 4 Dec -> Sun 6 Dec 2026, 2 nights  EUR 318.00";
    assert_eq!(line(&sold), format!("confirmed 7F3K2QXD  {expect}"));
    sold.dry_run = true;
    assert_eq!(line(&sold), format!("would be confirmed  {expect}"));
    sold.total_before = Some(sold.total);
    assert_eq!(line(&sold), format!("would be confirmed 7F3K2QXD  {expect}"));
}

#[test]
fn what_was_done_is_said_in_the_words_of_the_trade() {
    for (event, word) in [
        ("booking.held", "held"),
        ("booking.amended", "changed"),
        ("booking.room_assigned", "assigned"),
        ("booking.room_moved", "moved"),
        ("booking.checked_in", "checked in"),
        ("booking.no_show", "no-show"),
    ] {
        assert_eq!(done_word(&outcome("confirmed", event)), word);
    }
    let mut nothing = outcome("in_house", "");
    nothing.events.clear();
    assert_eq!(done_word(&nothing), "already so: in house");
}

#[test]
fn machines_get_the_outcome_itself() {
    #[derive(Clone, Default)]
    struct Shared(Arc<Mutex<Vec<u8>>>);
    impl std::io::Write for Shared {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let stdout = Shared::default();
    let settings =
        Settings { format: Some(crate::output::format::Format::Json), ..Settings::piped() };
    let out = Out::with_writers(settings, Box::new(stdout.clone()), Box::new(Shared::default()));
    let sold = outcome("confirmed", "booking.confirmed");
    out.record(&OutcomeCard(&sold)).unwrap();
    let read: BookingOutcome = serde_json::from_slice(&stdout.0.lock().unwrap()).unwrap();
    assert_eq!(read, sold);
}
