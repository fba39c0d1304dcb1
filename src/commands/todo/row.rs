//! What needs the agent, as it is printed.

use hotel_core::ids::HotelCode;
use hotel_core::stay::StayDates;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::needs::Reason;
use crate::commands::words::{ago, stay_short};
use crate::output::present::{Cell, Column, Present};
use crate::output::style::Glyph;

/// One thing that needs the agent; the same fields for every reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Todo {
    /// Why.
    pub(crate) reason: Reason,
    /// The booking, by the newest code that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) booking: Option<String>,
    /// The operation of the queue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) op: Option<u64>,
    /// The hotel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) hotel: Option<HotelCode>,
    /// The guest's name, family first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) guest: Option<String>,
    /// The nights.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) stay: Option<StayDates>,
    /// The rooms in words: `2 DLX`, or `311` once assigned.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) rooms: String,
    /// Since when it waits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) since: Option<Timestamp>,
    /// Until when it can be helped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) until: Option<Timestamp>,
    /// What to do, in one sentence.
    pub(crate) what: String,
}

impl Todo {
    /// Makes one with nothing but its reason and what to do.
    pub(super) fn of(reason: Reason, what: String) -> Self {
        Self {
            reason,
            booking: None,
            op: None,
            hotel: None,
            guest: None,
            stay: None,
            rooms: String::new(),
            since: None,
            until: None,
            what,
        }
    }
}

/// One thing with the moment it is told at, which its age is reckoned to.
#[derive(Debug, Serialize)]
pub(super) struct TodoRow {
    /// The thing.
    #[serde(flatten)]
    pub(super) todo: Todo,
    /// When it is told.
    #[serde(skip)]
    pub(super) now: Timestamp,
}

impl TodoRow {
    fn when(&self) -> Cell {
        if let Some(until) = self.todo.until {
            // What is left is an age seen from the other end.
            return Cell::text(format!("{} left", ago(self.now, until))).machine(until.to_string());
        }
        match self.todo.since {
            Some(since) => Cell::text(ago(since, self.now)).machine(since.to_string()),
            None => Cell::default(),
        }
    }
}

impl Present for TodoRow {
    fn columns() -> &'static [Column] {
        const COLUMNS: &[Column] = &[
            Column::code("reason", "reason"),
            Column::code("booking", "booking"),
            Column::text("guest", "guest"),
            Column::code("hotel", "hotel"),
            Column::text("stay", "stay"),
            Column::text("rooms", "rooms"),
            Column::code("when", "since"),
            Column::text("what", "what to do"),
        ];
        COLUMNS
    }

    fn cells(&self) -> Vec<Cell> {
        let todo = &self.todo;
        let glyph = match todo.reason {
            Reason::Conflict | Reason::Hold | Reason::NoShow | Reason::Overbooked => Glyph::Warning,
            Reason::Unassigned
            | Reason::DueIn
            | Reason::Overstay
            | Reason::DueOut
            | Reason::Requested
            | Reason::Waitlist => Glyph::Waiting,
        };
        let stay = todo.stay.map_or_else(Cell::default, |stay| {
            Cell::text(stay_short(stay)).machine(format!(
                "{}..{}",
                stay.check_in(),
                stay.check_out()
            ))
        });
        vec![
            Cell::status(glyph, todo.reason.as_str()).machine(todo.reason.as_str()),
            Cell::optional(todo.booking.as_deref()),
            Cell::optional(todo.guest.as_deref()),
            Cell::optional(todo.hotel.as_ref().map(HotelCode::as_str)),
            stay,
            Cell::text(&todo.rooms),
            self.when(),
            Cell::text(&todo.what),
        ]
    }

    fn id(&self) -> String {
        let op = || self.todo.op.map(|op| op.to_string());
        self.todo.booking.clone().or_else(op).unwrap_or_default()
    }

    fn optional_fields() -> &'static [&'static str] {
        &["booking", "op", "hotel", "guest", "stay", "rooms", "since", "until"]
    }
}

/// How much there is of one reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Count {
    /// The reason.
    pub(crate) reason: Reason,
    /// How many.
    pub(crate) count: usize,
}

impl Present for Count {
    fn columns() -> &'static [Column] {
        const COLUMNS: &[Column] =
            &[Column::code("reason", "reason"), Column::number("count", "count")];
        COLUMNS
    }

    fn cells(&self) -> Vec<Cell> {
        vec![Cell::text(self.reason.as_str()), Cell::text(self.count.to_string())]
    }

    fn id(&self) -> String {
        self.reason.as_str().to_owned()
    }
}
