//! Events as lists and tails print them.

use hotel_core::money::Currency;
use hotel_core::wire::event::EventView;
use serde::{Serialize, Serializer};

use super::changes::changes_of;
use crate::output::present::{Cell, Column, Present};
use crate::output::style::Tone;

/// An event as it is printed.
#[derive(Debug)]
pub(crate) struct EventRow {
    event: EventView,
    what: String,
}

impl EventRow {
    /// Puts an event into words; amounts need the currency of their booking.
    pub(crate) fn new(event: EventView, currency: Option<Currency>) -> Self {
        let what = changes_of(&event, currency).join("; ");
        Self { event, what }
    }
}

impl Serialize for EventRow {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.event.serialize(serializer)
    }
}

impl Present for EventRow {
    fn columns() -> &'static [Column] {
        const COLUMNS: &[Column] = &[
            Column::number("position", "position"),
            Column::code("time", "time"),
            Column::code("type", "event"),
            Column::code("subject", "booking"),
            Column::code("hotel", "hotel"),
            Column::text("actor", "by"),
            Column::text("data", "what"),
        ];
        COLUMNS
    }

    fn cells(&self) -> Vec<Cell> {
        let event = &self.event;
        vec![
            Cell::text(event.position.to_string()),
            Cell::text(event.time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()),
            Cell::text(&event.kind),
            Cell::optional(event.subject.map(|code| code.to_string())),
            Cell::optional(event.hotel.map(|hotel| hotel.to_string())),
            Cell::text(&event.actor),
            Cell::text(&self.what).machine(self.what.clone()),
        ]
    }

    fn line(&self) -> Vec<Cell> {
        let event = &self.event;
        vec![
            Cell::text(event.time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()).tone(Tone::Dim),
            Cell::text(format!("{:<22}", event.kind)),
            Cell::optional(event.subject.map(|code| code.to_string())),
            Cell::optional(event.hotel.map(|hotel| hotel.to_string())),
            Cell::text(&self.what),
            Cell::text(format!("by {}", event.actor)).tone(Tone::Dim),
        ]
    }

    fn id(&self) -> String {
        self.event.id.to_string()
    }

    fn optional_fields() -> &'static [&'static str] {
        &["subject", "hotel"]
    }
}
