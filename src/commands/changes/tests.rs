use hotel_core::booking::BookingState;
use serde_json::json;

use super::*;

fn event(data: &serde_json::Value) -> EventView {
    serde_json::from_value(json!({
        "specversion": "1.0", "id": "0192f0c1-0000-7000-8000-000000000000",
        "source": "/hotels/BER-ADLER", "type": "booking.amended", "subject": "7F3K2QXD",
        "time": "2026-12-02T12:00:00Z", "datacontenttype": "application/json",
        "schemaversion": 1, "hotel": "BER-ADLER", "sequence": 1, "position": 1,
        "actor": "jana", "channel": "cli", "correlationid": "c", "causationid": "c", "data": data,
    }))
    .unwrap()
}

#[test]
fn each_field_is_told_with_its_old_and_new_value() {
    let data = json!({
        "what": "booking", "verb": "cancelled", "business_date": "2026-12-02", "version": 3,
        "reason": "no_payment", "requests_changed": true,
        "changed": {
            "state": { "old": BookingState::Confirmed, "new": BookingState::Cancelled },
            "stay": {
                "old": { "check_in": "2026-12-04", "check_out": "2026-12-06" },
                "new": { "check_in": "2026-12-04", "check_out": "2026-12-07" },
            },
            "fee_minor": { "old": 0, "new": 15_900 },
            "freed_from": { "old": null, "new": "2026-12-05" },
        },
    });
    let euro = "EUR".parse().ok();
    assert_eq!(
        changes_of(&event(&data), euro),
        [
            "state confirmed -> cancelled",
            "stay Fri 4 Dec -> Sun 6 Dec 2026, 2 nights -> Fri 4 Dec -> Mon 7 Dec 2026, 3 nights",
            "fees EUR 0.00 -> EUR 159.00",
            "freed from none -> 2026-12-05",
            "requests changed",
            "reason no payment",
        ]
    );
    assert!(changes_of(&event(&data), None).contains(&"fees changed".to_owned()));
}

#[test]
fn an_event_of_a_newer_version_is_told_without_details() {
    assert!(changes_of(&event(&json!({ "what": "folio", "charge": 1 })), None).is_empty());
}
