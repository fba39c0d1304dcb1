//! Bookings in words and signs for people.

use hotel_core::booking::{BookedRoom, BookingState, Guarantee};
use hotel_core::command::booking::Reason;
use hotel_core::rate::{MealPlan, PaymentTerm};
use hotel_core::stay::StayDates;
use hotel_core::wire::booking::Due;
use hotel_core::zone::Zone;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::output::present::Cell;
use crate::output::style::Glyph;
use crate::when;

/// Returns a state's word for people.
pub(crate) fn state_word(state: BookingState) -> &'static str {
    match state {
        BookingState::InHouse => "in house",
        BookingState::CheckedOut => "checked out",
        BookingState::NoShow => "no-show",
        BookingState::Waitlisted
        | BookingState::Held
        | BookingState::Requested
        | BookingState::Confirmed
        | BookingState::Cancelled
        | BookingState::Declined
        | BookingState::Expired
        | BookingState::Released => state.as_str(),
    }
}

/// Returns what a booking waits for.
pub(crate) fn due_word(due: Due) -> &'static str {
    match due {
        Due::In => "due in",
        Due::Out => "due out",
        Due::ArrivalDelayed => "arrival delayed",
        Due::DepartureDelayed => "departure delayed",
    }
}

/// Returns the sign of a state.
pub(crate) fn state_sign(state: BookingState) -> Glyph {
    match state {
        BookingState::Confirmed | BookingState::InHouse => Glyph::Done,
        BookingState::Held | BookingState::Requested | BookingState::Waitlisted => Glyph::Waiting,
        BookingState::Cancelled | BookingState::Declined => Glyph::Failed,
        BookingState::NoShow => Glyph::Warning,
        BookingState::CheckedOut | BookingState::Expired | BookingState::Released => Glyph::Over,
    }
}

/// Returns a state as a glyph with a word, and what it waits for.
pub(crate) fn state_cell(state: BookingState, due: Option<Due>) -> Cell {
    let glyph = state_sign(state);
    let word = match due {
        Some(due) => format!("{}, {}", state_word(state), due_word(due)),
        None => state_word(state).to_owned(),
    };
    Cell::status(glyph, word).machine(state.as_str())
}

/// Returns rooms as people say them: `2 DLX`, or `311` once assigned.
pub(crate) fn rooms_words(rooms: &[BookedRoom]) -> String {
    let mut parts: Vec<(String, usize)> = Vec::new();
    for room in rooms {
        let word =
            room.room.map_or_else(|| room.room_type.to_string(), |number| number.to_string());
        match parts.iter_mut().find(|(known, _)| *known == word) {
            Some((_, count)) => *count += 1,
            None => parts.push((word, 1)),
        }
    }
    let words = parts.into_iter().map(|(word, count)| match count {
        1 => word,
        _ => format!("{count} {word}"),
    });
    words.collect::<Vec<String>>().join(", ")
}

/// Returns the nights in words: `Fri 5 Dec -> Sun 7 Dec 2026, 2 nights`.
pub(crate) fn stay_words(stay: StayDates) -> String {
    when::stay_words(stay.check_in(), stay.check_out())
}

/// Returns the nights as an agent writes them: `Fri 5 Dec 2026 +2n`.
pub(crate) fn stay_short(stay: StayDates) -> String {
    format!("{} +{}n", stay.check_in().strftime("%a %-d %b %Y"), stay.night_count())
}

/// Returns a moment in a zone, else in UTC: `Thu 3 Dec 2026 18:00 Europe/Berlin`.
pub(crate) fn instant(moment: Timestamp, zone: Option<&Zone>) -> String {
    let name = zone.map_or("UTC", Zone::name);
    format!("{} {name}", local(moment, zone).strftime("%a %-d %b %Y %H:%M"))
}

/// Returns a moment without its zone, where that is clear: `Thu 3 Dec 18:00`.
pub(crate) fn short_instant(moment: Timestamp, zone: Option<&Zone>) -> String {
    local(moment, zone).strftime("%a %-d %b %H:%M").to_string()
}

fn local(moment: Timestamp, zone: Option<&Zone>) -> jiff::civil::DateTime {
    zone.map_or_else(|| TimeZone::UTC.to_datetime(moment), |zone| zone.local(moment))
}

/// Returns how long ago a moment was, roughly: `40 s`, `12 min`, `3 h`, `2 d`. A moment to come was just now.
pub(crate) fn ago(moment: Timestamp, now: Timestamp) -> String {
    let seconds = now.duration_since(moment).as_secs().max(0);
    match seconds {
        0..120 => format!("{seconds} s"),
        120..7_200 => format!("{} min", seconds / 60),
        7_200..172_800 => format!("{} h", seconds / 3_600),
        _ => format!("{} d", seconds / 86_400),
    }
}

/// Returns who vouches.
pub(crate) fn guarantee_word(guarantee: Guarantee) -> &'static str {
    match guarantee {
        Guarantee::Agency => "agency",
    }
}

/// Returns when the house wants its money.
pub(crate) fn payment_word(payment: PaymentTerm) -> &'static str {
    match payment {
        PaymentTerm::AtHotel => "at the hotel",
        PaymentTerm::Guarantee => "guarantee",
        PaymentTerm::Prepaid => "prepaid",
    }
}

/// Returns what is eaten.
pub(crate) fn meals_word(meals: MealPlan) -> &'static str {
    match meals {
        MealPlan::RoomOnly => "room only",
        MealPlan::Breakfast => "breakfast",
        MealPlan::HalfBoard => "half board",
        MealPlan::FullBoard => "full board",
        MealPlan::AllInclusive => "all inclusive",
    }
}

/// Who vouches, as a flag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum GuaranteeArg {
    /// The agency, by your word
    Agency,
}

impl From<GuaranteeArg> for Guarantee {
    fn from(guarantee: GuaranteeArg) -> Self {
        match guarantee {
            GuaranteeArg::Agency => Self::Agency,
        }
    }
}

/// Why a booking was cancelled or declined, as a flag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum ReasonArg {
    /// The guest wished it
    Guest,
    /// Booked twice
    Duplicate,
    /// Too dear
    Price,
    /// Plans changed
    Schedule,
    /// No money came
    NoPayment,
    /// The hotel has no room after all
    NoRoom,
    /// The hotel can't do it
    Hotel,
    /// Something else
    Other,
}

impl From<ReasonArg> for Reason {
    fn from(reason: ReasonArg) -> Self {
        match reason {
            ReasonArg::Guest => Self::Guest,
            ReasonArg::Duplicate => Self::Duplicate,
            ReasonArg::Price => Self::Price,
            ReasonArg::Schedule => Self::Schedule,
            ReasonArg::NoPayment => Self::NoPayment,
            ReasonArg::NoRoom => Self::NoRoom,
            ReasonArg::Hotel => Self::Hotel,
            ReasonArg::Other => Self::Other,
        }
    }
}
