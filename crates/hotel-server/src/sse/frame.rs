//! What travels on a stream, as its text (WHATWG HTML, server-sent events).

use std::time::Duration;

use axum::body::Bytes;
use jiff::Timestamp;

use hotel_core::event::Event;
use hotel_core::ids::{BookingCode, HotelCode};
use hotel_core::wire::event::EventView;

use super::cursor::cursor;
use crate::store::EventFilter;

/// An event as every stream sends it: written once, and shared.
#[derive(Clone, Debug)]
pub(super) struct Told {
    /// Its place in the feed.
    pub(super) position: u64,
    hotel: Option<HotelCode>,
    booking: Option<BookingCode>,
    kind: &'static str,
    recorded_at: Timestamp,
    /// Its frame.
    pub(super) frame: Bytes,
}

impl Told {
    /// Writes an event.
    pub(super) fn of(event: &Event, epoch: u32) -> Self {
        let data = serde_json::to_string(&EventView::of(event)).unwrap_or_default();
        let kind = event.data.event_type();
        let id = cursor(epoch, event.position);
        Self {
            position: event.position,
            hotel: event.hotel,
            booking: event.booking,
            kind,
            recorded_at: event.recorded_at,
            // JSON on one line: no line break ends the frame early.
            frame: format!("id: {id}\nevent: {kind}\ndata: {data}\n\n").into(),
        }
    }

    /// Tells whether it passes a filter.
    pub(super) fn passes(&self, filter: &EventFilter) -> bool {
        filter.passes((self.hotel, self.booking), self.kind, self.recorded_at)
    }
}

/// Writes how far a stream has come, and, if that is said, how long to wait before coming back.
pub(super) fn checkpoint(epoch: u32, position: u64, retry: Option<Duration>) -> Bytes {
    let retry = retry.map(|wait| format!("retry: {}\n", wait.as_millis())).unwrap_or_default();
    let id = cursor(epoch, position);
    let data = format!("data: {{\"position\":{position}}}");
    format!("{retry}id: {id}\nevent: checkpoint\n{data}\n\n").into()
}

/// Writes that nothing more will come.
pub(super) fn end(epoch: u32, position: u64) -> Bytes {
    let id = cursor(epoch, position);
    format!("id: {id}\nevent: end\ndata: {{\"position\":{position}}}\n\n").into()
}

/// Writes how long to wait before coming back.
pub(super) fn farewell(wait: Duration) -> Bytes {
    format!("retry: {}\n\n", wait.as_millis()).into()
}

/// Returns what only shows that the stream lives.
pub(super) fn heartbeat() -> Bytes {
    Bytes::from_static(b":\n\n")
}
