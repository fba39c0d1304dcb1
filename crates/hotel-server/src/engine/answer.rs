//! Answers: what a decision looks like to the caller, the same for a preview and for the deed.

use serde_json::value::{RawValue, to_raw_value};

use hotel_core::apply::fold_booking;
use hotel_core::booking::Booking;
use hotel_core::command::people::Token;
use hotel_core::decide::{Decision, Private, Subject};
use hotel_core::event::BookingChange;
use hotel_core::facts::Facts;
use hotel_core::ids::{BookingCode, GuestId, TokenId, UserId};
use hotel_core::money::Money;
use hotel_core::refusal::Refusal;
use hotel_core::wire::hotel::Changed;
use hotel_core::wire::people::TokenView;

use super::Answer;
use crate::failure::{problem_of, status_of};
use crate::store::{Decided, StoredAnswer, StoredCommand};

/// What the subject of a decision was before it: what the answer tells of that.
#[derive(Clone, Copy)]
pub(super) struct Before(Option<(i64, Money)>);

impl Before {
    /// Tells what a booking was, if it was there.
    fn of(booking: Option<&Booking>) -> Self {
        Self(booking.map(|booking| (booking.fee_minor, booking.total())))
    }
}

/// A `BookingOutcome` as it is written, of a booking that stays where it is.
#[derive(serde::Serialize)]
struct Outcome<'a> {
    booking: &'a RawValue,
    events: Vec<&'static str>,
    dry_run: bool,
    fee: Money,
    #[serde(skip_serializing_if = "Option::is_none")]
    total_before: Option<Money>,
    total: Money,
}

/// Remembers what the subject of a decision is, before it is carried out.
pub(super) fn before(decision: &Decision, facts: &Facts) -> Before {
    Before::of(booking_of(decision).and_then(|code| facts.bookings.get(&code)))
}

/// Returns the answer to a command that was carried out, and as JSON the booking that it opened.
pub(super) fn done(
    decision: &Decision,
    before: Before,
    facts: &Facts,
) -> (Answer, Option<Box<RawValue>>) {
    let Some(after) = booking_of(decision).and_then(|code| facts.bookings.get(&code)) else {
        return (of_other(decision, facts, false), None);
    };
    let told = tell(after);
    let answer = of_booking(before, after, &told, event_types(decision), false);
    let is_opened = before.0.is_none() && after.version == 1;
    (answer, is_opened.then_some(told))
}

/// Returns the answer to a preview: what the events would make of the booking.
pub(super) fn preview(decision: &Decision, facts: &Facts) -> Answer {
    let Some(code) = booking_of(decision) else { return of_other(decision, facts, true) };
    let before = facts.bookings.get(&code);
    let after = decision
        .changes
        .iter()
        .filter(|(subject, _)| *subject == Some(code))
        .filter_map(|(_, data)| data.as_booking())
        .fold(before.cloned(), |booking, change| fold_booking(booking.as_ref(), change));
    match after {
        Some(after) => {
            of_booking(Before::of(before), &after, &tell(&after), event_types(decision), true)
        }
        None => of_other(decision, facts, true),
    }
}

fn booking_of(decision: &Decision) -> Option<BookingCode> {
    match decision.subject {
        Subject::Booking(code) => Some(code),
        Subject::Hotel(_) | Subject::Guest(_) | Subject::User(_) | Subject::Token(_) => None,
    }
}

fn event_types(decision: &Decision) -> Vec<&'static str> {
    decision.changes.iter().map(|(_, data)| data.event_type()).collect()
}

/// Writes a booking as JSON, once for everyone who tells it.
fn tell(booking: &Booking) -> Box<RawValue> {
    to_raw_value(booking).unwrap_or_else(|error| {
        tracing::error!(%error, "a booking could not be written");
        RawValue::NULL.to_owned()
    })
}

fn of_booking(
    Before(before): Before,
    after: &Booking,
    told: &RawValue,
    events: Vec<&'static str>,
    dry_run: bool,
) -> Answer {
    let status = if before.is_none() && !dry_run { 201 } else { 200 };
    let fee_before = before.map_or(0, |(fee_minor, _)| fee_minor);
    let outcome = Outcome {
        booking: told,
        events,
        dry_run,
        fee: Money::new(after.fee_minor - fee_before, after.currency),
        total_before: before.map(|(_, total)| total),
        total: after.total(),
    };
    json(status, Some(after.version), &outcome)
}

fn of_other(decision: &Decision, facts: &Facts, dry_run: bool) -> Answer {
    match decision.subject {
        // A decision about a booking that nobody knows tells what it would do.
        Subject::Booking(_) => json(200, None, &event_types(decision)),
        Subject::Hotel(hotel) => {
            let events = event_types(decision).into_iter().map(str::to_owned).collect();
            json(200, None, &Changed { hotel, events, dry_run })
        }
        Subject::Guest(id) => guest(facts, decision, id),
        Subject::User(id) => user(facts, decision, id),
        Subject::Token(id) => token(facts, decision, id),
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

/// Returns what is kept of an answer. What a booking became is in the log, so that only the way there
/// is kept; anything else is kept as it was written.
pub(super) fn kept(answer: &Answer, decision: Option<&Decision>) -> StoredAnswer {
    let told = decision.and_then(|decision| {
        let booking = booking_of(decision)?;
        let is_of_it = |(subject, _): &(Option<BookingCode>, _)| *subject == Some(booking);
        let changes = u8::try_from(decision.changes.len()).ok()?;
        decision.changes.iter().all(is_of_it).then_some(StoredAnswer::Told { booking, changes })
    });
    told.unwrap_or_else(|| StoredAnswer::Written(answer.body.clone()))
}

/// Returns the answer that was given before; `changes` are those of its booking, in order, where the
/// log has to tell it again.
pub(super) fn again(known: &StoredCommand, changes: &[BookingChange]) -> Option<Answer> {
    let StoredAnswer::Told { changes: count, .. } = known.answer else {
        let StoredAnswer::Written(body) = &known.answer else { return None };
        let body = body.clone();
        return Some(Answer { status: known.status, body, etag: known.etag, replayed: true });
    };
    let then = changes.iter().position(|change| Some(change.version) == known.etag)? + 1;
    let (earlier, told) = changes[..then].split_at(then.checked_sub(usize::from(count))?);
    let fold = |booking: Option<Booking>, change| fold_booking(booking.as_ref(), change);
    let before = earlier.iter().fold(None, fold);
    let after = told.iter().fold(before.clone(), fold)?;
    let events = told.iter().map(|change| change.verb.event_type()).collect();
    let answer = of_booking(Before::of(before.as_ref()), &after, &tell(&after), events, false);
    Some(Answer { replayed: true, ..answer })
}

impl Decided {
    /// Returns the answer that the command's repetition would get; none if the log no longer tells it.
    pub(crate) fn answer(&self) -> Option<Answer> {
        again(&self.result, &self.changes)
    }
}

/// Returns the answer to a command that the database refused.
pub(super) fn fenced() -> Answer {
    let refusal = Refusal::new(
        hotel_core::refusal::code::SOLD_OUT,
        "the database refused the change: a night would have been sold twice",
    );
    refused(&refusal)
}
