//! Reports: a read model of the log, kept beside the database and made of nothing but events. A
//! projector (a plain thread) reads the log after its mark and keeps one narrow row a booking; what a
//! report counts is pure. Knows neither HTTP nor SQL, and never writes where bookings are written.

pub(crate) mod asked;
pub(crate) mod cancellations;
pub(crate) mod fact;
mod groups;
pub(crate) mod lead_time;
pub(crate) mod nights;
pub(crate) mod pickup;
pub(crate) mod projector;
#[cfg(test)]
pub(crate) mod tests;

use std::collections::HashMap;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use hotel_core::event::BookingChange;
use hotel_core::ids::HotelCode;

use self::asked::Asked;
use self::fact::StayFact;
use crate::store::StoreError;

pub use self::projector::Reports;

/// How far the log was read, and by which event that can be told from another log.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Mark {
    /// The position; 0 before the first event.
    pub position: u64,
    /// The id of the event there.
    pub event: Uuid,
    /// When it was written down.
    pub recorded_at: Option<Timestamp>,
}

/// A booking made or changed, as the log tells it.
#[derive(Clone, Debug)]
pub struct BookingEvent {
    /// The booking's number.
    pub booking: u64,
    /// The number of the booking it was split from, when it is new and was.
    pub split_from: Option<u64>,
    /// What happened.
    pub change: BookingChange,
}

/// A stretch of the log: what it tells of bookings, and how far it reaches.
#[derive(Clone, Debug)]
pub struct Stretch {
    /// The events of bookings, in order.
    pub events: Vec<BookingEvent>,
    /// The last event of the stretch, of whatever kind.
    pub mark: Mark,
}

/// The log as the projector reads it.
pub trait Log: Send {
    /// Reads the stretch after a position, so many events of it at most; none where it ends.
    fn following(&mut self, after: u64, limit: u32) -> Result<Option<Stretch>, StoreError>;
    /// Tells whether the log holds the event of a mark.
    fn holds(&mut self, mark: &Mark) -> Result<bool, StoreError>;
}

/// The port of the read model. Another database keeps the same rows in tables of its own.
pub trait ReadModel: Send {
    /// Returns how far it has read.
    fn mark(&mut self) -> Result<Mark, StoreError>;
    /// Takes a stretch in: its rows and its mark in one transaction.
    fn apply(&mut self, stretch: &Stretch) -> Result<(), StoreError>;
    /// Hands over the bookings of some hotels whose nights touch a run of days.
    fn facts(&mut self, wanted: &Wanted, take: &mut dyn FnMut(&StayFact))
    -> Result<(), StoreError>;
    /// Throws everything away; the next mark is the beginning.
    fn renew(&mut self) -> Result<(), StoreError>;
}

/// Which bookings are wanted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wanted {
    /// Of these hotels.
    pub hotels: Vec<HotelCode>,
    /// With a night on or after this day …
    pub from: Date,
    /// … and before this one.
    pub to: Date,
}

/// How many rooms could be slept in, by hotel and night.
pub(crate) type Available = HashMap<(HotelCode, Date), i64>;

/// One kind of report while it is counted.
pub(crate) trait Count: Send + 'static {
    /// What its rows look like.
    type Row: Send + 'static;
    /// Whether it needs to know how many rooms there are.
    const NEEDS_ROOMS: bool;
    /// Starts with nothing counted.
    fn start(asked: Arc<Asked>, available: Available) -> Self;
    /// Counts a booking.
    fn take(&mut self, fact: &StayFact);
    /// Returns the rows, and all of them together.
    fn finish(self) -> (Vec<Self::Row>, Vec<Self::Row>);
}
