//! The order in which history is told: day by day, and within a day phase by phase.

use hotel_core::stay::day_number;
use jiff::civil::Time;

use super::entry::{Ending, Entry, Ledger, Lodging};
use super::house::House;

/// What is done, in the order of a day: rooms are given back before they are sold, and a booking is made
/// before it can be cancelled on the same day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Phase {
    /// Guests leave.
    CheckOut,
    /// Bookings of earlier days are cancelled.
    Cancel,
    /// Bookings are made.
    Book,
    /// The hotel confirms them, where it does not do so by itself.
    Confirm,
    /// Bookings of the same day are cancelled.
    CancelAtOnce,
    /// Guests arrive.
    CheckIn,
    /// Guests have not arrived.
    NoShow,
}

impl Phase {
    /// Returns the time of day at the hotel, where the file tells none.
    pub(super) fn time(self) -> Time {
        let hour = match self {
            Self::CheckOut => 10,
            Self::Cancel => 11,
            Self::Book | Self::Confirm => 12,
            Self::CancelAtOnce => 13,
            Self::CheckIn => 15,
            Self::NoShow => 23,
        };
        Time::constant(hour, 0, 0, 0)
    }

    /// Returns the word for it in keys.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::CheckOut => "check_out",
            Self::Cancel | Self::CancelAtOnce => "cancel",
            Self::Book => "book",
            Self::Confirm => "confirm",
            Self::CheckIn => "check_in",
            Self::NoShow => "no_show",
        }
    }
}

/// One command to come: when, and of which line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Step {
    /// The day, counted from 1970.
    pub(super) day: i32,
    /// What is done.
    pub(super) phase: Phase,
    /// Which of the entries.
    pub(super) entry: u32,
}

/// Returns every step in its order.
pub(super) fn steps(ledger: &Ledger, houses: &[House]) -> Vec<Step> {
    let mut steps = Vec::with_capacity(ledger.entries.len() * 3);
    for (at, entry) in (0_u32..).zip(&ledger.entries) {
        let Lodging::Stay(stay) = entry.lodging else { continue };
        let made = day_number(entry.created.day);
        let (arrival, departure) = (day_number(stay.check_in()), day_number(stay.check_out()));
        let mut push = |day, phase| steps.push(Step { day, phase, entry: at });
        push(made, Phase::Book);
        if !houses[entry.house].confirms {
            push(made, Phase::Confirm);
        }
        match entry.ending {
            Ending::Confirmed => {}
            Ending::InHouse => push(arrival, Phase::CheckIn),
            Ending::CheckedOut => {
                push(arrival, Phase::CheckIn);
                push(departure, Phase::CheckOut);
            }
            Ending::NoShow => push(arrival, Phase::NoShow),
            Ending::Cancelled(at) => match day_number(at.day) {
                day if day > made => push(day, Phase::Cancel),
                _ => push(made, Phase::CancelAtOnce),
            },
        }
    }
    steps.sort_unstable();
    steps
}

/// Returns the local day and time of a step: the file's own where it tells one.
pub(super) fn time_of(entry: &Entry, phase: Phase) -> Time {
    let told = match (phase, entry.ending) {
        (Phase::Book | Phase::Confirm, _) => entry.created.time,
        (Phase::Cancel | Phase::CancelAtOnce, Ending::Cancelled(at)) => at.time,
        (Phase::CheckIn, _) if is_walk_in(entry) => {
            // Who books at the desk in the evening arrives then.
            entry.created.time.map(|time| time.max(phase.time()))
        }
        (
            Phase::CheckOut | Phase::Cancel | Phase::CancelAtOnce | Phase::CheckIn | Phase::NoShow,
            _,
        ) => None,
    };
    told.unwrap_or_else(|| phase.time())
}

fn is_walk_in(entry: &Entry) -> bool {
    matches!(entry.lodging, Lodging::Stay(stay) if stay.check_in() == entry.created.day)
}
