//! A change of a booking that was changed by somebody else meanwhile: what both touched, and what is to be
//! sent instead where they touched different things (ux.md 2.3, rule 8).

use hotel_core::booking::BookedRoom;
use hotel_core::wire::booking::BookingView;
use serde::Serialize;
use serde_json::Value;

/// A field of which two people said different things.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Clash {
    /// Its name in the request.
    pub(crate) field: &'static str,
    /// What it was when the agent looked.
    pub(crate) seen: Value,
    /// What the agent wants.
    pub(crate) mine: Value,
    /// What it is now.
    pub(crate) theirs: Value,
}

/// Reads a field of a booking.
type Read = fn(&BookingView) -> Value;

/// The fields of a change, and where the booking has them.
const FIELDS: [(&str, Read); 5] = [
    ("stay", |view| json(&view.booking.stay)),
    ("rate_plan", |view| json(&view.booking.terms.rate_plan)),
    ("rooms", |view| view.booking.rooms.iter().map(sold).collect()),
    ("guest", |view| json(&view.booking.guest)),
    ("requests", |view| json(&view.requests)),
];

fn sold(room: &BookedRoom) -> Value {
    serde_json::json!({ "room_type": room.room_type, "occupancy": room.occupancy })
}

/// Returns the fields that a change touches, and that are no longer what they were.
pub(crate) fn clashes(request: &[u8], seen: &BookingView, now: &BookingView) -> Vec<Clash> {
    let request: Value = serde_json::from_slice(request).unwrap_or_default();
    let clash = |(field, read): (&'static str, Read)| {
        let mine = request.get(field).filter(|value| !value.is_null())?.clone();
        let (seen, theirs) = (read(seen), read(now));
        (seen != theirs && mine != theirs).then_some(Clash { field, seen, mine, theirs })
    };
    FIELDS.into_iter().filter_map(clash).collect()
}

fn json(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}
