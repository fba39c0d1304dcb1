//! Answers: what a decision looks like to the caller, the same for a preview and for the deed.

use hotel_core::apply::fold_booking;
use hotel_core::booking::Booking;
use hotel_core::command::people::Token;
use hotel_core::decide::{Decision, Private, Subject};
use hotel_core::facts::Facts;
use hotel_core::ids::{BookingCode, GuestId, TokenId, UserId};
use hotel_core::money::Money;
use hotel_core::refusal::Refusal;
use hotel_core::wire::booking::BookingOutcome;
use hotel_core::wire::hotel::Changed;
use hotel_core::wire::people::TokenView;

use super::Answer;
use crate::failure::{problem_of, status_of};
use crate::store::StoredCommand;

/// What the subject of a decision was before it.
pub(super) struct Before {
    booking: Option<Booking>,
}

/// Remembers what the subject of a decision is, before it is carried out.
pub(super) fn before(decision: &Decision, facts: &Facts) -> Before {
    Before { booking: booking_of(decision).and_then(|code| facts.bookings.get(&code).cloned()) }
}

/// Returns the answer to a command that was carried out.
pub(super) fn done(decision: &Decision, before: Before, facts: &Facts) -> Answer {
    let after = booking_of(decision).and_then(|code| facts.bookings.get(&code).cloned());
    outcome(decision, before, after, facts, false)
}

/// Returns the answer to a preview: what the events would make of the booking.
pub(super) fn preview(decision: &Decision, before: Before, facts: &Facts) -> Answer {
    let after =
        booking_of(decision).and_then(|code| after_events(decision, code, before.booking.as_ref()));
    outcome(decision, before, after, facts, true)
}

fn booking_of(decision: &Decision) -> Option<BookingCode> {
    match decision.subject {
        Subject::Booking(code) => Some(code),
        Subject::Hotel(_) | Subject::Guest(_) | Subject::User(_) | Subject::Token(_) => None,
    }
}

fn after_events(
    decision: &Decision,
    code: BookingCode,
    before: Option<&Booking>,
) -> Option<Booking> {
    decision
        .changes
        .iter()
        .filter(|(subject, _)| *subject == Some(code))
        .filter_map(|(_, data)| data.as_booking())
        .fold(before.cloned(), |booking, change| fold_booking(booking.as_ref(), change))
}

fn outcome(
    decision: &Decision,
    before: Before,
    after: Option<Booking>,
    facts: &Facts,
    dry_run: bool,
) -> Answer {
    let events: Vec<String> =
        decision.changes.iter().map(|(_, data)| data.event_type().to_owned()).collect();
    match decision.subject {
        Subject::Booking(_) => match after {
            Some(after) => {
                let is_new = before.booking.is_none();
                let status = if is_new && !dry_run { 201 } else { 200 };
                let etag = after.version;
                json(status, Some(etag), &booking_outcome(before.booking, after, events, dry_run))
            }
            None => json(200, None, &events),
        },
        Subject::Hotel(hotel) => json(200, None, &Changed { hotel, events, dry_run }),
        Subject::Guest(id) => guest(facts, decision, id),
        Subject::User(id) => user(facts, decision, id),
        Subject::Token(id) => token(facts, decision, id),
    }
}

fn booking_outcome(
    before: Option<Booking>,
    after: Booking,
    events: Vec<String>,
    dry_run: bool,
) -> BookingOutcome {
    let fee_before = before.as_ref().map_or(0, |before| before.fee_minor);
    BookingOutcome {
        events,
        dry_run,
        fee: Money::new(after.fee_minor - fee_before, after.currency),
        total_before: before.map(|before| before.total()),
        total: after.total(),
        booking: after,
    }
}

/// Only the id and the version of a guest are kept with the command; the rest is personal.
fn guest(facts: &Facts, decision: &Decision, id: GuestId) -> Answer {
    let written = decision.private.iter().find_map(|private| match private {
        Private::Guest(guest) => Some(guest),
        Private::Requests(..) | Private::Token(_) => None,
    });
    let version = written.or(facts.guests.get(&id)).map(|guest| guest.version);
    let status = if written.is_some() && version == Some(1) { 201 } else { 200 };
    json(status, version, &serde_json::json!({ "id": id, "version": version }))
}

fn user(facts: &Facts, decision: &Decision, id: UserId) -> Answer {
    let set = decision.changes.iter().find_map(|(_, data)| data.as_user());
    let known = facts.users.values().find(|user| user.id == id);
    json(200, None, &set.or(known))
}

fn token(facts: &Facts, decision: &Decision, id: TokenId) -> Answer {
    let written = decision.private.iter().find_map(|private| match private {
        Private::Token(token) => Some(token),
        Private::Guest(_) | Private::Requests(..) => None,
    });
    let owner = |token: &Token| facts.users.values().find(|user| user.id == token.user);
    let view = written.or(facts.tokens.get(&id)).map(|token| TokenView {
        id,
        user: owner(token).map(|user| user.name.clone()).unwrap_or_default(),
        created_at: token.created_at,
        expires_at: token.expires_at,
        revoked: token.revoked,
    });
    json(if written.is_some_and(|token| !token.revoked) { 201 } else { 200 }, None, &view)
}

fn json<T: serde::Serialize>(status: u16, etag: Option<u64>, value: &T) -> Answer {
    match serde_json::to_string(value) {
        Ok(body) => Answer { status, body, etag, replayed: false },
        Err(error) => {
            tracing::error!(%error, "an answer could not be written");
            Answer { status, body: "{}".to_owned(), etag, replayed: false }
        }
    }
}

/// Returns the answer to a command that was refused.
pub(super) fn refused(refusal: &Refusal) -> Answer {
    json(status_of(refusal.kind), None, &problem_of(refusal))
}

/// Tells whether an answer is final, and so kept: effects and the domain's own refusals are, a
/// refusal for want of a right is not.
pub(super) fn is_final(status: u16) -> bool {
    matches!(status, 200..=299 | 404 | 409 | 412 | 422)
}

/// Returns the answer that was given before.
pub(super) fn again(known: &StoredCommand) -> Answer {
    Answer { status: known.status, body: known.body.clone(), etag: known.etag, replayed: true }
}

/// Returns the answer to a command that the database refused.
pub(super) fn fenced() -> Answer {
    let refusal = Refusal::new(
        hotel_core::refusal::code::SOLD_OUT,
        "the database refused the change: a night would have been sold twice",
    );
    refused(&refusal)
}
