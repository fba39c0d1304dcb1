//! What needs the agent, and why: one rule for each reason, over what the house and the journal say. Knows
//! neither the clock nor the network.

use hotel_core::booking::BookingState;
use hotel_core::ids::RoomTypeCode;
use hotel_core::wire::booking::{BookingRow, Due};
use hotel_core::wire::hotel::InventoryNight;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// A hold that lasts longer needs nobody yet.
const HOLD_ENDS_SOON: SignedDuration = SignedDuration::from_mins(30);

/// Why something needs the agent; the most urgent first.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    clap::ValueEnum,
)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Reason {
    /// A change that waited was refused and waits for your word
    Conflict,
    /// A hold ends within half an hour
    Hold,
    /// The day of arrival is past and nobody came
    NoShow,
    /// Arrives today and has no room yet
    Unassigned,
    /// Arrives today
    DueIn,
    /// Should have left on an earlier day
    Overstay,
    /// Leaves today
    DueOut,
    /// Waits for the hotel's word
    Requested,
    /// Waits for a room that can be had now
    Waitlist,
    /// More rooms of a type are taken than there are
    Overbooked,
}

impl Reason {
    /// All of them, in their order.
    pub(crate) const ALL: [Self; 10] = [
        Self::Conflict,
        Self::Hold,
        Self::NoShow,
        Self::Unassigned,
        Self::DueIn,
        Self::Overstay,
        Self::DueOut,
        Self::Requested,
        Self::Waitlist,
        Self::Overbooked,
    ];

    /// Returns the word for it.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Conflict => "conflict",
            Self::Hold => "hold",
            Self::NoShow => "no-show",
            Self::Unassigned => "unassigned",
            Self::DueIn => "due-in",
            Self::Overstay => "overstay",
            Self::DueOut => "due-out",
            Self::Requested => "requested",
            Self::Waitlist => "waitlist",
            Self::Overbooked => "overbooked",
        }
    }
}

/// As of when it is asked.
#[derive(Debug, Clone, Copy)]
pub(super) struct Moment {
    /// The moment.
    pub(super) now: Timestamp,
    /// The day whose arrivals and departures are meant; without it, whatever is due.
    pub(super) day: Option<Date>,
}

/// That something needs the agent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Need {
    /// Why.
    pub(super) reason: Reason,
    /// Since when.
    pub(super) since: Option<Timestamp>,
    /// Until when it can be helped.
    pub(super) until: Option<Timestamp>,
}

impl Need {
    fn of(reason: Reason) -> Self {
        Self { reason, since: None, until: None }
    }
}

/// Tells what a booking needs, by its state and what is due; who waits for a room, `can_be_had` tells.
pub(super) fn of_booking(row: &BookingRow, moment: Moment) -> Option<Need> {
    let has_no_room = !row.unassigned.is_empty();
    let need = match (row.state, row.due) {
        (BookingState::Held, _) => {
            let until = row.expires_at?;
            let left = until.duration_since(moment.now);
            // One that has run out is ended by the house.
            (left > SignedDuration::ZERO && left <= HOLD_ENDS_SOON)
                .then(|| Need { until: Some(until), ..Need::of(Reason::Hold) })
        }
        (BookingState::Requested, _) => {
            Some(Need { since: Some(row.created_at), ..Need::of(Reason::Requested) })
        }
        (BookingState::Confirmed, Some(Due::ArrivalDelayed)) => Some(Need::of(Reason::NoShow)),
        (BookingState::Confirmed, Some(Due::In)) if !has_no_room => Some(Need::of(Reason::DueIn)),
        (BookingState::Confirmed, due) => {
            let is_near = due == Some(Due::In) || moment.day == Some(row.stay.check_in());
            (has_no_room && is_near).then(|| Need::of(Reason::Unassigned))
        }
        (BookingState::InHouse, Some(Due::Out)) => Some(Need::of(Reason::DueOut)),
        (BookingState::InHouse, Some(Due::DepartureDelayed)) => Some(Need::of(Reason::Overstay)),
        (
            BookingState::Waitlisted
            | BookingState::InHouse
            | BookingState::CheckedOut
            | BookingState::Cancelled
            | BookingState::Declined
            | BookingState::NoShow
            | BookingState::Expired
            | BookingState::Released,
            _,
        ) => None,
    }?;
    let leaves = matches!(need.reason, Reason::DueOut | Reason::Overstay);
    let day = if leaves { row.stay.check_out() } else { row.stay.check_in() };
    moment.day.is_none_or(|meant| meant == day).then_some(need)
}

/// Tells whether somebody who waits can have a room now: on every night of the stay enough of each type are
/// left, and the night is on sale.
pub(super) fn can_be_had(row: &BookingRow, nights: &[InventoryNight]) -> bool {
    let is_left = |date: Date, room_type: RoomTypeCode| {
        let wanted = row.unassigned.iter().filter(|wanted| **wanted == room_type).count();
        let night = nights.iter().find(|night| night.date == date && night.room_type == room_type);
        night.is_some_and(|night| {
            !night.night.closed && i64::try_from(wanted).is_ok_and(|wanted| night.left >= wanted)
        })
    };
    row.state == BookingState::Waitlisted
        && !row.unassigned.is_empty()
        && row.stay.nights().all(|date| row.unassigned.iter().all(|kind| is_left(date, *kind)))
}

/// Returns how many more rooms are taken on a night than stand ready, if any.
pub(super) fn rooms_short(night: &InventoryNight) -> Option<i64> {
    let ready = i64::from(night.night.physical) - i64::from(night.night.out_of_order);
    let short = night.night.used() - ready;
    (short > 0).then_some(short)
}

#[cfg(test)]
mod tests;
