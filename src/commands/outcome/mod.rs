//! What came of a change: one line for people, the whole outcome for machines, notes beside it.

use hotel_core::booking::BookingState;
use hotel_core::money::Money;
use hotel_core::wire::booking::BookingOutcome;
use serde::{Serialize, Serializer};

use super::words::{instant, rooms_words, state_word, stay_words};
use crate::api::Answer;
use crate::context::Context;
use crate::error::CliError;
use crate::output::present::{Describe, Description};

/// An outcome as it is printed.
#[derive(Debug)]
struct OutcomeCard<'a>(&'a BookingOutcome);

impl Serialize for OutcomeCard<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl Describe for OutcomeCard<'_> {
    fn describe(&self) -> Description {
        Description::new().text(line(self.0))
    }

    fn id(&self) -> String {
        self.0.booking.code.to_string()
    }
}

/// Prints what came of a change.
pub(crate) fn tell(ctx: &Context, answer: &Answer<BookingOutcome>) -> Result<(), CliError> {
    let outcome = &answer.body;
    ctx.out.record(&OutcomeCard(outcome))?;
    for note in notes(ctx, outcome) {
        ctx.out.status(note);
    }
    if answer.is_replay {
        ctx.out.status("done before: this is the answer of the first time");
    }
    match outcome.booking.state {
        BookingState::Held if !outcome.dry_run => {
            ctx.out.hint(format!("hotel book {}", outcome.booking.code));
        }
        BookingState::Requested if !outcome.dry_run => {
            ctx.out.hint(format!("hotel confirm {}", outcome.booking.code));
        }
        BookingState::Waitlisted if !outcome.dry_run => {
            ctx.out.hint(format!("hotel waitlist offer {}", outcome.booking.code));
        }
        BookingState::Held
        | BookingState::Requested
        | BookingState::Waitlisted
        | BookingState::Confirmed
        | BookingState::InHouse
        | BookingState::CheckedOut
        | BookingState::Cancelled
        | BookingState::Declined
        | BookingState::NoShow
        | BookingState::Expired
        | BookingState::Released => {}
    }
    Ok(())
}

/// Returns the line of an outcome.
fn line(outcome: &BookingOutcome) -> String {
    let booking = &outcome.booking;
    let is_new = outcome.total_before.is_none();
    let done = done_word(outcome);
    // A booking that would be made has no code that anyone could use.
    let start = match (outcome.dry_run, is_new) {
        (false, _) => format!("{done} {}", booking.code),
        (true, false) => format!("would be {done} {}", booking.code),
        (true, true) => format!("would be {done}"),
    };
    [
        start,
        booking.hotel.to_string(),
        rooms_words(&booking.rooms),
        stay_words(booking.stay),
        outcome.total.to_string(),
    ]
    .join("  ")
}

/// Returns what was done, in one word or two.
fn done_word(outcome: &BookingOutcome) -> String {
    let Some(event) = outcome.events.last() else {
        return format!("already so: {}", state_word(outcome.booking.state));
    };
    match event.strip_prefix("booking.").unwrap_or(event) {
        "amended" => "changed".to_owned(),
        "room_assigned" => "assigned".to_owned(),
        "room_moved" => "moved".to_owned(),
        "no_show" => "no-show".to_owned(),
        verb => verb.replace('_', " "),
    }
}

fn notes(ctx: &Context, outcome: &BookingOutcome) -> Vec<String> {
    let booking = &outcome.booking;
    let mut notes = Vec::new();
    if let Some(before) = outcome.total_before.filter(|before| *before != outcome.total) {
        let difference = outcome.total.minor - before.minor;
        let sign = if difference > 0 { "+" } else { "" };
        let difference = Money::new(difference, outcome.total.currency).amount();
        notes.push(format!("total {before} -> {} ({sign}{difference})", outcome.total));
    }
    let did = |verb: &str| outcome.events.iter().any(|event| event == verb);
    let may_cost =
        ["booking.cancelled", "booking.no_show", "booking.checked_out"].into_iter().any(did);
    if outcome.fee.minor < 0 {
        let back = Money::new(-outcome.fee.minor, outcome.fee.currency);
        notes.push(format!("fee taken back: {back}"));
    } else if outcome.fee.minor > 0 {
        let tense = if outcome.dry_run { "the fee would be" } else { "fee charged:" };
        notes.push(format!("{tense} {}", outcome.fee));
    } else if may_cost {
        notes.push("no fee".to_owned());
    }
    if let Some(until) = booking.expires_at.filter(|_| booking.state == BookingState::Held) {
        notes.push(format!("held until {}", instant(until, ctx.zone().as_ref())));
    }
    if did("booking.reverted") {
        notes.push(format!("the booking is {} again", state_word(booking.state)));
    }
    if let Some(origin) = booking.split_from.filter(|_| did("booking.split")) {
        notes.push(format!("split from {origin}"));
    }
    if outcome.dry_run {
        notes.push("nothing was changed: this was a dry run".to_owned());
    }
    notes
}

#[cfg(test)]
mod tests;
