//! Settling: guarantee, the hotel's word, ends of holds, cancellation, and taking a step back.

use super::sell::{check_guarantee, guest_of, hold_until, opening_verb, sold_state};
use super::{Decision, Desk, Private};
use crate::booking::BookingState;
use crate::command::booking::{CancelRequest, DeclineRequest, GuaranteeRequest, OfferRequest};
use crate::refusal::{Refusal, code};
use crate::verb::BookingVerb;

/// Decides to turn a hold into a sale.
pub(super) fn guarantee(desk: &Desk<'_>, request: &GuaranteeRequest) -> Result<Decision, Refusal> {
    desk.require(&[BookingState::Held], "sold")?;
    desk.require_live_hold()?;
    let mut after = desk.booking.clone();
    let (guest, registered) = match &request.guest {
        Some(guest) => guest_of(guest, desk.facts, desk.context)?,
        None => (desk.booking.guest, None),
    };
    after.guest = guest;
    after.guarantee = request.guarantee.or(after.guarantee);
    check_guarantee(after.terms.payment, after.guarantee)?;
    after.state = sold_state(desk.catalogue);
    after.expires_at = None;
    let mut decision = desk.change(opening_verb(after.state), &after)?;
    if let Some(requests) = &request.requests {
        decision.wish(desk.booking.code, requests.clone());
    }
    decision.private.extend(registered.map(Private::Guest));
    Ok(decision)
}

/// Decides that the hotel confirms.
pub(super) fn confirm(desk: &Desk<'_>) -> Result<Decision, Refusal> {
    desk.require(&[BookingState::Requested], "confirmed")?;
    let mut after = desk.booking.clone();
    after.state = BookingState::Confirmed;
    desk.change(BookingVerb::Confirmed, &after)
}

/// Decides that the hotel declines.
pub(super) fn decline(desk: &Desk<'_>, request: DeclineRequest) -> Result<Decision, Refusal> {
    desk.require(&[BookingState::Requested], "declined")?;
    let mut after = desk.booking.clone();
    after.state = BookingState::Declined;
    desk.change_because(BookingVerb::Declined, &after, request.reason)
}

/// Decides to give up a hold or a place on the waiting list.
pub(super) fn release(desk: &Desk<'_>) -> Result<Decision, Refusal> {
    desk.require(&[BookingState::Held, BookingState::Waitlisted], "released")?;
    desk.require_live_hold()?;
    let mut after = desk.booking.clone();
    after.state = BookingState::Released;
    after.expires_at = None;
    desk.change(BookingVerb::Released, &after)
}

/// Decides to end a hold whose time has come.
pub(super) fn expire(desk: &Desk<'_>) -> Result<Decision, Refusal> {
    desk.require(&[BookingState::Held], "expired")?;
    if !desk.booking.is_lapsed(desk.context.now) {
        return Err(Refusal::new(
            code::NOT_DUE,
            format!("the hold of booking {} has not run out", desk.booking.code),
        ));
    }
    let mut after = desk.booking.clone();
    after.state = BookingState::Expired;
    desk.change(BookingVerb::Expired, &after)
}

/// Decides to hold a room for somebody on the waiting list, at the price of today.
pub(super) fn offer(desk: &Desk<'_>, request: OfferRequest) -> Result<Decision, Refusal> {
    desk.require(&[BookingState::Waitlisted], "offered a room")?;
    let mut after = desk.booking.clone();
    after.state = BookingState::Held;
    after.expires_at = Some(hold_until(desk.context.now, request.minutes)?);
    desk.change(BookingVerb::Held, &after)
}

/// Decides to cancel, with the fee of the policy's tier in force; what was never sold is released.
pub(super) fn cancel(desk: &Desk<'_>, request: CancelRequest) -> Result<Decision, Refusal> {
    if matches!(desk.booking.state, BookingState::Held | BookingState::Waitlisted) {
        return release(desk);
    }
    desk.require(&[BookingState::Requested, BookingState::Confirmed], "cancelled")?;
    let quote = desk.booking.cancellation_fee(desk.catalogue, desk.context.now);
    desk.accept_fee(quote.minor, request.accept_fee)?;
    let mut after = desk.booking.clone();
    after.state = BookingState::Cancelled;
    after.fee_minor += quote.minor;
    desk.change_because(BookingVerb::Cancelled, &after, request.reason)
}

/// Decides to take the last step back, with a fresh look at the inventory.
pub(super) fn revert(desk: &Desk<'_>) -> Result<Decision, Refusal> {
    let booking = desk.booking;
    let today = desk.business_date();
    let Some(undo) = &booking.undo else {
        return Err(Refusal::new(
            code::NOT_REVERTIBLE,
            format!("the last step of booking {} can't be taken back", booking.code),
        )
        .hint(format!("hotel history {}", booking.code)));
    };
    if undo.business_date != today {
        return Err(Refusal::new(
            code::NOT_REVERTIBLE,
            format!(
                "the step was taken on business date {}; today is {today}, and only the same day's \
                 steps can be taken back",
                undo.business_date
            ),
        )
        .details(serde_json::json!({ "taken_on": undo.business_date, "business_date": today })));
    }
    let mut after = booking.clone();
    after.state = undo.state;
    after.stay = undo.stay;
    after.rooms.clone_from(&undo.rooms);
    after.price = undo.price.clone();
    after.fee_minor = undo.fee_minor;
    after.freed_from = None;
    desk.change(BookingVerb::Reverted, &after)
}
