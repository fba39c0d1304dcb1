//! Deciding: a command, the facts, and out come events or a refusal. Nothing else comes in.

mod amend;
mod authority;
mod hotel;
pub mod needs;
mod people;
mod quote;
mod sell;
mod settle;
mod stay;

use std::sync::Arc;

use jiff::Timestamp;

use crate::apply::apply;
use crate::booking::{Booking, BookingState, Channel, Takes};
use crate::catalogue::Catalogue;
use crate::command::booking::Reason;
use crate::command::people::Token;
use crate::command::{BookingCommand, Command};
use crate::event::{BookingChange, EventData, Fields};
use crate::facts::Facts;
use crate::ids::{BookingCode, GuestId, HotelCode, TokenId, UserId};
use crate::inventory::Taken;
use crate::money::Money;
use crate::people::{Guest, User};
use crate::refusal::{Refusal, code};
use crate::stay::day_number;
use crate::text::Note;
use crate::verb::BookingVerb;

use self::authority::authorise;

pub use quote::{Offerable, Wanted, quote_rooms};

/// What comes in beside the command: who, when, and the ids that new things get.
#[derive(Clone, Debug)]
pub struct Context {
    /// The moment of the decision.
    pub now: Timestamp,
    /// Whether that moment is one of history, told by the caller and not by the clock.
    pub history: bool,
    /// Who asks.
    pub user: Arc<User>,
    /// Through which door.
    pub channel: Channel,
    /// The version of the thing that the caller saw.
    pub expected_version: Option<u64>,
    /// Only a preview: fees count as accepted, since nothing is done.
    pub dry_run: bool,
    /// The code of the booking this command may make.
    pub new_booking: BookingCode,
    /// The id of the guest this command may register.
    pub new_guest: GuestId,
    /// The id of the user this command may add.
    pub new_user: UserId,
    /// The id of the token this command may issue.
    pub new_token: TokenId,
}

/// What was decided: the events, what is too personal for them, and what the answer shows.
#[derive(Clone, PartialEq, Debug)]
pub struct Decision {
    /// The hotel whose stream takes the events.
    pub hotel: Option<HotelCode>,
    /// The events, each with the booking it is about.
    pub changes: Vec<(Option<BookingCode>, EventData)>,
    /// What is written beside the events.
    pub private: Vec<Private>,
    /// What the command was about.
    pub subject: Subject,
}

/// What is written beside the events because it is personal or secret.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Private {
    /// A guest.
    Guest(Guest),
    /// A guest's wishes for a booking.
    Requests(BookingCode, Note),
    /// A token's hash.
    Token(Token),
}

/// What a command was about, and so what its answer shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Subject {
    /// A booking.
    Booking(BookingCode),
    /// A hotel and what it sells.
    Hotel(HotelCode),
    /// A guest.
    Guest(GuestId),
    /// A user.
    User(UserId),
    /// A token.
    Token(TokenId),
}

impl Decision {
    fn of_hotel(hotel: HotelCode, changes: Vec<EventData>) -> Self {
        Self {
            hotel: Some(hotel),
            changes: changes.into_iter().map(|data| (None, data)).collect(),
            private: Vec::new(),
            subject: Subject::Hotel(hotel),
        }
    }

    /// What is already so needs no event: a command repeated in other words succeeds and does nothing.
    fn nothing(hotel: Option<HotelCode>, subject: Subject) -> Self {
        Self { hotel, changes: Vec::new(), private: Vec::new(), subject }
    }

    /// Adds to a change of a booking what its guest asks for.
    fn wish(&mut self, booking: BookingCode, requests: Note) {
        if let Some((_, EventData::Booking(change))) = self.changes.first_mut() {
            change.requests_changed = true;
            self.private.push(Private::Requests(booking, requests));
        }
    }

    fn of_booking(booking: &Booking, change: BookingChange) -> Self {
        Self {
            hotel: Some(booking.hotel),
            changes: vec![(Some(booking.code), EventData::Booking(Box::new(change)))],
            private: Vec::new(),
            subject: Subject::Booking(booking.code),
        }
    }
}

/// Decides a command against the facts.
pub fn decide(command: &Command, facts: &Facts, context: &Context) -> Result<Decision, Refusal> {
    authorise(command, facts, context)?;
    match command {
        Command::Book(request) => sell::book(request, facts, context),
        Command::Booking(code, command) => {
            let booking = facts.booking(*code)?;
            if context.expected_version.is_some_and(|expected| expected != booking.version) {
                return Err(stale(booking, context.expected_version));
            }
            change_booking(command, booking, facts, context)
        }
        Command::Hotel(hotel, command) => hotel::decide(*hotel, command, facts, context),
        Command::RegisterGuest(details) => Ok(people::register(details, context)),
        Command::ChangeGuest(guest, patch) => people::change_guest(*guest, patch, facts, context),
        Command::SetUser(details) => people::set_user(details, facts, context),
        Command::IssueToken(grant) => people::issue_token(grant, facts, context),
        Command::RevokeToken(token) => people::revoke_token(*token, facts),
    }
}

fn change_booking(
    command: &BookingCommand,
    booking: &Booking,
    facts: &Facts,
    context: &Context,
) -> Result<Decision, Refusal> {
    let desk = Desk { booking, catalogue: facts.catalogue(booking.hotel)?, facts, context };
    match command {
        BookingCommand::Guarantee(request) => settle::guarantee(&desk, request),
        BookingCommand::Confirm => settle::confirm(&desk),
        BookingCommand::Decline(request) => settle::decline(&desk, *request),
        BookingCommand::Release => settle::release(&desk),
        BookingCommand::Expire => settle::expire(&desk),
        BookingCommand::Offer(request) => settle::offer(&desk, *request),
        BookingCommand::Cancel(request) => settle::cancel(&desk, *request),
        BookingCommand::Revert => settle::revert(&desk),
        BookingCommand::Amend(request) => amend::amend(&desk, request),
        BookingCommand::Split(request) => amend::split(&desk, request),
        BookingCommand::Assign(request) => stay::assign(&desk, request),
        BookingCommand::Move(request) => stay::move_room(&desk, *request),
        BookingCommand::CheckIn(request) => stay::check_in(&desk, request),
        BookingCommand::CheckOut(request) => stay::check_out(&desk, *request),
        BookingCommand::NoShow(request) => stay::no_show(&desk, *request),
    }
}

/// Carries a decision out on the facts: the fold, and what is written beside the events.
pub fn carry_out(facts: &mut Facts, decision: &Decision) {
    for private in &decision.private {
        match private {
            Private::Guest(guest) => {
                facts.touched.guests.insert(guest.id);
                facts.guests.insert(guest.id, guest.clone());
            }
            Private::Requests(booking, requests) => {
                facts.touched.requests.insert(*booking);
                facts.requests.insert(*booking, requests.clone());
            }
            Private::Token(token) => {
                facts.touched.tokens.insert(token.id);
                facts.tokens.insert(token.id, token.clone());
            }
        }
    }
    for (booking, data) in &decision.changes {
        apply(facts, decision.hotel, *booking, data);
    }
}

fn stale(booking: &Booking, expected: Option<u64>) -> Refusal {
    Refusal::new(
        code::STALE,
        format!("booking {} is at version {}, not the one you saw", booking.code, booking.version),
    )
    .details(serde_json::json!({ "version": booking.version, "expected": expected }))
    .hint(format!("hotel show {}", booking.code))
}

/// What a decision about one booking has before it.
struct Desk<'a> {
    booking: &'a Booking,
    catalogue: &'a Catalogue,
    facts: &'a Facts,
    context: &'a Context,
}

impl Desk<'_> {
    /// Makes the decision that leaves the booking as it is.
    fn nothing(&self) -> Decision {
        Decision::nothing(Some(self.booking.hotel), Subject::Booking(self.booking.code))
    }

    fn business_date(&self) -> jiff::civil::Date {
        self.catalogue.business_date(self.context.now)
    }

    /// Refuses unless the booking is in one of the states; `verb` completes "can't be …".
    fn require(&self, states: &[BookingState], verb: &str) -> Result<(), Refusal> {
        let state = self.booking.state;
        if states.contains(&state) {
            return Ok(());
        }
        let allowed: Vec<&str> = states.iter().map(|state| state.as_str()).collect();
        Err(Refusal::new(
            code::STATE,
            format!("booking {} is {state} and can't be {verb}", self.booking.code),
        )
        .details(serde_json::json!({ "state": state, "allowed": allowed }))
        .hint(format!("hotel {} {}", self.way_on(), self.booking.code)))
    }

    /// Returns the command that most likely helps in the booking's state.
    fn way_on(&self) -> &'static str {
        match self.booking.state {
            BookingState::Waitlisted => "waitlist offer",
            BookingState::Held => "book",
            BookingState::Requested => "confirm",
            BookingState::Confirmed => "check-in",
            BookingState::InHouse => "check-out",
            BookingState::CheckedOut | BookingState::Cancelled | BookingState::NoShow => "revert",
            BookingState::Declined | BookingState::Expired | BookingState::Released => "show",
        }
    }

    fn require_live_hold(&self) -> Result<(), Refusal> {
        if self.booking.is_lapsed(self.context.now) {
            Err(Refusal::new(
                code::HOLD_LAPSED,
                format!("the hold of booking {} has run out", self.booking.code),
            )
            .hint("hotel search"))
        } else {
            Ok(())
        }
    }

    fn money(&self, minor: i64) -> Money {
        Money::new(minor, self.booking.currency)
    }

    /// Refuses a fee that was not accepted as it stands; a preview shows it instead.
    fn accept_fee(&self, fee_minor: i64, accepted: Option<Money>) -> Result<(), Refusal> {
        let fee = self.money(fee_minor);
        if self.context.dry_run || accepted == Some(fee) || (fee_minor == 0 && accepted.is_none()) {
            return Ok(());
        }
        let message = match accepted {
            Some(accepted) => format!("the fee is {fee}, not {accepted}"),
            None => format!("there is a fee of {fee}"),
        };
        Err(Refusal::new(code::FEE, message)
            .field("accept_fee")
            .details(serde_json::json!({ "fee": fee, "accepted": accepted }))
            .hint(format!("repeat with --accept-fee {}", fee.amount())))
    }

    /// Makes the decision that turns the booking into `after`, if the inventory allows it.
    fn change(&self, verb: BookingVerb, after: &Booking) -> Result<Decision, Refusal> {
        self.change_because(verb, after, None)
    }

    fn change_because(
        &self,
        verb: BookingVerb,
        after: &Booking,
        reason: Option<Reason>,
    ) -> Result<Decision, Refusal> {
        let taken = sell::take(self.facts, Some(self.booking), after)?;
        sell::check_rooms_free(self.facts, Some(self.booking), after)?;
        Ok(Decision::of_booking(
            self.booking,
            BookingChange {
                verb,
                business_date: self.business_date(),
                version: self.booking.version + 1,
                opened: None,
                changed: Fields::between(self.booking, after),
                taken,
                reason,
                requests_changed: false,
            },
        ))
    }
}

/// Groups changes of single nights into runs: the shape in which events tell them.
fn runs(
    deltas: std::collections::BTreeMap<(crate::ids::RoomTypeCode, jiff::civil::Date), (i32, i32)>,
) -> Vec<Taken> {
    let mut runs: Vec<Taken> = Vec::new();
    for ((room_type, night), (sold, held)) in deltas {
        let Ok(next) = night.tomorrow() else { continue };
        match runs.last_mut() {
            Some(run)
                if run.room_type == room_type
                    && day_number(run.to) == day_number(night)
                    && (run.sold, run.held) == (sold, held) =>
            {
                run.to = next;
            }
            _ => runs.push(Taken { room_type, from: night, to: next, sold, held }),
        }
    }
    runs
}

/// Says how a booking takes inventory, as numbers of rooms sold and held.
fn weights(takes: Takes) -> (i32, i32) {
    match takes {
        Takes::Nothing => (0, 0),
        Takes::Held => (0, 1),
        Takes::Sold => (1, 0),
    }
}
#[cfg(test)]
mod tests;
